"""The forms of advice: calling for it, giving it, correcting it, and saying what cured a weak point."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq import clock
from tansiq.advice.commands.calling import Asking
from tansiq.advice.given import Said
from tansiq.advice.models import Advice
from tansiq.efforts.forms import in_both
from tansiq.engines import naming
from tansiq.engines.zones import UTC
from tansiq.languages import zones
from tansiq.languages.words import Words
from tansiq.members.forms import DayField
from tansiq.members.time_forms import ClockField, ZoneField, instant_of
from tansiq.release.asking import offer
from tansiq.release.forms import ReleaseForm
from tansiq.release.models import Member
from tansiq.release.within import WithinForm
from tansiq.release.wording import to_choose
from tansiq.reviews.forms import OwnWordsForm, WordsField
from tansiq.reviews.models import Review
from tansiq.reviews.wording import to_choose as reviews_to_choose

LONGEST, PROSE, SHOWN = 4000, 1000, 80
INSTANTS = ("opens", "closes", "settled")


def short(label: Any, **given: Any) -> WordsField:
    """A few lines of people's words."""
    return WordsField(label=label, max_length=PROSE, widget=forms.Textarea(attrs={"class": "short"}), **given)


def in_a_line(one: Advice) -> str:
    """Advice in a list to choose from."""
    words = one.words.plain()
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"


