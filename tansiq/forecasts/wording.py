"""Forecasts in words: by when, how probable, whether they came when they were foretold, and their scores."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tansiq.engines.scoring import Days, Score, brier, in_time, is_due
from tansiq.forecasts.models import WHOLE, Horizon, Prediction, Resolution
from tansiq.languages.dates import day, lasted
from tansiq.languages.numbers import written
from tansiq.members.models import Precision

VERDICTS = {
    "early": gettext_lazy("earlier than foretold"),
    "in_time": gettext_lazy("in the time foretold"),
    "late": gettext_lazy("later than foretold"),
    "unclear": gettext_lazy("whether in the time foretold is not known to the day"),
    "no_horizon": gettext_lazy("no horizon was named: never judged"),
}
Outcome = Resolution.Outcome


def passed(horizon: Days | None, today: date) -> str:
    """Of what nobody has told: whether its time has passed (R-A11)."""
    return _("its time has passed: did it happen?") if is_due(horizon, today) else ""


def failed(horizon: Days | None) -> str:
    """Of what did not happen."""
    return _("not in the time foretold") if horizon else str(VERDICTS["no_horizon"])


def came_true(horizon: Days | None, came: Days, precision: str) -> str:
    """Of what happened: whether in the time foretold, and how much later (R-A11)."""
    judged = in_time(horizon, came)
    late = lasted(_end(horizon[1], precision), came) if horizon and judged == "late" else ""
    return _("later than foretold, by %(time)s") % {"time": late} if late else str(VERDICTS[judged])


def _end(last: date, precision: str) -> Days:
    """The end of a horizon, no more exact than the horizon was: of "a year or two" the month."""
    return (last if precision == Precision.DAY else last.replace(day=1), last)


def horizon_of(one: Prediction) -> Horizon | None:
    """By when it is to come true, where its author has said so and the reader may read that."""
    held: Horizon | None = getattr(one, "horizon", None)
    return held


def extent(one: Prediction) -> Days | None:
    """From which day to which it may come true: from the day on which it was said where no other was named."""
    held = horizon_of(one)
    return (held.from_on or one.said_on, held.until_on) if held else None


def by_when(one: Prediction) -> SafeString | str:
    """By when, hedge and all; a forecast without a horizon can be held against nothing."""
    held = horizon_of(one)
    if held is None:
        return _("no horizon was named: never judged")
    if held.from_on:
        words = _("about between {} and {}") if held.hedged else _("between {} and {}")
        return format_html(words, day(held.from_on), day(held.until_on))
    return format_html(_("by about {}") if held.hedged else _("by {}"), day(held.until_on))


def probability(one: Prediction) -> str:
    """Its probability as it was given: a number, a range, or words alone."""
    if one.low is None or one.high is None:
        return _("in words only")
    given = {"low": written(one.low), "high": written(one.high)}
    return _("%(low)s per cent") % given if one.low == one.high else _("%(low)s to %(high)s per cent") % given


@dataclass(frozen=True)
class Judged:
    """A forecast beside what came of it: the resolution that stands, the verdict in words, and its score."""

    forecast: Prediction
    resolution: Resolution | None
    verdict: str
    happened: bool | None  # Within its time; None where that is not told, or no time was named.
    score: Score | None


def judged(one: Prediction, today: date) -> Judged:
    """A forecast judged, as queries.predictions gives it; without a horizon it is never scored (R-A11)."""
    told: list[Resolution] = one.told  # type: ignore[attr-defined] # queries.predictions
    stands, horizon, held = (told[0] if told else None), extent(one), horizon_of(one)
    if stands is None:
        return Judged(one, None, passed(horizon, today), None, None)
    if stands.outcome == Outcome.CANNOT_TELL:
        return Judged(one, stands, _("not scored: it cannot be told"), None, None)
    if stands.outcome == Outcome.DID_NOT_HAPPEN or stands.came_on is None:
        verdict, happened = failed(horizon), False if horizon else None
    else:
        came = (stands.came_on, stands.came_on)
        precision = Precision.NOT_STATED if held and held.hedged else Precision.DAY
        verdict = came_true(horizon, came, precision)
        happened = in_time(horizon, came) == "in_time" if horizon else None
    return Judged(one, stands, verdict, happened, _score(one, happened))


def rounded(value: Decimal) -> Decimal:
    """A score as it is shown: to the thousandth, without empty places."""
    return round(value, 3).normalize()


def _score(one: Prediction, happened: bool | None) -> Score | None:  # noqa: FBT001 -- three answers: yes, no, not told
    if happened is None or one.low is None or one.high is None:
        return None
    return brier(Decimal(one.low) / WHOLE, Decimal(one.high) / WHOLE, happened=happened)
