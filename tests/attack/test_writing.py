"""Nobody changes, widens, narrows, builds on or speaks for what is another's."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

import psycopg
import pytest
from psycopg import errors, sql
from psycopg.types.json import Jsonb

from tests.attack.asked import HIDDEN, LENT, OFFICE, OWN, OWNERS, Row
from tests.attack.planted import Planted, composed, insert, table_of
from tests.attack.rows import a_row, parents
from tests.world import INSTANT, SECONDS

REFUSED = errors.InsufficientPrivilege
ACTORS = {"jim": OWN, "admin.nw": OWN, "officer": OFFICE}


@pytest.fixture(scope="module")
def jim(planted: Planted) -> Iterator[psycopg.Connection]:
    with planted.plain(token=planted.token("jim")) as connection:
        yield connection


def held(planted: Planted) -> dict[str, str]:
    """Every protected table's rows, as the administrator sees them."""
    told = sql.SQL("SELECT coalesce(string_agg(one::text, '|' ORDER BY one::text), '') FROM {} one")
    with planted.admin() as admin:
        return {table: admin.execute(told.format(sql.Identifier(table))).fetchone()[0] for table in planted.protected}


@pytest.fixture(autouse=True, scope="module")
def nothing_has_changed(planted: Planted) -> Iterator[None]:
    """All the attempts together leave every table as it was."""
    before = held(planted)
    yield
    assert held(planted) == before


def fresh(planted: Planted, table: str, kind: str = OWN, **changed) -> Row:
    return {**a_row(planted, planted.model(table), kind, f"written {kind} {table}"), **changed}


def refusal(connection: psycopg.Connection, table: str, row: Row) -> type[psycopg.Error] | None:
    try:
        with connection.transaction(force_rollback=True):
            insert(connection, table, row)
    except psycopg.Error as refused:
        return type(refused)
    return None


def test_no_row_of_another_is_changed(planted, jim):
    """Neither hidden nor lent, in no column: not found where the column may be changed, refused where it may not."""
    changed = {}
    for table in planted.releasable:
        for kind in (HIDDEN, LENT):
            row = planted.rows[kind][table]
            for column, value in row.items():
                change = composed("UPDATE {table} SET {column} = %s WHERE key = %s", table=table, column=column)
                try:
                    with jim.transaction(force_rollback=True):
                        rows = jim.execute(change, [value, row["key"]]).rowcount
                except psycopg.Error as refused:
                    rows = 0 if type(refused) is REFUSED else refused
                if rows != 0:
                    changed[table, kind, column] = rows
    assert changed == {}


def test_nothing_is_deleted(planted, jim):
    for table in {*planted.protected} - {"tansiq_reportdraft"}:
        with pytest.raises(REFUSED):
            jim.execute(composed("DELETE FROM {table}", table=table))


def test_of_drafts_nobody_deletes_another_s(planted, jim):
    with jim.transaction(force_rollback=True):
        gone = jim.execute("DELETE FROM tansiq_reportdraft RETURNING key").fetchall()
    assert gone == [(planted.rows[OWN]["tansiq_reportdraft"]["key"],)]


@pytest.mark.parametrize("slug", [*ACTORS, "alif", "chair", "coordinator"])
def test_nobody_puts_a_row_in_for_another(planted, slug):
    """Every table, every owner but one's own; and even the owner's name on a row that all may read."""
    with planted.plain(token=planted.token(slug)) as connection:
        ((own,),) = connection.execute("SELECT tansiq.member()").fetchall()
        taken = {
            (table, kind)
            for table in planted.releasable
            for kind in OWNERS
            if planted.members[OWNERS[kind]] != own
            and refusal(connection, table, fresh(planted, table, kind)) is not REFUSED
        }
    assert taken == set()


@pytest.mark.parametrize("role", ["public", "worker", "app"])
def test_without_a_member_nobody_puts_anything_in(planted, role):
    with planted.plain(role, planted.public()) as connection:
        refused = {refusal(connection, table, fresh(planted, table)) for table in planted.releasable}
    assert refused == {REFUSED}


def test_merge_and_upsert_leave_another_s_row_alone(planted, jim):
    for kind in (HIDDEN, LENT):
        key = planted.rows[kind]["tansiq_remark"]["key"]
        merge = (
            "MERGE INTO tansiq_remark held USING (SELECT %s::uuid AS key) wanted ON held.key = wanted.key "
            "WHEN MATCHED THEN UPDATE SET version = 99"
        )
        if kind == HIDDEN:
            assert jim.execute(merge, [key]).rowcount == 0
        else:
            with pytest.raises(REFUSED):
                jim.execute(merge, [key])
        with pytest.raises(REFUSED):
            jim.execute(merge.replace("UPDATE SET version = 99", "DELETE"), [key])


def test_a_returning_clause_gives_no_more_than_its_row(planted, jim):
    with jim.transaction(force_rollback=True):
        given = jim.execute("UPDATE tansiq_remark SET version = version + 1 RETURNING key").fetchall()
    assert given == [(planted.rows[OWN]["tansiq_remark"]["key"],)]


