"""How the contract asks PostgreSQL, and whom and what its rules name."""

from typing import Any, LiteralString

import psycopg

PROGRAMS = ("tansiq_app", "tansiq_worker", "tansiq_public")
WRITERS = ("tansiq_app", "tansiq_worker")
JOBS, WORKER = "tansiq_jobs", "tansiq_worker"  # A schema of tables that are not the house's, and who alone enters it.

# Account tables and Django's own: they hold no member's words, have no page that lists them, and no row-level security.
ACCOUNTS = frozenset({
    "tansiq_account", "tansiq_session", "tansiq_rate", "account_emailaddress", "account_emailconfirmation",
    "django_content_type", "django_migrations", "auth_permission", "auth_group", "auth_group_permissions",
    "mfa_authenticator", "socialaccount_socialaccount", "socialaccount_socialapp", "socialaccount_socialtoken",
})  # fmt: skip

# What everybody reads whole, and the index from which every policy starts: their rules are their own.
REFERENCE = frozenset({"tansiq_member", "tansiq_coalition"})
PULSE = frozenset({"tansiq_uptime"})  # When the house answered: of no member, and hidden from nobody.
AUDIENCES = frozenset({"tansiq_audience", "tansiq_audience_reader"})


def ask(admin: psycopg.Connection, query: LiteralString, *given: object) -> list[tuple[Any, ...]]:
    """All rows of an answer; tuples and sets are given as arrays."""
    plain = [sorted(one) if isinstance(one, frozenset | tuple) else one for one in given]
    return admin.execute(query, plain or None).fetchall()


def for_tests(admin: psycopg.Connection) -> bool:
    """Only a server that tests have started, and marked as theirs, may be unsafe and fast, or have another clock."""
    ((value,),) = ask(admin, "SELECT current_setting('tansiq.tests', true)")
    return value == "unsafe"
