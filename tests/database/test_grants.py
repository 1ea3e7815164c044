"""What the programs may change and erase, written down once more: whoever opens a column says so here too."""

from collections.abc import Iterator

import psycopg
import pytest

from tests.world import Cluster

RELEASE = frozenset({"audience_id", "version"})
MAY_CHANGE = {
    **dict.fromkeys(("bodyrule", "figure", "person", "report", "seat", "source", "statement"), RELEASE),
    **dict.fromkeys(("agendachange", "agendaitem", "document"), RELEASE),  # To a guest of their review, too.
    **dict.fromkeys(("matter", "replacement", "base", "successor", "assessment", "ground", "revision"), RELEASE),
    "guest": {"until_at", "version"},
    "body": RELEASE | {"zone"},
    "massletter": RELEASE | {"discarded_at", "released_at"},
    "remark": RELEASE | {"text"},
    "measure": RELEASE | {"name", "note", "direction"},  # Its kind, its unit and the start it came with never.
    "baseline": RELEASE,  # With its measure.
    "review": RELEASE  # And its plan, until it is published.
    | {"starts_on", "ends_on", "starts_at", "zone", "minutes", "place", "moves", "moved_at", "called_off_at"},
    "caveat": {"lifted_on", "version"},
    "series": {"first_on", "every", "unit", "weekday", "nth", "hedged", "skipped", "decides", "version"},
    "calendarfeed": {"accreditation", "digest", "made_at"},
    "releasehabit": {"audience_id"},
    "noticechoice": {"language", "secret", "way"},
    "accreditation": {"ended_at", "version"},
    "findable": {
        *("audience_id", "lines", "dated", "precision", "called"),
        *("title", "text", "plain", "title_stems", "stems"),
    },
    "factordemand": {"lifted_at", "version"},
    "clearancedemand": {"lifted_at", "version"},
    "reportdraft": {"given", "ready", "updated_at", "version"},
    "member": {"joined_on", "left_on", "name", "version"},  # An office's name alone (functions.sql).
    "coalition": {"about", "founded_on", "member_order", "months", "name", "profile", "sequence", "version"},
}
ACCOUNTS = {"account": {"email", "is_active", "last_login", "password"}}
WHOLE = {"session", "rate"}  # Sign-ins and rate limits are the program's own.
DRAFTS = ["tansiq_reportdraft"]  # No part of the record.
ERASED = ["account_emailaddress", "account_emailconfirmation", "mfa_authenticator", "tansiq_rate", "tansiq_session"]
PULSE = {"uptime": {"until"}}  # Of the stretch that lasts, and no other (test_uptime.py).
EXPECTED = {"app": {**MAY_CHANGE, **ACCOUNTS}, "worker": {**MAY_CHANGE, **PULSE}, "public": {}}


@pytest.fixture
def admin(cluster: Cluster, small: str) -> Iterator[psycopg.Connection]:
    with cluster.admin(small) as inside:
        yield inside


@pytest.mark.parametrize("role", EXPECTED)
def test_these_columns_are_changed_and_no_other(admin, role):
    changed = admin.execute(
        "SELECT substr(c.relname, 8), array_agg(a.attname::text) FROM pg_class c JOIN pg_attribute a "
        "ON a.attrelid = c.oid AND a.attnum > 0 WHERE c.relname ~ '^tansiq_' AND c.relkind = 'r' "
        "AND has_column_privilege(%s, c.oid, a.attnum, 'UPDATE') GROUP BY 1",
        [f"tansiq_{role}"],
    ).fetchall()
    assert {table: set(columns) for table, columns in changed if table not in WHOLE} == EXPECTED[role]


@pytest.mark.parametrize("role", EXPECTED)
def test_no_row_of_a_member_is_ever_erased_but_its_drafts(admin, role):
    erased = admin.execute(
        "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' "
        "AND has_table_privilege(%s, oid, 'DELETE') ORDER BY 1",
        [f"tansiq_{role}"],
    ).fetchall()
    drafts = DRAFTS if role != "public" else []
    assert [table for (table,) in erased] == sorted([*(ERASED if role == "app" else []), *drafts])
