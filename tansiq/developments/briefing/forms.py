"""The forms of a briefing: its opening, its developments in their order, its next steps; a question and an answer."""

from collections.abc import Mapping
from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.developments.briefing.commands import Brief
from tansiq.developments.briefing.queries import Whole
from tansiq.developments.models import Development
from tansiq.engines import naming
from tansiq.languages.words import Words
from tansiq.members.forms import DayField
from tansiq.release.asking import offer
from tansiq.release.within import WithinForm
from tansiq.reviews.forms import LONGEST, OwnWordsForm, WordsField
from tansiq.reviews.models import Subject
from tansiq.reviews.wording import named

STEPS = 6  # Next steps that a form offers room for.
MOST = 99


class BriefingForm(OwnWordsForm, WithinForm):
    """One version of a briefing: as of when, opening words, which developments in which order, which next steps."""

    as_of = DayField(label=_("As of"))
    turn = forms.IntegerField(min_value=0, max_value=2**15 - 2, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, developments: Mapping[str, Development], lines: Mapping[str, Subject], **given: Any
    ) -> None:
        super().__init__(*args, **given)
        self.developments, self.lines = developments, lines
        self.fields["text"].label = _("Opening words")
        for key, one in developments.items():
            label = f"{one.line.name.plain()}: {one.words.plain()}" if one.line else one.words.plain()
            self.fields[f"place_{key}"] = forms.IntegerField(label=label, min_value=1, max_value=MOST, required=False)
        for number in range(1, STEPS + 1):
            self.fields[f"step_{number}"] = WordsField(
                label=_("Next step"), max_length=naming.LONGEST, required=False, widget=forms.TextInput
            )
            self.fields[f"along_{number}"] = forms.ChoiceField(label=_("Line of effort"), required=False)
            offer(self, f"along_{number}", _("on the whole"), named(lines, lines))

    @property
    def places(self) -> list[Any]:
        """The developments to choose from, each with its place."""
        return [self[f"place_{key}"] for key in self.developments]

    @property
    def steps(self) -> list[tuple[Any, Any]]:
        """Room for next steps, each with its line."""
        return [(self[f"step_{number}"], self[f"along_{number}"]) for number in range(1, STEPS + 1)]

    @classmethod
    def of(cls, last: Whole | None, **opened: Any) -> Self:
        """The form as it opens: on the last version, or on nothing, as of today."""
        if last is None:
            return cls(initial={"as_of": clock.today().isoformat(), "turn": 0}, **opened)
        words = last.briefing.words
        told = [str(one.pk) for line in last.lines for one in line.developments]
        steps = [one for line in last.lines for one in line.steps]
        given: dict[str, Any] = {"as_of": last.briefing.as_of.isoformat(), "turn": last.briefing.turn}
        given |= {"text": words.words[words.source], "language": words.source}
        given |= {f"place_{key}": place for place, key in enumerate(told, 1)}
        for number, one in enumerate(steps, 1):
            given |= {f"step_{number}": one.words.words[one.words.source]}
            given |= {f"along_{number}": one.line.code if one.line else ""}
        return cls(initial=given, **opened)

    def brief(self) -> Brief:
        """What the briefing says."""
        given = self.cleaned_data
        placed = [(given[f"place_{key}"], one) for key, one in self.developments.items() if given[f"place_{key}"]]
        steps = [(given[f"step_{number}"].strip(), given[f"along_{number}"]) for number in range(1, STEPS + 1)]
        return Brief(
            given["as_of"],
            self.words(),
            [one for _place, one in sorted(placed, key=lambda held: held[0])],
            [(self._own(words), self.lines.get(code)) for words, code in steps if words],
        )

    def _own(self, text: str) -> Words:
        return Words.of(self.cleaned_data["language"], **{self.cleaned_data["language"]: text})


class AskForm(OwnWordsForm, WithinForm):
    """A question about a briefing, or an answer to one."""

    text = WordsField(label=_("Question"), max_length=LONGEST)

    field_order = ("text", "language", "release", "chosen")


class ReplyForm(AskForm):
    """An answer to a question about a briefing."""

    text = WordsField(label=_("Answer"), max_length=LONGEST)
