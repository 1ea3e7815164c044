"""The migration step that puts a table under release control: its policies, its grants and its guards."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from django.db import migrations, models
from django.db.migrations.exceptions import IrreversibleError

from tansiq.languages.words import WordsField

READERS = "(SELECT audience_id FROM tansiq_audience_reader)"
ME = "(SELECT tansiq.member())"
PROGRAMS = "tansiq_app, tansiq_worker"
EVERY_READER = f"{PROGRAMS}, tansiq_public"


def words_checks(model: type[models.Model]) -> list[str]:
    """Words hold at least their own language."""
    return [
        f"ALTER TABLE {model._meta.db_table} ADD CONSTRAINT {model._meta.model_name}_{field.column}_words "  # noqa: SLF001 -- Django's documented way to a table's name
        f"CHECK (({field.column}->'words') ? ({field.column}->>'source'))"
        for field in model._meta.local_fields  # noqa: SLF001 -- as above
        if isinstance(field, WordsField)
    ]


def locked(table: str) -> list[str]:
    """Row-level security, for the table's owner too."""
    return [f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY", f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"]


def readable(table: str, *roles: str) -> str:
    """Let roles read the columns of a table as they stand, and nothing else of its rows.

    A grant on the table would open PostgreSQL's own columns too: by `ctid` and `xmin` one counts the rows between
    one's own. A migration that adds a column calls this again.
    """
    columns = f"FROM pg_attribute WHERE attrelid = '{table}'::regclass AND attnum > 0 AND NOT attisdropped"
    return (
        "DO $do$ BEGIN EXECUTE (SELECT 'GRANT SELECT (' || string_agg(quote_ident(attname), ', ') "
        f"|| ') ON {table} TO {', '.join(roles)}' {columns}); END $do$"
    )


