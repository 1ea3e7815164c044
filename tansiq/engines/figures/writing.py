"""How a figure is written: its hedge, number, scale, unit and base, never rounded unseen."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal

from tansiq.engines.digits import grouped
from tansiq.engines.figures.hedges import QUALIFIERS, RANGE, lean

SCALES = (
    ("billion", 9, 2),
    ("million", 6, 2),
    ("thousand", 3, 0),
)  # Name, power of ten, places an exact form may have.
ROUNDED = 1  # Places of a short form that rounds.
_WIDE = Context(prec=60)
_ROUNDING = {"up": ROUND_FLOOR, "down": ROUND_CEILING}  # "More than" is rounded down, "nearly" up: it stays true.


@dataclass(frozen=True)
class Short:
    """A number in thousands, millions or billions; unless exact, the full number must be given beside it."""

    number: Decimal
    scale: str = ""
    exact: bool = True


@dataclass(frozen=True)
class Written:
    """A figure ready for words: codes for the hedge, scale, unit and base, digits for the number."""

    hedge: str
    number: str
    high: str = ""  # The upper end of a range.
    scale: str = ""
    unit: str = ""
    base: str = ""
    exact: bool = True  # Whether the digits are the whole number.


def shorten(value: Decimal, qualifier: str = "", *, beside: bool = False) -> Short:
    """A number in its largest scale where that is exact; rounded only where the full number is given beside it.

    >>> shorten(Decimal(2_100_000_000))
    Short(number=Decimal('2.1'), scale='billion', exact=True)
    >>> shorten(Decimal(703_414_098))
    Short(number=Decimal('703414098'), scale='', exact=True)
    >>> shorten(Decimal(703_414_098), beside=True)
    Short(number=Decimal('703.4'), scale='million', exact=False)
    """
    for scale, power, places in SCALES:
        if abs(value) < Decimal(10) ** power:
            continue
        number = value.scaleb(-power, _WIDE)
        if _places(number) <= places:
            return Short(plain(number), scale)
        if beside and places:
            rounding = _ROUNDING.get(lean(qualifier), ROUND_HALF_EVEN)
            rounded = number.quantize(Decimal(1).scaleb(-ROUNDED), rounding=rounding, context=_WIDE)
            return Short(plain(rounded), scale, exact=False)
        break
    return Short(plain(value))


def write(  # noqa: PLR0913 -- a figure is never bare
    value: Decimal,
    qualifier: str,
    *,
    high: Decimal | None = None,
    unit: str = "",
    base: str = "",
    short: bool = False,
    beside: bool = False,
    digits: Callable[[Decimal], str] = grouped,
) -> Written:
    """A figure as its source said it; a range is short only where both its ends are exact in one scale.

    >>> write(Decimal(60), "more_than", unit="percent", base="territory")
    Written(hedge='more_than', number='60', high='', scale='', unit='percent', base='territory', exact=True)
    >>> write(Decimal(18000), "range", high=Decimal(22000), unit="persons", short=True)
    Written(hedge='range', number='18', high='22', scale='thousand', unit='persons', base='', exact=True)
    """
    if qualifier not in QUALIFIERS:
        raise ValueError(qualifier)
    if (high is None) == (qualifier == RANGE):
        raise ValueError(high)
    low, top = Short(plain(value)), None if high is None else Short(plain(high))
    if short and high is None:
        low = shorten(value, qualifier, beside=beside)
    elif short and high is not None and shorten(value).scale == shorten(high).scale:
        low, top = shorten(value), shorten(high)
    written = "" if top is None else digits(top.number)
    return Written(qualifier, digits(low.number), written, low.scale, unit, base, low.exact)


def _places(number: Decimal) -> int:
    """How many digits stand behind the point, idle noughts left out."""
    exponent = plain(number).as_tuple().exponent
    return max(0, -int(exponent))


def plain(number: Decimal) -> Decimal:
    """A number without idle noughts behind the point and without an exponent."""
    bare = number.normalize(_WIDE)
    return bare.quantize(Decimal(1), context=_WIDE) if int(bare.as_tuple().exponent) > 0 else bare


def per_cent(part: Decimal, whole: Decimal) -> Decimal:
    """A share of two numbers, to the places that are kept.

    >>> per_cent(Decimal(1), Decimal(3))
    Decimal('33.333333')
    """
    return (part * 100 / whole).quantize(Decimal("0.000001"))
