"""An invitation to a meeting as calendar programs read it (RFC 5545 and 5546)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vDate, vText

from tansiq.engines import timezones
from tansiq.engines.zones import UTC

PRODUCT = "-//Tansiq//Reviews//EN"
YEAR = timedelta(days=366)
REFRESH = timedelta(hours=6)
HOUR = 60  # Minutes that a meeting takes where nobody planned how long.


@dataclass(frozen=True)
class Party:
    """Who invites or is invited, by its key: no address of anybody stands in an invitation."""

    key: str
    name: str


@dataclass(frozen=True)
class Meeting:
    """One meeting: at an instant in the zone of its place, or on a whole day."""

    key: str
    title: str
    text: str
    address: str
    made_at: datetime
    on: date
    until: date
    at: datetime | None
    zone: str
    minutes: int | None
    place: str
    host: Party
    invited: Sequence[Party] = ()
    moves: int = 0  # How often it was moved or called off.
    moved_at: datetime | None = None
    called_off: bool = False


def invitation(meeting: Meeting, house: str) -> bytes:
    """The file of an invitation; the same meeting keeps its name in every program that takes it in.

    One that was moved bears a higher number than before, so that programs take it in the former one's place; one that
    was called off takes the former one away.
    """
    event = _event(meeting, house)
    for party in meeting.invited:
        guest = _named(party)
        guest.params["PARTSTAT"], guest.params["RSVP"] = vText("NEEDS-ACTION"), vText("FALSE")
        event.add("attendee", guest)
    calendar = _calendar("CANCEL" if meeting.called_off else "REQUEST")
    return _whole(calendar, [meeting], [event])


def feed(meetings: Sequence[Meeting], house: str, name: str) -> bytes:
    """A calendar of meetings that programs look at again and again; each is named as its invitation is."""
    calendar = _calendar("PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    return _whole(calendar, meetings, [_event(meeting, house) for meeting in meetings])


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    return calendar


def _whole(calendar: Calendar, meetings: Sequence[Meeting], events: Sequence[Event]) -> bytes:
    """The zones of the meetings, then the meetings."""
    spans: dict[str, list[date]] = {}
    for one in meetings:
        if one.at is not None and one.zone != UTC:
            spans.setdefault(one.zone, []).extend((one.on - YEAR, one.until + YEAR))
    for zone, days in sorted(spans.items()):
        calendar.add_component(timezones.component(zone, min(days), max(days)))
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(meeting: Meeting, house: str) -> Event:
    event = Event()
    event.add("uid", f"{meeting.key}@{house}")
    event.add("dtstamp", meeting.moved_at or meeting.made_at)
    event.add("sequence", meeting.moves)
    event.add("status", "CANCELLED" if meeting.called_off else "CONFIRMED")
    event.add("summary", meeting.title)
    event.add("description", meeting.text)
    event.add("url", meeting.address)
    if meeting.place:
        event.add("location", meeting.place)
    _add_time(event, meeting)
    event.add("organizer", _named(meeting.host))
    return event


def _add_time(event: Event, meeting: Meeting) -> None:
    if meeting.at is None:
        event.add("dtstart", vDate(meeting.on))
        event.add("dtend", vDate(meeting.until + timedelta(days=1)))
        return
    begins = meeting.at.astimezone(ZoneInfo(meeting.zone))
    ends = meeting.at + timedelta(minutes=meeting.minutes or HOUR)
    event.add("dtstart", begins)
    event.add("dtend", ends.astimezone(ZoneInfo(meeting.zone)))


def _named(party: Party) -> vCalAddress:
    address = vCalAddress(f"urn:uuid:{party.key}")
    address.params["CN"] = vText(party.name)
    return address
