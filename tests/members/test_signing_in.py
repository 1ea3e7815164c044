"""Signing in with a password: slow for whoever guesses, locked for nobody, silent about who has an account."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings as house
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tansiq.members.models import Account, Session
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db
PASSWORD = "seven herons over the marsh"
OTHER = "nine reeds beside the water"


@pytest.fixture(autouse=True)
def waits(settings, monkeypatch):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    waited: list[float] = []
    monkeypatch.setattr("tansiq.members.adapter.time.sleep", waited.append)
    return waited


@pytest.fixture
def alifs() -> Account:
    account = Account.objects.get(email__startswith="alif@")
    account.set_password(PASSWORD)
    account.save()
    return account


def sign_in(here: Client, email: str, password: str = PASSWORD, **given: str):
    return here.post(at("account_login"), {"login": email, "password": password, **given})


def test_an_address_and_its_password_open_the_house(alifs):
    here = client()
    anonymous = here.get(at("account_login"))
    assert house.SESSION_COOKIE_NAME not in anonymous.cookies
    answer = sign_in(here, alifs.email.upper())
    assert (answer.status_code, answer["Location"]) == (302, at("home"))
    assert here.get(at("my_member")).status_code == 200
    assert Session.objects.get(account=alifs).device == ""


def test_a_planted_key_is_not_kept(alifs):
    here = client()
    session = here.session
    session["planted"] = True
    session.save()
    before = session.session_key
    here.cookies[house.SESSION_COOKIE_NAME] = before
    sign_in(here, alifs.email)
    assert here.cookies[house.SESSION_COOKIE_NAME].value != before


def test_no_answer_tells_whether_there_is_an_account(alifs):
    no_password = Account.objects.get(email__startswith="alif2@").email
    pages = []
    for email in (alifs.email, no_password, "nobody@mission.example"):
        answer = sign_in(client(), email, "a wrong password")
        pages.append((answer.status_code, bare(answer.content).replace(email, "E")))
    assert pages[0] == pages[1] == pages[2]
    assert "do not belong together" in pages[0][1]


def test_a_closed_account_signs_nobody_in(alifs):
    here = client()
    sign_in(here, alifs.email)
    alifs.is_active = False
    alifs.save()
    assert here.get(at("my_member")).status_code == 302
    assert sign_in(client(), alifs.email)["Location"] == at("account_inactive")


@pytest.mark.parametrize(
    "onward",
    [
        "//evil.example",
        "\\\\evil.example",
        "https:evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "%2f%2fevil.example",
        "http://localhost/",
        "http://testserver.evil.example/",
        "evil",
    ],
)
def test_nobody_is_led_elsewhere(onward, alifs):
    assert sign_in(client(), alifs.email, next=onward)["Location"] == at("home")
    assert client("alif").get(at("account_login"), {"next": onward})["Location"] == at("home")
    assert 'name="next"' not in client().get(at("enter"), {"next": onward}).content.decode()


def test_a_page_that_was_asked_for_opens_after_signing_in(alifs):
    here = client()
    asked = here.get(at("my_member"))["Location"]
    assert asked == f"{at('enter')}?next={at('my_member').replace('/', '%2F')}"
    assert f'name="next" value="{at("my_member")}"' in here.get(asked).content.decode()
    assert sign_in(here, alifs.email, next=at("my_member"))["Location"] == at("my_member")


def test_guessing_becomes_slow_and_an_enemy_locks_nobody_out(alifs, waits):
    enemy, friend = Client(REMOTE_ADDR="203.0.113.9"), Client(REMOTE_ADDR="198.51.100.7")
    for _time in range(8):
        sign_in(enemy, alifs.email, "a guess")
    assert waits == [0.0, 0.0, 0.0, 0.0, 0.0, 0.25, 0.25, 0.25]  # The last three were not even looked at.
    assert "too many attempts" in sign_in(enemy, alifs.email).content.decode()  # Not even with the right one.
    assert sign_in(friend, alifs.email).status_code == 302
    assert waits[-1] == 0.25


def test_the_wait_grows_with_failures_from_many_places(alifs, waits):
    for place in range(1, 12):
        sign_in(Client(REMOTE_ADDR=f"203.0.113.{place}"), alifs.email, "a guess")
    assert waits[-6:] == [0.25, 0.5, 1.0, 1.0, 1.0, 1.0]
    assert sign_in(Client(REMOTE_ADDR="198.51.100.7"), alifs.email).status_code == 302


def test_spraying_over_many_addresses_is_stopped_at_its_place(alifs):
    enemy = Client(REMOTE_ADDR="203.0.113.9")
    told = ["too many attempts" in sign_in(enemy, f"d{n}@m.example", "guess").content.decode() for n in range(25)]
    assert told == [False] * 20 + [True] * 5
    flood = [enemy.get(at("account_login")).status_code for _time in range(130)]
    assert set(flood) == {200}  # Looking is free.
    statuses = [sign_in(enemy, "d@m.example").status_code for _time in range(130)]
    assert statuses[-1] == 429
    assert "Nobody’s account is locked" in sign_in(enemy, "d@m.example").content.decode()


def reset(here: Client, email: str):
    return here.post(at("account_reset_password"), {"email": email})


def test_asking_for_a_new_password_tells_nothing(alifs, django_capture_on_commit_callbacks):
    counts, answers = [], []
    for email in (alifs.email, "nobody@mission.example"):
        with django_capture_on_commit_callbacks(execute=True), CaptureQueriesContext(connection) as counted:
            answer = reset(client(), email)
        counts.append(len(counted))
        answers.append((answer.status_code, answer["Location"]))
    assert answers[0] == answers[1] == (302, at("account_reset_password_done"))
    assert counts[0] == counts[1]
    assert [letter.to for letter in mail.outbox] == [[alifs.email]]
    assert EmailAddress.objects.count() == 0


def link_in_letter() -> str:
    links = set(re.findall(r"http://testserver(/\S+)", mail.outbox[-1].body))
    assert len(links) == 1
    return links.pop()


def test_a_new_password_ends_every_sign_in_and_its_link_works_once(alifs, django_capture_on_commit_callbacks):
    there = client("alif")
    here = client()
    with django_capture_on_commit_callbacks(execute=True):
        reset(here, alifs.email)
    link = link_in_letter()
    onward = here.get(link)
    assert onward.status_code == 302
    assert "set-password" in onward["Location"]  # The secret leaves the address.
    form = onward["Location"]
    assert here.post(form, {"password1": "short", "password2": "short"}).status_code == 200
    assert here.post(form, {"password1": OTHER, "password2": PASSWORD}).status_code == 200
    assert here.post(form, {"password1": OTHER, "password2": OTHER}).status_code == 302
    assert there.get(at("my_member")).status_code == 302
    assert Session.objects.filter(account=alifs).count() == 0
    assert "no longer valid" in client().get(link).content.decode()
    assert sign_in(client(), alifs.email, PASSWORD).status_code == 200
    assert sign_in(client(), alifs.email, OTHER).status_code == 302


@pytest.mark.parametrize("link", ["x-y", "0" * 32 + "-abc-def", "0" * 40 + "-x"])
def test_a_link_that_was_never_sent_opens_nothing(link):
    answer = client().get(at("account_reset_password") + f"key/{link}/")
    assert answer.status_code == 404
    answer = client().get(f"/en/account/password/reset/{link}/")
    assert "no longer valid" in answer.content.decode()


def test_changing_the_password_closes_all_other_sign_ins(alifs):
    here, there = client("alif"), client("alif")
    given = {"oldpassword": PASSWORD, "password1": OTHER, "password2": OTHER}
    assert here.post(at("account_change_password"), {**given, "oldpassword": "no"}).status_code == 200
    before = here.cookies[house.SESSION_COOKIE_NAME].value
    assert here.post(at("account_change_password"), given).status_code == 302
    assert (here.get(at("my_member")).status_code, there.get(at("my_member")).status_code) == (200, 302)
    assert here.cookies[house.SESSION_COOKIE_NAME].value != before
    assert Session.objects.filter(account=alifs).count() == 1


def test_a_person_of_the_demonstration_has_no_password_to_change():
    answer = client("ba").get(at("account_change_password"))
    assert (answer.status_code, "has no password" in answer.content.decode()) == (200, True)
    client("ba").post(at("account_change_password"), {"password1": OTHER, "password2": OTHER})
    assert not Account.objects.get(email__startswith="ba@").has_usable_password()


def test_nobody_signs_up():
    here = client()
    given = {"email": "new@mission.example", "password1": PASSWORD}
    for answer in (here.get(at("account_signup")), here.post(at("account_signup"), given)):
        assert "invite their own people" in answer.content.decode()
    assert Account.objects.filter(email="new@mission.example").count() == 0
    for path in ("email/", "confirm-email/", "reauthenticate/", "password/set/", "login/code/confirm/"):
        assert here.get(f"/en/account/{path}").status_code == 404


def test_leaving_needs_a_form_that_came_from_here():
    here = client("alif", enforce_csrf_checks=True)
    assert here.get(at("account_logout")).status_code == 200
    assert here.post(at("account_logout")).status_code == 403
    assert here.get(at("my_member")).status_code == 200
    plain = client("alif")
    assert plain.post(at("account_logout")).status_code == 302
    assert plain.get(at("my_member")).status_code == 302


def test_signing_in_from_another_site_is_refused(alifs):
    here = Client(enforce_csrf_checks=True)
    assert sign_in(here, alifs.email).status_code == 403
