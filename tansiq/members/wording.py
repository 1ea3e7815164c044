"""Members in words: when one joined, as exactly as any source states it, and where it stands."""

from calendar import monthrange
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tansiq.engines import dates as engine
from tansiq.languages.dates import day
from tansiq.members.models import Standing
from tansiq.release.wording import Stripe


def when(step: Standing, *, short: bool = False) -> SafeString:
    """When a step in a member's standing was taken: the day, or between which days it lies."""
    first, last = step.not_before, step.not_later
    if first is None or last is None:
        words = _("by {} at the latest") if last else _("not before {}")
        return format_html(words, day(last or first, short=short)) if first or last else day(None)
    if first == last:
        return day(first, short=short)
    if whole := _whole(first, last):
        return day(first, whole, short=short)
    words = _("between {} and {}") if short else _("between {} and {}; no source states the day")
    return format_html(words, day(first, short=short), day(last, short=short))


def _whole(first: date, last: date) -> str:
    """The month or the year that an interval is exactly."""
    if first.year != last.year or first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return ""
    if first.month == last.month:
        return engine.MONTH
    return engine.YEAR if (first.month, last.month) == (1, 12) else ""


def mine() -> Stripe:
    """What is read by nobody but me."""
    return Stripe(_("For you alone"), (_("Not even your own member’s people see this page."),), public=False)
