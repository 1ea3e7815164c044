"""Statements in words: who speaks, of what time, and what other sources say of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tansiq.efforts.models import Figure
from tansiq.forecasts.wording import came_true, failed, passed
from tansiq.languages.dates import day, days
from tansiq.languages.words import Words, plain
from tansiq.members.models import Precision
from tansiq.press.models import Forecast, Statement
from tansiq.press.queries import Beside, beside
from tansiq.reviews.wording import when
from tansiq.sources.models import Source

FINDINGS = {
    "confirms": gettext_lazy("says the same"),
    "differs": gettext_lazy("says something else"),
    "adds": gettext_lazy("says more"),
    "no_counterpart": gettext_lazy("says nothing of it"),
}
EXACT = ("day", "month", "year")


def speaker_of(statement: Statement | Figure) -> Words | str:
    """Who speaks: a person, a joint text, an agency's writer, or the member alone."""
    if statement.speaker is not None:
        named: Words = statement.speaker.name
        return named
    member = statement.said_by.name if statement.said_by else None
    return statement.speaker_label or member or statement.said_by_name or _("speaker not named")


def horizon_of(forecast: Forecast) -> SafeString | str:
    """By when it was to happen; a forecast without a horizon can be held against nothing."""
    first, last, how = forecast.horizon_from, forecast.horizon_until, forecast.horizon_precision
    if first is None and last is None:
        return _("no horizon was named: never judged")
    if how == Precision.NOT_STATED and first and last:
        return format_html(_("between {} and {}"), day(first), day(last))
    return days(first, last, how)


def outcome_on(forecast: Forecast) -> SafeString | str:
    """When it happened, where that is known."""
    if forecast.outcome_from is None and forecast.outcome_until is None:
        return ""
    return when(forecast.outcome_from, forecast.outcome_until, forecast.outcome_precision)


def verdict_on(forecast: Forecast, today: date) -> str:
    """Whether it came when it was foretold, and how much later; whether its time has passed unanswered (R-A11)."""
    horizon = _extent(forecast.horizon_from, forecast.horizon_until)
    came = _extent(forecast.outcome_from, forecast.outcome_until)
    match forecast.outcome:
        case Forecast.Outcome.OPEN:
            return passed(horizon, today)
        case Forecast.Outcome.DID_NOT_HAPPEN:
            return failed(horizon)
        case _came if came:
            return came_true(horizon, came, forecast.horizon_precision)
    return ""


def _extent(first: date | None, last: date | None) -> tuple[date, date] | None:
    """From the first to the last day that is meant, where at least one is known."""
    one, other = first or last, last or first
    return (one, other) if one and other else None


def time_of(statement: Statement) -> SafeString | str:
    """The time that a statement speaks of, as exactly as it is known; empty where nobody has resolved it."""
    first, last, how = statement.about_from, statement.about_until, statement.about_precision
    if first is None and last is None:
        return _("not stated") if how else ""
    match how:
        case "open" if first:
            return format_html(_("from {} on, no end named"), day(first))
        case "recurring" if first:
            return format_html(_("again and again from {}"), day(first))
        case "approx_range" if first and last:
            return format_html(_("about {} to {}"), day(first), day(last))
        case _exact:
            return days(first, last, how if how in EXACT else "day")


@dataclass(frozen=True)
class Told:
    """One statement as pages tell it."""

    statement: Statement
    time: SafeString | str
    same_day: bool  # Whether it speaks of the day on which it was said.
    beside: tuple[tuple[Beside, str], ...]  # What other sources say of it, each with its finding in words.


def tell(statement: Statement) -> Told:
    """A statement with the time that it speaks of, and what other sources say of it."""
    about, said = (statement.about_from, statement.about_until), (statement.starts_on, statement.ends_on)
    return Told(
        statement=statement,
        time=time_of(statement),
        same_day=statement.about_precision == "day" and about == said,
        beside=tuple((one, str(FINDINGS[one.finding])) for one in beside(statement)),
    )


@dataclass(frozen=True)
class Turn:
    """What one speaker says in a row, in one role and one channel."""

    speaker: Words | str
    role: Words | None
    channel: Words | None
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Report:
    """What a press report tells, in its own order; without a report, what is known from elsewhere."""

    source: Source | None
    turns: tuple[Turn, ...]


def reports(statements: Sequence[Statement]) -> list[Report]:
    """Statements by the report that they stand in, turn by turn."""
    return [
        Report(rows[0].report, turns(rows))
        for rows in (list(same) for _key, same in groupby(statements, key=lambda one: one.report_id))
    ]


def turns(statements: Sequence[Statement]) -> tuple[Turn, ...]:
    """Statements in their order, those of one speaker in a row together."""
    made = (list(same) for _key, same in groupby(statements, key=_voice))
    return tuple(Turn(speaker_of(rows[0]), rows[0].role, rows[0].channel, tuple(map(tell, rows))) for rows in made)


def _voice(statement: Statement) -> tuple[str, ...]:
    return plain(speaker_of(statement)), plain(statement.role), plain(statement.channel)
