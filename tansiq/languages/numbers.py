"""Numbers on a page: isolated, so that a sign or a separator never jumps sides."""

from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString

from tansiq.engines import digits
from tansiq.languages.ways import way


def written(number: int | Decimal) -> str:
    """A number in the digits that the reader prefers."""
    return digits.grouped_eastern(number) if way().digits == "eastern" else digits.grouped(number)


def number(number: int | Decimal, sign: str = "") -> SafeString:
    """A number for a page, its sign (such as %) inside the isolate."""
    return format_html('<bdi class="num">{}{}</bdi>', written(number), sign)
