"""The rhythm of a body: what was agreed against what happened, over the reviews that the reader may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tansiq import clock
from tansiq.engines.cadence import Meeting
from tansiq.engines.dates import Partial
from tansiq.languages import charts
from tansiq.languages.dates import written as written_day
from tansiq.members.models import Body, Precision
from tansiq.reviews.cadence import agreed
from tansiq.reviews.models import FormerRule, Review, Series
from tansiq.reviews.wording import HIGHEST, apart, in_days

DRAWN = timedelta(days=3653)  # Agreed days are drawn over ten years.


@dataclass(frozen=True)
class Rhythm:
    """A body's rhythm as a page tells it: the finding, the drawing in two widths, and each distance."""

    finding: str
    wide: SafeString
    narrow: SafeString
    rows: tuple[tuple[Review, int | None], ...]  # Each review, and the days since the one before it.
    undrawn: bool  # Whether there are reviews whose date no source states.


def rhythm_of(body: Body, reviews: Sequence[Review]) -> Rhythm | None:
    """The rhythm of a body; None where no review of it is dated."""
    return _rhythm(body.name.plain(), reviews, every_months=body.cadence_months)


def rhythm_of_series(series: Series, reviews: Sequence[Review], former: Sequence[FormerRule] = ()) -> Rhythm | None:
    """The rhythm of a series against the days of its rules; None where no review of it is dated."""
    today = clock.today()
    held = [one for one in reviews if not one.called_off_at]
    return _rhythm(series.name.plain(), held, days=agreed(series, former, today - DRAWN, today))


def _rhythm(
    name: str, series: Sequence[Review], *, every_months: int | None = None, days: Sequence[date] = ()
) -> Rhythm | None:
    meetings = [
        Meeting(Partial(review.starts_on, review.precision), _town(review), review.level in HIGHEST)
        for review in series
        if review.starts_on and review.precision != Precision.NOT_STATED
    ]
    if not meetings:
        return None
    before = [None, *series[:-1]]
    rows = tuple((one, apart(last, one)) for last, one in zip(before, series, strict=True))
    finding = _finding(name, rows)
    wide, narrow = charts.rhythm(meetings, title=finding, until=clock.today(), every_months=every_months, days=days)
    return Rhythm(finding, wide, narrow, rows, undrawn=len(meetings) < len(series))


def _town(review: Review) -> str:
    """The town alone: on a drawing there is no room for the house."""
    return review.place.plain().partition(" (")[0] if review.place else ""


def _finding(name: str, rows: Sequence[tuple[Review, int | None]]) -> str:
    """What the distances show, over those between two reviews that follow one another and whose days are known."""
    gaps = {place: gap for place, (_review, gap) in enumerate(rows) if gap is not None}
    if not gaps:
        return _("%(body)s: too few dated reviews to tell a rhythm") % {"body": name}
    last = max(gaps, key=lambda place: gaps[place])
    return _(
        "%(body)s: half of the reviews came within %(usual)s of the one before; "
        "the longest pause was %(longest)s, from %(from)s to %(until)s"
    ) % {
        "body": name,
        "usual": in_days(round(median(gaps.values()))),
        "longest": in_days(gaps[last]),
        "from": written_day(rows[last - 1][0].starts_on),
        "until": written_day(rows[last][0].starts_on),
    }
