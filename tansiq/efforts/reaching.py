"""How far a measure has come towards its target, in words; nothing where it cannot be told (R-A4)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tansiq.efforts.models import Figure, Measure, Target
from tansiq.efforts.starting import Beginning, start
from tansiq.efforts.wording import step_of
from tansiq.engines import pooling
from tansiq.engines.figures import hedged, progress, way_gone
from tansiq.engines.figures import plain as plain_number
from tansiq.languages.amounts import Amount, told, told_plainly
from tansiq.languages.dates import day
from tansiq.languages.dates import written as written_day
from tansiq.languages.numbers import number

TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Path:
    """Where a measure shall be: what stands for each day, and what stood before."""

    standing: tuple[Target, ...]
    former: frozenset[object]  # Keys of targets in whose place a later one stands.

    def next(self, today: date) -> Target | None:
        """The target that comes next; the last one where all their days have passed."""
        ahead = next((one for one in self.standing if one.on >= today), None)
        return ahead or (self.standing[-1] if self.standing else None)


def path_of(targets: Iterable[Target]) -> Path:
    """A path from its targets in their order: of several for one day the last one stands."""
    rows = list(targets)
    held = {one.on: one for one in rows}
    stands = tuple(held.values())
    return Path(stands, frozenset(one.pk for one in rows if one not in stands))


def aim_of(target: Target, measure: Measure) -> SafeString:
    """A target in words: an amount with its hedge, or a step of the scale."""
    if target.value is None:
        return format_html("{}", step_of(measure, target.level))
    return told(_amount(target, measure))


def aim_plainly(target: Target, measure: Measure) -> str:
    """The same for a drawing."""
    if target.value is None:
        return str(step_of(measure, target.level))
    return told_plainly(_amount(target, measure))


def _amount(target: Target, measure: Measure) -> Amount:
    return Amount(target.value, target.qualifier, target.high, None, measure.unit, share=measure.is_share)


@dataclass(frozen=True)
class Current:
    """Where a measure is, from the figures that the reader may see: a number or a step, and of how many figures."""

    value: Decimal | None
    level: str
    firm: bool
    count: int


def current(measure: Measure, figures: Sequence[Figure]) -> Current | None:
    """What the figures say of today: pooled as the measure says; else the latest, where nothing contradicts it."""
    sound = [one for one in figures if not (one.doubtful or one.corrected)]  # type: ignore[attr-defined] # queries.figures
    if measure.pools == Measure.Pooling.NONE or not measure.is_counted:
        return _latest(sound)
    newest = [one for one in sound if one.as_of_until == sound[0].as_of_until] if measure.kind == "flow" else sound
    made = pooling.pool(measure.kind, measure.pools, [_heard(one) for one in newest if one.as_of_until])
    if made is None or made.value is None or made.high is not None:
        return None
    return Current(made.value, "", not hedged(made.qualifier), made.counted)


def _latest(sound: Sequence[Figure]) -> Current | None:
    last = [one for one in sound if one.as_of_until == sound[0].as_of_until]
    if len({(one.value, one.high, one.level, one.base_id) for one in last}) != 1 or last[0].high is not None:
        return None
    one = last[0]
    firm = not any(hedged(other.qualifier) for other in last)
    return Current(one.value, one.level, firm, len(last)) if one.value is not None or one.level else None


def _heard(one: Figure) -> pooling.Heard:
    return pooling.Heard(
        reporter=str(one.said_by_id or one.pk),
        as_of=one.as_of_until or date.min,
        value=one.value,
        high=one.high,
        qualifier=one.qualifier,
        numerator=one.numerator,
        denominator=one.denominator,
        base=str(one.base_id or ""),
    )


def told_progress(measure: Measure, figures: Sequence[Figure], path: Path, today: date) -> SafeString | str:
    """How far a measure has come, in one sentence; why nothing is told, where there is a target; else nothing."""
    target = path.next(today)
    begun = start(measure)
    if target is None or begun is None:
        return ""
    if begun.last and target.on <= begun.last:
        return _("not told: the target lies before the baseline")
    now = current(measure, figures)
    if now is None:
        return _("not told: no figure stands alone, or none is on record for you")
    if not measure.is_counted:
        return _steps(measure, begun, target, now)
    share = progress(begun.value, target.value, now.value)
    wholes = {*(one.base_id for one in figures), *([begun.base.pk] if begun.base else [])}
    ends = len(wholes) == 1 and target.high is None
    if share is None or not ends or measure.direction == Measure.Direction.NONE:
        return _("not told: the way has no one beginning or no one end")
    return _share(measure, begun, target, now, share)


def _share(measure: Measure, begun: Beginning, target: Target, now: Current, share: Decimal) -> SafeString:
    """The share of the way in per cent, rounded down to a tenth; by hedged figures, where they are; of how many."""
    firm = now.firm and not hedged(target.qualifier) and not hedged(begun.qualifier)
    sentence = (
        _("{share} per cent of the way from the baseline to the target of {by}")
        if firm
        else _("by hedged figures {share} per cent of the way from the baseline to the target of {by}")
    )
    percent = plain_number((share * 100).quantize(TENTH, ROUND_DOWN))
    told_of = format_html(sentence, share=number(percent), by=day(target.on))
    if measure.pools == Measure.Pooling.NONE:
        return told_of
    of = ngettext("from %(num)s figure released to you", "from %(num)s figures released to you", now.count)
    return format_html("{} · {}", told_of, of % {"num": now.count})


def _steps(measure: Measure, begun: Beginning, target: Target, now: Current) -> SafeString | str:
    """On a scale: from which step to which, and at which one it is; steps have no size, so no share is told."""
    first, goal, here = (step_of(measure, code) for code in (begun.level, target.level, now.level))
    gone = way_gone([one["code"] for one in measure.scale], begun.level, target.level, now.level)
    if gone is None:
        return format_html(_("from “{}” to “{}”; now “{}”"), first, goal, here)
    done, way = gone
    steps = ngettext("%(num)s step", "%(num)s steps", way) % {"num": way}
    return format_html(_("from “{}” to “{}”; now “{}”: {} of {}"), first, goal, here, number(done), steps)


def listened(path: Path, measure: Measure) -> list[str]:
    """The targets as a drawing says them to who listens."""
    sentence = _("target by %(by)s: %(aim)s")
    return [sentence % {"by": written_day(one.on, "day"), "aim": aim_plainly(one, measure)} for one in path.standing]
