"""Reports in words: what a member answered, whole or not at all, each amount as every page writes it."""

from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext_lazy

from tansiq.efforts.models import Base, Figure, Measure
from tansiq.engines.pooling import Pool
from tansiq.languages.amounts import Amount, rounded, told
from tansiq.languages.numbers import written
from tansiq.languages.words import Words
from tansiq.reports.models import Report

YES_NO = {"yes": pgettext_lazy("answer", "yes"), "no": pgettext_lazy("answer", "no")}


def steps(measure: Measure) -> list[tuple[str, str]]:
    """What can be answered to a measure of levels, or of yes or no: each step by its code and its name."""
    if measure.kind == Measure.Kind.YES_NO:
        return [(code, str(name)) for code, name in YES_NO.items()]
    return [(step["code"], Words.from_json(step["name"]).plain()) for step in measure.scale]


def step(measure: Measure, code: str) -> str:
    """A step by its name; by its code where the measure names it no longer."""
    return dict(steps(measure)).get(code, code)


def figure(of: Figure, measure: Measure) -> SafeString:
    """A figure of a report: its amount, of a share both parts and of what, of a level its name, else its words."""
    if of.level:
        return format_html("{}", step(measure, of.level))
    amount = Amount(of.value, of.qualifier, of.high, of.words, measure.unit, share=measure.is_share)
    if not measure.is_share:
        return told(amount)
    worked_out = of.numerator is not None
    return _share(rounded(amount) if worked_out else amount, of.numerator, of.denominator, of.base)


def _share(amount: Amount, numerator: Decimal | None, denominator: Decimal | None, base: Base | None) -> SafeString:
    made = told(amount)
    if base is not None:
        made = format_html("{} {}", made, base.name)
    if numerator is None or denominator is None:
        return made
    return format_html(
        '{} <bdi class="num">({}/{})</bdi>', made, written(_plain(numerator)), written(_plain(denominator))
    )


def _plain(number: Decimal) -> Decimal:
    """Without the noughts of its column."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def answer(report: Report, measure: Measure) -> SafeString:
    """What was answered: the figure, or that there is none and why."""
    if report.figure is not None:
        return figure(report.figure, measure)
    if report.reason is None:
        return format_html("{}", report.get_answer_display())
    return format_html("{}: {}", report.get_answer_display(), report.reason)


def pooled(pool: Pool, measure: Measure, base: Base | None) -> SafeString | None:
    """What several reports make together; nothing where none of them could be added."""
    if pool.value is None:
        return None
    amount = rounded(Amount(pool.value, pool.qualifier, pool.high, None, measure.unit, share=measure.is_share))
    return _share(amount, pool.numerator, pool.denominator, base) if measure.is_share else told(amount)


def amount_of(value: Decimal, measure: Measure) -> SafeString:
    """A bare amount of a measure, such as what two counted twice."""
    return told(Amount(value, "none_stated", unit=measure.unit))
