"""The roles: what the programs sign in as has no right of its own, and nobody puts on another's."""

from collections.abc import Iterator

import psycopg

from tansiq.database.contract.asking import PROGRAMS, ask

BOUND = (*PROGRAMS, "tansiq_owner")  # Row-level security binds the tables' owner too.
DEFINER = "tansiq_definer"


def breaches(admin: psycopg.Connection) -> Iterator[str]:
    """Roles that are more than they may be."""
    for (name,) in ask(admin, "SELECT r FROM unnest(%s::text[]) r WHERE to_regrole(r) IS NULL", (*BOUND, DEFINER)):
        yield f"role {name} is missing"
    for (name,) in ask(
        admin,
        "SELECT rolname FROM pg_roles WHERE (rolname = ANY (%s) AND (rolsuper OR rolbypassrls OR rolreplication "
        "OR rolcreatedb OR rolcreaterole)) OR (rolname = %s AND (rolsuper OR rolcanlogin)) ORDER BY 1",
        BOUND,
        DEFINER,
    ):
        yield f"role {name} has more rights than it may"
    for name, other in ask(
        admin,
        "SELECT m.rolname, g.rolname FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member "
        "JOIN pg_roles g ON g.oid = a.roleid WHERE m.rolname = ANY (%s) AND NOT "
        "(m.rolname = 'tansiq_owner' AND g.rolname = 'tansiq_definer') ORDER BY 1, 2",
        (*BOUND, DEFINER),
    ):
        yield f"role {name} is a member of role {other}"
    for name, what in ask(
        admin,
        "SELECT r.rolname, pg_describe_object(d.classid, d.objid, d.objsubid) FROM pg_shdepend d "
        "JOIN pg_roles r ON r.oid = d.refobjid WHERE d.refclassid = 'pg_authid'::regclass AND d.deptype = 'o' "
        "AND d.dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database())) "
        "AND (r.rolname = ANY (%s) OR (r.rolname = %s AND d.classid <> 'pg_proc'::regclass)) ORDER BY 1, 2",
        PROGRAMS,
        DEFINER,
    ):
        yield f"role {name} owns {what}"
    for (name,) in ask(
        admin,
        "SELECT DISTINCT r.rolname FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole "
        "WHERE r.rolname = ANY (%s) AND s.setdatabase IN "
        "(0, (SELECT oid FROM pg_database WHERE datname = current_database())) ORDER BY 1",
        (*BOUND, DEFINER),
    ):
        yield f"role {name} has settings of its own laid down"
