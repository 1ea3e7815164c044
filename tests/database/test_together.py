"""Migrations laid together say to PostgreSQL what Django's own way says, statement by statement."""

from collections.abc import Callable

import pytest
from django.db import connection, migrations
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import AddField
from django.db.models import TextField

from tansiq.migrations._together import Together, runs

UP_TO = "0007_reports"  # Every kind of operation that is laid together stands before it or in it.


def said(apply: Callable) -> list[str]:
    """The statements of the first migrations, laid in one way; none is carried out."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    state = loader.project_state([key for key in loader.graph.leaf_nodes() if key[0] != "tansiq"])
    told: list[str] = []
    for name, one in sorted((name, one) for (app, name), one in loader.disk_migrations.items() if app == "tansiq"):
        with connection.schema_editor(collect_sql=True, atomic=False) as editor:
            state = apply(one, state, editor)
        told += editor.collected_sql
        if name == UP_TO:
            break
    return told


@pytest.mark.django_db
def test_the_statements_are_those_of_django_in_the_same_order():
    together = said(Together.apply)
    assert together == said(migrations.Migration.apply)
    assert len(together) > 1000


def test_every_migration_of_ours_is_laid_together():
    loader = MigrationLoader(None, ignore_no_migrations=True)
    ours = [type(one) for (app, _name), one in loader.disk_migrations.items() if app == "tansiq"]
    assert [one for one in ours if not issubclass(one, Together)] == []


def test_a_field_that_is_laid_twice_is_laid_in_two_runs():
    first, other, again = (AddField("figure", name, TextField()) for name in ("reason", "note", "reason"))
    assert [run for _kind, run in runs([first, other, again])] == [[first, other], [again]]
