"""A lost second factor: removed at the terminal on the word of the secretariat, on record, and its holder is told."""

import io

import pytest
from django.core.management import CommandError, call_command

from tansiq.members import factors
from tansiq.members.models import Account, Session
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tests.pages import text
from tests.visits import at, client
from tests.world import token

pytestmark = pytest.mark.django_db


@pytest.fixture
def alif(db):
    account = Account.objects.get(email__startswith="alif@")
    factors.add_passkey(account, "key", {})
    factors.new_codes(account)
    return account


@pytest.fixture
def officer(db):
    return Account.objects.get(email__startswith="officer@")


def reset(email, officer):
    said = io.StringIO()
    call_command("reset_second_factor", email, "--as", officer, stdout=said)
    return said.getvalue()


def test_the_factors_are_gone_the_sign_ins_closed_and_it_is_on_record(alif, officer):
    here = client("alif")
    assert here.get(at("my_member")).status_code == 200
    assert "was removed by whoever runs" not in text(here.get(at("mfa_index")))
    assert "The second factors are removed" in reset(alif.email.upper(), officer.email)
    assert factors.factors_of(alif.pk) == []
    assert not Session.objects.filter(account=alif).exists()
    assert here.get(at("my_member")).status_code == 302
    again = client("alif")
    assert "Your lost second factor was removed by whoever runs this house." in text(again.get(at("mfa_index")))
    with acting_as(token("alif")):
        entry = Entry.objects.get(kind="second_factor.reset")
    assert "removed by whoever runs the house" in text(again.get(at("entry", entry.pk)))
    assert client("ba").get(at("entry", entry.pk)).status_code == client().get(at("entry", entry.pk)).status_code == 404
    factors.add_passkey(alif, "another", {})
    assert "was removed by whoever runs" not in text(again.get(at("mfa_index")))


def test_nobody_but_an_officer_of_the_secretariat_asks_for_it(alif, officer):
    for email, asking, words in (
        (alif.email, alif.email, "Only an officer"),
        (alif.email, "nobody@mission.example", "may act in this house"),
        ("nobody@mission.example", officer.email, "speaks for a member"),
        (officer.email, officer.email, "has no second factor"),
    ):
        with pytest.raises(CommandError, match=words):
            reset(email, asking)
    assert factors.has_factor(alif.pk)
