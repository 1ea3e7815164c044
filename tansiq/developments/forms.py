"""The forms of developments and of claims of cause: what changed, since when, who saw it; what came of what."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.assessments.models import Assessment
from tansiq.developments.models import ClaimAnswer, Development
from tansiq.developments.seen import Change, Claimed, Witness
from tansiq.developments.wording import said_of
from tansiq.efforts.forms import in_both
from tansiq.efforts.models import Figure, Measure
from tansiq.efforts.wording import said_plainly
from tansiq.engines import dates, naming
from tansiq.languages.words import Words, plain
from tansiq.members.forms import NOT_READ, UNREADABLE
from tansiq.release.asking import offer
from tansiq.release.forms import ReleaseForm
from tansiq.reviews.forms import OwnWordsForm, WordsField
from tansiq.reviews.models import Review, Subject
from tansiq.reviews.wording import named, to_choose
from tansiq.sources.models import Source

LONGEST = 1000
SHOWN = 80  # Letters of a source, or of words, in a list to choose from.


class SinceField(forms.CharField):
    """Since when: a day, a month or a year, as exactly as it is known."""

    def __init__(self, **given: Any) -> None:
        hint = _("A day, a month or a year. For example: 22 January 2015, January 2015, or 2015.")
        super().__init__(**{"max_length": dates.reading.LONGEST, "help_text": hint, **given})

    def clean(self, value: Any) -> dates.Partial:
        """What was typed, as exactly as it was typed."""
        try:
            return dates.read(super().clean(value))
        except dates.Unreadable as reason:
            raise ValidationError(UNREADABLE.get(reason.code, NOT_READ)) from reason


class OfReview(forms.Form):
    """Developments that were reported for one review, or at any time."""

    review = forms.ChoiceField(label=_("For the review"), required=False)

    def __init__(self, *args: Any, reviews: Iterable[Review], **given: Any) -> None:
        super().__init__(*args, **given)
        offer(self, "review", _("all reviews"), to_choose(reviews))


class OnWordForm(OwnWordsForm, ReleaseForm):
    """Words on one's own word or on a named other's, with where it is said."""

    eyes_ar = forms.CharField(label=_("On whose word, in Arabic"), max_length=naming.LONGEST, required=False)
    eyes_en = forms.CharField(label=_("On whose word, in English"), max_length=naming.LONGEST, required=False)
    source = forms.ChoiceField(label=_("Source"), required=False)

    def __init__(self, *args: Any, sources: Mapping[str, Source], **given: Any) -> None:
        super().__init__(*args, **given)
        self.sources = sources
        told = ((key, f"{plain(one.publisher)} · {one.url}"[:SHOWN]) for key, one in sources.items())
        offer(self, "source", _("none"), told)

    def clean(self) -> dict[str, Any]:
        """Another's word has its source."""
        given = super().clean()
        given["name"] = in_both(self, given, "eyes")
        if given["name"] and not given.get("source"):
            self.add_error("source", _("Name the source in which this is said."))
        return given

    def of_source(self) -> Source | None:
        """The source that was chosen."""
        return self.sources.get(self.cleaned_data["source"])

    def witness(self) -> Witness | None:
        """Whose word it is; none where it is one's own."""
        name, source = self.cleaned_data["name"], self.of_source()
        return Witness(name, source) if name and source else None

    def own(self, text: str) -> Words:
        """Further words in the language of this form."""
        return Words.of(self.cleaned_data["language"], **{self.cleaned_data["language"]: text})


class DevelopmentForm(OnWordForm):
    """What changed on the ground, since when, who saw it, and what it makes doubtful."""

    since = SinceField(label=_("Since when"))
    since_about = forms.BooleanField(label=_("This is approximate"), required=False)
    review = forms.ChoiceField(label=_("For the review"), required=False)
    measures = forms.MultipleChoiceField(
        label=_("It makes these measures doubtful"), required=False, widget=forms.CheckboxSelectMultiple
    )
    assessments = forms.MultipleChoiceField(
        label=_("It makes these assessments doubtful"), required=False, widget=forms.CheckboxSelectMultiple
    )

    field_order = (
        *("text", "since", "since_about", "language", "reason", "review", "eyes_ar", "eyes_en", "source"),
        *("measures", "assessments", "release", "chosen"),
    )

    def __init__(
        self,
        *args: Any,
        reviews: Mapping[str, Review],
        measures: Mapping[str, Measure],
        assessments: Mapping[str, Assessment],
        **given: Any,
    ) -> None:
        super().__init__(*args, **given)
        self.reviews, self.known, self.held = reviews, measures, assessments
        self.fields["text"].label = _("What changed")
        offer(self, "review", _("none"), to_choose(reviews.values()))
        for name, offered in (
            ("measures", [(key, one.name.plain()) for key, one in measures.items()]),
            ("assessments", [(key, said_of(one)) for key, one in assessments.items()]),
        ):
            cast("forms.MultipleChoiceField", self.fields[name]).choices = offered

    def change(self, line: Subject | None) -> Change:
        """What was said to have changed."""
        given = self.cleaned_data
        return Change(
            line,
            self.reviews.get(given["review"]),
            self.words(),
            given["since"].value,
            given["since"].precision,
            given["since_about"],
            self.witness(),
            self.of_source(),
            [self.known[key] for key in given["measures"]],
            [self.held[key] for key in given["assessments"]],
        )


