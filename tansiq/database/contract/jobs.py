"""The jobs: another's tables in a schema of their own, which the worker alone enters and which tell nobody anything."""

from collections.abc import Iterator

import psycopg

from tansiq.database.contract.asking import JOBS, WORKER, ask


def breaches(admin: psycopg.Connection) -> Iterator[str]:
    """Whoever else enters them, and what in them tells of others' work."""
    for (role,) in ask(
        admin,
        "SELECT r.rolname FROM pg_roles r JOIN pg_namespace n ON n.nspname = %s WHERE NOT r.rolsuper "
        "AND r.oid <> n.nspowner AND r.rolname <> %s AND has_schema_privilege(r.oid, n.oid, 'USAGE') "
        "AND r.rolname !~ '^pg_' ORDER BY 1",
        JOBS,
        WORKER,
    ):
        yield f"the jobs are reached by {role}"
    for (trigger,) in ask(
        admin,
        "SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid "
        "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = %s AND p.prosrc ~ 'pg_notify' ORDER BY 1",
        JOBS,
    ):
        yield f"trigger {trigger} tells everybody of jobs"
    for (name,) in ask(
        admin,
        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = %s "
        "AND c.relkind IN ('r', 'p', 'f', 'v', 'm') AND c.relname !~ '^procrastinate_' ORDER BY 1",
        JOBS,
    ):
        yield f"table {name} lies among the jobs"
