"""The form in which the chair notes what it heard."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.decisions.actions.forms import short
from tansiq.decisions.soundings.models import Sounding
from tansiq.decisions.texts.models import Paragraph
from tansiq.release.asking import offer
from tansiq.release.models import Member
from tansiq.release.wording import to_choose
from tansiq.reviews.forms import OwnWordsForm


class SoundingForm(OwnWordsForm):
    """Of which member, how it leans, on which paragraph, and in what words."""

    member = forms.ChoiceField(label=_("Member"))
    leaning = forms.ChoiceField(label=_("How it leans"), choices=Sounding.Leaning.choices, widget=forms.RadioSelect)
    paragraph = forms.ChoiceField(label=_("On"), required=False)
    text = short(_("Note"), required=False)

    field_order = ("member", "leaning", "paragraph", "text", "language")

    def __init__(self, *args: Any, members: Iterable[Member], paragraphs: Iterable[Paragraph], **given: Any) -> None:
        super().__init__(*args, **given)
        self.known = {one.code: one for one in members}
        self.held = {str(one.place): one for one in paragraphs}
        offer(self, "member", _("choose"), to_choose(self.known.values()))
        named = [(place, _("paragraph %(number)s") % {"number": place}) for place in self.held]
        offer(self, "paragraph", _("the whole text"), named)

    def heard(self) -> dict[str, Any]:
        """What is noted."""
        given = self.cleaned_data
        words = self.words() if given["text"] else None
        of = {"member": self.known[given["member"]], "paragraph": self.held.get(given["paragraph"])}
        return {**of, "leaning": given["leaning"], "words": words}