class CallForm(ReleaseForm):
    """A call for advice: about what, of whom, from when until when, in which circle."""

    title_ar = forms.CharField(label=_("Title in Arabic"), max_length=naming.LONGEST)
    title_en = forms.CharField(label=_("Title in English"), max_length=naming.LONGEST)
    review = forms.ChoiceField(label=_("For the review"), required=False)
    line = forms.ChoiceField(label=_("Line of effort"), required=False)
    question_ar = short(_("What is asked, in Arabic"), required=False)
    question_en = short(_("What is asked, in English"), required=False)
    opens_on = DayField(label=_("Opens on"), required=False)
    opens_at = ClockField(label=_("At"), required=False, help_text=_("Left empty, it opens at once."))
    closes_on = DayField(label=_("Advice until"))
    closes_at = ClockField(label=_("At"), initial="18:00")
    settled_on = DayField(label=_("Positions until"))
    settled_at = ClockField(label=_("At"), initial="18:00")
    zone = ZoneField()
    hidden = forms.BooleanField(
        label=_("Positions are hidden from the others until then"),
        required=False,
        help_text=_("Each member reads its own. Then all are opened at once to those to whom they are released."),
    )
    members = forms.MultipleChoiceField(
        label=_("Members that are asked"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("A call may reach beyond the body that decides. Everyone asked reads it."),
    )

    def __init__(
        self,
        *args: Any,
        reviews: Mapping[str, Review],
        lines: Iterable[tuple[str, str]],
        members: Iterable[Member],
        seats: Iterable[Member],
        **given: Any,
    ) -> None:
        super().__init__(*args, **given)
        self.reviews, self.known = reviews, {one.code: one for one in members}
        offer(self, "review", _("none"), reviews_to_choose(reviews.values()))
        offer(self, "line", _("the whole"), lines)
        zone = cast("forms.Select", self.fields["zone"].widget)  # Offered are a few, so that the page stays light.
        near = {UTC, self["zone"].value(), *(one.body.zone for one in reviews.values())}
        zone.choices = [(code, name) for code, name in zones.to_choose() if code in near]
        asked = cast("forms.MultipleChoiceField", self.fields["members"])
        asked.choices, asked.initial = to_choose(self.known.values()), [one.code for one in seats]

    def clean(self) -> dict[str, Any]:
        """The words together, and the instants that the days and times mean."""
        given = super().clean()
        given["title"] = in_both(self, given, "title")
        given["question"] = in_both(self, given, "question", prose=True)
        for name in INSTANTS:
            given[name] = self._instant(given, name)
        if not self.errors and not (given["review"] or given["line"] or given["question"]):
            self.add_error("question_ar", _("Say about what: a review, a line of effort, or a question in words."))
        return given

    def _instant(self, given: dict[str, Any], name: str) -> datetime | None:
        on, at = given.get(f"{name}_on"), given.get(f"{name}_at")
        if not on or not given.get("zone"):
            return clock.now() if name == "opens" and not self.errors else None
        if not at:
            self.add_error(f"{name}_at", _("Give the time, too.")) if f"{name}_at" not in self.errors else None
            return None
        try:
            return instant_of(on, at, given["zone"])
        except ValidationError as refusal:
            self.add_error(f"{name}_at", refusal)
            return None

    def asking(self) -> Asking:
        """What is asked."""
        given = self.cleaned_data
        return Asking(
            title=given["title"],
            opens_at=given["opens"],
            closes_at=given["closes"],
            settled_at=given["settled"],
            zone=given["zone"],
            question=given["question"],
            review=self.reviews.get(given["review"]),
            line=given["line"],
            hidden=given["hidden"],
        )

    def asked(self) -> list[Member]:
        """Whom it asks."""
        return [self.known[code] for code in self.cleaned_data["members"]]


class GivenForm(OwnWordsForm, WithinForm):
    """What a member gives: its kind and its words; of a weak point, how grave it is and how one knows."""

    kind = forms.ChoiceField(
        label=_("What is it?"), choices=Advice.Kind.choices, widget=forms.RadioSelect, initial=Advice.Kind.ADVICE
    )
    line = forms.ChoiceField(label=_("Line of effort"), required=False)
    severity = forms.ChoiceField(label=_("How grave"), required=False)
    evidence = short(_("Evidence"), required=False, help_text=_("Of a weak point: by what one sees it."))
    text = WordsField(label=_("In your own words"), max_length=LONGEST)

    def __init__(self, *args: Any, lines: Iterable[tuple[str, str]], **given: Any) -> None:
        super().__init__(*args, **given)
        offer(self, "line", _("the whole"), lines)
        offer(
            self,
            "severity",
            pgettext_lazy("severity", "none: it is no weak point"),
            [(one.value, str(one.label)) for one in Advice.Severity],
        )

    def clean(self) -> dict[str, Any]:
        """A weak point says how grave it is and how one knows; nothing else does."""
        given = super().clean()
        if given.get("kind") == Advice.Kind.WEAK_POINT:
            if not given.get("severity"):
                self.add_error("severity", _("Say how grave the weak point is."))
            if not given.get("evidence"):
                self.add_error("evidence", _("Say by what one sees it."))
        elif given.get("severity") or given.get("evidence"):
            self.add_error("kind", _("Only a weak point is grave and has evidence."))
        return given

    def said(self) -> Said:
        """What was given."""
        given = self.cleaned_data
        evidence = self.own(given["evidence"]) if given["evidence"] else None
        return Said(given["kind"], self.words(), given["line"], given["severity"], evidence)

    def own(self, text: str) -> Words:
        """Further words in the language of this form."""
        return Words.of(self.cleaned_data["language"], **{self.cleaned_data["language"]: text})


class AdviseForm(GivenForm):
    """What a member gives to a call, and how it is named for it."""

    way = forms.ChoiceField(
        label=_("How is your member named?"),
        choices=Advice.Attribution.choices,
        widget=forms.RadioSelect,
        initial=Advice.Attribution.ATTRIBUTED,
    )
    earlier = forms.ChoiceField(
        label=_("It recurs: which weak point was it before?"),
        required=False,
        help_text=_("Only in the name of your member."),
    )
    of_itself = forms.BooleanField(label=_("It is about my own member, which agrees"), required=False)

    def __init__(self, *args: Any, weak_points: Mapping[str, Advice], **given: Any) -> None:
        super().__init__(*args, **given)
        self.weak_points = weak_points
        offer(self, "earlier", _("none"), ((key, in_a_line(one)) for key, one in weak_points.items()))

    def clean(self) -> dict[str, Any]:
        """What names a member, or an earlier weak point, is given in the member's name."""
        given = super().clean()
        weak = given.get("kind") == Advice.Kind.WEAK_POINT
        named = given.get("way") == Advice.Attribution.ATTRIBUTED
        for name in ("earlier", "of_itself"):
            if given.get(name) and not (weak and named):
                self.add_error(name, _("Only of a weak point that is given in the name of its member."))
        return given

    def recurs(self) -> Advice | None:
        """The weak point that it names again."""
        return self.weak_points.get(self.cleaned_data["earlier"])


class CorrectForm(GivenForm):
    """Other words for what one gave, and why."""

    reason = short(_("Why it is corrected"))

    def why(self) -> Words:
        """Why it is corrected."""
        return self.own(self.cleaned_data["reason"])

    @staticmethod
    def opened(of: Advice) -> dict[str, Any]:
        """What stands already, as the form opens on it."""
        evidence = of.evidence.words[of.evidence.source] if of.evidence else ""
        return {
            "kind": of.kind,
            "line": of.line,
            "severity": of.severity,
            "evidence": evidence,
            "text": of.words.words[of.words.source],
            "language": of.words.source,
        }


class CureForm(OwnWordsForm):
    """What cured a weak point, since when, and by what that is known."""

    on = DayField(label=_("Since"))
    evidence = short(_("By what this is known"))
    text = short(_("What cured it"))

    field_order = ("on", "text", "evidence", "language")

    def known_by(self) -> Words:
        """By what it is known."""
        return Words.of(self.cleaned_data["language"], **{self.cleaned_data["language"]: self.cleaned_data["evidence"]})
