"""Dates on a page: in the reader's language and month names, no more exact than they are known."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tansiq import clock
from tansiq.engines import dates as engine
from tansiq.engines.dates import months
from tansiq.languages.ways import in_digits, language, remembered, way

HOUR = timedelta(hours=1)


def written(value: date | None, precision: str = engine.DAY, *, short: bool = False, weekday: bool = False) -> str:
    """A date in plain words, for titles and attributes."""
    if value is None or precision == engine.NOT_STATED:
        return _("date not stated")
    when = engine.Partial(value, precision)
    return in_digits(engine.write(when, language(), way().months, short=short, weekday=weekday))


@remembered
def day(value: date | None, precision: str = engine.DAY, *, short: bool = False, weekday: bool = False) -> SafeString:
    """A date as a time element, with the Hijri day beside it where the reader chose so."""
    words = written(value, precision, short=short, weekday=weekday)
    if value is None or precision == engine.NOT_STATED:
        return format_html('<span class="dim">{}</span>', words)
    shown = format_html('<time datetime="{}">{}</time>', engine.Partial(value, precision).iso, words)
    if way().hijri and precision == engine.DAY and not short and (beside := hijri(value)):
        return format_html("{} ({})", shown, beside)
    return shown


def month_name(number: int) -> str:
    """The name of a month by its number."""
    return months.name(number, language(), way().months)


def hijri(value: date) -> str:
    """The Hijri date of a day; empty where the calendar's tables end."""
    return in_digits(engine.hijri(value, language()) or "")


@remembered
def days(first: date | None, last: date | None, precision: str = engine.DAY, *, short: bool = False) -> SafeString:
    """A stretch of time: both ends, or since when, or until when."""
    if (first is None and last is None) or precision == engine.NOT_STATED:
        return day(None)
    if last is None:
        return format_html(_("since {}"), day(first, precision, short=short))
    if first is None:
        return format_html(_("until {}"), day(last, precision, short=short))
    if first == last:
        return day(first, precision, short=short)
    ends = engine.Partial(first, precision), engine.Partial(last, precision)
    return format_html("{}", in_digits(engine.span(*ends, language(), way().months, short=short)))


def years(held: Iterable[int]) -> list[tuple[str, str]]:
    """Years to choose from."""
    return [(str(year), in_digits(str(year))) for year in held]


def lasted(earlier: tuple[date | None, date | None], later: tuple[date | None, date | None]) -> str:
    """How much time lies between two events, each within its days, no more exact than these are known; else empty."""
    far = engine.between(earlier, later)
    if far is None:
        return ""
    if far.unit == "day":
        words = ngettext("%(count)s day", "%(count)s days", far.least)
    elif far.least != far.most:
        words = {
            "month": _("between %(count)s and %(most)s months"),
            "year": _("between %(count)s and %(most)s years"),
        }[far.unit]
    elif far.least == 0:
        words = {"month": _("less than a month"), "year": _("less than a year")}[far.unit]
    elif far.unit == "month":
        words = ngettext("about a month", "about %(count)s months", far.least)
    else:
        words = ngettext("about a year", "about %(count)s years", far.least)
    return in_digits(words % {"count": far.least, "most": far.most})


def away(value: date, today: date | None = None) -> str:
    """How far a day is from today: "in 10 days", "3 months ago"."""
    far = engine.distance(value, today or clock.today())
    if far.count == 0:
        return _("today")
    words = {
        ("day", True): ngettext("in %(count)s day", "in %(count)s days", far.count),
        ("day", False): ngettext("%(count)s day ago", "%(count)s days ago", far.count),
        ("month", True): ngettext("in %(count)s month", "in %(count)s months", far.count),
        ("month", False): ngettext("%(count)s month ago", "%(count)s months ago", far.count),
        ("year", True): ngettext("in %(count)s year", "in %(count)s years", far.count),
        ("year", False): ngettext("%(count)s year ago", "%(count)s years ago", far.count),
    }
    return in_digits(words[far.unit, far.ahead] % {"count": far.count})


def moment(at: datetime, *, exact: bool = True, short: bool = False) -> SafeString:
    """An instant in UTC; where the reader may know only the hour, the hour; in tables without naming the zone."""
    at = at.astimezone(UTC)
    told = {"day": written(at.date(), short=short), "time": f"{at:%H:%M}", "from": f"{at:%H}:00", "until": _after(at)}
    if exact:
        words = (_("%(day)s, %(time)s") if short else _("%(day)s, %(time)s UTC")) % told
    else:
        words = (
            _("%(day)s, %(from)s to %(until)s") if short else _("%(day)s, between %(from)s and %(until)s UTC")
        ) % told
    iso = at.isoformat(timespec="minutes") if exact else f"{at:%Y-%m-%d}"
    return format_html('<time datetime="{}">{}</time>', iso, in_digits(words))


def _after(at: datetime) -> str:
    return f"{at + HOUR:%H}:00"
