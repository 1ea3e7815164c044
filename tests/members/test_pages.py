"""Every page of members renders for everybody who may see it, in both languages."""

import pytest
from django.test import Client

from tansiq.members.models import Accreditation, Body
from tansiq.release.acting import acting_as
from tests.visits import at, client

pytestmark = pytest.mark.django_db

OPEN = ["members", "enter", "reading", "promise", "account_login", "account_signup", "account_inactive"]
OPEN += ["account_reset_password", "account_reset_password_done", "account_reset_password_from_key_done"]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("slug", ["", "alif", "officer"])
@pytest.mark.parametrize("name", OPEN)
def test_open_pages(name, slug, language):
    answer = client(slug).get(at(name, language=language))
    away = slug and name in {"account_login", "account_signup"}
    assert answer.status_code == (302 if away else 200)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("slug", ["", "alif", "jim", "officer", "chair"])
def test_a_member_and_a_body(slug, language, alif):
    with acting_as(alif):
        body = Body.objects.get()
    assert client(slug).get(at("body", body.pk, language=language)).status_code == 200
    for code in ("SH", "secretariat"):
        assert client(slug).get(at("member", code, language=language)).status_code == 200
        for name in ("seats", "reviews", "statements", "remarks", "people"):
            assert client(slug).get(at("member", code, language=language), {"list": name}).status_code == 200


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", ["my_member", "my_sessions", "hat", "account_logout"])
def test_my_pages(name, language):
    assert client("alif").get(at(name, language=language)).status_code == 200
    assert client().get(at(name, language=language)).status_code == 302


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_secretariats_pages(language):
    for name, args in (("member_admit", []), ("member_standing", ["SH"]), ("member_accredit", ["SH"])):
        assert client("officer").get(at(name, *args, language=language)).status_code == 200
        assert client("alif").get(at(name, *args, language=language)).status_code == 404
        assert client().get(at(name, *args, language=language)).status_code == 404


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_keepers_pages(language, alif):
    with acting_as(alif):
        other = Accreditation.objects.get(role="alternate")
    for name, args in (("accredit", []), ("accreditation_end", [other.pk])):
        assert client("alif").get(at(name, *args, language=language)).status_code == 200
        assert client("alif2").get(at(name, *args, language=language)).status_code == 403


def test_what_is_asked_for_wrongly_is_refused():
    here = Client()
    for name, given in (("members", {"order": "x"}), ("members", {"page": "0"}), ("members", {"page": "9" * 20})):
        assert (name, here.get(at(name), given).status_code) in {(name, 400), (name, 404)}
    assert here.get(at("member", "SH"), {"list": "owner__email"}).status_code == 400
    assert here.get(at("member", "SH"), {"who": "me"}).status_code == 400
    assert here.get(at("member", "XX")).status_code == 404
    assert here.get(at("members"), {"page": "10000"}).status_code == 404
