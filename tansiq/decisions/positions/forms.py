"""The forms of positions: where a member stands, how it explains that, and how the chair ends a question."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.decisions.positions.commands import Said
from tansiq.decisions.positions.models import Position
from tansiq.decisions.texts.models import Paragraph, Question
from tansiq.engines.deciding import OBJECTS
from tansiq.languages.words import Words
from tansiq.release.asking import offer
from tansiq.release.commands import own_reader
from tansiq.release.queries import everyone
from tansiq.release.within import WithinForm
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.forms import OwnWordsForm, WordsField

PROSE = 2000
WORDINGS = 3  # By which an objection is lifted, that a form offers room for.
ADOPT, CLOSE, WITHDRAW = "adopt", "close", "withdraw"
SAME, OFFICES, MINE = "same", "offices", "mine"


def _prose(label: Any, rows: int = 2, **given: Any) -> WordsField:
    attrs = {"rows": rows, "class": "short"}
    return WordsField(label=label, max_length=PROSE, required=False, widget=forms.Textarea(attrs=attrs), **given)


class PositionForm(OwnWordsForm, WithinForm):
    """Where a member stands: statement or reservation, reason, and the wordings by which an objection is lifted."""

    kind = forms.ChoiceField(label=_("Position"), choices=Position.Kind.choices, widget=forms.RadioSelect)
    paragraph = forms.ChoiceField(label=_("On"), required=False)
    text = _prose(_("Statement or reservation"), 4)
    reason = _prose(_("Reason"))
    no_reason = forms.BooleanField(label=_("I object and give no reason"), required=False)
    reason_to = forms.ChoiceField(
        label=_("Who reads the reason"),
        choices=[
            (SAME, _("those who read the position")),
            (OFFICES, _("the chair and the secretariat alone")),
            (MINE, _("my member alone")),
        ],
        initial=SAME,
    )
    turn = forms.IntegerField(min_value=0, max_value=2**15 - 2, widget=forms.HiddenInput)

    def __init__(self, *args: Any, question: Question, paragraphs: Iterable[Paragraph], **given: Any) -> None:
        super().__init__(*args, **given)
        self.held = {str(one.place): one for one in paragraphs}
        named = [(place, _("paragraph %(number)s") % {"number": place}) for place in self.held]
        offer(self, "paragraph", _("the whole text"), named)
        if question.ruled.reasons:
            del self.fields["no_reason"]
        if question.way == Question.Way.SILENCE:
            self.fields["kind"].choices = [one for one in Position.Kind.choices if one[0] != OBJECTS]  # type: ignore[attr-defined] # a choice field's
        for n in range(1, WORDINGS + 1):
            self.fields[f"lift_{n}"] = _prose(_("I lift it if this paragraph reads"))
            self.fields[f"on_{n}"] = forms.ChoiceField(label=_("Paragraph"), required=False, choices=named)

    @property
    def wordings(self) -> list[tuple[Any, Any]]:
        """Room for wordings, each with its paragraph."""
        return [(self[f"on_{n}"], self[f"lift_{n}"]) for n in range(1, WORDINGS + 1)]

    def said(self) -> Said:
        """The position."""
        given = self.cleaned_data
        lifted = [
            (self.held[given[f"on_{n}"]], given[f"lift_{n}"]) for n in range(1, WORDINGS + 1) if given[f"lift_{n}"]
        ]
        return Said(
            given["kind"],
            self._own(given["text"]),
            self.held.get(given["paragraph"]),
            self._own(given["reason"]),
            given.get("no_reason", False),
            [(paragraph, words) for paragraph, typed in lifted if (words := self._own(typed))],
        )

    def reason_readers(self) -> list[int]:
        """Who reads the reason."""
        way = self.cleaned_data["reason_to"]
        offices = [one.reader for one in everyone().values() if one.is_office and one.code in OPENERS]
        return {SAME: self.cleaned_data["readers"], OFFICES: offices, MINE: [own_reader()]}[way]

    def clean(self) -> dict[str, Any]:
        """A wording is of a paragraph."""
        given = super().clean()
        for n in range(1, WORDINGS + 1):
            if given.get(f"lift_{n}") and given.get(f"on_{n}") not in self.held:
                self.add_error(f"on_{n}", _("Choose the paragraph."))
        return given

    def _own(self, typed: str) -> Words | None:
        language = self.cleaned_data["language"]
        return Words.of(language, **{language: typed.strip()}) if typed.strip() else None


class ExplainForm(OwnWordsForm, WithinForm):
    """How a member explains its position, in its own language."""

    text = WordsField(label=_("Explanation of position"), max_length=PROSE, widget=forms.Textarea(attrs={"rows": 5}))

    field_order = ("text", "language", "release", "chosen")


class CloseForm(forms.Form):
    """How the chair ends a question."""

    end = forms.ChoiceField(label=_("What the chair does"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, question: Question, **given: Any) -> None:
        super().__init__(*args, **given)
        adopts = (ADOPT, _("I asked whether anybody objects and saw nobody: adopted"))
        opens = (CLOSE, _("Close it: positions open, and what comes of it is computed"))
        ends = (CLOSE, _("Close it without adopting"))
        held = [opens] if question.ruled.hidden else [adopts, ends]
        self.fields["end"].choices = [*held, (WITHDRAW, _("Withdraw it from the body"))]  # type: ignore[attr-defined] # a choice field's