class TestRelease:
    """Who reads what is decided by its owner, and never past what it rests on."""

    def audience(self, connection: psycopg.Connection, *codes: str) -> int:
        readers = "SELECT tansiq.audience_of(array_agg(reader)) FROM tansiq_member WHERE code = ANY (%s)"
        return connection.execute(readers, [[*codes]]).fetchone()[0]

    def test_nothing_is_hung_on_what_is_hidden(self, planted, jim):
        for table, column, parent in (
            ("tansiq_remark", "review_id", "tansiq_review"),
            ("tansiq_review", "body_id", "tansiq_body"),
            ("tansiq_statement", "speaker_id", "tansiq_person"),
        ):
            row = fresh(planted, table)
            assert refusal(jim, table, row) is None
            assert refusal(jim, table, {**row, column: planted.rows[HIDDEN][parent]["key"]}) is REFUSED

    def test_no_child_is_wider_than_what_it_hangs_on(self, planted, jim):
        with jim.transaction(force_rollback=True):
            wide = self.audience(jim, "NW", "chair")
            row = fresh(planted, "tansiq_remark", audience_id=wide)
            assert refusal(jim, "tansiq_remark", row) is REFUSED  # Its review is for Nawras alone.
            lent = planted.rows[LENT]["tansiq_review"]["key"]
            as_lent = self.audience(jim, "SH", "WA", "NW")
            assert refusal(jim, "tansiq_remark", {**row, "review_id": lent}) is REFUSED
            assert refusal(jim, "tansiq_remark", {**row, "review_id": lent, "audience_id": as_lent}) is None

    def test_no_row_is_widened_past_what_it_hangs_on(self, planted, jim):
        own = planted.rows[OWN]["tansiq_remark"]["key"]
        with jim.transaction(force_rollback=True):
            wide = self.audience(jim, "NW", "chair")
            with pytest.raises(REFUSED):
                jim.execute("UPDATE tansiq_remark SET audience_id = %s WHERE key = %s", [wide, own])

    def laid(self, jim: psycopg.Connection, planted: Planted, table: str, audience: int, done: dict[str, UUID]) -> UUID:
        """A new row of one's own with all that it hangs on, for one audience."""
        if table not in done:
            row = fresh(planted, table, audience_id=audience)
            for column, parent in parents(planted.model(table)).items():
                if row[column] and table_of(parent) in planted.releasable:
                    row[column] = self.laid(jim, planted, table_of(parent), audience, done)
            insert(jim, table, row)
            done[table] = row["key"]
        return done[table]

    def test_what_others_may_build_on_is_never_narrowed(self, planted, jim):
        with planted.admin() as admin:
            guarded = admin.execute(
                "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgfoid = 'tansiq.only_wider'::regproc ORDER BY 1"
            ).fetchall()
        assert len(guarded) >= 5
        # What these hang on, offices lay (reports/test_filing.py, reviews/test_guests.py, test_releasing of each step).
        called_for = {"report", "figure", "measure", "base", "baseline", "successor", "ground", "revision"}
        called_for |= {"bodyrule", "matter", "agendaitem", "agendachange", "document", "replacement"}
        for (table,) in guarded:
            if table.removeprefix("tansiq_") in called_for:
                continue
            with jim.transaction(force_rollback=True):
                wide, narrow = self.audience(jim, "NW", "chair"), self.audience(jim, "NW")
                key = self.laid(jim, planted, table, wide, {})
                change = composed("UPDATE {table} SET audience_id = %s WHERE key = %s", table=table)
                with pytest.raises(errors.CheckViolation), jim.transaction():
                    jim.execute(change, [narrow, key])

    def test_one_s_own_eyes_are_always_among_the_readers(self, planted, jim):
        with jim.transaction(force_rollback=True):
            others = self.audience(jim, "SH", "WA")
            assert refusal(jim, "tansiq_person", fresh(planted, "tansiq_person", audience_id=others)) is REFUSED
            with pytest.raises(REFUSED), jim.transaction():
                jim.execute("UPDATE tansiq_remark SET audience_id = %s WHERE owner_id = tansiq.member()", [others])

    @pytest.mark.parametrize(
        "readers", ["NULL", "'{}'", "'{NULL}'", "'{-2}'", "'{1}'", "'{999999}'", "'{2147483647}'", "'{-2147483648}'"]
    )
    def test_an_audience_names_known_readers(self, jim, readers):
        with pytest.raises(errors.InvalidParameterValue):
            jim.execute(sql.SQL("SELECT tansiq.audience_of({})").format(sql.SQL(readers)))

    @pytest.mark.parametrize("role", ["app", "worker", "public"])
    def test_who_is_no_member_makes_no_audience(self, planted, role):
        with planted.plain(role, planted.public()) as connection, pytest.raises(REFUSED):
            connection.execute("SELECT tansiq.audience_of('{0}')")

    def test_audiences_are_made_by_that_function_alone(self, planted, jim):
        for statement in (
            "INSERT INTO tansiq_audience VALUES (1, '{0}')",
            "INSERT INTO tansiq_audience_reader VALUES (0, 1)",
            "UPDATE tansiq_audience SET readers = '{0}'",
            "UPDATE tansiq_audience_reader SET reader = 0",
        ):
            with pytest.raises(REFUSED):
                jim.execute(statement.encode())
        hidden = planted.audiences[HIDDEN]
        mine = "INSERT INTO tansiq_audience_reader (reader, audience_id) SELECT reader, %s FROM tansiq_member"
        with pytest.raises(REFUSED):
            jim.execute(mine, [hidden])


