"""The set-up's own way to rows under forced row-level security: lifted for the owner, for one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, models, transaction


@contextmanager
def unforced(*tables: type[models.Model]) -> Iterator[None]:
    """Let the owner's connection see and write these tables until the transaction ends; programs are bound as ever."""
    names = [table._meta.db_table for table in tables]  # noqa: SLF001 -- Django's documented way to a table's name
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        for name in names:
            cursor.execute(f"ALTER TABLE {name} NO FORCE ROW LEVEL SECURITY")
        yield
        for name in names:
            cursor.execute(f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY")
