"""A series in words and days: how often it comes again, what was agreed against what was held, what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tansiq import clock
from tansiq.engines import recurring
from tansiq.engines.dates.months import WEEKDAYS
from tansiq.languages.dates import month_name
from tansiq.languages.numbers import written
from tansiq.languages.ways import language
from tansiq.reviews.models import FormerRule, Recurring, Review, Series

NTH = {
    1: gettext_lazy("the first"),
    2: gettext_lazy("the second"),
    3: gettext_lazy("the third"),
    4: gettext_lazy("the fourth"),
    -1: gettext_lazy("the last"),
}
NEXT = 4  # Days that are proposed.
LOOKED_BACK = 40  # Agreed days that are told against what was held, the newest.


def rule_of(series: Recurring) -> recurring.Rule:
    """How a series comes again."""
    return recurring.Rule(
        series.first_on, series.every, series.unit, series.weekday, series.nth, frozenset(series.skipped)
    )


def told(series: Recurring) -> str:
    """How often it comes again, in words."""
    count = {"count": written(series.every)}
    if series.unit == recurring.WEEKS:
        often = ngettext("every week", "every %(count)s weeks", series.every) % count
        day = _("on %(weekday)s") % {"weekday": _weekday(series)} if series.weekday is not None else ""
    else:
        often = ngettext("every month", "every %(count)s months", series.every) % count
        of_month = {"nth": NTH.get(series.nth or 0, ""), "weekday": _weekday(series)}
        day = _("on %(nth)s %(weekday)s of the month") % of_month if series.nth else ""
    if series.hedged:
        often = _("about %(often)s") % {"often": often}
    months = _(", ").join(month_name(number) for number in sorted(series.skipped))
    exceptions = _("not in %(months)s") % {"months": months} if months else ""
    return _("; ").join(part for part in (often, day, exceptions) if part)


def _weekday(series: Recurring) -> str:
    return WEEKDAYS[language()][series.weekday] if series.weekday is not None else ""


@dataclass(frozen=True)
class Kept:
    """One agreed day and the review that was held for it, nearest to it."""

    on: date
    review: Review | None
    apart: int | None  # Days after the agreed one; before it where negative.


def agreed(series: Series, former: Sequence[FormerRule], first: date, last: date) -> list[date]:
    """The agreed days of a series between two days, each by the rule that held then."""
    spans: list[tuple[Recurring, date, date]] = [(rule, rule.first_on, rule.until_on) for rule in former]
    days = {
        day
        for rule, since, until in (*spans, (series, series.first_on, last))
        for day in recurring.between(rule_of(rule), max(since, first), min(until, last))
    }
    return sorted(days)


def kept(series: Series, held: Sequence[Review], former: Sequence[FormerRule] = ()) -> list[Kept]:
    """Each agreed day, the newest first, with the review of the series that is nearest to it, if any.

    A day to come is told only where a review was opened for it.
    """
    held = [one for one in held if not one.called_off_at]
    today, first = clock.today(), min([series.first_on, *(rule.first_on for rule in former)])
    last = max([today, *(one.starts_on for one in held if one.starts_on)])
    until_now = agreed(series, former, first, last)[-LOOKED_BACK:]
    days = [*until_now, *recurring.days(rule_of(series), max(last, series.first_on - timedelta(days=1)), 1)]
    nearest: dict[date, tuple[int, Review]] = {}
    for review in held:
        if days and review.starts_on:
            gaps = {day: (review.starts_on - day).days for day in days}
            day = min(gaps, key=lambda one, gaps=gaps: (abs(gaps[one]), one))  # type: ignore[misc] # the gaps of this turn
            if day not in nearest or abs(gaps[day]) < abs(nearest[day][0]):
                nearest[day] = gaps[day], review
    return [
        Kept(day, nearest[day][1] if day in nearest else None, nearest[day][0] if day in nearest else None)
        for day in reversed(days)
        if day <= today or day in nearest
    ]


def coming(series: Series) -> list[date]:
    """The next days that its rule proposes."""
    return recurring.days(rule_of(series), max(clock.today(), series.first_on - timedelta(days=1)), NEXT)
