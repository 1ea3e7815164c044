"""The tables of the jobs: another's, laid in a schema of their own; what waits in them is found again at any time."""

from importlib.metadata import version

import psycopg
from procrastinate.schema import SchemaManager
from psycopg import sql


def lay(owner: psycopg.Connection, grants: str) -> None:
    """Lay the tables where there are none of this version, and give them to the worker alone."""
    made = f"procrastinate {version('procrastinate')}"
    with owner.transaction():
        ((held,),) = owner.execute("SELECT obj_description(to_regnamespace('tansiq_jobs'), 'pg_namespace')").fetchall()
        if held != made:
            owner.execute("DROP SCHEMA IF EXISTS tansiq_jobs CASCADE")
            owner.execute("CREATE SCHEMA tansiq_jobs")
            owner.execute("SET LOCAL search_path = tansiq_jobs")
            owner.execute(SchemaManager.get_schema())
            owner.execute("RESET search_path")
            owner.execute(sql.SQL("COMMENT ON SCHEMA tansiq_jobs IS {}").format(made))
        owner.execute(grants.encode())
