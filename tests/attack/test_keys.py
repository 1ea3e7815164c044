"""No key tells whether something hidden exists: a hidden and an absent one are refused alike, word for word."""

from collections.abc import Iterator
from typing import Any, NamedTuple
from uuid import UUID, uuid5

import psycopg
import pytest
from psycopg import errors, sql

from tansiq.database.contract.asking import ACCOUNTS, REFERENCE
from tests.attack.asked import CHAIR, HIDDEN, OFFICE, OWN, SPACE, Row
from tests.attack.planted import Planted, composed, insert
from tests.attack.rows import a_row

ACTORS = {"jim": OWN, "admin.nw": OWN, "officer": OFFICE, "chair": CHAIR, "coordinator": OFFICE}
ABSENT = UUID("00000000-0000-4000-8000-00000000dead")
NO_AUDIENCE = 1234567890123456789
REFUSED = errors.InsufficientPrivilege


class Key(NamedTuple):
    """A foreign key between two tables, read from the catalogue."""

    table: str
    column: str
    parent: str


TEXTS = (
    ("tansiq_textversion", "number", "text_id"),
    ("tansiq_paragraph", "place", "text_version_id"),
    ("tansiq_paragraph", "strand", "text_version_id"),
    ("tansiq_question", "text_id", "turn"),
    ("tansiq_question", "text_version_id"),
    ("tansiq_elector", "member_id", "question_id"),
    ("tansiq_silenceact", "question_id"),
    ("tansiq_lessonstep", "lesson_id", "turn"),
    ("tansiq_questionend", "question_id"),
    ("tansiq_proxyend", "proxy_id"),
    ("tansiq_reason", "owner_id", "question_id", "turn"),
    ("tansiq_position", "owner_id", "question_id", "turn"),
    ("tansiq_condition", "owner_id", "paragraph_id", "question_id", "turn"),
    ("tansiq_decision", "audience_id", "body_id", "code"),
)
SEEN = ("aspect", "line_id", "owner_id", "review_id", "said_by_name", "stance", "turn", "window")


@pytest.fixture(scope="module")
def sessions(planted: Planted) -> Iterator[dict[str, psycopg.Connection]]:
    made = {slug: planted.plain(token=planted.token(slug)) for slug in ACTORS}
    yield made
    for connection in made.values():
        connection.close()


def foreign_keys(planted: Planted) -> list[Key]:
    with planted.admin() as admin:
        return [
            Key(*row)
            for row in admin.execute(
                "SELECT f.conrelid::regclass::text, a.attname::text, f.confrelid::regclass::text FROM pg_constraint f "
                "JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = ANY (f.conkey) "
                "WHERE f.contype = 'f' AND f.connamespace = 'public'::regnamespace ORDER BY 1, 2"
            ).fetchall()
        ]


def tried(connection: psycopg.Connection, table: str, row: Row) -> tuple[str, str] | None:
    """What an insert is answered, its own keys left out; None where it is taken. Nothing stays."""
    try:
        with connection.transaction(force_rollback=True):
            insert(connection, table, row)
    except psycopg.Error as refusal:
        return refusal.sqlstate, _without(str(refusal), row)
    return None


def _without(words: str, row: Row) -> str:
    for value in row.values():
        words = words.replace(str(value), "…") if isinstance(value, UUID | int) and value not in (True, 1) else words
    return words


def fresh(planted: Planted, table: str, kind: str) -> Row:
    """A new row that its actor may put in."""
    row = a_row(planted, planted.model(table), kind, f"fresh {kind} {table}")
    if table == "tansiq_invitation":  # One invites to what is not accepted yet.
        row["accreditation_id"] = planted.rows[kind]["tansiq_accreditation"]["key"]
    if table == "tansiq_briefing":  # The coordinator alone gives one, here for the review that everybody reads.
        row |= dict.fromkeys(("owner_id", "said_by_id"), planted.members["coordinator"])
        with planted.plain("public", planted.public()) as connection:
            found = connection.execute("SELECT key, audience_id FROM tansiq_review").fetchall()
        row |= dict(zip(("review_id", "audience_id"), *found, strict=True))
    return row


