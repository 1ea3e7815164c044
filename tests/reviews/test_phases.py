"""The phases of a review: each dated, the newest counts, going back is shown; a number once it is published."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import translation

from tansiq.record.models import Entry
from tansiq.release.acting import acting_as, public_token
from tansiq.release.models import Member
from tansiq.reviews.commands import open_review
from tansiq.reviews.models import Numbering, Participation, Phase, Review
from tansiq.reviews.phases import course, enter_phase
from tansiq.reviews.plans import Plan, Since
from tansiq.reviews.queries import numbers_of, phases_of
from tansiq.reviews.series import Rule, make_series
from tests.pages import ABSENT, statements, text
from tests.secretariat import en
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 8)


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def opened(secretariat, slug="officer", codes=(), **given):
    with acting_as(token(slug)):
        invited = tuple(Member.objects.filter(code__in=codes).order_by("code"))
        plan = Plan(invited=invited, **given)
        held = {"title": en("June review"), "on": DAY, "place": None, "level": "experts", "mode": "virtual"}
        return open_review(body=secretariat.small_group(), chairs=[], plan=plan, **held)


def enter(review, step, slug="officer", **given):
    with acting_as(token(slug)):
        return enter_phase(review=review, step=step, **given)


def monthly(secretariat, **given):
    with acting_as(token("officer")):
        held = {"level": "experts", "name": en("Monthly"), "rule": Rule(date(2026, 1, 1), 1, "months")}
        return make_series(body=secretariat.small_group(), **held, **given)


def steps_of(review, slug):
    with acting_as(token(slug)):
        return [phase.step for phase in phases_of(review.pk)]


def test_a_review_opened_by_hand_starts_as_planned_and_goes_on_and_back(secretariat):
    review = opened(secretariat)
    enter(review, "reporting", until_on=date(2026, 6, 20))
    enter(review, "advising", "chair")
    enter(review, "reporting")
    assert steps_of(review, "jim") == ["planned", "reporting", "advising", "reporting"]
    told = text(client("jim").get(at("review", review.pk)))
    assert "planned 8 Jun 2026 members report 8 Jun 2026 members advise in session closing published" in told
    assert "It went back to this phase from: members advise." in told
    with acting_as(token("jim")):
        entries = Entry.objects.filter(kind="review.phase_entered")
        assert [one.owner.code for one in entries.order_by("owner__code")] == ["chair", "secretariat", "secretariat"]


def test_a_phase_that_it_is_in_already_is_not_entered_again(secretariat):
    review = opened(secretariat)
    with pytest.raises(ValidationError, match="in this phase already"):
        enter(review, "planned")


def test_only_the_two_offices_steer(secretariat):
    review = opened(secretariat)
    for slug in ("alif", "coordinator"):
        with pytest.raises(PermissionDenied):
            enter(review, "reporting", slug)
        assert client(slug).get(at("review_phase", review.pk)).status_code == 404
        assert "Next phase" not in text(client(slug).get(at("review", review.pk)))


def test_the_page_enters_the_next_phase(secretariat):
    review = opened(secretariat)
    for slug, step in (("officer", "reporting"), ("chair", "in_session")):
        page = client(slug)
        answer = page.post(at("review_phase", review.pk), {"step": step, "until_on": "٢٠ حزيران ٢٠٢٦"})
        assert answer["Location"] == at("review", review.pk)
    assert steps_of(review, "officer") == ["planned", "reporting", "in_session"]
    for wrong in ({"step": "in_session"}, {"step": "kings"}, {"step": "closing", "until_on": "30 February 2026"}):
        assert client("chair").post(at("review_phase", review.pk), wrong).status_code == 400
    told = text(client("chair").get(at("review_phase", review.pk)))
    assert "in session Chair · Planned until 20 June 2026" in told


def test_a_review_of_long_ago_has_no_steps(secretariat):
    assert "Phases of the review" not in client("jim").get(at("review", secretariat.first().pk)).content.decode()


def test_published_it_bears_a_number_that_leaves_no_gap(secretariat):
    series = monthly(secretariat)
    with acting_as(token("officer")):
        series = type(series).objects.get(pk=series.pk)
    for_all, hidden, later = (
        opened(secretariat, series=series),
        opened(secretariat, codes=["SH"], series=series, invited_only=True),
        opened(secretariat, "chair", series=series),
    )
    for review, slug in ((for_all, "officer"), (hidden, "officer"), (later, "chair")):
        enter(review, "published", slug)
    with acting_as(token("alif")):
        given = {review.pk: numbers_of(review.pk).get().number for review in (for_all, hidden, later)}
    assert given == {for_all.pk: 1, hidden.pk: 1, later.pk: 2}
    with acting_as(token("jim")):
        assert sorted(Numbering.objects.values_list("number", flat=True)) == [1, 2]
    enter(for_all, "closing")
    enter(for_all, "published", "chair")
    with acting_as(token("officer")):
        assert numbers_of(for_all.pk).get().number == 1


def test_the_time_is_told_at_the_place_and_where_one_reads(secretariat):
    review = opened(
        secretariat,
        starts_at=datetime(2026, 6, 8, 21, 30, tzinfo=UTC),
        zone="Asia/Baghdad",
        minutes=45,
        since_start=Since(date(2014, 9, 1), "month", hedged=True),
        since_last=Since(date(2026, 5, 4), "day"),
    )
    browser = client("jim")
    told = text(browser.get(at("review", review.pk)))
    assert "Tuesday 9 June 2026, 00:30 (Baghdad, UTC+03:00) · 8 June 2026, 21:30 (UTC)" in told
    for words in ("Planned for 45 minutes", "since the start about September 2014", "last review 4 May 2026"):
        assert words in told
    browser.post(at("reading"), {"months": "both", "digits": "western", "zone": "Europe/London"})
    told = text(browser.get(at("review", review.pk)))
    assert "00:30 (Baghdad, UTC+03:00) · where you read 8 June 2026, 22:30 (London, UTC+01:00)" in told


def test_a_circle_of_the_invited_hides_the_review_from_others(secretariat):
    review = opened(secretariat, codes=["SH", "WA"], invited_only=True)
    enter(review, "reporting")
    for slug in ("alif", "ba", "chair"):
        assert "June review" in text(client(slug).get(at("reviews")))
    for slug in ("jim", ""):
        hidden, absent = (client(slug).get(at("review", key)) for key in (review.pk, ABSENT))
        assert (hidden.status_code, absent.status_code) == (404, 404)
        assert bare(hidden.content).replace(str(review.pk), ABSENT) == bare(absent.content)
    with acting_as(public_token()):
        assert (
            Phase.objects.count(),
            Participation.objects.count(),
            Entry.objects.filter(kind__startswith="review").count(),
        ) == (0, 0, 0)
    with acting_as(token("jim")):
        assert Review.objects.filter(pk=review.pk).count() == 0


def test_as_many_statements_for_many_phases_as_for_one(secretariat):
    review = opened(secretariat)
    counts = []
    for step in ("reporting", "advising", "in_session"):
        enter(review, step)
        counts.append((statements(client("officer"), at("review", review.pk)), _steering(review)))
    assert counts == [(10, 7)] * 3


def _steering(review):
    return statements(client("officer"), at("review_phase", review.pk))


def test_the_way_back_is_told_only_while_it_is_the_last_step():
    def went(*steps):
        found = course([Phase(step=step, turn=turn) for turn, step in enumerate(steps, start=1)])
        return (found.back_from and found.back_from.step, [stage.state for stage in found.stages]) if found else None

    assert went() is None
    assert went("planned", "advising") == (None, ["done", "", "now", "", "", ""])
    assert went("planned", "advising", "reporting") == ("advising", ["done", "now", "", "", "", ""])
    assert went("planned", "advising", "reporting", "advising") == (None, ["done", "done", "now", "", "", ""])