class Guarded(migrations.operations.base.Operation, ABC):
    """A migration step that lays SQL over one table and is no part of Django's state."""

    reduces_to_sql = True
    reversible = False
    name: str

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """For Django's own printing of migrations."""
        return type(self).__name__, [self.name], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Policies are no part of Django's state."""

    def describe(self) -> str:
        """What `migrate --plan` prints."""
        return f"Release control on {self.name}"

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Lay the policies."""
        for statement in self.statements(to_state.apps, app_label):
            schema_editor.execute(statement)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """A record is not taken apart."""
        raise IrreversibleError

    @abstractmethod
    def statements(self, apps: Any, app_label: str) -> list[str]:
        """The SQL, one statement after another."""


class Own(Guarded):
    """A table of which each member sees and keeps its own rows only (habits, acts already done)."""

    def __init__(self, name: str, *, change: Sequence[str] = ()) -> None:
        self.name, self.change = name, tuple(change)

    def statements(self, apps: Any, app_label: str) -> list[str]:
        """The SQL, one statement after another."""
        table = apps.get_model(app_label, self.name)._meta.db_table  # noqa: SLF001 -- Django's documented way to a table's name
        own = f"owner_id = {ME}"
        # What names an audience asks whether its owner reads it: else its key would tell which audiences there are.
        may_write = own + (f" AND audience_id IN {READERS}" if self.names_audience(apps, app_label) else "")
        made = [
            *locked(table),
            f"CREATE POLICY read ON {table} FOR SELECT TO {PROGRAMS} USING ({own})",
            f"CREATE POLICY add ON {table} FOR INSERT TO {PROGRAMS} WITH CHECK ({may_write})",
            f"GRANT INSERT ON {table} TO {PROGRAMS}",
            readable(table, PROGRAMS),
            f"GRANT SELECT ON {table} TO tansiq_backup, tansiq_definer",
        ]
        if self.change:
            made += [
                f"CREATE POLICY change ON {table} FOR UPDATE TO {PROGRAMS} USING ({own}) WITH CHECK ({may_write})",
                f"GRANT UPDATE ({', '.join(self.change)}) ON {table} TO {PROGRAMS}",
            ]
        return made

    def names_audience(self, apps: Any, app_label: str) -> bool:
        """Whether a row names an audience."""
        return any(field.name == "audience" for field in apps.get_model(app_label, self.name)._meta.fields)  # noqa: SLF001 -- as above


class Protect(Guarded):
    """Put a releasable table under release control.

    Args:
        name: the model.
        parents: (column, parent model) pairs: a row's audience lies within its parents', and hidden and absent
            parents are refused alike. A third says what more is asked of the parent, in SQL, which calls it `parent`.
        change: the columns that the owner may change ("audience_id" = may be released anew).
        only_wider: whether its release may only widen, because others hang rows on it.
        also_read, also_add: SQL conditions: another way to read, one more demand on a new row.
        erasable: whether the owner may delete (drafts).
        open_from: the column with the instant before which its owner alone reads a row.
        newest: the column by which the table is read newest first.
    """

    def __init__(  # noqa: PLR0913 -- one argument for each decision about a table
        self,
        name: str,
        *,
        parents: Sequence[tuple[str, ...]] = (),
        change: Sequence[str] = (),
        only_wider: bool = False,
        also_read: str = "",
        also_add: str = "",
        erasable: bool = False,
        open_from: str = "",
        newest: str = "created_at",
    ) -> None:
        self.newest, self.open_from = newest, open_from
        self.name, self.parents, self.change = name, tuple(parents), tuple(change)
        self.only_wider, self.also_read, self.also_add, self.erasable = only_wider, also_read, also_add, erasable

    def statements(self, apps: Any, app_label: str) -> list[str]:
        """The SQL, one statement after another."""
        model = apps.get_model(app_label, self.name)
        table = model._meta.db_table  # noqa: SLF001 -- Django's documented way to a table's name
        may_read = f"audience_id IN {READERS}" + (f" OR {self.also_read}" if self.also_read else "")
        if self.open_from:
            may_read = f"{may_read} AND (owner_id = {ME} OR {self.open_from} <= (SELECT tansiq.now()))"
        may_write, may_add = self.may_write(apps, app_label, table)
        made = [
            *locked(table),
            f"CREATE POLICY read ON {table} FOR SELECT TO {EVERY_READER} USING ({may_read})",
            f"CREATE POLICY add ON {table} FOR INSERT TO {PROGRAMS} WITH CHECK ({may_add})",
            readable(table, EVERY_READER),
            f"GRANT SELECT ON {table} TO tansiq_backup, tansiq_definer",
            f"GRANT INSERT ON {table} TO {PROGRAMS}",
            f"CREATE INDEX {table}_newest ON {table} ({self.newest} DESC, key DESC)",
            # Lists start from it, so that their time tells nothing of hidden rows (release/led.py).
            f"CREATE INDEX {table}_released ON {table} (audience_id, {self.newest} DESC, key DESC)",
            *words_checks(model),
        ]
        made += self.changing(model, may_write)
        if self.erasable:
            made += [
                f"CREATE POLICY erase ON {table} FOR DELETE TO {PROGRAMS} USING (owner_id = {ME})",
                f"GRANT DELETE ON {table} TO {PROGRAMS}",
            ]
        return made

    def changing(self, model: type[models.Model], may_write: str) -> list[str]:
        """What lets the owner change columns, its release among them, which may only widen where rows hang on it."""
        table, made = model._meta.db_table, []  # noqa: SLF001 -- as above
        if self.change:
            own = f"owner_id = {ME}"
            versioned = ["version"] if any(field.column == "version" for field in model._meta.fields) else []  # noqa: SLF001 -- as above
            made += [
                f"CREATE POLICY change ON {table} FOR UPDATE TO {PROGRAMS} USING ({own}) WITH CHECK ({may_write})",
                f"GRANT UPDATE ({', '.join((*self.change, *versioned))}) ON {table} TO {PROGRAMS}",
            ]
        if self.only_wider:
            made.append(
                f"CREATE TRIGGER only_wider BEFORE UPDATE OF audience_id ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION tansiq.only_wider()",
            )
        return made

    def may_write(self, apps: Any, app_label: str, table: str) -> tuple[str, str]:
        """What is demanded of a row as it is changed, and of a new one."""
        demand = f"owner_id = {ME} AND audience_id IN {READERS}"
        for column, parent_name, *more in self.parents:
            parent = apps.get_model(app_label, parent_name)._meta.db_table  # noqa: SLF001 -- Django's documented way to a table's name
            demand += (
                f" AND ({table}.{column} IS NULL OR EXISTS (SELECT FROM {parent} parent "
                f"WHERE parent.key = {table}.{column} AND tansiq.within({table}.audience_id, parent.audience_id)"
                f"{''.join(f' AND {one}' for one in more)}))"
            )
        return demand, demand + (f" AND ({self.also_add})" if self.also_add else "")


class ProtectAnew(Protect):
    """Lay anew who may write a table that is protected already: it has another parent, or its new rows owe more."""

    def statements(self, apps: Any, app_label: str) -> list[str]:
        """The SQL, one statement after another; what may be changed stays as it was."""
        table = apps.get_model(app_label, self.name)._meta.db_table  # noqa: SLF001 -- Django's documented way to a table's name
        may_write, may_add = self.may_write(apps, app_label, table)
        changed = [f"ALTER POLICY change ON {table} WITH CHECK ({may_write})"] if self.change else []
        return [f"ALTER POLICY add ON {table} WITH CHECK ({may_add})", *changed, readable(table, EVERY_READER)]


class Widen(Protect):
    """Let the owner of rows that are protected already release them to more, and to nobody less.

    Args:
        also: one more demand on a row that is widened.
        anew: whether nothing of these rows could be changed before.
    """

    def __init__(
        self, name: str, *, parents: Sequence[tuple[str, ...]] = (), also: str = "", anew: bool = True
    ) -> None:
        super().__init__(name, parents=parents, change=["audience_id"], only_wider=True, also_add=also)
        self.anew = anew

    def statements(self, apps: Any, app_label: str) -> list[str]:
        """The SQL, one statement after another."""
        model = apps.get_model(app_label, self.name)
        table = model._meta.db_table  # noqa: SLF001 -- as above
        _may_write, may_widen = self.may_write(apps, app_label, table)
        made = self.changing(model, may_widen)
        return made if self.anew else [f"GRANT UPDATE (audience_id) ON {table} TO {PROGRAMS}", made[-1]]


class Change(Protect):
    """Let the owner of rows that are protected already change more of their columns.

    Args:
        anew: whether nothing of these rows could be changed before.
    """

    def __init__(
        self, name: str, *, parents: Sequence[tuple[str, ...]] = (), change: Sequence[str], anew: bool = True
    ) -> None:
        super().__init__(name, parents=parents, change=change)
        self.anew = anew

    def describe(self) -> str:
        """What `migrate --plan` prints."""
        return f"The owner of {self.name} changes {', '.join(self.change)}"

    def statements(self, apps: Any, app_label: str) -> list[str]:
        """The SQL, one statement after another."""
        model = apps.get_model(app_label, self.name)
        table = model._meta.db_table  # noqa: SLF001 -- as above
        may_write, _may_add = self.may_write(apps, app_label, table)
        more = f"GRANT UPDATE ({', '.join(self.change)}) ON {table} TO {PROGRAMS}"
        return self.changing(model, may_write) if self.anew else [more]


class Find(Guarded):
    """Let the rows of a protected table be found by their words: what is found follows their release."""

    def __init__(self, name: str) -> None:
        self.name = name

    def describe(self) -> str:
        """What `migrate --plan` prints."""
        return f"Finding {self.name} as it is released"

    def statements(self, apps: Any, app_label: str) -> list[str]:
        """The SQL, one statement after another."""
        table = apps.get_model(app_label, self.name)._meta.db_table  # noqa: SLF001 -- Django's documented way to a table's name
        when = f"AFTER UPDATE OF audience_id ON {table}"
        return [f"CREATE TRIGGER found_with_item {when} FOR EACH ROW EXECUTE FUNCTION tansiq.found_with_item()"]