def actor_for(planted: Planted, sessions: dict[str, psycopg.Connection], table: str) -> tuple[str, Row]:
    """Who may put a row into a table, and such a row: without one, a refusal would prove nothing."""
    refusals = {}
    for slug, kind in ACTORS.items():
        row = fresh(planted, table, kind)
        refusals[slug] = tried(sessions[slug], table, row)
        if refusals[slug] is None:
            return slug, row
    raise AssertionError(f"nobody can put a row into {table}: {refusals}")


def hidden_and_absent(planted: Planted, parent: str) -> tuple[Any, Any]:
    if parent == "tansiq_audience":
        return planted.audiences["others"], NO_AUDIENCE
    if parent == "tansiq_account":
        return planted.holder("alif")[0], ABSENT
    return planted.rows[HIDDEN][parent]["key"], ABSENT


def test_no_foreign_key_tells_whether_a_row_exists(planted, sessions):
    asked = set()
    for key in foreign_keys(planted):
        if key.table not in planted.releasable or key.parent in REFERENCE:
            continue
        slug, row = actor_for(planted, sessions, key.table)
        answers = [
            tried(sessions[slug], key.table, {**row, key.column: value})
            for value in hidden_and_absent(planted, key.parent)
        ]
        assert answers[0] == answers[1], key
        assert answers[0] is not None, key
        assert answers[0][0] == REFUSED.sqlstate, key
        asked.add(key.table)
    assert asked == set(planted.releasable) - {
        "tansiq_calendarfeed",
        "tansiq_doneact",
        "tansiq_noticechoice",
        "tansiq_told",
        "tansiq_unsignedadvice",
    }  # Each row names at least its audience.


def test_every_foreign_key_is_asked_or_leads_to_what_everybody_reads(planted):
    left = {
        key
        for key in foreign_keys(planted)
        if key.table not in planted.releasable and key.table not in ACCOUNTS and key.parent not in REFERENCE
    }
    assert left == {Key("tansiq_audience_reader", "audience_id", "tansiq_audience")}  # The program cannot write it.


def test_no_change_tells_whether_a_row_exists(planted, sessions):
    """The columns that an owner may change, pointed at a hidden row and at none."""
    asked = []
    for key in foreign_keys(planted):
        if key.table not in planted.releasable or key.parent in REFERENCE:
            continue
        with planted.admin() as admin:
            may = admin.execute(
                "SELECT has_column_privilege('tansiq_app', %s, %s, 'UPDATE')", [key.table, key.column]
            ).fetchone()
        if may != (True,):
            continue
        answers = []
        change = composed("UPDATE {table} SET {column} = %s WHERE key = %s", table=key.table, column=key.column)
        for value in hidden_and_absent(planted, key.parent):
            with pytest.raises(psycopg.Error) as refusal, sessions["jim"].transaction():
                sessions["jim"].execute(change, [value, planted.rows[OWN][key.table]["key"]])
            answers.append((type(refusal.value), str(refusal.value).replace(str(value), "…")))
        assert answers[0] == answers[1], key
        assert answers[0][0] in {REFUSED, errors.CheckViolation}, key  # Only widened, or not the owner's to name.
        asked.append(key)
    assert {key.column for key in asked} == {"audience_id"}
    assert {"tansiq_remark", "tansiq_releasehabit"} < {key.table for key in asked}


def unique_keys(planted: Planted) -> list[tuple[str, list[str]]]:
    with planted.admin() as admin:
        return admin.execute(
            "SELECT c.relname::text, array_agg(a.attname::text ORDER BY a.attname) FROM pg_index i "
            "JOIN pg_class c ON c.oid = i.indrelid "
            "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey) "
            "WHERE i.indisunique AND c.relrowsecurity AND c.relnamespace = 'public'::regnamespace "
            "GROUP BY c.relname, i.indexrelid ORDER BY 1, 2"
        ).fetchall()


