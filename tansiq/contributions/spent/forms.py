"""The form in which one says whether a measure moved."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.contributions.saying import choose
from tansiq.contributions.spent.models import Movement
from tansiq.languages.words import plain
from tansiq.members.forms import DayField
from tansiq.release.forms import ReleaseForm
from tansiq.reviews.forms import LONGEST, OwnWordsForm, WordsField
from tansiq.sources.models import Source

SHOWN = 80  # Letters of a source in a list to choose from.


class MovementForm(OwnWordsForm, ReleaseForm):
    """Whether it moved, in words, as of when, and which source says so."""

    verdict = forms.ChoiceField(label=_("Whether it moved"), choices=Movement.Verdict.choices, widget=forms.RadioSelect)
    text = WordsField(label=_("In words"), max_length=LONGEST)
    as_of = DayField(label=_("As of"))
    source = forms.ChoiceField(label=_("Source"))

    field_order = ("verdict", "text", "language", "as_of", "source", "release", "chosen")

    def __init__(self, *args: Any, sources: Mapping[str, Source], **given: Any) -> None:
        super().__init__(*args, **given)
        self.sources = sources
        choose(self, "source", ((key, f"{plain(one.publisher)} · {one.url}"[:SHOWN]) for key, one in sources.items()))
