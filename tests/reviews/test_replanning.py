"""Another plan for a review: by whoever opened it, until it is published; calendars take it in."""

from datetime import UTC, date, datetime

import pytest
import vobject
from django.core.exceptions import PermissionDenied

from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.reviews.models import Review
from tansiq.reviews.replanning import When, call_off, replan_review
from tests.pages import ABSENT, statements, text
from tests.reviews.test_phases import enter, opened
from tests.secretariat import en
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
PLAN = {
    "on": "3 July 2026",
    "at": "١٤:٣٠",
    "zone": "Europe/London",
    "minutes": "45",
    "place_en": "London",
    "place_ar": "لندن",
}


def event(review, slug="jim"):
    calendar = vobject.readOne(client(slug).get(at("review_calendar", review.pk)).content.decode())
    return calendar.method.value, calendar.vevent


def version_of(review):
    with acting_as(token("officer")):
        return Review.objects.get(pk=review.pk).version


def replan(review, slug="officer", **given):
    return client(slug).post(at("review_plan", review.pk), {"version": version_of(review), **PLAN, **given})


def test_the_page_changes_day_time_zone_place_and_minutes_and_the_invitation_follows(secretariat):
    review = opened(secretariat)
    assert (event(review)[1].sequence.value, event(review)[1].status.value) == ("0", "CONFIRMED")
    assert replan(review)["Location"] == at("review", review.pk)
    told = text(client("jim").get(at("review", review.pk)))
    assert "Friday 3 July 2026, 14:30 (London, UTC+01:00)" in told
    method, held = event(review)
    assert (method, held.sequence.value, held.location.value) == ("REQUEST", "1", "London")
    assert held.dtstart.value.astimezone(UTC) == datetime(2026, 7, 3, 13, 30, tzinfo=UTC)
    replan(review, at="", minutes="")
    assert event(review)[1].sequence.value == "2"
    assert event(review)[1].dtstart.value == date(2026, 7, 3)


def test_it_is_found_under_its_new_place_and_the_former_plan_stays_on_the_record(secretariat):
    review = opened(secretariat)
    replan(review)
    assert "June review" in text(client("jim").get(at("search"), {"q": "London"}))
    with acting_as(token("jim")):
        entry = Entry.objects.get(kind="review.replanned")
        content = entry.groups.get(name="content").body
    assert (content["on"], content["before"]["on"], content["before"]["place"]) == ("2026-07-03", "2026-06-08", None)


def test_whoever_was_slower_sees_both_plans_and_types_nothing_again(secretariat):
    review = opened(secretariat)
    replan(review)
    answer = replan(review, version="1", on="4 July 2026", place_en="Paris")
    told = text(answer)
    assert answer.status_code == 409
    assert "Somebody was quicker" in told
    assert "Friday 3 July 2026" in told
    assert 'value="Paris"' in answer.content.decode()
    assert replan(review, on="4 July 2026", place_en="Paris").status_code == 302
    assert replan(review, on="4 July 2026", place_en="Paris").status_code == 400  # It stands already.


def test_only_whoever_opened_it_and_only_until_it_is_published(secretariat):
    review = opened(secretariat)
    for slug in ("alif", "coordinator", ""):
        assert client(slug).get(at("review_plan", review.pk)).status_code == 404
    assert client("chair").get(at("review_plan", review.pk)).status_code == 404
    assert "Change the plan" not in text(client("chair").get(at("review", review.pk)))
    assert "Change the plan" in text(client("officer").get(at("review", review.pk)))
    with acting_as(token("chair")), pytest.raises(PermissionDenied):
        replan_review(review=review, when=When(on=date(2026, 7, 3)), version=1)
    enter(review, "published")
    assert replan(review).status_code == 404
    assert client("officer").get(at("review_plan", secretariat.first().pk)).status_code == 404  # Of long ago.


def test_hidden_and_absent_are_the_same_bytes(secretariat):
    hidden = opened(secretariat, "chair", codes=["SH"], invited_only=True)
    absent = [client("jim").get(at("review_plan", key)) for key in (hidden.pk, ABSENT)]
    assert bare(absent[0].content).replace(str(hidden.pk), ABSENT) == bare(absent[1].content)


@pytest.mark.parametrize(
    "wrong",
    [
        {"on": ""},
        {"on": "30 February 2026"},
        {"at": "25:00"},
        {"zone": "Mars/One"},
        {"minutes": "0"},
        {"place_ar": "Paris"},
    ],
)
def test_what_is_no_plan_is_refused_at_its_field(secretariat, wrong):
    review = opened(secretariat)
    assert replan(review, **wrong).status_code == 400
    assert version_of(review) == 1


def test_no_clock_shows_the_hour_that_is_left_out(secretariat):
    review = opened(secretariat)
    answer = replan(review, on="29 March 2026", at="01:30")
    assert "no clock there shows this time" in text(answer)


def test_called_off_it_stays_on_the_record_and_leaves_calendars(secretariat):
    review = opened(secretariat)
    answer = client("officer").post(at("review_plan", review.pk), {"version": "1", "off": "1"})
    assert answer.status_code == 302
    assert "This review is called off." in text(client("jim").get(at("review", review.pk)))
    assert "June review called off" in text(client("jim").get(at("reviews")))
    method, held = event(review)
    assert (method, held.status.value, held.sequence.value) == ("CANCEL", "CANCELLED", "1")
    assert held.description.value.startswith("This review is called off.")
    assert replan(review).status_code == 404
    assert "The review is called off." in text(
        client("officer").post(at("review_phase", review.pk), {"step": "reporting"})
    )
    with acting_as(token("officer")), pytest.raises(PermissionDenied):
        call_off(review=Review.objects.get(pk=review.pk), version=2)


def test_calling_off_what_was_changed_meanwhile_is_asked_again(secretariat):
    review = opened(secretariat)
    replan(review)
    answer = client("officer").post(at("review_plan", review.pk), {"version": "1", "off": "1"})
    assert (answer.status_code, version_of(review)) == (409, 2)
    assert client("officer").post(at("review_plan", review.pk), {"off": "1"}).status_code == 400


def test_as_many_statements_however_often_it_was_changed(secretariat):
    review, counts = opened(secretariat), []
    for day in ("1", "2", "3"):
        replan(review, on=f"{day} July 2026")
        counts.append(statements(client("officer"), at("review_plan", review.pk)))
    assert counts == [7, 7, 7]


def test_a_place_in_one_language_is_enough(secretariat):
    review = opened(secretariat)
    replan(review, place_ar="")
    with acting_as(token("jim")):
        assert Review.objects.get(pk=review.pk).place == en("London")
