"""The forms of minutes: their text in both languages, to whom they go until when, corrections and their answers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.languages.words import Words
from tansiq.members.forms import DayField
from tansiq.release.within import WithinForm
from tansiq.reviews.forms import OwnWordsForm, VersionForm, WordsField
from tansiq.reviews.opening_forms import EXAMPLE

LONGEST = 8000
WRITTEN = ("ar", "en")


class TextForm(VersionForm):
    """The text of minutes, in one of the two languages or in both."""

    text_ar = WordsField(label=_("Minutes in Arabic"), max_length=LONGEST, required=False)
    text_en = WordsField(label=_("Minutes in English"), max_length=LONGEST, required=False)

    def clean(self) -> dict[str, Any]:
        """The words together."""
        given = super().clean() or {}
        written = {code: words for code in WRITTEN if (words := (given.get(f"text_{code}") or "").strip())}
        if not written and not self.errors:
            self.add_error("text_ar", _("Write the minutes in one of the two languages."))
        if written:
            given["text"] = Words(next(iter(written)), written)
        return given


def opening(text: Words | None, version: int) -> dict[str, Any]:
    """What a form opens on: the words that stand."""
    words = text.words if text else {}
    return {"version": version} | {f"text_{code}": words.get(code, "") for code in WRITTEN}


class CirculateForm(WithinForm, VersionForm):
    """To whom the draft goes, and until when they may correct."""

    until_on = DayField(label=_("Corrections until"), help_text=EXAMPLE)

    field_order = ("until_on", "release", "chosen", "version")


class CorrectionForm(OwnWordsForm, WithinForm):
    """A correction that a member proposes."""

    field_order = ("text", "language", "release", "chosen")

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["text"].label = _("Correction")
        self.fields["text"].help_text = _("Which words should stand instead of which. Correct what your member said.")


class AnswerForm(OwnWordsForm):
    """Whether a correction is taken in, and why."""

    taken = forms.TypedChoiceField(
        label=_("The correction is"),
        choices=[("yes", _("taken in")), ("no", _("not taken in"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )

    field_order = ("taken", "text", "language")

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["text"].label = _("Why")
