"""The forms of risks: what may go wrong, what is said anew, how it ended, and the scale."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.forms import in_both
from tansiq.engines import hedging, naming
from tansiq.languages.words import Words
from tansiq.members.forms import DayField
from tansiq.release.asking import offer
from tansiq.release.forms import ReleaseForm
from tansiq.release.models import Member
from tansiq.reviews.forms import OwnWordsForm, WordsField
from tansiq.reviews.models import Review
from tansiq.reviews.wording import to_choose
from tansiq.risks.models import Ending, Risk, Scale
from tansiq.risks.stated import Placed, Stated

PROSE = 1000
LEVEL = 200
LINES = 600  # Letters of the steps of a scale.
STEPS = {"step": "levels", "likelihood": "likelihoods", "impact": "impacts"}


def _short(label: Any, size: int = LEVEL, **given: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=size, required=False, **given)


def _steps(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=LINES, widget=forms.Textarea(attrs={"rows": 5}))


class StateForm(OwnWordsForm, ReleaseForm):
    """What may go wrong: its level as one states it, hedge and all, its place on the scale, who answers for it."""

    review = forms.ChoiceField(label=_("For the review"), required=False)
    line = forms.ChoiceField(label=_("Line of effort"), required=False)
    level_ar = _short(_("Its level in your words, in Arabic"))
    level_en = _short(_("Its level in your words, in English"))
    hedge_ar = _short(_("Its hedge, in Arabic"), help_text=_("As it stands in the level, for example ربما."))
    hedge_en = _short(_("Its hedge, in English"), help_text=_("As it stands in the level, for example perhaps."))
    step = forms.ChoiceField(label=_("Level on the coalition’s scale"), required=False)
    likelihood = forms.ChoiceField(label=_("How likely"), required=False)
    impact = forms.ChoiceField(label=_("How grave"), required=False)
    answers = forms.ChoiceField(
        label=_("Who answers for it"), required=False, help_text=_("Whoever answers for it always reads it.")
    )
    mitigation = WordsField(
        label=_("What is done against it"), max_length=PROSE, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    again_on = DayField(label=_("To be looked at again on"), required=False)

    field_order = (
        *("review", "line", "text", "level_ar", "level_en", "hedge_ar", "hedge_en", "step", "likelihood", "impact"),
        *("answers", "mitigation", "again_on", "reason", "language", "release", "chosen"),
    )

    def __init__(
        self,
        *args: Any,
        reviews: Mapping[str, Review],
        lines: Iterable[tuple[str, str]],
        members: Iterable[Member],
        scale: Scale | None,
        **given: Any,
    ) -> None:
        super().__init__(*args, **given)
        self.reviews, self.members, self.scale = reviews, {one.code: one for one in members}, scale
        self.fields["text"].label = _("What may go wrong")
        offer(self, "review", _("none"), to_choose(reviews.values()))
        offer(self, "line", _("the whole"), lines)
        offer(self, "answers", _("nobody named"), [(code, one.name.plain()) for code, one in self.members.items()])
        for name, steps in STEPS.items():
            held = getattr(scale, steps) if scale else []
            offer(self, name, _("left open"), [(str(at), Words.from_json(one).plain()) for at, one in enumerate(held)])

    def clean(self) -> dict[str, Any]:
        """A level has words, and its hedge stands in them in each of their languages."""
        given = super().clean()
        level, hedge = (in_both(self, given, name, prose=True) for name in ("level", "hedge"))
        given["level"], given["hedge"] = level, hedge
        if level is None:
            self.add_error("level_ar", _("State the level in your own words, in Arabic or in English."))
        elif hedge is not None:
            for code in hedging.lost(level.words, hedge.words):
                self.add_error(f"hedge_{code}", _("The hedge does not stand in the level: it would be lost."))
        return given

    def stated(self) -> Stated:
        """What was stated."""
        given = self.cleaned_data
        chosen = {name: int(given[name]) for name in STEPS if given[name]}
        return Stated(
            self.words(),
            given["level"],
            given["hedge"],
            given["line"],
            Placed(self.scale, **chosen) if self.scale and chosen else None,
            self.members.get(given["answers"]),
            self._own(given["mitigation"]) if given["mitigation"] else None,
            given["again_on"],
        )

    def for_review(self) -> Review | None:
        """For which review."""
        return self.reviews.get(self.cleaned_data["review"])

    def _own(self, text: str) -> Words:
        return Words.of(self.cleaned_data["language"], **{self.cleaned_data["language"]: text})


class RenewForm(StateForm):
    """What one says anew of a risk, and what has changed."""

    reason = WordsField(label=_("What has changed"), max_length=PROSE, widget=forms.Textarea(attrs={"rows": 2}))

    def why(self) -> Words:
        """What has changed."""
        return self._own(self.cleaned_data["reason"])

    @staticmethod
    def opened(of: Risk, scale: Scale | None) -> dict[str, Any]:
        """What stands already, as the form opens on it."""
        same = scale is not None and of.scale_id == scale.pk
        both = {
            f"{name}_{code}": words.words.get(code, "")
            for name, words in (("level", of.level), ("hedge", of.hedge))
            if words
            for code in naming.SCRIPTS
        }
        steps = {name: getattr(of, name) for name in STEPS if same and getattr(of, name) is not None}
        return {
            **both,
            **{name: str(at) for name, at in steps.items()},
            "text": of.text.words[of.text.source],
            "language": of.text.source,
            "line": of.line,
            "answers": of.answers.code if of.answers else "",
            "mitigation": of.mitigation.plain(of.text.source) if of.mitigation else "",
        }


class EndForm(OwnWordsForm, ReleaseForm):
    """That a risk is closed or has come to pass: since when, why, and by what that is known."""

    way = forms.ChoiceField(label=_("How it ended"), choices=Ending.Way.choices, widget=forms.RadioSelect)
    on = DayField(label=_("Since"))
    evidence = WordsField(
        label=_("By what this is known"), max_length=PROSE, widget=forms.Textarea(attrs={"class": "short"})
    )

    field_order = ("way", "on", "text", "evidence", "language", "release", "chosen")

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["text"].label = _("Why")

    def known_by(self) -> Words:
        """By what it is known."""
        return Words.of(self.cleaned_data["language"], **{self.cleaned_data["language"]: self.cleaned_data["evidence"]})


class ScaleForm(ReleaseForm):
    """The scale on which risks are placed: step by step in both languages, the lowest first."""

    levels_ar = _steps(_("Levels, in Arabic"))
    levels_en = _steps(_("Levels, in English"))
    likelihoods_ar = _steps(_("How likely, in Arabic"))
    likelihoods_en = _steps(_("How likely, in English"))
    impacts_ar = _steps(_("How grave, in Arabic"))
    impacts_en = _steps(_("How grave, in English"))

    def clean(self) -> dict[str, Any]:
        """As many steps in one language as in the other."""
        given = super().clean()
        for name in STEPS.values():
            arabic, english = (
                [naming.tidy(line) for line in (given.get(f"{name}_{code}") or "").splitlines() if line.strip()]
                for code in ("ar", "en")
            )
            if len(arabic) != len(english):
                self.add_error(f"{name}_en", _("Give as many steps in English as in Arabic."))
            given[name] = [Words.of("ar", ar=one, en=other) for one, other in zip(arabic, english, strict=False)]
        return given

    @staticmethod
    def opened(scale: Scale | None) -> dict[str, str]:
        """The scale that stands, as the form opens on it."""
        if scale is None:
            return {}
        return {
            f"{name}_{code}": "\n".join(Words.from_json(one).plain(code) for one in getattr(scale, name))
            for name in STEPS.values()
            for code in ("ar", "en")
        }
