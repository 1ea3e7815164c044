"""A time as a clock shows it: where a body meets, and where the reader is, each zone by its name."""

from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tansiq.engines import zones
from tansiq.languages.dates import written
from tansiq.languages.ways import in_digits, language, way


@cache
def _place(zone: str, spoken: str) -> str:
    return str(get_timezone_location(zone, locale=spoken, return_city=True))


def place(zone: str) -> str:
    """A zone by the town that it is named after."""
    return _place(zone, language())


def to_choose() -> list[tuple[str, str]]:
    """Zones to choose from, by the name of their town."""
    return _choices(language())


@cache
def _choices(spoken: str) -> list[tuple[str, str]]:
    return sorted(((zone, _place(zone, spoken)) for zone in zones.known()), key=lambda one: (one[1], one[0]))


def day_in(at: datetime, zone: str) -> date:
    """The day in a zone."""
    return at.astimezone(ZoneInfo(zone)).date()


def clock_in(at: datetime, zone: str) -> str:
    """What the clock shows in a zone, with the zone's name and how far it is from UTC."""
    there = at.astimezone(ZoneInfo(zone))
    named = {"zone": place(zone), "shift": zones.shift(at, zone)}
    words = "%(zone)s" if named["zone"] == named["shift"] else _("%(zone)s, %(shift)s")
    return in_digits(f"{there:%H:%M}") + f" ({words % named})"


def meets_at(at: datetime, zone: str, known: date | None = None) -> SafeString:
    """The day and the time at the place, and what the reader's own clock shows then: UTC where none is chosen.

    A day that the page names already is not told again.
    """
    there = at.astimezone(ZoneInfo(zone))
    shown = format_html(
        '<time datetime="{}">{}<bdi>{}</bdi></time>',
        there.isoformat(timespec="minutes"),
        "" if there.date() == known else written(there.date(), weekday=True) + _(", "),
        clock_in(at, zone),
    )
    own = way().zone or zones.UTC
    if zones.shift(at, own) == zones.shift(at, zone):
        return shown
    here = at.astimezone(ZoneInfo(own))
    on = "" if here.date() == there.date() else written(here.date()) + _(", ")
    label = _("where you read") if way().zone else ""
    return format_html("{} · {} {}<bdi>{}</bdi>", shown, label, on, clock_in(at, own))


def meets_at_plainly(at: datetime, zone: str) -> str:
    """The same for a letter and a workbook."""
    return " ".join(strip_tags(meets_at(at, zone)).split())
