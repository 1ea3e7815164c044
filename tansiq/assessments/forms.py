"""The forms of assessments: how a line of effort stands, what one said anew, and seeing it otherwise."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.assessments.models import Assessment
from tansiq.assessments.seen import Eyes, Seen
from tansiq.efforts.forms import in_both
from tansiq.efforts.models import Figure
from tansiq.efforts.wording import said_plainly
from tansiq.engines import naming
from tansiq.languages.words import Words, plain
from tansiq.members.forms import DayField
from tansiq.release.asking import offer
from tansiq.release.forms import ReleaseForm
from tansiq.reviews.forms import LONGEST, OwnWordsForm, WordsField
from tansiq.reviews.models import Review
from tansiq.reviews.wording import to_choose
from tansiq.sources.models import Source

Aspect = Assessment.Aspect
LONGEST_WHY = 1000
SHOWN = 80  # Letters of a source in a list to choose from.


class OfReview(forms.Form):
    """What was said of a line of effort at one review, or at any time."""

    review = forms.ChoiceField(label=_("For the review"), required=False)

    def __init__(self, *args: Any, reviews: Iterable[Review], **given: Any) -> None:
        super().__init__(*args, **given)
        offer(self, "review", _("all reviews"), to_choose(reviews))


class SeenForm(OwnWordsForm, ReleaseForm):
    """How a line of effort stands: of what, over which window, how sure, why, and on which figures that rests."""

    aspect = forms.ChoiceField(label=_("Of what"), choices=Aspect.choices, widget=forms.RadioSelect)
    window = forms.ChoiceField(label=_("Window"), choices=Assessment.Window.choices, widget=forms.RadioSelect)
    since = DayField(label=_("The window begins on"), required=False)
    since_about = forms.BooleanField(label=_("This is approximate"), required=False)
    as_of = DayField(label=_("As of"))
    rating = forms.ChoiceField(
        label=_("Rating"),
        choices=Assessment.Rating.choices,
        widget=forms.RadioSelect,
        required=False,
        help_text=_("Of our own performance alone. The state of the context is told in words and by its trend."),
    )
    trend = forms.ChoiceField(label=_("Trend"), choices=Assessment.Trend.choices, widget=forms.RadioSelect)
    confidence = forms.ChoiceField(
        label=_("Confidence"), choices=Assessment.Confidence.choices, widget=forms.RadioSelect
    )
    why = WordsField(
        label=_("Why so sure, or so unsure"),
        max_length=LONGEST_WHY,
        widget=forms.Textarea(attrs={"class": "short"}),
        help_text=_("For example: two of five have reported; figures of one source alone."),
    )
    figures = forms.MultipleChoiceField(
        label=_("It rests on these figures"), required=False, widget=forms.CheckboxSelectMultiple
    )

    field_order = (
        *("review", "eyes_ar", "eyes_en", "source", "aspect", "window", "since", "since_about", "as_of", "rating"),
        *("trend", "confidence", "text", "why", "language", "reason", "figures", "release", "chosen"),
    )

    def __init__(self, *args: Any, figures: Mapping[str, Figure], **given: Any) -> None:
        super().__init__(*args, **given)
        self.known = figures
        self.fields["text"].label = _("How it stands, in words")
        offered = [(key, f"{one.measure.name.plain()}: {said_plainly(one)}") for key, one in figures.items()]
        cast("forms.MultipleChoiceField", self.fields["figures"]).choices = offered

    def clean(self) -> dict[str, Any]:
        """Our own performance is rated; the context is not ours to be rated."""
        given = super().clean()
        ours, rated = given.get("aspect") == Aspect.PERFORMANCE, bool(given.get("rating"))
        if "aspect" in given and "rating" not in self.errors and ours != rated:
            told = _("Rate our own performance.") if ours else _("The context is not rated: leave this empty.")
            self.add_error("rating", told)
        return given

    def seen(self) -> Seen:
        """What was seen."""
        given = self.cleaned_data
        return Seen(
            given["aspect"],
            given["window"],
            given["as_of"],
            given["rating"],
            given["trend"],
            given["confidence"],
            self._own(given["why"]),
            self.words(),
            given["since"],
            bool(given["since"] and given["since_about"]),
        )

    def rests_on(self) -> list[Figure]:
        """The figures that were chosen."""
        return [self.known[key] for key in self.cleaned_data["figures"]]

    def _own(self, text: str) -> Words:
        return Words.of(self.cleaned_data["language"], **{self.cleaned_data["language"]: text})


class AssessForm(SeenForm):
    """A new assessment, for a review or between reviews."""

    review = forms.ChoiceField(label=_("For the review"), required=False)

    def __init__(self, *args: Any, reviews: Mapping[str, Review], **given: Any) -> None:
        super().__init__(*args, **given)
        self.reviews = reviews
        offer(self, "review", _("none"), to_choose(reviews.values()))


class EyesForm(AssessForm):
    """The same for the secretariat, which also enters what independent eyes have seen and published."""

    eyes_ar = forms.CharField(label=_("Independent eyes, in Arabic"), max_length=naming.LONGEST, required=False)
    eyes_en = forms.CharField(label=_("Independent eyes, in English"), max_length=naming.LONGEST, required=False)
    source = forms.ChoiceField(label=_("Where they say it"), required=False)

    def __init__(self, *args: Any, sources: Mapping[str, Source], **given: Any) -> None:
        super().__init__(*args, **given)
        self.sources = sources
        told = ((key, f"{plain(one.publisher)} · {one.url}"[:SHOWN]) for key, one in sources.items())
        offer(self, "source", _("none"), told)

    def clean(self) -> dict[str, Any]:
        """Whose they are and where they say it belong together."""
        given = super().clean()
        name = in_both(self, given, "eyes")
        given["name"] = name
        if bool(name) != bool(given.get("source")):
            self.add_error("source", _("Name independent eyes and where they say it, or neither."))
        return given

    def eyes(self) -> Eyes | None:
        """Whose they are; none where the secretariat itself assesses."""
        name, source = self.cleaned_data["name"], self.sources.get(self.cleaned_data["source"])
        return Eyes(name, source) if name and source else None


class ReviseForm(SeenForm):
    """What one says anew, and why: of the same thing, over the same window."""

    reason = WordsField(label=_("Why it is revised"), max_length=LONGEST_WHY)

    def __init__(self, *args: Any, of: Assessment, **given: Any) -> None:
        super().__init__(*args, initial=self.opened(of), **given)
        for name, kept in (("aspect", of.aspect), ("window", of.window)):
            field = cast("forms.ChoiceField", self.fields[name])
            field.choices = [(kept, label) for value, label in cast("Any", field.choices) if value == kept]

    @staticmethod
    def opened(of: Assessment) -> dict[str, Any]:
        """What stands already, as the form opens on it."""
        return {
            **{name: getattr(of, name) for name in ("aspect", "window", "rating", "trend", "confidence")},
            "since_about": of.since_hedged,
            "since": of.since_on.isoformat() if of.since_on else "",
            "as_of": of.as_of.isoformat(),
            "text": of.words.words[of.words.source],
            "why": of.why.words[of.why.source],
            "language": of.words.source,
        }

    def why_anew(self) -> Words:
        """Why it is revised."""
        return self._own(self.cleaned_data["reason"])


class DissentForm(OwnWordsForm, ReleaseForm):
    """How one sees it otherwise."""

    text = WordsField(label=_("How you see it otherwise"), max_length=LONGEST)

    field_order = ("text", "language", "release", "chosen")
