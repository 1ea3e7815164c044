"""An invitation to a meeting as calendar programs read it (RFC 5545 and 5546)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vDate, vText

PRODUCT = "-//Tansiq//Reviews//EN"
YEAR = timedelta(days=366)
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


def invitation(meeting: Meeting, house: str) -> bytes:
    """The file of an invitation; the same meeting keeps its name in every program that takes it in."""
    event = Event()
    event.add("uid", f"{meeting.key}@{house}")
    event.add("dtstamp", meeting.made_at)
    event.add("sequence", 0)
    event.add("summary", meeting.title)
    event.add("description", meeting.text)
    event.add("url", meeting.address)
    if meeting.place:
        event.add("location", meeting.place)
    _add_time(event, meeting)
    event.add("organizer", _named(meeting.host))
    for party in meeting.invited:
        guest = _named(party)
        guest.params["PARTSTAT"], guest.params["RSVP"] = vText("NEEDS-ACTION"), vText("FALSE")
        event.add("attendee", guest)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "REQUEST")
    calendar.add_component(event)
    calendar.add_missing_timezones(meeting.on - YEAR, meeting.until + YEAR)
    return bytes(calendar.to_ical())


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
