"""Without a context that the house signed, and that is valid now, there is nothing in any table, and no error."""

import hashlib
import hmac

import psycopg
import pytest
from psycopg import sql

from tansiq import clock
from tansiq.database import context
from tests.attack.planted import Planted, composed, models_of_the_house, table_of
from tests.world import SECONDS, frozen

DAY = 86_400


def visible(connection: psycopg.Connection, planted: Planted) -> dict[str, int]:
    """How many rows of each protected table are seen; those with none left out."""
    each = [composed("SELECT count(*) FROM {table}", table=table) for table in planted.protected]
    counts = connection.execute(sql.SQL(" UNION ALL ").join(each)).fetchall()
    return {table: count for table, (count,) in zip(planted.protected, counts, strict=True) if count}


def signed(planted: Planted, body: str, key: bytes | None = None) -> str:
    """Any body with a true signature: what only a fault of the program could sign."""
    return f"{body}.{hmac.new(key or planted.pad().key, body.encode(), hashlib.sha256).hexdigest()}"


def forged(planted: Planted) -> dict[str, str]:
    """Contexts of which none may open anything."""
    pad = planted.pad()
    good = planted.token("alif")
    account, accreditation = planted.holder("alif")
    other_account, other_accreditation = planted.holder("jim")
    body, mac = good.rsplit(".", 1)
    with frozen():
        stranger = context.Pad(pad.number, b"another key" * 3)
        unknown = context.Pad(pad.number + 1, pad.key)
        made = {
            "another key": context.sign(stranger, account=account, accreditation=accreditation),
            "a pad that was never given": context.sign(unknown, account=account, accreditation=accreditation),
            "another's accreditation": context.sign(pad, account=other_account, accreditation=accreditation),
            "another's account": context.sign(pad, account=account, accreditation=other_accreditation),
            "an accreditation that is none": context.sign(pad, account=account, accreditation=account),
        }
    former = clock.use(lambda: float(SECONDS - DAY))
    try:
        made["expired"] = context.sign(pad, account=account, accreditation=accreditation)
        made["expired, of the public"] = context.sign(pad)
    finally:
        clock.use(former)
    return {
        **made,
        "empty": "",
        "blank": " ",
        "garbage": "garbage",
        "another form": "v2" + good[2:],
        "replayed under another account": good.replace(str(account), str(other_account)),
        "replayed under another accreditation": good.replace(str(accreditation), str(other_accreditation)),
        "the public made a member": planted.public().replace("v1.public.-.-", f"v1.member.{account}.{accreditation}"),
        "later": body.rsplit(".", 2)[0] + f".{SECONDS + DAY}.{pad.number}.{mac}",
        "one digit of the signature": body + "." + ("0" if mac[0] != "0" else "1") + mac[1:],
        "a longer signature": good + "0",
        "a shorter signature": good[:-1],
        "no signature": body,
        "great letters": body + "." + mac.upper(),
        "a line's end": good + "\n",
        "a blank before": " " + good,
        "seven points": "." * 6,
        "eight parts": good + ".x",
        "dots alone": "." * 200,
        "a hostile pattern": "(((((a+)+)+)+)+)" * 12,
        "a nest": "(" * 100_000,
        "a back reference": r"(v1)\1\2[[:alpha:]]{1,255}",
        "huge": "v1.member." + "a" * 10_000_000,
        "multi-byte": "ت" * 200,
        "multi-byte, as long as a true one": "ت" * (len(good) // 2),
        "Arabic digits": good.replace(f".{pad.number}.{mac}", f".١.{mac}"),
        "marks of direction": good[:10] + "\u202e" + good[10:],
        "a quote": "'; DROP TABLE tansiq_remark; --",
        "a number beyond all": signed(planted, f"v1.public.-.-.{'9' * 40}.{pad.number}"),
        "a pad beyond all": signed(planted, f"v1.public.-.-.{SECONDS + 60}.{'9' * 40}"),
        "a pad below": signed(planted, f"v1.public.-.-.{SECONDS + 60}.-1"),
        "no kind": signed(planted, f"v1..{account}.{accreditation}.{SECONDS + 60}.{pad.number}"),
        "another kind": signed(planted, f"v1.office.-.-.{SECONDS + 60}.{pad.number}"),
        "no account": signed(planted, f"v1.member.-.{accreditation}.{SECONDS + 60}.{pad.number}"),
        "no accreditation": signed(planted, f"v1.member.{account}.-.{SECONDS + 60}.{pad.number}"),
        "no key at all": signed(planted, f"v1.member.x.y.{SECONDS + 60}.{pad.number}"),
    }


@pytest.mark.parametrize("role", ["app", "worker", "public"])
def test_an_absent_context_opens_nothing(planted, role):
    asked = asked_by(planted, role)
    own_only = {
        "tansiq_calendarfeed",
        "tansiq_doneact",
        "tansiq_noticechoice",
        "tansiq_releasehabit",
        "tansiq_told",
        "tansiq_unsignedadvice",
    }  # Tables that the public has no part in.
    assert set(planted.protected) - set(asked) == (own_only if role == "public" else set())
    with planted.plain(role) as connection:
        assert [(table, count(connection, table)) for table in asked] == [(table, 0) for table in asked]


def asked_by(planted: Planted, role: str) -> list[str]:
    """What a role may ask for at all."""
    may = "SELECT has_any_column_privilege(%s, %s, 'SELECT')"
    with planted.admin() as admin:
        return [one for one in planted.protected if admin.execute(may, [f"tansiq_{role}", one]).fetchone()[0]]


def count(connection: psycopg.Connection, table: str) -> int:
    return connection.execute(composed("SELECT count(*) FROM {table}", table=table)).fetchone()[0]


def test_no_forged_context_opens_anything_and_none_is_an_error(planted):
    opened = {}
    with planted.plain() as connection:
        for what, token in forged(planted).items():
            connection.execute("SELECT set_config('tansiq.context', %s, false)", [token])
            who = connection.execute("SELECT (tansiq.me()).*").fetchone()
            entered = connection.execute("SELECT member, readers FROM tansiq.enter(%s)", [token]).fetchone()
            hats = connection.execute("SELECT * FROM tansiq.accreditations_of(%s)", [token]).fetchall()
            nobody = (None, None, None, None, None, None, [])
            if who != nobody or entered != (None, []) or hats or visible(connection, planted):
                opened[what] = who
    assert opened == {}


def test_the_true_ones_open_what_is_theirs_and_so_the_test_can_fail(planted):
    with planted.plain(token=planted.token("alif")) as connection:
        assert visible(connection, planted).keys() == set(planted.protected)
    with planted.plain(token=planted.public()) as connection:
        assert connection.execute("SELECT readers FROM tansiq.me()").fetchone() == ([0],)
        assert "tansiq_member" in visible(connection, planted)
        assert "tansiq_remark" not in visible(connection, planted)


def test_a_nul_cannot_even_be_said(planted):
    with planted.plain() as connection, pytest.raises(psycopg.DataError):
        connection.execute("SELECT set_config('tansiq.context', %s, false)", ["v1\0"])


def test_every_model_is_under_release_control_or_an_account_table(planted):
    accounts = {"tansiq_account", "tansiq_session"}
    assert {table_of(model) for model in models_of_the_house()} - accounts == set(planted.protected)
