"""The signed context: what the program signs the database verifies, by its own clock and its own accreditations."""

from collections.abc import Iterator

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from psycopg import sql

from tansiq import clock
from tansiq.database import context
from tests.world import INSTANT, SECONDS, Cluster, frozen

NOBODY = (None, None, None, None, None, None, [])


@pytest.fixture(scope="module")
def admin(cluster: Cluster, small: str) -> Iterator[psycopg.Connection]:
    cluster.clone(small, "context")
    with cluster.admin("context") as inside:
        yield inside
    cluster.drop("context")


@pytest.fixture(autouse=True)
def undone(admin: psycopg.Connection) -> Iterator[None]:
    """Each test's changes are taken back."""
    admin.execute("BEGIN")
    yield
    admin.execute("ROLLBACK")


def signed(pad: context.Pad, at: int = SECONDS, **who) -> str:
    former = clock.use(lambda: float(at))
    try:
        return context.sign(pad, **who)
    finally:
        clock.use(former)


def who(admin: psycopg.Connection, token: str) -> tuple:
    return admin.execute("SELECT (tansiq.who(%s)).*", [token]).fetchone()


def keep(admin: psycopg.Connection, pad: context.Pad) -> context.Pad:
    admin.execute(
        "INSERT INTO tansiq_keys.pad VALUES (%s, %s, %s) ON CONFLICT (id) DO UPDATE "
        "SET inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad",
        [pad.number, *pad.pads()],
    )
    return pad


@pytest.fixture
def pad(admin: psycopg.Connection) -> context.Pad:
    return keep(admin, context.Pad(2, b"a key of the tests"))


@pytest.fixture
def alif(admin: psycopg.Connection) -> dict:
    """The head of Sahlan's delegation."""
    ((account, accreditation),) = admin.execute(
        "SELECT account_id, key FROM tansiq_accreditation WHERE role = 'head'"
    ).fetchall()
    return {"account": account, "accreditation": accreditation}


@given(key=st.binary(min_size=0, max_size=200), number=st.integers(2, 999_999))
@settings(max_examples=60, deadline=None)
def test_the_program_s_signature_is_the_database_s(admin, key, number):
    """Keys longer than a block are hashed first, as RFC 2104 has it."""
    pad = keep(admin, context.Pad(number, key))
    assert who(admin, signed(pad)) == (None, None, None, None, None, None, [0])
    assert who(admin, signed(context.Pad(number, key + b"\1"))) == NOBODY


@pytest.mark.parametrize("length", [1, 63, 64, 65, 128, 1000])
def test_a_key_of_any_length(admin, alif, length):
    pad = keep(admin, context.Pad(3, b"k" * length))
    assert who(admin, signed(pad, **alif))[1] == alif["accreditation"]


def test_what_a_member_s_context_says(admin, pad, alif):
    ((member, reader),) = admin.execute("SELECT key, reader FROM tansiq_member WHERE code = 'SH'").fetchall()
    assert who(admin, signed(pad, **alif)) == (
        alif["account"], alif["accreditation"], member, "SH", "state", "head", [0, reader, reader + 1],
    )  # fmt: skip


def test_only_a_head_reads_what_is_for_heads(admin, pad):
    rows = admin.execute(
        "SELECT a.account_id, a.key, a.role, m.reader FROM tansiq_accreditation a "
        "JOIN tansiq_member m ON m.key = a.member_id"
    ).fetchall()
    assert {role for _account, _key, role, _reader in rows} == {"head", "alternate", "administrator", "officer"}
    for account, key, role, reader in rows:
        expected = [0, reader, reader + 1] if role == "head" else [0, reader]
        assert who(admin, signed(pad, account=account, accreditation=key))[-1] == expected


def test_an_account_without_a_hat_is_the_public_by_name(admin, pad, alif):
    assert who(admin, signed(pad, account=alif["account"])) == (alif["account"], None, None, None, None, None, [0])


