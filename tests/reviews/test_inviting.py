"""An invitation as a file: read back by a second library, in Arabic too, and no file of what is hidden."""

from datetime import UTC, date, datetime

import pytest
import vobject
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as some

from tansiq.engines.invitations import Meeting, Party, invitation
from tansiq.languages.words import Words
from tansiq.release.acting import acting_as
from tansiq.reviews.commands import open_review
from tansiq.reviews.plans import Plan
from tests.pages import ABSENT
from tests.reviews.test_phases import opened
from tests.visits import at, bare, client
from tests.world import token

TITLE = "استعراض الخبراء لشهر تشرين الثاني/نوفمبر؛ تقارير الأعضاء ومشورتهم، وما تقرر في الدورة السابقة"
OCTETS = 75


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def meeting(title="A review", text="Words", **more):
    held = {
        "key": ABSENT,
        "title": title,
        "text": text,
        "address": "https://house.example/en/reviews/",
        "made_at": datetime(2026, 6, 8, 10, tzinfo=UTC),
        "on": date(2026, 7, 2),
        "until": date(2026, 7, 2),
        "at": datetime(2026, 7, 2, 6, 30, tzinfo=UTC),
        "zone": "Asia/Baghdad",
        "minutes": 30,
        "place": "",
        "host": Party(ABSENT, "Secretariat"),
        **more,
    }
    return Meeting(**held)


def read(made):
    return vobject.readOne(made.decode())


@settings(max_examples=60, deadline=None)
@given(some.text(some.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=300))
def test_any_words_are_folded_by_octets_and_read_back_whole(words):
    made = invitation(meeting(text=f"x{words}x"), "house.example")
    assert max(len(line) for line in made.split(b"\r\n")) <= OCTETS
    for line in made.split(b"\r\n"):
        line.decode()  # No letter is cut in two.
    assert read(made).vevent.description.value == f"x{words}x"


def test_what_would_be_another_property_stays_words():
    words = "Hello\r\nBEGIN:VALARM\nTRIGGER:-PT1M; a, b\\c\nEND:VALARM"
    event = read(invitation(meeting(text=words), "house.example")).vevent
    assert [one.name for one in event.components()] == []
    assert event.description.value == words.replace("\r\n", "\n")


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Asia/Tehran", "Africa/Casablanca", "UTC"])
@pytest.mark.parametrize("month", [1, 4, 7, 11])
def test_another_library_reads_the_same_instant_in_any_zone_and_season(zone, month):
    at_once = datetime(2026, month, 2, 6, 30, tzinfo=UTC)
    event = read(invitation(meeting(at=at_once, on=at_once.date(), until=at_once.date(), zone=zone), "h")).vevent
    assert event.dtstart.value.astimezone(UTC) == at_once


def test_of_a_whole_day_no_hour_is_invented():
    event = read(invitation(meeting(at=None, until=date(2026, 7, 3)), "house.example")).vevent
    assert (event.dtstart.value, event.dtend.value) == (date(2026, 7, 2), date(2026, 7, 4))


@pytest.mark.django_db
def test_the_file_is_downloaded_and_holds_the_time_in_both_zones(secretariat):
    title = Words.of("ar", ar=TITLE, en="Experts’ review")
    with acting_as(token("officer")):
        plan = Plan(
            starts_at=datetime(2026, 7, 2, 6, 30, tzinfo=UTC),
            zone="Europe/Berlin",
            minutes=45,
            invited=(secretariat.member("SH"),),
        )
        given = {"on": date(2026, 7, 2), "place": None, "level": "experts", "mode": "virtual", "chairs": []}
        review = open_review(body=secretariat.small_group(), title=title, plan=plan, **given)
    answer = client("jim").get(at("review_calendar", review.pk, language="ar"))
    assert answer["Content-Type"].startswith("text/calendar")
    assert answer["Content-Disposition"] == f'attachment; filename="review-{review.pk}.ics"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    calendar = read(answer.content)
    event = calendar.vevent
    assert (calendar.method.value, event.uid.value) == ("REQUEST", f"{review.pk}@localhost")
    assert event.summary.value == TITLE
    assert event.dtstart.value.astimezone(UTC) == datetime(2026, 7, 2, 6, 30, tzinfo=UTC)
    assert (event.dtend.value - event.dtstart.value).total_seconds() == 45 * 60
    assert "08:30 (برلين، UTC+02:00)" in event.description.value
    assert "06:30 (UTC)" in event.description.value
    assert event.url.value == f"http://testserver{at('review', review.pk, language='ar')}"
    assert [one.params["CN"] for one in event.attendee_list] == [["سهلان"]]
    assert b"@test.example" not in answer.content
    assert client("jim").get(at("review_calendar", review.pk, language="ar")).content == answer.content
    assert client("jim").post(at("review_calendar", review.pk)).status_code == 405


@pytest.mark.django_db
def test_of_a_hidden_review_there_is_no_file(secretariat):
    hidden = opened(secretariat, codes=["SH"], invited_only=True)
    assert client("alif").get(at("review_calendar", hidden.pk)).status_code == 200
    for slug in ("jim", ""):
        answers = [client(slug).get(at("review_calendar", key)) for key in (hidden.pk, ABSENT)]
        assert [answer.status_code for answer in answers] == [404, 404]
        assert bare(answers[0].content).replace(str(hidden.pk), ABSENT) == bare(answers[1].content)
