"""How I read: kept in cookies, for me alone; and what the house promises."""

import pytest

from tansiq.languages.ways import way
from tansiq.members.models import Coalition
from tansiq.release.acting import acting_as
from tests.visits import at, client

pytestmark = pytest.mark.django_db
CHOSEN = {"months": "levant", "digits": "eastern", "hijri": "on"}


def member_page(here, language: str) -> str:
    return here.get(at("member", "SH", language=language)).content.decode()


def test_months_digits_and_hijri_are_written_as_i_read():
    here = client()
    assert "10 أيلول/سبتمبر 2014" in member_page(here, "ar")
    assert here.post(at("reading"), CHOSEN).status_code == 302
    page = member_page(here, "ar")
    assert "١٠ أيلول ٢٠١٤" in page
    assert "هـ" in page
    assert "10 September 2014" in member_page(here, "en")
    here.post(at("reading"), {"months": "morocco", "digits": "western"})
    assert "10 شتنبر 2014" in member_page(here, "ar")
    assert "10 أيلول/سبتمبر 2014" in member_page(client(), "ar")  # Nobody else reads so.


def test_the_choice_is_kept_on_the_device_alone():
    here = client()
    answer = here.post(at("reading"), CHOSEN)
    cookies = {name: morsel.value for name, morsel in answer.cookies.items()}
    assert cookies == {"tansiq_months": "levant", "tansiq_digits": "eastern", "tansiq_hijri": "yes", "tansiq_zone": ""}
    assert {morsel["httponly"] for morsel in answer.cookies.values()} == {True}
    assert {morsel["samesite"] for morsel in answer.cookies.values()} == {"Lax"}
    page = here.get(at("reading")).content.decode()
    assert page.count(" checked") == 3


def test_the_coalitions_own_months_are_written_where_nobody_has_chosen(officer):
    with acting_as(officer):
        Coalition.objects.update(months="maghreb")
    assert "10 سبتمبر 2014" in member_page(client(), "ar")


@pytest.mark.parametrize(
    "wrong", [{"months": "mars"}, {"digits": ""}, {"months": ""}, {"owner": "SH"}, {"months": "levant\x00"}]
)
def test_what_is_no_choice_is_refused(wrong):
    assert client().post(at("reading"), {**CHOSEN, **wrong}).status_code == 400


def test_a_forged_cookie_counts_as_no_choice():
    here = client()
    for name in ("tansiq_months", "tansiq_digits", "tansiq_hijri"):
        here.cookies[name] = "<script>"
    assert "10 أيلول/سبتمبر 2014" in member_page(here, "ar")
    assert way().digits == "western"


def test_both_lists_are_promised_in_both_languages():
    for language in ("ar", "en"):
        page = client().get(at("promise", language=language)).content.decode()
        assert page.count("<li>") == 14 + page.count("<li><a")
