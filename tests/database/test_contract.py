"""Each way to break the contract of release control is named with its table, role or function."""

from collections.abc import Iterator

import psycopg
import pytest

from tansiq.database import contract
from tansiq.database.contract import keys
from tansiq.database.house import SQL
from tests.database.broken import ALL, IN, KEPT, PARENT, remarks
from tests.world import Cluster


@pytest.fixture(scope="module")
def admin(cluster: Cluster, small: str) -> Iterator[psycopg.Connection]:
    cluster.clone(small, "contract")
    with cluster.admin("contract") as inside:
        yield inside
    cluster.drop("contract")


def found(admin: psycopg.Connection, statements: str) -> list[str]:
    """What the contract says after some SQL, which is then undone."""
    admin.execute("BEGIN")
    try:
        admin.execute(statements.encode())
        return list(contract.breaches(admin, SQL))
    finally:
        admin.execute("ROLLBACK")


def test_a_fresh_house_keeps_its_contract(admin):
    assert list(contract.breaches(admin, SQL)) == KEPT
    contract.check(admin, SQL)


def test_a_start_is_refused_with_the_name_of_the_table(admin):
    admin.execute("BEGIN; ALTER TABLE tansiq_remark NO FORCE ROW LEVEL SECURITY")
    try:
        with pytest.raises(contract.Broken) as refused:
            contract.check(admin, SQL)
    finally:
        admin.execute("ROLLBACK")
    assert str(refused.value) == (
        "The database does not keep the contract of release control: table tansiq_remark has no forced row-level "
        "security. The house does not start on it."
    )


def test_a_program_that_is_superuser_is_named_before_all_that_follows_from_it(admin):
    assert found(admin, "ALTER ROLE tansiq_app SUPERUSER")[0] == "role tansiq_app has more rights than it may"


def test_what_a_condition_asks_is_told_one_by_one():
    told = ["(a = 1)", "((b = ')') OR c)", "f(d)", "(e < 2)"]
    assert keys.demands("((a = 1) AND ((b = ')') OR c) AND (f(d) AND (e < 2)))") == told
    for whole in ("((a AND b) OR c)", "(EXISTS ( SELECT WHERE (a AND b)))", "true"):
        assert keys.demands(whole) == [whole]


def test_more_may_be_asked_of_a_parent(admin):
    assert found(admin, remarks(f"{PARENT} AND {IN} AND parent.version > 0)")) == KEPT


@pytest.mark.parametrize("statements", ALL)
def test_each_breach_is_named(admin, statements):
    ((review,),) = admin.execute(
        "SELECT conname FROM pg_constraint "
        "WHERE conrelid = 'tansiq_remark'::regclass AND confrelid = 'tansiq_review'::regclass"
    ).fetchall()
    assert found(admin, statements.replace("{remark_review}", review)) == ALL[statements]
