"""What a member decides for itself about silence: its page, and the form in which its head does so."""

from datetime import date
from typing import Any

from babel.dates import get_day_names
from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tansiq.decisions.answered import answered
from tansiq.decisions.silence.models import SilenceChoice
from tansiq.decisions.silence.queries import own_choice
from tansiq.decisions.silence.told import named_days, weekend_of
from tansiq.decisions.silence.voicing import choose
from tansiq.engines import dates
from tansiq.engines.silence import rest
from tansiq.languages.ways import language
from tansiq.members.models import Accreditation
from tansiq.record.answers import sent_to
from tansiq.release.doors import Entered, for_members
from tansiq.release.models import Member
from tansiq.release.wording import own_stripe

MOST = 40  # Days of rest that a member names.
LONGEST = 80  # Letters of the name of one.


def weekdays() -> list[tuple[str, str]]:
    """The days of the week by their names, Monday being 0."""
    return [(str(day), name) for day, name in get_day_names("wide", locale=language()).items()]


class ChoiceForm(forms.Form):
    """Who breaks silence in a member's name, and when the member rests."""

    breakers = forms.ChoiceField(
        label=_("Who breaks silence in your member’s name"),
        choices=SilenceChoice.Breakers.choices,
        widget=forms.RadioSelect,
    )
    two_persons = forms.BooleanField(
        label=_("Two persons are needed: the first prepares the break, the second confirms it before the end"),
        required=False,
    )
    weekend = forms.MultipleChoiceField(
        label=_("Your member’s weekend"), choices=weekdays, required=False, widget=forms.CheckboxSelectMultiple
    )
    holidays = forms.CharField(
        label=_("Your member’s days of rest"),
        required=False,
        max_length=MOST * (LONGEST + 20),
        widget=forms.Textarea,
        help_text=_("One on each line, with its name after a colon. For example: 2026-05-25: Independence Day."),
    )

    def clean_weekend(self) -> list[int]:
        """The days of the week."""
        return [int(day) for day in self.cleaned_data["weekend"]]

    def clean_holidays(self) -> dict[date, str]:
        """The days, each with its name."""
        lines = [line.strip() for line in self.cleaned_data["holidays"].splitlines() if line.strip()]
        if len(lines) > MOST:
            raise ValidationError(_("Name forty days at most."))
        return dict(_named(line) for line in lines)

    @staticmethod
    def opened(choice: SilenceChoice | None, code: str) -> dict[str, Any]:
        """What stands; else what is so for a member that has decided nothing."""
        if choice is None:
            return {"breakers": SilenceChoice.Breakers.HEADS, "weekend": [str(day) for day in rest.weekend(code)]}
        return {
            "breakers": choice.breakers,
            "two_persons": choice.two_persons,
            "weekend": [str(day) for day in weekend_of(choice, code)],
            "holidays": "\n".join(f"{on}: {name}" for on, name in sorted(choice.holidays.items())),
        }


def _named(line: str) -> tuple[date, str]:
    typed, _colon, name = line.partition(":")
    try:
        read = dates.read(typed.strip())
    except dates.Unreadable as reason:
        raise ValidationError(_("This is no day: %(typed)s"), params={"typed": typed}) from reason
    if read.precision != dates.DAY or read.value is None:
        raise ValidationError(_("This is no day: %(typed)s"), params={"typed": typed})
    return read.value, name.strip()[:LONGEST]


@for_members
def silence_choice(request: Entered) -> HttpResponse:
    """Who breaks silence in my member's name, and when it rests: read by its people, decided by its head."""
    if request.acting.kind == Member.Kind.OFFICE:
        raise PermissionDenied
    choice = own_choice()
    decides = request.acting.hat == Accreditation.Role.HEAD
    form = ChoiceForm(sent_to(request), initial=ChoiceForm.opened(choice, request.acting.code))

    def do() -> str:
        choose(**form.cleaned_data)
        return reverse("silence_choice")

    days = named_days(choice)
    names = dict(weekdays())
    beside = {
        "choice": choice,
        "breakers": (choice or SilenceChoice()).get_breakers_display(),
        "weekend": [names[str(day)] for day in weekend_of(choice, request.acting.code)],
        "days": sorted(days.items()),
        "decides": decides,
        "stripe": own_stripe(),
    }
    return answered(request, form, do, "decisions/silence_choice.html", beside)
