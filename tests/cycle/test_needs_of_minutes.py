"""Minutes among what needs me: a word while their day has not passed; an answer, and that they be adopted."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from tansiq import clock
from tansiq.cycle.needs import needs
from tansiq.cycle.notices.telling import news
from tansiq.release.acting import acting_as
from tests.pages import statements, text
from tests.reviews.setting import change, put
from tests.reviews.test_minutes import UNTIL, adopt, answer, circulate, draft, propose
from tests.reviews.test_phases import opened
from tests.secretariat import Secretariat
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
READ, ANSWER, ADOPT = "Read minutes: say what should be corrected", "Answer a correction of minutes", "Adopt minutes"


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def review(db):
    return opened(Secretariat(), codes=["SH", "WA"])


@pytest.fixture
def passed(monkeypatch):
    return lambda days=1: monkeypatch.setattr(clock, "today", lambda: UNTIL + timedelta(days=days))


def minuted(review, title="Financing", *codes):
    item = put(review, title)
    draft(item)
    circulate(item, *codes)
    return item


def page(slug):
    return text(client(slug).get(at("my_needs")))


def test_circulated_minutes_need_a_members_word_until_it_gave_it_or_their_day_has_passed(review, passed):
    item = minuted(review)
    told = f"{READ} in them Financing in time Monday 15 June 2026, 23:59 (UTC) in 7 days"
    assert told in page("alif")
    assert f"/en/agenda/{item.pk}/minutes/" in client("alif").get(at("my_needs")).content.decode()
    for slug in ("officer", "chair", "coordinator"):
        assert READ not in page(slug)
    propose(item)
    assert "Nothing needs you now" in page("alif")
    assert told in page("ba")
    assert READ in text(client("ba").get(at("home")))
    passed(0)
    assert READ in page("ba")
    passed()
    assert "Nothing needs you now" in page("ba")


def test_a_correction_needs_either_office_until_it_is_answered(review):
    item = minuted(review)
    correction = propose(item)
    change(item, "Money")  # It is named as it stands now.
    assert f"{ANSWER} Money no time is set" in page("officer")
    assert f"/en/corrections/{correction.pk}/answer/" in client("chair").get(at("my_needs")).content.decode()
    answer(correction)
    assert "Nothing needs you now" in page("officer")


def test_minutes_wait_for_their_adoption_once_their_day_has_passed_and_all_is_answered(review, passed):
    item = minuted(review)
    correction = propose(item)
    passed()
    assert ADOPT not in page("officer")
    answer(correction, taken=False)
    assert f"{ADOPT}: the day for corrections has passed Financing" in page("officer")
    assert ADOPT not in page("alif")
    adopt(item)
    for slug in ("officer", "chair", "alif", "ba"):
        assert "Nothing needs you now" in page(slug)


def test_what_is_not_released_to_me_needs_me_not(review):
    asked = [(slug, name) for slug in ("jim", "coordinator") for name in ("my_needs", "home")]
    pages = lambda: [bare(client(slug).get(at(name)).content) for slug, name in asked]  # noqa: E731 -- asked twice
    item = put(review, "Names")
    before = pages()
    draft(item)
    circulate(item, "SH", "secretariat", "chair")
    propose(item, codes=("SH",))
    assert pages() == before
    assert READ not in page("ba")


def test_one_is_told_of_minutes_at_first_then_by_their_day(review, monkeypatch):
    minuted(review)
    steps = []
    for days in (20, 7, 1):
        monkeypatch.setattr("tansiq.cycle.notices.telling.clock.now", lambda days=days: _before(days))
        with acting_as(token("ba")):
            steps += [one.step for one in news(needs())]
    assert steps == ["minuted.new", "minuted.week", "minuted.day"]


def _before(days):
    return datetime(2026, 6, 16, tzinfo=UTC) - timedelta(days=days)


@pytest.mark.parametrize(("slug", "number"), [("ba", 7), ("officer", 7)])
def test_as_many_statements_for_many_minutes_as_for_one(review, slug, number):
    counts = []
    for title in ("One", "Two", "Three"):
        propose(minuted(review, title))
        counts.append(statements(client(slug), at("my_needs")))
    assert counts == [number] * 3