class TestRecord:
    """Nobody writes another's entries, adds parts to them, or writes his own as of another hour."""

    def entry(self, planted: Planted, **changed) -> dict:
        return {
            "key": str(fresh(planted, "tansiq_entry")["key"]),
            "v": 1,
            "kind": "remark.made",
            "item": str(planted.members["NW"]),
            "previous": None,
            "epoch": SECONDS // 3600,
            "commitments": {},
            "salt": "00",
            "leaf": "00",
            "owner": str(planted.members["NW"]),
            "audience": planted.audiences[OWN],
            **changed,
        }

    def part(self, planted: Planted, **changed) -> dict:
        key = str(fresh(planted, "tansiq_entry_group")["key"])
        return {"key": key, "name": "actor", "salt": "00", "body": {}, "audience": planted.audiences[OWN], **changed}

    def appended(self, jim: psycopg.Connection, entry: dict, parts: list[dict]) -> type[psycopg.Error] | None:
        try:
            with jim.transaction(force_rollback=True):
                jim.execute("SELECT tansiq.append(%s, %s)", [Jsonb(entry), Jsonb(parts)])
        except psycopg.Error as refused:
            return type(refused)
        return None

    def test_appending_has_its_caller_s_rights(self, planted, jim):
        part = self.part(planted)
        assert self.appended(jim, self.entry(planted), [part]) is None
        for changed in (
            {"owner": str(planted.members["SH"])},
            {"audience": planted.audiences[HIDDEN]},
            {"audience": planted.audiences["others"]},
            {"epoch": SECONDS // 3600 - 1},
            {"epoch": SECONDS // 3600 + 1},
            {"owner": None},
            {"audience": None},
        ):
            assert self.appended(jim, self.entry(planted, **changed), [part]) is REFUSED
        for changed in ({"audience": planted.audiences[HIDDEN]}, {"audience": planted.audiences[LENT]}):
            assert self.appended(jim, self.entry(planted), [self.part(planted, **changed)]) is REFUSED

    @pytest.mark.parametrize("table", ["tansiq_entry_group", "tansiq_bulkrow", "tansiq_disclosure"])
    def test_nothing_is_added_to_another_s_entry(self, planted, jim, table):
        own = fresh(planted, table)
        if table == "tansiq_entry_group":
            own["name"] = "attachment"
        assert refusal(jim, table, own) is None
        for kind in (LENT, HIDDEN):
            entry = planted.rows[kind]["tansiq_entry"]["key"]
            assert refusal(jim, table, {**own, "entry_id": entry}) is REFUSED

    def test_a_release_is_not_backdated(self, planted, jim):
        now = datetime.fromisoformat(INSTANT)
        own = fresh(planted, "tansiq_disclosure")
        for at in (now - timedelta(days=1), now + timedelta(microseconds=1)):
            assert refusal(jim, "tansiq_disclosure", {**own, "at": at}) is REFUSED

    def test_a_standing_is_recorded_by_the_secretariat_alone(self, planted, jim):
        assert refusal(jim, "tansiq_standing", fresh(planted, "tansiq_standing")) is REFUSED
        with planted.plain(token=planted.token("officer")) as officer:
            assert refusal(officer, "tansiq_standing", fresh(planted, "tansiq_standing", OFFICE)) is None

    def test_members_and_the_coalition_are_kept_by_the_secretariat(self, planted, jim):
        for statement in (
            "UPDATE tansiq_member SET left_on = '2000-01-01'",
            "UPDATE tansiq_coalition SET months = 'gulf'",
            "UPDATE tansiq_coalition SET profile = NULL",
            "UPDATE tansiq_member SET name = name || '{}' WHERE kind = 'office'",
        ):
            assert jim.execute(statement.encode()).rowcount == 0
        for statement in (
            "UPDATE tansiq_member SET reader = 0",
            "UPDATE tansiq_member SET code = 'SH'",
            "UPDATE tansiq_coalition SET demonstration = false",
        ):
            with pytest.raises(REFUSED):
                jim.execute(statement.encode())

    def test_the_secretariat_names_offices_anew_and_no_member(self, planted):
        renamed = "UPDATE tansiq_member SET name = jsonb_set(name, '{words,en}', '\"Other\"') WHERE kind %s 'office'"
        with planted.plain(token=planted.token("officer")) as officer:
            officer.execute("BEGIN")
            assert officer.execute((renamed % "=").encode()).rowcount == 3
            officer.execute("ROLLBACK")
            with pytest.raises(REFUSED):
                officer.execute((renamed % "<>").encode())
