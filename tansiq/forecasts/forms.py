"""The forms of forecasts: what is foretold, by when, what came of it, and seeing that otherwise."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.milestones.models import Milestone
from tansiq.forecasts.foretelling import By, Foretelling
from tansiq.forecasts.models import WHOLE, Resolution
from tansiq.languages.words import Words, plain
from tansiq.members.forms import DayField
from tansiq.release.asking import offer
from tansiq.release.forms import ReleaseForm
from tansiq.reviews.forms import LONGEST, OwnWordsForm, WordsField
from tansiq.reviews.models import Review
from tansiq.reviews.wording import to_choose
from tansiq.sources.models import Source

HEDGE = 200
SHOWN = 80  # Letters of what is chosen from a list.


def _per_cent(label: Any, **given: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=WHOLE, required=False, **given)


class ByWhenForm(ReleaseForm):
    """By when it is to come true: a day, or a range that may be hedged."""

    from_on = DayField(label=_("Not before"), required=False)
    until_on = DayField(label=_("By"))
    about = forms.BooleanField(label=_("the time is meant approximately"), required=False)

    field_order: tuple[str, ...] = ("from_on", "until_on", "about", "release", "chosen")

    def by(self) -> By | None:
        """By when; nothing where no day was named."""
        given = self.cleaned_data
        return By(given["until_on"], given["from_on"], bool(given["about"])) if given["until_on"] else None


class ForetellForm(OwnWordsForm, ByWhenForm):
    """What is foretold: how probable, in what hedge, by when, of which line of effort or milestone."""

    hedge = WordsField(
        label=_("In what hedge"),
        max_length=HEDGE,
        required=False,
        widget=forms.TextInput,
        help_text=_("In your words, for example: a year or two; probably."),
    )
    low = _per_cent(_("Probability, per cent"), help_text=_("One number, or the lower end of a range; or nothing."))
    high = _per_cent(_("Upper end of a range, per cent"))
    line = forms.ChoiceField(label=_("Line of effort"), required=False)
    milestone = forms.ChoiceField(label=_("Milestone"), required=False)
    review = forms.ChoiceField(label=_("For the review"), required=False)

    field_order = (
        *("text", "hedge", "language", "low", "high", "from_on", "until_on", "about", "line", "milestone", "review"),
        *("release", "chosen"),
    )

    def __init__(
        self,
        *args: Any,
        lines: Iterable[tuple[str, str]],
        milestones: Mapping[str, Milestone],
        reviews: Mapping[str, Review],
        **given: Any,
    ) -> None:
        super().__init__(*args, **given)
        self.milestones, self.reviews = milestones, reviews
        self.fields["text"].label = _("What is foretold")
        until = self.fields["until_on"]
        until.required, until.help_text = (
            False,
            _("Without a day it is kept, you are asked for one, and it is never scored."),
        )
        offer(self, "line", _("the whole"), lines)
        offer(self, "milestone", _("none"), [(key, one.what.plain()[:SHOWN]) for key, one in milestones.items()])
        offer(self, "review", _("none"), to_choose(reviews.values()))

    def clean(self) -> dict[str, Any]:
        """A range has both its ends, a time that begins also ends."""
        given = super().clean()
        if given.get("high") is not None and given.get("low") is None:
            self.add_error("low", _("A range has its lower end too."))
        if given.get("from_on") and not given.get("until_on") and "until_on" not in self.errors:
            self.add_error("until_on", _("Say by when, too."))
        return given

    def foretelling(self) -> Foretelling:
        """What is foretold."""
        given, language = self.cleaned_data, self.cleaned_data["language"]
        low, high = given["low"], given["high"]
        return Foretelling(
            self.words(),
            low,
            low if high is None else high,
            Words.of(language, **{language: given["hedge"]}) if given["hedge"] else None,
            self.by(),
            given["line"],
            self.reviews.get(given["review"]),
            self.milestones.get(given["milestone"]),
        )


class ResolveForm(OwnWordsForm, ReleaseForm):
    """What came of a forecast, when, and by what that is known."""

    outcome = forms.ChoiceField(
        label=_("What came of it"), choices=Resolution.Outcome.choices, widget=forms.RadioSelect
    )
    came_on = DayField(label=_("When it happened"), required=False, help_text=_("Of what happened alone."))
    source = forms.ChoiceField(label=_("Source"), required=False)

    field_order = ("outcome", "came_on", "text", "language", "source", "release", "chosen")

    def __init__(self, *args: Any, sources: Mapping[str, Source], **given: Any) -> None:
        super().__init__(*args, **given)
        self.sources = sources
        self.fields["text"].label = _("By what this is known")
        told = ((key, f"{plain(one.publisher)} · {one.url}"[:SHOWN]) for key, one in sources.items())
        offer(self, "source", _("none"), told)

    def resolved(self) -> dict[str, Any]:
        """What came of it."""
        given = {name: self.cleaned_data[name] for name in ("outcome", "came_on")}
        return {**given, "evidence": self.words(), "source": self.sources.get(self.cleaned_data["source"])}


class DemurForm(OwnWordsForm, ReleaseForm):
    """How the author of a forecast sees what came of it."""

    text = WordsField(label=_("How you see it"), max_length=LONGEST)

    field_order = ("text", "language", "release", "chosen")
