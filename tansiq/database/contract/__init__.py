"""The contract of release control with PostgreSQL, checked at every start: each breach is named."""

from collections.abc import Iterator
from pathlib import Path

import psycopg

from tansiq.database.contract import functions, jobs, keys, policies, reach, roles, tables
from tansiq.database.contract.asking import for_tests
from tansiq.database.server import FLOOR, unsafe_settings


class Broken(RuntimeError):
    """The database does not keep the contract; the house does not start on it."""


def check_server(admin: psycopg.Connection) -> None:
    """Refuse an old server, and one that may lose what it has acknowledged."""
    if admin.info.server_version // 10000 < FLOOR:
        found = admin.info.server_version // 10000
        raise Broken(f"PostgreSQL {FLOOR} or newer is needed; this server is {found}.")
    for name in () if for_tests(admin) else unsafe_settings(admin):
        raise Broken(f"PostgreSQL runs with {name} = off and could lose what it has acknowledged; switch it on.")


def breaches(admin: psycopg.Connection, sql_folder: Path) -> Iterator[str]:
    """Every way in which a house's database does not keep the contract."""
    yield from roles.breaches(admin)
    yield from tables.breaches(admin)
    yield from policies.breaches(admin)
    yield from keys.breaches(admin)
    yield from reach.breaches(admin, sql_folder)
    yield from jobs.breaches(admin)
    yield from functions.breaches(admin, sql_folder)


def check(admin: psycopg.Connection, sql_folder: Path) -> None:
    """Hold the database against the contract; the first breach is named with its table, role or function."""
    for breach in breaches(admin, sql_folder):
        raise Broken(
            f"The database does not keep the contract of release control: {breach}. The house does not start on it."
        )
