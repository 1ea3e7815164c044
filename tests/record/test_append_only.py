"""The record is added to and never changed: the program may not, and the database stops even its owner, by name."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import errors, sql

from tansiq.database.contract.tables import RECORD
from tests.attack.asked import HIDDEN, OWN
from tests.attack.planted import Planted, composed
from tests.attack.planting import plant
from tests.world import Cluster

CHANGES = {
    "UPDATE": "UPDATE {table} SET key = key",
    "DELETE": "DELETE FROM {table}",
    "TRUNCATE": "TRUNCATE {table} CASCADE",
    "MERGE": "MERGE INTO {table} held USING (SELECT 1) one ON true WHEN MATCHED THEN DELETE",
    "UPSERT": "INSERT INTO {table} SELECT * FROM {table} ON CONFLICT (key) DO UPDATE SET key = excluded.key",
}


@pytest.fixture(scope="module")
def kept(cluster: Cluster, small: str) -> Iterator[Planted]:
    cluster.clone(small, "kept")
    yield plant(cluster, "kept")
    cluster.drop("kept")


def rows(kept: Planted, table: str) -> list[tuple]:
    with kept.admin() as admin:
        return admin.execute(composed("SELECT * FROM {table} ORDER BY key", table=table)).fetchall()


@pytest.mark.parametrize("table", sorted(RECORD))
@pytest.mark.parametrize("change", CHANGES)
def test_neither_the_owner_nor_the_administrator_changes_it(kept, table, change):
    before = rows(kept, table)
    assert len(before) >= 4
    statement = composed(CHANGES[change], table=table)
    with kept.admin() as admin:
        with pytest.raises(errors.InsufficientPrivilege, match="the record is append-only"):
            admin.execute(statement)
        with admin.transaction(force_rollback=True):  # As a migration would go about it.
            admin.execute(composed("ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY", table=table))
            admin.execute("SET LOCAL ROLE tansiq_owner")
            with pytest.raises(errors.InsufficientPrivilege, match="the record is append-only"), admin.transaction():
                admin.execute(statement)
    assert rows(kept, table) == before


@pytest.mark.parametrize("role", ["app", "worker", "public", "backup"])
@pytest.mark.parametrize("change", CHANGES)
def test_no_program_may_even_try(kept, role, change):
    token = kept.token("alif")
    with kept.plain(role, token) as connection:
        for table in sorted(RECORD):
            with pytest.raises(errors.InsufficientPrivilege, match="permission denied for table"):
                connection.execute(composed(CHANGES[change], table=table))


def test_the_owner_sees_no_row_to_change_where_it_is_bound(kept):
    with kept.cluster.plain(kept.name, "owner") as owner:
        for table in sorted(RECORD):
            for change in ("UPDATE", "DELETE"):
                assert owner.execute(composed(CHANGES[change], table=table)).rowcount == 0
            with pytest.raises(errors.InsufficientPrivilege, match="the record is append-only"):
                owner.execute(composed(CHANGES["TRUNCATE"], table=table))


def test_a_program_adds(kept):
    """Else the refusals above would prove nothing."""
    with kept.plain(token=kept.token("jim")) as connection, connection.transaction(force_rollback=True):
        row = {**kept.rows[OWN]["tansiq_entry"], "key": kept.rows[HIDDEN]["tansiq_person"]["key"]}
        names = sql.SQL(", ").join(map(sql.Identifier, row))
        places = sql.SQL(", ").join([sql.Placeholder()] * len(row))
        added = sql.SQL("INSERT INTO tansiq_entry ({}) VALUES ({})").format(names, places)
        assert connection.execute(added, [*row.values()]).rowcount == 1
        with pytest.raises(psycopg.Error), connection.transaction():
            connection.execute("DELETE FROM tansiq_entry")
