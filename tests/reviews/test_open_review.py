"""Entering a review by hand: by whom, of which body, and read by whom."""

import pytest
from django.core.exceptions import PermissionDenied

from tansiq.languages.words import Words
from tansiq.members.models import Body
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as, public_token
from tansiq.reviews.commands import open_review
from tansiq.reviews.models import Participation, Review
from tests.pages import statements, text
from tests.secretariat import Secretariat
from tests.visits import at, client

pytestmark = pytest.mark.django_db
TITLE = {"title_ar": "استعراض المياه", "title_en": "Review of water"}


def given(body: Body, **more: object) -> dict[str, object]:
    return {"body": str(body.pk), **TITLE, "on": "٨ حزيران ٢٠٢٦", "level": "experts", "mode": "virtual", **more}


def test_the_secretariat_and_the_chair_open_reviews_and_nobody_else(officer, chair, alif):
    body = Secretariat().small_group()
    for slug in ("officer", "chair"):
        answer = client(slug).post(at("review_open"), given(body, chairs=["SH"]))
        assert "Review of water" in text(client().get(answer["Location"]))
    for slug in ("alif", "admin.sh", "coordinator", ""):
        assert client(slug).get(at("review_open")).status_code == 404
    title = Words.of("en", en="Mine")
    with acting_as(alif), pytest.raises(PermissionDenied):
        open_review(body=body, title=title, on=None, place=None, level="experts", mode="virtual", chairs=[])


def test_a_body_that_is_hidden_is_not_offered_and_its_review_is_hidden_too(officer, chair):
    hidden = Secretariat().body("Hidden body", "SH")
    assert "Hidden body" not in text(client("chair").get(at("review_open")))
    assert client("chair").post(at("review_open"), given(hidden)).status_code == 400
    assert client("officer").post(at("review_open"), given(hidden, chairs=["SH", "WA"])).status_code == 302
    assert "Review of water" in text(client("alif").get(at("reviews")))
    for slug in ("chair", "ba", ""):
        assert "Review of water" not in text(client(slug).get(at("reviews")))
    with acting_as(public_token()):
        assert Entry.objects.filter(kind="review.opened").count() == 0
        assert (Review.objects.count(), Participation.objects.count()) == (1, 0)


def test_what_is_wrong_is_told_and_nothing_is_stored(officer):
    body = Secretariat().small_group()
    wrong = ({"title_ar": "Water"}, {"title_en": "W\u0430ter"}, {"on": "30 شباط 2026"}, {"level": "kings"})
    for one in (*wrong, {"chairs": ["XX"]}, {"place_en": "مكان"}, {"owner": "SH"}):
        assert client("officer").post(at("review_open"), given(body, **one)).status_code == 400
    with acting_as(officer):
        assert Review.objects.count() == 1


def test_more_bodies_and_members_need_no_more_statements(officer):
    counts = {
        name: statements(client("officer"), at(name)) for name in ("review_open", "founding_members", "coalition")
    }
    for name in ("One", "Two", "Three"):
        Secretariat().body(name)
    assert {name: statements(client("officer"), at(name)) for name in counts} == counts
    assert max(counts.values()) <= 10


def test_a_title_in_one_language_is_enough_and_none_is_too_few(officer):
    body = Secretariat().small_group()
    for one in ({"title_ar": ""}, {"title_en": ""}):
        assert client("officer").post(at("review_open"), given(body, **one)).status_code == 302
    answer = client("officer").post(at("review_open"), given(body, title_ar="", title_en=""))
    assert (answer.status_code, "in Arabic or in English" in text(answer)) == (400, True)
