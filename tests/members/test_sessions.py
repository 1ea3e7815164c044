"""Sign-ins: their keys, their list, their end."""

import re
from datetime import date

import pytest
from django.conf import settings as house

from tansiq.languages.words import Words
from tansiq.members.commands import accredit, bind, end_accreditation, new_token
from tansiq.members.models import Account, Accreditation, Session
from tansiq.members.sessions import SessionStore, digest
from tansiq.release.acting import acting_as
from tansiq.release.models import Member
from tests.visits import at, client

pytestmark = pytest.mark.django_db


def key_of(here) -> str:
    return here.cookies[house.SESSION_COOKIE_NAME].value


def test_a_stolen_row_opens_nothing():
    here, thief = client("alif"), client()
    row = Session.objects.get(account__email__startswith="alif@")
    assert row.session_key == digest(key_of(here)) != key_of(here)
    thief.cookies[house.SESSION_COOKIE_NAME] = row.session_key
    assert thief.get(at("my_member")).status_code == 302
    assert key_of(here) not in str(Session.objects.values_list().get(pk=row.pk))


def test_the_store_opens_finds_changes_and_closes():
    store = SessionStore()
    store["word"] = "one"
    store.save()
    key = store.session_key
    assert (store.exists(key), SessionStore(key)["word"]) == (True, "one")
    again = SessionStore(key)
    again["word"] = "two"
    again.save()
    assert (again.session_key, SessionStore(key)["word"], Session.objects.count()) == (key, "two", 1)
    again.cycle_key()
    assert (SessionStore(again.session_key)["word"], store.exists(key), Session.objects.count()) == ("two", False, 1)
    again.flush()
    assert (again.session_key, Session.objects.count()) == (None, 0)


@pytest.mark.parametrize("garbage", ["", "x", "\x00", "a" * 5000, "'; DROP TABLE tansiq_session; --"])
def test_a_garbage_key_is_nobody(garbage):
    here = client()
    here.cookies[house.SESSION_COOKIE_NAME] = garbage.replace("\x00", "%00")
    assert here.get(at("home")).status_code == 200


def test_my_own_sign_ins_are_listed_and_nobody_elses():
    here, there, other = client("alif"), client("alif"), client("ba")
    page = here.get(at("my_member")).content.decode()
    listed = set(re.findall(r'name="session" value="([0-9a-f]{40})"', page))
    assert listed == {digest(key_of(here)), digest(key_of(there))}
    assert page.count("this one") == 1
    assert digest(key_of(other)) not in page


def test_one_sign_in_is_closed_and_then_all_others():
    here, there, third, other = client("alif"), client("alif"), client("alif"), client("ba")
    close = at("session_close")
    assert here.post(close, {"session": digest(key_of(there))}).status_code == 302
    assert [one.get(at("my_member")).status_code for one in (here, there, third)] == [200, 302, 200]
    assert here.post(close, {"session": digest(key_of(other))}).status_code == 302
    assert other.get(at("my_member")).status_code == 200
    assert here.post(close, {"session": "others"}).status_code == 302
    assert [one.get(at("my_member")).status_code for one in (here, third, other)] == [200, 302, 200]
    assert here.post(close, {"session": digest(key_of(here))}).status_code == 302
    assert here.get(at("my_member")).status_code == 302


@pytest.mark.parametrize("wrong", ["", "x", "0" * 41, "' OR 1=1", "OTHERS"])
def test_what_is_no_sign_in_is_refused(wrong):
    assert client("alif").post(at("session_close"), {"session": wrong}).status_code == 400


def test_closing_needs_a_form():
    here = client("alif", enforce_csrf_checks=True)
    assert here.get(at("session_close")).status_code == 405
    assert here.post(at("session_close"), {"session": "others"}).status_code == 403


def second_hat(officer: str, slug: str) -> Accreditation:
    """Make a delegate the chair's officer as well."""
    secret, account = new_token(), Account.objects.get(email__startswith=f"{slug}@")
    with acting_as(officer):
        chair, name = Member.objects.get(code="chair"), Words.of("en", en="B")
        given = {"role": "officer", "email": account.email, "valid_from": date(2020, 1, 1), "token": secret}
        made = accredit(member=chair, name=name, **given)
    bind(secret, account)
    return made


def test_a_hat_is_changed_under_a_new_key_and_every_page_shows_it(officer):
    chairs = second_hat(officer, "ba")
    here, thief = client("ba"), client()
    assert "Wadina · alternate" in words_of(here.get(at("home")))
    before = key_of(here)
    assert here.get(at("hat"), {"hat": str(chairs.pk)}).status_code == 200  # Looking changes nothing.
    assert "Wadina · alternate" in words_of(here.get(at("home")))
    assert here.post(at("hat"), {"hat": str(chairs.pk)}).status_code == 302
    assert "Chair · officer" in words_of(here.get(at("home")))
    assert key_of(here) != before
    thief.cookies[house.SESSION_COOKIE_NAME] = before
    assert thief.get(at("my_member")).status_code == 302


def test_a_hat_that_has_ended_vanishes(officer, chair):
    chairs = second_hat(officer, "ba")
    here = client("ba")
    here.post(at("hat"), {"hat": str(chairs.pk)})
    with acting_as(officer):
        end_accreditation(accreditation=chairs, version=chairs.version)
    assert here.get(at("my_member")).status_code == 302  # Its sign-ins are closed,
    again = client("ba")
    assert "Wadina · alternate" in words_of(again.get(at("home")))  # and a new one wears what is left.
    assert str(chairs.pk) not in again.get(at("hat")).content.decode()
    assert again.post(at("hat"), {"hat": str(chairs.pk)}).status_code == 404


def words_of(answer) -> str:
    """A page's words alone."""
    return " ".join(re.sub(r"<[^>]+>|&nbsp;", " ", answer.content.decode()).split())


def test_no_hat_of_another_is_worn():
    here, theirs = client("alif"), client("ba")
    theirs.get(at("hat"))
    for wrong in (theirs.session["hat"], "", "x", "00000000-0000-4000-8000-000000000000"):
        assert here.post(at("hat"), {"hat": wrong}).status_code == 404
    here.get(at("home"))
    assert here.session["hat"] != theirs.session["hat"]
