"""My calendar's address: shown once, read by another library, only what its person reads, gone once it is revoked."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import vobject
from django.db import InternalError, connection, transaction

from tansiq.members.commands import end_accreditation
from tansiq.members.models import Accreditation
from tansiq.record.models import Entry
from tansiq.release.acting import acting, acting_as
from tansiq.reviews.calendar import feeds
from tansiq.reviews.calendar.meetings import MOST
from tansiq.reviews.calendar.models import CalendarFeed
from tests.pages import statements, text
from tests.reviews.test_phases import opened
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
LONGEST = 2000  # Octets of one review.


def made(slug, language="en"):
    """The address that somebody makes."""
    page = client(slug).post(at("my_calendar", language=language), {"what": "make"}).content.decode()
    return page.split('id="link"')[1].split('value="')[1].split('"')[0].removeprefix("http://testserver")


def events(address):
    held = vobject.readOne(client().get(address).content.decode())
    return {one.uid.value: one for one in held.components() if one.name == "VEVENT"}


def test_it_is_shown_once_and_kept_as_a_digest(secretariat):
    ba = client("ba")
    assert "No address is in force under this hat." in text(ba.get(at("my_calendar")))
    address = made("ba")
    told = text(ba.get(at("my_calendar")))
    assert "An address is in force since" in told
    assert address not in ba.get(at("my_calendar")).content.decode()
    with acting_as(token("ba")):
        assert CalendarFeed.objects.get().digest not in address
        assert not Entry.objects.filter(kind__contains="calendar").exists()
    with acting_as(token("jim")):
        assert not CalendarFeed.objects.exists()


def test_another_library_reads_each_review_as_its_invitation_names_it(secretariat):
    review = opened(
        secretariat, starts_at=datetime(2026, 7, 2, 6, 30, tzinfo=UTC), zone="Africa/Cairo", minutes=45, codes=["SH"]
    )
    held = events(made("jim"))
    event, file = held[f"{review.pk}@localhost"], client("jim").get(at("review_calendar", review.pk)).content
    assert vobject.readOne(file.decode()).vevent.uid.value == event.uid.value
    assert event.dtstart.value.astimezone(UTC) == datetime(2026, 7, 2, 6, 30, tzinfo=UTC)
    assert event.dtend.value - event.dtstart.value == timedelta(minutes=45)
    assert "09:30 (Cairo, UTC+03:00)" in event.description.value
    assert "06:30 (UTC)" in event.description.value
    assert event.url.value == f"http://testserver{at('review', review.pk)}"
    assert not hasattr(event, "attendee")  # Who is invited stands on the page.


def test_it_reads_as_its_person_reads(secretariat):
    hidden = opened(secretariat, codes=["SH"], invited_only=True)
    address = made("jim")
    before = client().get(address).content
    assert f"{hidden.pk}@localhost" in events(made("alif"))
    assert str(hidden.pk).encode() not in before
    opened(secretariat, codes=["SH"], invited_only=True)
    assert client().get(address).content == before
    assert client("alif").get(address).content == before  # Whoever else asks, too.


def test_it_goes_back_a_year_and_is_bounded(secretariat):
    secretariat.review("Long ago", date(2015, 1, 22))
    secretariat.review("Somewhen this year", date(2026, 3, 1), precision="month")
    kept = secretariat.review("Of late", date(2026, 3, 1))
    held = events(made("jim"))
    assert {event.summary.value for event in held.values()} == {"Of late"}
    for number in range(MOST + 5):
        secretariat.review(f"Review {number}", date(2026, 7, 1) + timedelta(days=number))
    answer = client().get(made("jim"))
    assert answer.content.count(b"BEGIN:VEVENT") == MOST
    assert len(answer.content) < MOST * LONGEST
    assert str(kept.pk).encode() not in answer.content


def test_revoked_forged_and_absent_are_the_same_bytes(secretariat):
    former, address = made("ba"), made("ba")
    assert client().get(address).status_code == 200
    client("ba").post(at("my_calendar"), {"what": "revoke"})
    assert "No address is in force" in text(client("ba").get(at("my_calendar")))
    forged = [
        address[:-3] + "xx/",
        at("calendar_feed", "x"),
        at("calendar_feed", "é.é"),
        at("calendar_feed", "A" * 9000),
    ]
    asked = [address, former, *forged]
    answers = [client().get(one) for one in asked]
    pages = {re.sub(r"/calendar/[^/]*/", "/calendar/", bare(answer.content)) for answer in answers}
    assert ({answer.status_code for answer in answers}, len(pages)) == ({404}, 1)
    told = [{name: said for name, said in answer.items() if name != "Content-Length"} for answer in answers]
    assert told == [told[0]] * len(told)


def test_it_ends_with_the_accreditation(secretariat):
    address = made("alif")
    with acting_as(token("alif")):
        key = acting().accreditation
    assert client().get(address).status_code == 200
    with acting_as(token("admin.sh")):
        held = Accreditation.objects.get(pk=key)
        end_accreditation(accreditation=held, version=held.version)
    assert client().get(address).status_code == 404


def test_it_only_reads_and_takes_no_act(secretariat):
    address = made("ba")
    assert client(enforce_csrf_checks=True).post(address).status_code in {403, 405}
    named = feeds.named_by(address.split("/")[-2])
    with pytest.raises(InternalError, match="read-only"), transaction.atomic(), feeds.reading_as(named):
        CalendarFeed.objects.update(digest="")
    with acting_as(token("ba")):  # After it one writes again.
        feeds.revoke_feed()
        with connection.cursor() as cursor:
            cursor.execute("SHOW transaction_read_only")
            assert cursor.fetchone() == ("off",)


def test_what_has_not_changed_is_not_sent_again(secretariat):
    opened(secretariat)
    address = made("jim")
    first = client().get(address)
    assert (first["Cache-Control"], first["X-Content-Type-Options"]) == ("private, no-cache", "nosniff")
    again = client().get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    opened(secretariat)
    assert client().get(address, headers={"if-none-match": first["ETag"]}).status_code == 200


def test_the_page_takes_nothing_else(secretariat):
    for wrong in ({"what": "x"}, {}, {"what": "make", "account": "x"}):
        assert client("ba").post(at("my_calendar"), wrong).status_code == 400
    assert client().get(at("my_calendar")).status_code == 302


def test_as_many_statements_for_many_reviews_as_for_one(secretariat):
    address, counts = made("jim"), []
    for _number in range(3):
        opened(secretariat, starts_at=datetime(2026, 7, 2, 6, 30, tzinfo=UTC), zone="Africa/Cairo")
        counts.append((statements(client(), address), statements(client("jim"), at("my_calendar"))))
    assert counts == [(5, 6)] * 3
