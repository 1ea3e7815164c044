"""Which way of writing dates and numbers a reader has chosen, in three cookies; the coalition's own where none is."""

from django.http import HttpRequest

from tansiq.languages.ways import Way
from tansiq.members.models import Coalition

COOKIES = {"months": "tansiq_months", "digits": "tansiq_digits", "hijri": "tansiq_hijri"}
DIGITS = ("western", "eastern")
YES = "yes"


def chosen(request: HttpRequest, coalition: Coalition | None) -> Way:
    """The way of this reader; what is no choice counts as none."""
    months, digits, hijri = (request.COOKIES.get(cookie, "") for cookie in COOKIES.values())
    house = coalition.months if coalition else Way().months
    return Way(
        months=months if months in Coalition.Months.values else house,
        digits=digits if digits in DIGITS else Way().digits,
        hijri=hijri == YES,
    )
