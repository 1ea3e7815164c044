"""How I read: month names, digits, the Hijri date; and what this house promises its readers."""

from typing import Any, cast

from django import forms
from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tansiq.cycle.ways import COOKIES, DIGITS, YES, chosen
from tansiq.engines import dates
from tansiq.engines.digits import eastern
from tansiq.languages import zones
from tansiq.members.models import Coalition
from tansiq.record.answers import BAD, OK, sent_to
from tansiq.release.asking import offer, only_fields
from tansiq.release.doors import Request
from tansiq.release.wording import stripe

YEAR = 365 * 24 * 3600
SAMPLE = dates.read("22 August 2014")  # August has a name of its own in each family.


class ReadingForm(forms.Form):
    """How dates and numbers are written for me."""

    months = forms.ChoiceField(label=_("Names of the months in Arabic"), widget=forms.RadioSelect)
    digits = forms.ChoiceField(
        label=_("Digits on Arabic pages"),
        widget=forms.RadioSelect,
        choices=[(DIGITS[0], "0123456789"), (DIGITS[1], eastern("0123456789"))],
    )
    hijri = forms.BooleanField(label=_("The Hijri date beside the Gregorian one"), required=False)
    zone = forms.ChoiceField(
        label=_("My time zone"),
        required=False,
        help_text=_("Times of reviews are shown there, beside those of the place. Else they are shown in UTC."),
    )

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        cast("forms.ChoiceField", self.fields["months"]).choices = [
            (family, f"{label}: \u2068{dates.write(SAMPLE, 'ar', family)}\u2069")
            for family, label in Coalition.Months.choices
        ]
        offer(self, "zone", _("none chosen"), zones.to_choose())


def reading(request: Request) -> HttpResponse:
    """Choose how dates and numbers are written; kept on this device alone, no account is needed."""
    now = chosen(request, request.coalition)
    sent = sent_to(request)
    form = ReadingForm(sent, initial={"months": now.months, "digits": now.digits, "hijri": now.hijri, "zone": now.zone})
    if sent is not None:
        only_fields(request, form)
        if form.is_valid():
            return _keep(form.cleaned_data)
    given = {"form": form, "sample": SAMPLE.value, "stripe": stripe([])}
    return render(request, "cycle/reading.html", given, status=BAD if form.errors else OK)


def _keep(wanted: dict[str, object]) -> HttpResponse:
    response = HttpResponseRedirect(reverse("reading"))
    for name, cookie in COOKIES.items():
        value = str(wanted[name]) if name != "hijri" else YES if wanted[name] else ""
        secure = bool(settings.PUBLIC_HOST)
        response.set_cookie(cookie, value, max_age=YEAR, samesite="Lax", httponly=True, secure=secure)
    return response


def promise(request: Request) -> HttpResponse:
    """What Tansiq promises, and what it does not."""
    return render(request, "cycle/promise.html", {"stripe": stripe([])})