def test_no_unique_key_collides_with_a_hidden_row(planted, sessions):
    """The same names, codes and addresses as a hidden row's are taken as if it were not there."""
    told = {}
    for table, columns in unique_keys(planted):
        if table not in planted.releasable or columns == ["key"]:
            continue
        slug, row = actor_for(planted, sessions, table)
        same = {column: planted.rows[HIDDEN][table][column] for column in columns if column != "owner_id"}
        if (answer := tried(sessions[slug], table, {**row, **same})) is not None:
            told[table, *columns] = answer[0]
    # An entry's groups hang on one's own entry alone, a number on one's own audience and a series that one reads;
    # and who knows the digest of a secret, or the number of a guest, has seen its row. What hangs on an item, or on a
    # correction, is put in by the offices that read it, and those read all that hangs on it.
    assert told == {
        ("tansiq_agendachange", "item_id", "turn"): REFUSED.sqlstate,
        ("tansiq_assessment", *SEEN): REFUSED.sqlstate,  # By its owner alone, and what hangs on it too.
        ("tansiq_ground", "assessment_id", "figure_id"): REFUSED.sqlstate,
        ("tansiq_revision", "earlier_id"): REFUSED.sqlstate,
        ("tansiq_jointgiver", "contribution_id", "member_id"): REFUSED.sqlstate,
        ("tansiq_offer", "contribution_id", "need_id"): REFUSED.sqlstate,
        ("tansiq_needstate", "need_id", "place"): REFUSED.sqlstate,  # By the owner of a need alone.
        ("tansiq_stepcorrection", "earlier_id"): REFUSED.sqlstate,
        ("tansiq_renewal", "earlier_id"): REFUSED.sqlstate,  # By the author of a risk alone.
        ("tansiq_ending", "risk_id"): REFUSED.sqlstate,
        ("tansiq_horizon", "prediction_id"): REFUSED.sqlstate,  # By the author of a forecast alone.
        ("tansiq_resolution", "owner_id", "prediction_id", "turn"): REFUSED.sqlstate,
        ("tansiq_ranking", "owner_id", "review_id", "turn"): REFUSED.sqlstate,
        **{("tansiq_ranked", *key): REFUSED.sqlstate for key in (("ranking_id", "risk_id"), ("place", "ranking_id"))},
        ("tansiq_briefing", "owner_id", "review_id", "turn"): REFUSED.sqlstate,
        ("tansiq_actionstep", "action_id", "turn"): REFUSED.sqlstate,  # Whoever reads an action reads its steps.
        ("tansiq_completion", "action_id", "owner_id", "turn"): REFUSED.sqlstate,
        ("tansiq_invitee", "call_id", "member_id"): REFUSED.sqlstate,  # With its call, and by whoever made that.
        ("tansiq_nothingtoadd", "call_id", "owner_id"): REFUSED.sqlstate,
        ("tansiq_advicecorrection", "earlier_id"): REFUSED.sqlstate,  # By its author alone.
        ("tansiq_cure", "advice_id", "owner_id"): REFUSED.sqlstate,
        **{
            (f"tansiq_{kind}", "advice_id", "owner_id", "turn"): REFUSED.sqlstate
            for kind in ("adviceanswer", "adviceposition", "advicereason")
        },
        ("tansiq_developmentcorrection", "earlier_id"): REFUSED.sqlstate,  # Likewise.
        ("tansiq_developmentwithdrawal", "development_id"): REFUSED.sqlstate,
        ("tansiq_doubtedmeasure", "development_id", "measure_id"): REFUSED.sqlstate,
        ("tansiq_doubtedassessment", "assessment_id", "development_id"): REFUSED.sqlstate,
        ("tansiq_claimfigure", "claim_id", "figure_id"): REFUSED.sqlstate,
        ("tansiq_minutes", "item_id", "place", "step"): REFUSED.sqlstate,
        **dict.fromkeys(TEXTS, REFUSED.sqlstate),  # With its version, by whoever tabled it or an office.
        ("tansiq_minutesanswer", "correction_id"): REFUSED.sqlstate,
        ("tansiq_minutesseal", "item_id"): REFUSED.sqlstate,
        ("tansiq_entry_group", "entry_id", "name"): REFUSED.sqlstate,
        ("tansiq_guest", "reader"): errors.UniqueViolation.sqlstate,
        ("tansiq_guestinvitation", "token_digest"): errors.UniqueViolation.sqlstate,
        ("tansiq_invitation", "token_digest"): errors.UniqueViolation.sqlstate,
        ("tansiq_numbering", "audience_id", "number", "owner_id", "series_id"): REFUSED.sqlstate,
    }


