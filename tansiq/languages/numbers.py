"""Numbers on a page: isolated, so that a sign or a separator never jumps sides."""

from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from tansiq.engines import digits
from tansiq.engines.figures import plain, shorten
from tansiq.languages.ways import way


def written(number: int | Decimal) -> str:
    """A number in the digits that the reader prefers."""
    return digits.grouped_eastern(number) if way().digits == "eastern" else digits.grouped(number)


def number(number: int | Decimal, sign: str = "") -> SafeString:
    """A number for a page, its sign (such as %) inside the isolate."""
    return format_html('<bdi class="num">{}{}</bdi>', written(number), sign)


def short(value: Decimal, qualifier: str = "", *, beside: bool = False) -> str:
    """A number in millions or billions where that is exact, or where the full number is given beside it."""
    said = shorten(value, qualifier, beside=beside)
    if said.scale == "billion":
        return ngettext("%(number)s billion", "%(number)s billion", _counted(said.number)) % {
            "number": written(said.number)
        }
    if said.scale == "million":
        return ngettext("%(number)s million", "%(number)s million", _counted(said.number)) % {
            "number": written(said.number)
        }
    return written(plain(value))


def _counted(number: Decimal) -> int:
    """The number by which a language chooses its plural; of a fraction, that of a hundred."""
    return int(number) if number == number.to_integral_value() else 100
