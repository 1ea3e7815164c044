"""Nobody sees everything: an office, the public and the worker read what is released to them."""

import pytest

from tests.attack.asked import CHAIR, HIDDEN, LENT, OFFICE, OWN, OWNERS
from tests.attack.planted import composed

OWN_ONLY = {
    *("tansiq_calendarfeed", "tansiq_doneact", "tansiq_noticechoice", "tansiq_releasehabit", "tansiq_told"),
    "tansiq_unsignedadvice",
}


def seen_by(planted, slug: str, role: str = "app") -> dict[str, set[str]]:
    """Which of the planted rows somebody sees, table by table."""
    token = planted.public() if slug == "public" else planted.token(slug)
    seen = {}
    with planted.plain(role, token) as connection:
        for table in planted.releasable:
            if role == "public" and table in OWN_ONLY:
                continue
            keys = {key for (key,) in connection.execute(composed("SELECT key FROM {table}", table=table)).fetchall()}
            seen[table] = {kind for kind in OWNERS if planted.rows[kind][table]["key"] in keys}
    return seen


@pytest.mark.parametrize(
    ("slug", "kinds"),
    [
        ("alif", {HIDDEN, LENT}),
        ("alif2", {HIDDEN, LENT}),
        ("admin.sh", {HIDDEN, LENT}),
        ("ba", {HIDDEN, LENT}),
        ("jim", {LENT, OWN}),
        ("admin.nw", {LENT, OWN}),
        ("officer", {OFFICE}),
        ("chair", {CHAIR}),
        ("coordinator", set()),
        ("public", set()),
    ],
)
@pytest.mark.parametrize("role", ["app", "worker"])
def test_each_sees_what_is_released_to_it(planted, slug, kinds, role):
    own = {
        kind
        for kind in kinds
        if slug in {"jim": OWN, "admin.nw": OWN, "officer": OFFICE, "chair": CHAIR} and kind in {OWN, OFFICE, CHAIR}
    }
    own |= {HIDDEN, LENT} if slug in {"alif", "alif2", "admin.sh"} else set()
    assert seen_by(planted, slug, role) == {table: own if table in OWN_ONLY else kinds for table in planted.releasable}


def test_the_secretariat_sees_no_remark_that_is_not_released_to_it(planted):
    with planted.plain(token=planted.token("officer")) as connection:
        seen = connection.execute("SELECT key FROM tansiq_remark").fetchall()
    assert seen == [(planted.rows[OFFICE]["tansiq_remark"]["key"],)]


def test_the_public_s_role_reads_public_rows_and_writes_nothing(planted):
    assert set().union(*seen_by(planted, "public", "public").values()) == set()
    with planted.plain("public", planted.public()) as connection:
        counts = {
            table: connection.execute(composed("SELECT count(*) FROM {table}", table=table)).fetchone()[0]
            for table in ("tansiq_review", "tansiq_source", "tansiq_member", "tansiq_audience")
        }
    assert counts == {"tansiq_review": 1, "tansiq_source": 1, "tansiq_member": 6, "tansiq_audience": 1}


def test_the_backup_reads_all_and_changes_nothing(planted):
    """Its password lies in the private folder and is used by the backup alone (a partial backup would be none)."""
    with planted.plain("backup") as connection:
        for table in planted.releasable:
            keys = {key for (key,) in connection.execute(composed("SELECT key FROM {table}", table=table)).fetchall()}
            assert {planted.rows[kind][table]["key"] for kind in OWNERS} <= keys
            assert connection.execute(
                "SELECT has_any_column_privilege(%s, 'INSERT'), has_any_column_privilege(%s, 'UPDATE'), "
                "has_table_privilege(%s, 'DELETE')",
                [table] * 3,
            ).fetchone() == (False, False, False)


def test_who_may_call_what(planted):
    """Each role calls what its work needs; what is open to everybody would be open to every role to come."""
    called = (
        "SELECT proname FROM pg_proc WHERE pronamespace = 'tansiq'::regnamespace "
        "AND has_function_privilege(%s, oid, 'EXECUTE')"
    )
    with planted.admin() as admin:
        may = {
            role: {name for (name,) in admin.execute(called, [f"tansiq_{role}"]).fetchall()}
            for role in ("app", "worker", "public", "backup")
        }
    reading = {"now", "who", "me", "readers", "member", "office", "enter", "audience_id", "within", "contained"}
    reading |= {"silence_breaks"}
    writing = {"append", "audience_of", "owns_entry", "find_vector", "silence_letters"}
    entering = {"accreditations_of", "invitation", "accept_invitation"}
    assert may == {
        "app": reading | writing | entering,
        "worker": reading | writing | {"recipients"},
        "public": reading,
        "backup": set(),
    }