def test_what_remains_a_key_that_one_knows_already(planted, sessions):
    """Who knows a row's random key learns whether it is taken; a key has 122 random bits and nothing else tells it."""
    for table in planted.releasable:
        slug, row = actor_for(planted, sessions, table)
        answer = tried(sessions[slug], table, {**row, "key": planted.rows[HIDDEN][table]["key"]})
        found = table == "tansiq_findable"  # Not even that: a hidden item is refused before its key is.
        assert answer[0] == (REFUSED if found else errors.UniqueViolation).sqlstate
        assert "canary" not in answer[1]


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        ("DO NOTHING RETURNING key", []),
        ("(key) DO UPDATE SET version = 9 RETURNING text", REFUSED),
    ],
)
def test_a_conflict_gives_no_hidden_row_back(planted, sessions, then, expected):
    slug, row = actor_for(planted, sessions, "tansiq_remark")
    row = {**row, "key": planted.rows[HIDDEN]["tansiq_remark"]["key"]}
    ask = sql.SQL("INSERT INTO tansiq_remark ({}) VALUES ({}) ON CONFLICT ").format(
        sql.SQL(", ").join(map(sql.Identifier, row)), sql.SQL(", ").join([sql.Placeholder()] * len(row))
    )
    try:
        with sessions[slug].transaction(force_rollback=True):
            answer = sessions[slug].execute(ask + sql.SQL(then), [*row.values()]).fetchall()
    except psycopg.Error as refusal:
        answer = type(refusal)
    assert answer == expected


def test_an_audience_is_told_by_no_id(planted, sessions):
    """Its id is drawn from its content: naming one is no question whether anybody has used it."""
    jim = sessions["jim"]
    ((used, unused),) = jim.execute(
        "SELECT tansiq.audience_id(ARRAY[(SELECT reader FROM tansiq_member WHERE code = 'SH'),"
        "(SELECT reader FROM tansiq_member WHERE code = 'WA')]), tansiq.audience_id(ARRAY[1, 3, 5])"
    ).fetchall()
    for ask in ("SELECT tansiq.within(%s, 1)", "SELECT tansiq.within(1, %s)"):
        assert [jim.execute(ask, [one]).fetchone() for one in (used, unused)] == [(False,), (False,)]
    answers = [
        tried(jim, "tansiq_releasehabit", {**fresh(planted, "tansiq_releasehabit", OWN), "audience_id": one})
        for one in (used, unused)
    ]
    assert answers[0] == answers[1]
    assert answers[0][0] == REFUSED.sqlstate


def test_a_hidden_entry_and_none_are_disclosed_alike(planted, sessions):
    answers = [
        tried(sessions["jim"], "tansiq_disclosure", {**fresh(planted, "tansiq_disclosure", OWN), "entry_id": entry})
        for entry in (planted.rows[HIDDEN]["tansiq_entry"]["key"], uuid5(SPACE, "none"))
    ]
    assert answers == [answers[0]] * 2
    assert answers[0][0] == REFUSED.sqlstate