def test_a_context_without_its_account_is_never_signed(pad, alif):
    with pytest.raises(ValueError, match="account"):
        signed(pad, accreditation=alif["accreditation"])


@pytest.mark.parametrize(
    ("before", "valid"), [(0, True), (context.LIFE, True), (context.LIFE + 1, False), (-86_400, True)]
)
def test_it_expires_by_the_database_s_clock(admin, pad, alif, before, valid):
    token = signed(pad, SECONDS - before, **alif)
    assert (who(admin, token) != NOBODY) is valid


def test_the_database_s_clock_alone_decides(admin, pad, alif):
    token = signed(pad, **alif)
    later = (
        "CREATE OR REPLACE FUNCTION tansiq.now() RETURNS timestamptz LANGUAGE sql STABLE AS "
        f"$$SELECT timestamptz '{INSTANT}' + interval '15 minutes 1 second'$$"
    )
    admin.execute(later.encode())
    assert who(admin, token) == NOBODY


@pytest.mark.parametrize(
    ("changed", "valid"),
    [
        (("ended_at", "2026-06-08"), False),
        (("ended_at", "2999-01-01"), False),
        (("valid_from", "2026-06-08"), True),
        (("valid_from", "2026-06-09"), False),
        (("valid_until", "2026-06-08"), True),
        (("valid_until", "2026-06-07"), False),
        (("account_id", None), False),
    ],
)
def test_an_accreditation_holds_from_its_first_day_to_its_last(admin, pad, alif, changed, valid):
    assert INSTANT[:10] == "2026-06-08"
    column, value = changed
    change = sql.SQL("UPDATE tansiq_accreditation SET {} = %s WHERE key = %s").format(sql.Identifier(column))
    admin.execute(change, [value, alif["accreditation"]])
    token = signed(pad, **alif)
    assert (who(admin, token) != NOBODY) is valid
    hats = admin.execute(
        "SELECT accreditation FROM tansiq.accreditations_of(%s)", [signed(pad, account=alif["account"])]
    )
    assert hats.fetchall() == ([(alif["accreditation"],)] if valid else [])


@pytest.mark.parametrize(("left", "valid"), [("2026-06-07", False), ("2026-06-08", False), ("2026-06-09", True)])
def test_a_member_that_has_withdrawn_reads_nothing_more(admin, pad, alif, left, valid):
    admin.execute("UPDATE tansiq_member SET left_on = %s WHERE code = 'SH'", [left])
    assert (who(admin, signed(pad, **alif)) != NOBODY) is valid


def test_two_keys_may_stand_and_each_signs_its_own(admin, pad, alif):
    newer = keep(admin, context.Pad(3, b"a newer key"))
    assert who(admin, signed(pad, **alif)) == who(admin, signed(newer, **alif)) != NOBODY
    assert who(admin, signed(context.Pad(3, pad.key), **alif)) == NOBODY
    admin.execute("DELETE FROM tansiq_keys.pad WHERE id = 2")
    assert who(admin, signed(pad, **alif)) == NOBODY


def test_a_savepoint_that_is_rolled_back_takes_its_context_with_it(admin, pad, alif):
    own = signed(pad, **alif)
    admin.execute("SELECT tansiq.enter(%s)", [own])
    admin.execute("SAVEPOINT held")
    assert admin.execute("SELECT readers FROM tansiq.enter('')").fetchone() == ([],)
    admin.execute("ROLLBACK TO SAVEPOINT held")
    assert admin.execute("SELECT (tansiq.me()).accreditation").fetchone() == (alif["accreditation"],)
    admin.execute("ROLLBACK")
    assert admin.execute("SELECT (tansiq.me()).readers").fetchone() == ([],)
    admin.execute("BEGIN")


def test_the_token_is_worn_only_inside():
    with frozen(), context.wearing("one"):
        with context.wearing("two"):
            assert context.current() == "two"
        assert context.current() == "one"
    assert context.current() == ""
