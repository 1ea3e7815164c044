"""The kinds of measures: what each asks for, and what the figures of many may make together (R-A2 to R-A7)."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.models import Measure

Kind, Pooling = Measure.Kind, Measure.Pooling

EXPLAINED: Final[Mapping[str, Promise]] = {
    Kind.FLOW: _("What happened within a period, for example persons trained in May. Periods add up."),
    Kind.STOCK: _("How much there is on one day, for example persons held. Two days are never added."),
    Kind.TO_DATE: _("All since the start, for example projects finished so far. It includes what was told before."),
    Kind.SHARE: _("Per cent of something that is named, told with both its numbers, for example 15 of 100."),
    Kind.LEVEL: _("A step on an ordered scale, for example from none to halted. Steps have no size and no mean."),
    Kind.YES_NO: _("Whether something is so, for example whether a law is in force."),
    Kind.TEXT: _("What cannot be counted, told in a few words."),
}
COUNTED: Final = frozenset({Kind.FLOW, Kind.STOCK, Kind.TO_DATE})  # These have a unit.

# What the figures of many may make together; levels and answers are counted, words stand by themselves.
MAY_POOL: Final[Mapping[str, frozenset[str]]] = {
    Kind.FLOW: frozenset({Pooling.NONE, Pooling.SUM, Pooling.MEAN}),
    Kind.STOCK: frozenset(Pooling),
    Kind.TO_DATE: frozenset({Pooling.NONE, Pooling.SUM, Pooling.LATEST}),
    Kind.SHARE: frozenset({Pooling.NONE, Pooling.SUM}),
    **dict.fromkeys((Kind.LEVEL, Kind.YES_NO, Kind.TEXT), frozenset({Pooling.NONE})),
}

# The steps that a level has where its coalition names no others.
USUAL_SCALE: Final[tuple[dict[str, object], ...]] = tuple(
    {"code": code, "name": {"source": "en", "words": {"en": english, "ar": arabic}}}
    for code, english, arabic in (
        ("none", "none", "لا شيء"),
        ("advancing", "advancing", "يتقدم"),
        ("slowed", "slowed", "أُبطئ"),
        ("halted", "halted", "أُوقف"),
        ("reversed", "reversed", "عُكس مساره"),
    )
)
FEWEST_STEPS, MOST_STEPS = 2, 9
ANSWERS: Final = {"yes": _("yes"), "no": _("no")}