class CorrectionForm(DevelopmentForm):
    """What one says changed instead, and why."""

    reason = WordsField(
        label=_("Why it is corrected"), max_length=LONGEST, widget=forms.Textarea(attrs={"class": "short"})
    )

    def __init__(self, *args: Any, of: Development, doubted: Mapping[str, list[str]], **given: Any) -> None:
        super().__init__(*args, initial={**self.opened(of), **doubted}, **given)

    @staticmethod
    def opened(of: Development) -> dict[str, Any]:
        """What stands already, as the form opens on it."""
        names = of.said_by_name.words if of.said_by_name else {}
        return {
            "text": of.words.words[of.words.source],
            "language": of.words.source,
            "since": dates.Partial(of.since_on, of.since_precision).iso,
            "since_about": of.since_hedged,
            "review": str(of.review_id or ""),
            "source": str(of.source_id or ""),
            **{f"eyes_{code}": names.get(code, "") for code in naming.SCRIPTS},
        }

    def why(self) -> Words:
        """Why it is corrected."""
        return self.own(self.cleaned_data["reason"])


class WithdrawalForm(OwnWordsForm):
    """Why a development is withdrawn."""

    text = WordsField(label=_("Why it is withdrawn"), max_length=LONGEST)


class ClaimForm(OnWordForm):
    """What came about, thanks to what, and on what grounds somebody says so."""

    development = forms.ChoiceField(label=_("The development that is meant"), required=False)
    measure = forms.ChoiceField(label=_("The measure that is meant"), required=False)
    cause = WordsField(label=_("Thanks to what"), max_length=LONGEST, widget=forms.Textarea(attrs={"class": "short"}))
    cause_line = forms.ChoiceField(label=_("The line of effort that is meant"), required=False)
    grounds = WordsField(
        label=_("On what grounds"), max_length=LONGEST, widget=forms.Textarea(attrs={"class": "short"})
    )
    figures = forms.MultipleChoiceField(
        label=_("It rests on these figures"), required=False, widget=forms.CheckboxSelectMultiple
    )

    field_order = (
        *("text", "development", "measure", "cause", "cause_line", "grounds", "language", "eyes_ar", "eyes_en"),
        *("source", "figures", "release", "chosen"),
    )

    def __init__(
        self,
        *args: Any,
        lines: Mapping[str, Subject],
        developments: Mapping[str, Development],
        measures: Mapping[str, Measure],
        figures: Mapping[str, Figure],
        **given: Any,
    ) -> None:
        super().__init__(*args, **given)
        self.lines, self.developments, self.measures, self.held = lines, developments, measures, figures
        self.fields["text"].label = _("What came about")
        told = ((key, one.words.plain()[:SHOWN]) for key, one in developments.items())
        offer(self, "development", _("none"), told)
        offer(self, "measure", _("none"), ((key, one.name.plain()) for key, one in measures.items()))
        offer(self, "cause_line", _("none"), named(lines, lines))
        offered = [(key, f"{one.measure.name.plain()}: {said_plainly(one)}") for key, one in figures.items()]
        cast("forms.MultipleChoiceField", self.fields["figures"]).choices = offered

    def clean(self) -> dict[str, Any]:
        """A claim has grounds that others can look at."""
        given = super().clean()
        if not self.errors and not given["source"] and not given["figures"]:
            self.add_error("source", _("A claim rests on a source or on figures: name one."))
        return given

    def claimed(self, line: Subject | None) -> Claimed:
        """What was claimed."""
        given = self.cleaned_data
        return Claimed(
            line,
            self.words(),
            self.own(given["cause"]),
            self.own(given["grounds"]),
            self.lines.get(given["cause_line"]),
            self.developments.get(given["development"]),
            self.measures.get(given["measure"]),
            self.witness(),
            self.of_source(),
            [self.held[key] for key in given["figures"]],
        )


class AnswerForm(OwnWordsForm, ReleaseForm):
    """That one disputes or supports a claim, and in what words."""

    side = forms.ChoiceField(
        label=_("Do you dispute it or support it?"), choices=ClaimAnswer.Side.choices, widget=forms.RadioSelect
    )
    text = WordsField(label=_("In your words"), max_length=LONGEST)

    field_order = ("side", "text", "language", "release", "chosen")
