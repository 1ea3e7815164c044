"""Entering the demonstration: on this machine alone, without a go-between; elsewhere there is no such door."""

import pytest
from django.conf import settings as house
from django.test import Client

from tansiq.cycle import demonstration
from tansiq.cycle.coalition import CAST
from tansiq.languages.words import Words
from tansiq.members.models import Account
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db
ROLE = demonstration.ROLE


@pytest.fixture(autouse=True)
def _cast(monkeypatch):
    """The cast of the small coalition: its alternate of Wadina, and somebody who never came."""
    ba = demonstration.Part(
        "ba", Words.of("en", en="Ba"), (("WA", ROLE.ALTERNATE),), "Alternate", "May remark.", "May not see."
    )
    gone = demonstration.Part("gone", Words.of("en", en="Gone"), (("SH", ROLE.HEAD),), "Head of delegation", "May.")
    monkeypatch.setattr("tansiq.cycle.pages.enter.CAST", (ba, gone))


def test_the_real_cast_has_eight_people_and_says_what_each_may():
    assert len(CAST) == 8
    assert len({one.slug for one in CAST}) == 8
    assert all(one.may and one.title for one in CAST)
    assert len({one.member for one in CAST} - {"secretariat", "chair", "coordinator"}) == 4


def test_cards_say_what_each_may_and_may_not():
    page = client().get(at("enter")).content.decode()
    assert [word in page for word in ("May remark.", "May not see.", "Wadina", "Public reader")] == [True] * 4
    assert page.count(f'action="{at("enter")}') == 2
    assert "Gone" not in page  # Who never came has no card.


def test_entering_as_somebody_and_as_the_public_again():
    here = client()
    answer = here.post(at("enter_as", "ba"), headers={"user-agent": "Firefox/1 Linux"})
    assert (answer.status_code, answer["Location"]) == (302, at("home"))
    page = here.get(at("my_member")).content.decode()
    assert ("Wadina" in page, "Firefox · Linux" in page) == (True, True)
    first = here.cookies[house.SESSION_COOKIE_NAME].value
    here.post(at("enter_as", "ba"))
    assert here.cookies[house.SESSION_COOKIE_NAME].value != first
    assert here.post(at("enter_as", "public")).status_code == 302
    assert here.get(at("my_member")).status_code == 302


def test_whoever_enters_goes_on_to_what_was_asked_for_in_this_house_alone():
    onward = {at("my_member"): at("my_member"), "//evil.example": at("home"), "https://evil.example/": at("home")}
    for asked, opened in onward.items():
        assert client().post(at("enter_as", "ba"), {"next": asked})["Location"] == opened
        assert client().post(at("enter_as", "public"), {"next": asked})["Location"] == opened


def test_entering_is_an_act():
    assert client().get(at("enter_as", "ba")).status_code == 405
    assert Client(enforce_csrf_checks=True).post(at("enter_as", "ba")).status_code == 403


@pytest.mark.parametrize("slug", ["gone", "nobody", "alif", "officer", "PUBLIC", "__class__"])
def test_nobody_else_is_entered_as(slug):
    here = client()
    assert here.post(at("enter_as", slug)).status_code == 404
    assert here.get(at("my_member")).status_code == 302


def test_a_closed_account_of_the_cast_is_not_entered_as():
    Account.objects.filter(email__startswith="ba@").update(is_active=False)
    assert client().post(at("enter_as", "ba")).status_code == 404


FROM_AFAR = [
    {"REMOTE_ADDR": "192.0.2.4"},
    {"REMOTE_ADDR": "::ffff:192.0.2.4"},
    {"REMOTE_ADDR": "2001:db8::1"},
    {"REMOTE_ADDR": ""},
    {"REMOTE_ADDR": "localhost"},
    {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
    {"HTTP_X_FORWARDED_HOST": "localhost"},
    {"HTTP_X_FORWARDED_PROTO": "https"},
    {"HTTP_FORWARDED": "for=127.0.0.1"},
    {"HTTP_X_REAL_IP": "127.0.0.1"},
    {"HTTP_VIA": "1.1 proxy"},
    {"HTTP_CF_CONNECTING_IP": "127.0.0.1"},
]


@pytest.mark.parametrize("given", FROM_AFAR)
def test_from_afar_or_through_something_there_is_no_such_door(given):
    here = client(**given)
    assert "May remark." not in here.get(at("enter")).content.decode()
    absent, closed = here.post(at("enter_as", "nobody")), here.post(at("enter_as", "ba"))
    assert (absent.status_code, closed.status_code) == (404, 404)
    assert bare(closed.content).replace("/ba/", "/") == bare(absent.content).replace("/nobody/", "/")
    assert here.get(at("my_member")).status_code == 302


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])
def test_from_this_machine_it_is_open(address):
    assert client(REMOTE_ADDR=address).post(at("enter_as", "ba")).status_code == 302


def test_a_public_house_has_no_such_door(settings):
    settings.PUBLIC_HOST = "tansiq.example"
    assert "May remark." not in client().get(at("enter")).content.decode()
    assert client().post(at("enter_as", "ba")).status_code == 404


def test_a_house_that_is_no_demonstration_has_no_such_door(monkeypatch):
    monkeypatch.setattr("tansiq.members.models.Coalition.objects.first", lambda: None, raising=False)
    assert "May remark." not in client().get(at("enter")).content.decode()
    assert client().post(at("enter_as", "ba")).status_code == 404


def test_whoever_is_signed_in_without_accreditation_is_told(officer):
    Account.objects.create(email="lonely@mission.example", password="!")
    here = client("lonely")
    assert "no member accredits you today" in here.get(at("enter")).content.decode()
    assert here.get(at("my_member")).status_code == 302
