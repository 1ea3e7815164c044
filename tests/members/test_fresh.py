"""Fresh sign-in before grave acts: asked for when it was long ago, with nothing to be typed again."""

import re
from datetime import date, timedelta

import pytest
from django.core.cache import cache

from tansiq import clock
from tansiq.members.models import Account, Accreditation
from tansiq.release.acting import acting_as
from tansiq.release.models import Member
from tests.members.telephone import shown
from tests.pages import text
from tests.visits import at, client

pytestmark = pytest.mark.django_db
PASSWORD = "seven herons over the marsh"
GIVEN = {"name_ar": "دلتا", "name_en": "Delta & “Sons”", "code": "DE", "kind": "state", "joined_on": "2026-06-01"}


@pytest.fixture(autouse=True)
def quick(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


def long_ago(slug: str, minutes: int = 16):
    """Somebody with a password, who has signed in so many minutes ago."""
    account = Account.objects.get(email__startswith=f"{slug}@")
    account.set_password(PASSWORD)
    account.save()
    here = client(slug)
    session = here.session
    session["confirmed"] = (clock.now() - timedelta(minutes=minutes)).isoformat()
    session.save()
    return here


def hidden(page) -> dict[str, str]:
    """What a form carries unseen."""
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.content.decode().split("<main")[1]))


def test_whoever_signed_in_long_ago_confirms_first_and_types_nothing_again(officer):
    here = long_ago("officer")
    asked = here.post(at("member_admit"), {**GIVEN, "once": "one"})
    assert (asked.status_code, "Is it you?" in text(asked)) == (200, True)
    assert not Member.objects.filter(code="DE").exists()
    carried = {name: value.replace("&amp;", "&") for name, value in hidden(asked).items()}
    assert carried | {"csrfmiddlewaretoken": ""} == {**GIVEN, "once": "one", "csrfmiddlewaretoken": ""}
    wrong = here.post(at("member_admit"), {**carried, "confirm_password": "a guess"})
    assert (wrong.status_code, "not your password" in text(wrong), hidden(wrong)["code"]) == (400, True, "DE")
    before = here.cookies["sessionid"].value
    done = here.post(at("member_admit"), {**carried, "confirm_password": PASSWORD})
    assert (done.status_code, done["Location"]) == (302, at("member", "DE"))
    with acting_as(officer):
        assert Member.objects.get(code="DE").name.words["en"] == GIVEN["name_en"]
    assert here.cookies["sessionid"].value != before


def test_looking_asks_as_well_and_then_leads_back():
    here = long_ago("officer")
    asked = here.get(at("member_standing", "SH"))
    assert "Is it you?" in text(asked)
    done = here.post(at("member_standing", "SH"), {**hidden(asked), "confirm_password": PASSWORD})
    assert (done.status_code, done["Location"]) == (302, at("member_standing", "SH"))
    assert "A step in a member’s standing" in text(here.get(at("member_standing", "SH")))


def test_whoever_signed_in_lately_is_not_asked():
    assert "Is it you?" not in text(long_ago("officer", minutes=15).get(at("member_admit")))


def test_whoever_has_nothing_to_show_is_fresh():
    assert "Is it you?" not in text(client("officer").get(at("member_admit")))


def test_an_hour_that_lies_ahead_is_no_better(settings):
    settings.FRESH_MINUTES = 0
    assert "Is it you?" in text(long_ago("officer").get(at("member_admit")))


def test_a_code_confirms_once(alif):
    here = long_ago("alif", minutes=0)
    page = here.get(at("mfa_activate_totp")).content.decode()
    secret, signed = re.search(r"<code>(\w+)</code>", page)[1], re.search(r'name="secret" value="([^"]+)"', page)[1]
    here.post(at("mfa_activate_totp"), {"secret": signed, "code": shown(secret, -1)})
    for code, status in ((shown(secret, -1), 400), (shown(secret), 302)):
        later = long_ago("alif")
        assert "confirm_code" in later.get(at("mfa_deactivate_totp")).content.decode()
        assert later.post(at("mfa_deactivate_totp"), {"confirm_code": code}).status_code == status


@pytest.mark.parametrize(
    "name", ["mfa_add_webauthn", "mfa_activate_totp", "mfa_generate_recovery_codes", "second_factor"]
)
def test_these_are_grave(name):
    assert "Is it you?" in text(long_ago("admin.sh").get(at(name)))


def test_ending_an_accreditation_is_grave(admin_sh):
    here = long_ago("admin.sh")
    with acting_as(admin_sh):
        one = Accreditation.objects.get(role="alternate")
    asked = here.post(at("accreditation_end", one.pk), {"version": "1"})
    assert "Is it you?" in text(asked)
    with acting_as(admin_sh):
        assert Accreditation.objects.get(pk=one.pk).ended_at is None
    assert here.post(at("accreditation_end", one.pk), {"version": "1", "confirm_password": PASSWORD}).status_code == 302
    with acting_as(admin_sh):
        assert Accreditation.objects.get(pk=one.pk).ended_at is not None
    assert date(2026, 6, 8) == clock.today()


def test_confirming_is_not_guessed():
    here = long_ago("officer")
    told = [
        "too many attempts" in text(here.post(at("member_admit"), {"confirm_password": "guess"})) for _time in range(7)
    ]
    assert told == [False] * 5 + [True] * 2


def test_no_password_is_carried_in_a_page():
    here = long_ago("officer")
    asked = here.post(at("member_admit"), {"code": "DE", "password": "a secret", "oldpassword": "another"})
    assert "a secret" not in asked.content.decode()
    assert "another" not in hidden(asked).values()
    assert hidden(asked)["code"] == "DE"


def test_a_confirmation_with_nothing_in_it_is_refused():
    here = long_ago("officer")
    for given in (
        {"confirm_password": ""},
        {"confirm_credential": "x"},
        {"confirm_credential": "{}"},
        {"confirm_look": "1"},
    ):
        answer = here.post(at("member_admit"), given)
        assert (given, answer.status_code, "Is it you?" in text(answer)) == (given, 400, True)
