"""The forms of whoever steers reviews: the next phase, and a series of reviews."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.engines.dates.months import WEEKDAYS
from tansiq.languages.dates import month_name
from tansiq.languages.ways import language
from tansiq.members.forms import DayField, NameForm
from tansiq.members.models import Body
from tansiq.reviews.cadence import NTH
from tansiq.reviews.models import Level, Phase, Series
from tansiq.reviews.opening_forms import EXAMPLE, in_both

LONGEST_EVERY = 60


class PhaseForm(forms.Form):
    """Which phase a review enters, and until when that is planned."""

    step = forms.ChoiceField(label=_("It enters"), widget=forms.RadioSelect)
    until_on = DayField(label=_("Planned until"), required=False, help_text=EXAMPLE)

    def __init__(self, *args: Any, now: str, **given: Any) -> None:
        super().__init__(*args, **given)
        others = [(step.value, step.label) for step in Phase.Step if step != now]
        later = [value for value, _label in others if now and _place(value) > _place(now)]
        field = cast("forms.ChoiceField", self.fields["step"])
        field.choices, field.initial = others, next(iter(later), None)


def _place(step: str) -> int:
    return list(Phase.Step.values).index(step)


class SeriesForm(NameForm):
    """A series: of which body, at which level, how often, and what it may decide by itself."""

    body = forms.ChoiceField(label=_("Body"), widget=forms.RadioSelect)
    level = forms.ChoiceField(label=_("Level"), choices=Level.choices, initial=Level.SENIOR_OFFICIALS)
    first_on = DayField(label=_("First day"), help_text=EXAMPLE)
    every = forms.IntegerField(label=_("Every"), min_value=1, max_value=LONGEST_EVERY, initial=1)
    unit = forms.ChoiceField(label=_("Weeks or months"), choices=Series.Unit.choices, initial=Series.Unit.MONTHS)
    nth = forms.TypedChoiceField(label=_("Which of the month"), required=False, coerce=int, empty_value=None)
    weekday = forms.TypedChoiceField(label=_("On which weekday"), required=False, coerce=int, empty_value=None)
    hedged = forms.BooleanField(label=_("Only about so often: agreed so, and not to the day"), required=False)
    skipped = forms.TypedMultipleChoiceField(
        label=_("Not in these months"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    decides_ar = forms.CharField(
        label=_("What it may decide by itself, in Arabic"), required=False, max_length=1000, widget=forms.Textarea
    )
    decides_en = forms.CharField(
        label=_("What it may decide by itself, in English"), required=False, max_length=1000, widget=forms.Textarea
    )

    def __init__(self, *args: Any, bodies: Sequence[Body], **given: Any) -> None:
        super().__init__(*args, **given)
        held = {name: cast("forms.ChoiceField", self.fields[name]) for name in ("body", "nth", "weekday", "skipped")}
        held["body"].choices = [(str(body.pk), body.name.plain()) for body in bodies]
        held["body"].initial = str(bodies[0].pk) if bodies else None
        held["nth"].choices = [("", _("the same day of the month")), *NTH.items()]
        held["weekday"].choices = [("", _("any")), *enumerate(WEEKDAYS[language()])]
        held["skipped"].choices = [(number, month_name(number)) for number in range(1, 13)]

    def clean(self) -> dict[str, Any]:
        """The words together; a weekday is counted within months alone."""
        given = super().clean()
        if given.get("nth") is not None and (given.get("weekday") is None or given.get("unit") != Series.Unit.MONTHS):
            self.add_error("weekday", _("Say which weekday of the month, and count in months."))
        if len(set(given.get("skipped") or ())) == len(self.fields["skipped"].choices):  # type: ignore[attr-defined] # a field of choices
            self.add_error("skipped", _("It must come again in some month."))
        given["decides"] = in_both(self, "decides")
        return given
