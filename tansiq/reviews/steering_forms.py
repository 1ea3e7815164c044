"""The forms of whoever steers reviews: the next phase, another plan, and a series of reviews."""

from collections.abc import Sequence
from typing import Any, Self, cast
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.engines import naming
from tansiq.engines.dates.months import WEEKDAYS
from tansiq.languages.dates import month_name
from tansiq.languages.ways import language
from tansiq.members.forms import DayField, NameForm
from tansiq.members.models import Body
from tansiq.reviews.cadence import NTH, coming
from tansiq.reviews.forms import VersionForm
from tansiq.reviews.models import Level, Phase, Review, Series
from tansiq.reviews.opening_forms import (
    EXAMPLE,
    LONGEST_ROUND,
    ClockField,
    ZoneField,
    in_both,
    instant_of,
    zone_of_reader,
)
from tansiq.reviews.replanning import When
from tansiq.reviews.series import Rule

LONGEST_EVERY = 60
SAID = ("first_on", "every", "unit", "weekday", "nth", "hedged", "decides")  # Of a rule, beside the months skipped.


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


class RuleForm(forms.Form):
    """How often reviews come again, from a day on, and what they may decide by themselves."""

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

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        held = {name: cast("forms.ChoiceField", self.fields[name]) for name in ("nth", "weekday", "skipped")}
        held["nth"].choices = [("", _("the same day of the month")), *NTH.items()]
        held["weekday"].choices = [("", _("any")), *enumerate(WEEKDAYS[language()])]
        held["skipped"].choices = [(number, month_name(number)) for number in range(1, 13)]

    def clean(self) -> dict[str, Any]:
        """The words together; a weekday is counted within months alone."""
        given = super().clean() or {}
        if given.get("nth") is not None and (given.get("weekday") is None or given.get("unit") != Series.Unit.MONTHS):
            self.add_error("weekday", _("Say which weekday of the month, and count in months."))
        if len(set(given.get("skipped") or ())) == len(self.fields["skipped"].choices):  # type: ignore[attr-defined] # a field of choices
            self.add_error("skipped", _("It must come again in some month."))
        given["decides"] = in_both(self, "decides")
        return given

    def rule(self) -> Rule:
        """The rule that was typed."""
        given = {name: self.cleaned_data[name] for name in SAID}
        return Rule(**given, skipped=tuple(sorted(set(self.cleaned_data["skipped"]))))


class SeriesForm(NameForm, RuleForm):
    """A series: of which body, at which level, how often, and what it may decide by itself."""

    body = forms.ChoiceField(label=_("Body"), widget=forms.RadioSelect)
    level = forms.ChoiceField(label=_("Level"), choices=Level.choices, initial=Level.SENIOR_OFFICIALS)

    def __init__(self, *args: Any, bodies: Sequence[Body], **given: Any) -> None:
        super().__init__(*args, **given)
        body = cast("forms.ChoiceField", self.fields["body"])
        body.choices = [(str(one.pk), one.name.plain()) for one in bodies]
        body.initial = str(bodies[0].pk) if bodies else None


class ChangeForm(RuleForm, VersionForm):
    """Another rule for a series, from a day on."""

    @classmethod
    def of(cls, series: Series) -> Self:
        """The form as it opens: on the rule that stands, from its next day on."""
        given = {name: getattr(series, name) for name in SAID if name != "decides"}
        decides = series.decides.words if series.decides else {}
        words = {f"decides_{code}": decides.get(code, "") for code in naming.SCRIPTS}
        next_on = next(iter(coming(series)), series.first_on).isoformat()
        return cls(
            initial={**given, **words, "first_on": next_on, "skipped": series.skipped, "version": series.version}
        )


class ReplanForm(VersionForm):
    """When and where a review is planned to be."""

    on = DayField(label=_("Day"), help_text=EXAMPLE)
    at = ClockField(label=_("Time"), required=False)
    zone = ZoneField(required=False)
    minutes = forms.IntegerField(label=_("Minutes planned"), min_value=1, max_value=LONGEST_ROUND, required=False)
    place_ar = forms.CharField(label=_("Place in Arabic"), max_length=naming.LONGEST, required=False)
    place_en = forms.CharField(label=_("Place in English"), max_length=naming.LONGEST, required=False)

    @classmethod
    def of(cls, review: Review) -> Self:
        """The form as it opens: on the plan that stands."""
        words = review.place.words if review.place else {}
        given = {f"place_{code}": words.get(code, "") for code in naming.SCRIPTS}
        if review.starts_at:
            given |= {"at": f"{review.starts_at.astimezone(ZoneInfo(review.zone)):%H:%M}", "zone": review.zone}
        if review.starts_on:
            given["on"] = review.starts_on.isoformat()
        return cls(initial={**given, "minutes": review.minutes, "version": review.version})

    def clean(self) -> dict[str, Any]:
        """The words together, and the instant that the clock at the place shows."""
        given = super().clean() or {}
        given["place"] = in_both(self, "place", checked=True)
        given["zone"] = given.get("zone") or zone_of_reader()
        if not self.errors and given["at"]:
            try:
                given["starts_at"] = instant_of(given["on"], given["at"], given["zone"])
            except ValidationError as refusal:
                self.add_error("at", refusal)
        return given

    def when(self) -> When:
        """The plan that was typed."""
        given = self.cleaned_data
        held = {name: given[name] for name in ("on", "zone", "minutes", "place")}
        return When(**held, starts_at=given.get("starts_at"))
