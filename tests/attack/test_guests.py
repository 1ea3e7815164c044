"""A guest that has found a way to run SQL: it reads what names it, until the second of its end, and writes nothing."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import errors
from psycopg.types.json import Jsonb

from tansiq.database import context
from tests.attack.asked import LENT, OWN
from tests.attack.planted import Planted, composed, insert
from tests.attack.rows import a_row
from tests.world import INSTANT, frozen

NOW = datetime.fromisoformat(INSTANT)
READER = -1_000_002
SESSION = Jsonb({"source": "en", "words": {"en": "A guest"}})


@pytest.fixture
def admin(planted: Planted) -> Iterator[psycopg.Connection]:
    """The administrator, whose rows are gone afterwards."""
    with planted.admin() as inside:
        yield inside
        for table in ("tansiq_guestinvitation", "tansiq_guest"):
            inside.execute(composed("DELETE FROM {table} WHERE said_by_name->>'source' = 'planted'", table=table))
        inside.execute("DELETE FROM tansiq_account WHERE email LIKE '%@agency.example'")


def seated(planted: Planted, admin: psycopg.Connection, until_at: datetime, reader: int = READER) -> tuple[str, UUID]:
    """A guest of the review that is lent to Nawras, come in under an account of its own: its context and its key."""
    mark = {"said_by_id": None, "said_by_name": Jsonb({"source": "planted", "words": {"planted": "x"}})}
    guest = a_row(planted, planted.model("tansiq_guest"), LENT, str(uuid4()))
    guest |= {"key": uuid4(), "reader": reader, "until_at": until_at, **mark}
    insert(admin, "tansiq_guest", guest)
    account = uuid4()
    admin.execute(
        "INSERT INTO tansiq_account (key, email, password, is_active) VALUES (%s, %s, '!', true)",
        [account, f"{account}@agency.example"],
    )
    invitation = a_row(planted, planted.model("tansiq_guestinvitation"), LENT, str(uuid4()))
    invitation |= {"key": uuid4(), "guest_id": guest["key"], "account_id": account, "accepted_at": NOW, **mark}
    insert(admin, "tansiq_guestinvitation", invitation)
    with frozen():
        return context.sign(planted.pad(), account=account, accreditation=invitation["key"]), guest["key"]


def counts(planted: Planted, token: str) -> dict[str, int]:
    with planted.plain(token=token) as connection:
        return {
            table: connection.execute(composed("SELECT count(*) FROM {table}", table=table)).fetchone()[0]
            for table in planted.protected
        }


def test_it_reads_what_the_public_reads_and_itself(planted, admin):
    token, _key = seated(planted, admin, NOW + timedelta(hours=1))
    public, guest = counts(planted, planted.public()), counts(planted, token)
    assert {table: count - public[table] for table, count in guest.items() if count != public[table]} == {
        "tansiq_guest": 1
    }


def test_to_the_second_of_its_end(planted, admin):
    alive, _key = seated(planted, admin, NOW + timedelta(seconds=1))
    assert counts(planted, alive)["tansiq_guest"] == 1
    for until_at, reader in ((NOW, READER - 2), (NOW - timedelta(seconds=1), READER - 4)):
        over, _key = seated(planted, admin, until_at, reader)
        assert set(counts(planted, over).values()) == {0}
        with planted.plain(token=over) as connection:
            assert connection.execute("SELECT tansiq.readers()").fetchone() == ([],)
            hats = connection.execute("SELECT count(*) FROM tansiq.accreditations_of(%s)", [over]).fetchone()
            assert hats == (0,)


def test_it_puts_nothing_in_whatever_it_calls_its_own(planted, admin):
    token, _key = seated(planted, admin, NOW + timedelta(hours=1))
    (public,) = admin.execute("SELECT tansiq.audience_id('{0}')").fetchone()
    for role in ("app", "worker"):
        with planted.plain(role, token) as connection:
            for table in planted.releasable:
                for kind in (OWN, LENT):
                    row = a_row(planted, planted.model(table), kind, f"by a guest {table}")
                    row |= {"audience_id": public} if "audience_id" in row else {}
                    with pytest.raises(psycopg.Error) as refusal, connection.transaction():
                        insert(connection, table, row)
                    assert isinstance(refusal.value, errors.InsufficientPrivilege), table


def test_it_changes_nothing_not_even_its_own_end(planted, admin):
    token, key = seated(planted, admin, NOW + timedelta(hours=1))
    with planted.plain(token=token) as connection:
        later = "UPDATE tansiq_guest SET until_at = until_at + interval '1 day', version = version + 1"
        assert connection.execute(later).rowcount == 0
        for table in ("tansiq_review", "tansiq_remark", "tansiq_document", "tansiq_agendaitem"):
            changed = connection.execute(composed("UPDATE {table} SET version = version + 1", table=table))
            assert changed.rowcount == 0
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute("SELECT tansiq.audience_of(%s)", [[READER]])
    assert admin.execute("SELECT until_at FROM tansiq_guest WHERE key = %s", [key]).fetchone() == (
        NOW + timedelta(hours=1),
    )


def test_nobody_names_a_guest_of_whom_he_does_not_read(planted, admin):
    seated(planted, admin, NOW + timedelta(hours=1))
    hidden = admin.execute("SELECT reader FROM tansiq_guest WHERE key <> ALL (%s)", [[uuid4()]]).fetchall()
    with planted.plain(token=planted.token("jim")) as jim:
        seen = {reader for (reader,) in jim.execute("SELECT reader FROM tansiq_guest").fetchall()}
        assert READER in seen
        jim.execute("SELECT tansiq.audience_of(%s)", [[READER]])
        for (reader,) in hidden:
            if reader not in seen:
                answers = []
                for named in (reader, -12):
                    with pytest.raises(errors.InvalidParameterValue) as refusal, jim.transaction():
                        jim.execute("SELECT tansiq.audience_of(%s)", [[named]])
                    answers.append(str(refusal.value))
                assert answers[0] == answers[1]


def test_another_s_invitation_is_no_hat(planted, admin):
    token, _key = seated(planted, admin, NOW + timedelta(hours=1))
    account, _accreditation = planted.holder("jim")
    invitation = UUID(token.split(".")[3])
    with frozen():
        mixed = context.sign(planted.pad(), account=account, accreditation=invitation)
    assert set(counts(planted, mixed).values()) == {0}


def test_no_letter_is_written_to_a_guest(planted, admin):
    token, _key = seated(planted, admin, NOW + timedelta(hours=1))
    with planted.plain("worker") as worker:
        found = {account for account, _hat, _email in worker.execute("SELECT * FROM tansiq.recipients()").fetchall()}
    assert found
    assert UUID(token.split(".")[2]) not in found
