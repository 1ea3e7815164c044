"""The form of a call: what is asked, for which period, until when, of whom, and in which circle."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.models import Measure
from tansiq.engines import naming
from tansiq.languages.words import Words
from tansiq.languages.zones import place
from tansiq.members.forms import FLAWS, DayField
from tansiq.members.time_forms import ClockField, instant_of
from tansiq.release.asking import offer
from tansiq.release.forms import ReleaseForm
from tansiq.release.models import Member
from tansiq.release.wording import to_choose
from tansiq.reports.models import Call
from tansiq.reports.windows import OWN, Window
from tansiq.reviews.forms import WordsField
from tansiq.reviews.models import Review
from tansiq.reviews.wording import to_choose as reviews_to_choose

KIND = "call"  # Under which an office's release habits for calls are kept.
LONGEST_QUESTION = 1000


class CallForm(ReleaseForm):
    """A call for reports, opened on the circle of its body."""

    title_ar = forms.CharField(label=_("Title in Arabic"), max_length=naming.LONGEST)
    title_en = forms.CharField(label=_("Title in English"), max_length=naming.LONGEST)
    question_ar = WordsField(label=_("What is asked, in Arabic"), max_length=LONGEST_QUESTION, required=False)
    question_en = WordsField(label=_("What is asked, in English"), max_length=LONGEST_QUESTION, required=False)
    window = forms.ChoiceField(label=_("Period"), widget=forms.RadioSelect)
    period_from = DayField(label=_("From"), required=False)
    period_until = DayField(label=_("Until"), required=False)
    due_on = DayField(label=_("Due on"))
    due_at = ClockField(label=_("Time"), initial="18:00")
    measures = forms.MultipleChoiceField(label=_("Measures"), widget=forms.CheckboxSelectMultiple)
    members = forms.MultipleChoiceField(label=_("Members that are asked"), widget=forms.CheckboxSelectMultiple)
    way = forms.ChoiceField(label=_("What becomes of a report"), choices=Call.Way.choices, widget=forms.RadioSelect)
    own_acceptance = forms.BooleanField(
        label=_("Whoever entered a report may accept it"),
        required=False,
        help_text=_("Only where a report counts once it has been accepted."),
    )

    def __init__(  # noqa: PLR0913 -- one argument for each thing that is chosen from
        self,
        *args: Any,
        windows: Sequence[Window],
        measures: Iterable[Measure],
        members: Iterable[Member],
        seats: Iterable[Member],
        way: str,
        zone: str,
        **given: Any,
    ) -> None:
        super().__init__(*args, kind=KIND, **given)
        self.windows, self.zone = {one.value: one for one in windows}, zone
        self.fields["due_at"].help_text = _("The time in %(zone)s, for example 18:00.") % {"zone": place(zone)}
        window, of, asked, becomes = (
            cast("forms.ChoiceField", self.fields[name]) for name in ("window", "measures", "members", "way")
        )
        window.choices = [*((one.value, one.label) for one in windows), (OWN, _("Other days"))]
        window.initial = next(iter(self.windows), OWN)
        of.choices = [(str(one.pk), one.name.plain()) for one in measures]
        asked.choices = to_choose(members)
        asked.initial = [member.code for member in seats]
        becomes.initial = way

    def clean(self) -> dict[str, Any]:
        """The words together, the period that was chosen, and the instant at which it is due."""
        given = super().clean()
        given["title"] = self._words("title", given, as_name=True)
        given["question"] = self._words("question", given)
        given["period"] = self._period(given)
        if given.get("due_on") and given.get("due_at"):
            try:
                given["due"] = instant_of(given["due_on"], given["due_at"], self.zone)
            except ValidationError as refusal:
                self.add_error("due_at", refusal)
        return given

    def _words(self, name: str, given: dict[str, Any], *, as_name: bool = False) -> Words | None:
        typed = {code: (given.get(f"{name}_{code}") or "").strip() for code in naming.SCRIPTS}
        if as_name:
            typed = {code: naming.tidy(words) for code, words in typed.items()}
            for code, words in typed.items():
                if words and (flaw := naming.flaw(words, code)):
                    self.add_error(f"{name}_{code}", FLAWS[flaw])
        written = {code: words for code, words in typed.items() if words}
        return Words("ar" if "ar" in written else "en", written) if written else None

    def _period(self, given: dict[str, Any]) -> tuple[date, date] | None:
        window = self.windows.get(given.get("window", ""))
        if window:
            return window.start, window.end
        for name in ("period_from", "period_until"):
            if not given.get(name) and name not in self.errors:
                self.add_error(name, _("Say from which day until which."))
        if self.errors:
            return None
        if given["period_from"] > given["period_until"]:
            self.add_error("period_until", _("The period ends before it begins."))
            return None
        return given["period_from"], given["period_until"]


class CallFilter(forms.Form):
    """Which calls a page lists."""

    review = forms.ChoiceField(label=_("Review"), required=False)

    def __init__(self, *args: Any, reviews: Iterable[Review], **given: Any) -> None:
        super().__init__(*args, **given)
        offer(self, "review", _("all reviews"), reviews_to_choose(reviews))
