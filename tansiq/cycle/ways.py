"""A coalition's words and order, and the way of writing dates and numbers that a reader has chosen in cookies."""

from django.http import HttpRequest

from tansiq.engines import zones
from tansiq.languages.terms import speak_in
from tansiq.languages.ways import Way, write_for
from tansiq.members.models import Coalition
from tansiq.release.order import Order, list_by

COOKIES = {"months": "tansiq_months", "digits": "tansiq_digits", "hijri": "tansiq_hijri", "zone": "tansiq_zone"}
DIGITS = ("western", "eastern")
YES = "yes"


def follow(request: HttpRequest, coalition: Coalition | None) -> None:
    """Speak, list and write in the coalition's way, and in this reader's, until the next request."""
    profile = coalition.profile if coalition else None
    speak_in(profile["terms"] if profile else None)
    agreed = {code: place for place, code in enumerate(coalition.sequence)} if coalition else {}
    list_by(Order(coalition.member_order, agreed) if coalition else Order())
    write_for(chosen(request, coalition))


def chosen(request: HttpRequest, coalition: Coalition | None) -> Way:
    """The way of this reader; what is no choice counts as none."""
    months, digits, hijri, zone = (request.COOKIES.get(cookie, "") for cookie in COOKIES.values())
    house = coalition.months if coalition else Way().months
    return Way(
        months=months if months in Coalition.Months.values else house,
        digits=digits if digits in DIGITS else Way().digits,
        hijri=hijri == YES,
        zone=zone if zone in zones.known() else Way().zone,
    )
