"""What is said beside a report: a question, an answer to it, a ruling."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.languages.words import Words
from tansiq.reports.models import Ruling
from tansiq.reviews.forms import LONGEST, OwnWordsForm, WordsField


class QuestionForm(OwnWordsForm):
    """A question about a report."""

    text = WordsField(label=_("Question"), max_length=LONGEST)


class ReplyForm(OwnWordsForm):
    """The reporter's answer to it."""

    text = WordsField(label=_("Answer"), max_length=LONGEST)


class RulingForm(OwnWordsForm):
    """That a report is accepted, or handed back with the reason."""

    verdict = forms.ChoiceField(label=_("Ruling"), choices=Ruling.Verdict.choices, widget=forms.RadioSelect)
    text = WordsField(
        label=_("Reason"),
        max_length=LONGEST,
        required=False,
        help_text=_("It is asked for where a report is handed back, and stays beside the report for all who read it."),
    )

    field_order = ("verdict", "text", "language")

    def reason(self) -> Words | None:
        """The reason, where one was given."""
        return self.words() if self.cleaned_data["text"] else None

    def clean(self) -> dict[str, Any]:
        """Refuse to hand back without a reason."""
        given = super().clean() or {}
        if given.get("verdict") == Ruling.Verdict.HANDED_BACK and not given.get("text") and "text" not in self.errors:
            self.add_error("text", _("Say why it is handed back."))
        return given
