"""The form in which the chair or the secretariat enters an objection that came on paper."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.decisions.silence.papers import Scan
from tansiq.engines.papers import Paper
from tansiq.members.forms import DayField
from tansiq.members.time_forms import ClockField, ZoneField, instant_of, near_first
from tansiq.release.asking import offer
from tansiq.release.models import Member
from tansiq.release.wording import to_choose
from tansiq.reviews.forms import OwnWordsForm
from tansiq.reviews.models import Review
from tansiq.reviews.papers.forms import cleaned
from tansiq.reviews.wording import to_choose as reviews_to_choose


class PaperForm(OwnWordsForm):
    """Whose objection it is, when it reached the chair, what it says, its scan, and where that is kept."""

    member = forms.ChoiceField(label=_("Whose objection it is"))
    on = DayField(label=_("It reached the chair on"))
    at = ClockField(label=_("At what time"))
    zone = ZoneField()
    review = forms.ChoiceField(
        label=_("Its scan is kept among the documents of"),
        help_text=_("Only those read it who may know of the objection."),
    )
    file = forms.FileField(
        label=_("The scan"),
        max_length=255,
        allow_empty_file=True,
        help_text=_("PDF, PNG, JPEG or WebP; 8 MB at most. Author, place and date of making are taken out."),
    )
    field_order = ("member", "on", "at", "zone", "text", "language", "file", "review")

    def __init__(
        self, *args: Any, members: Iterable[Member], reviews: Iterable[Review], zone: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.members = {one.code: one for one in members}
        self.reviews = {str(one.pk): one for one in reviews}
        near_first(self, zone)
        self.fields["text"].label = _("What it says")
        self.fields["language"].label = _("Language of the paper")
        offer(self, "member", _("Choose a member"), to_choose(self.members.values()))
        offer(self, "review", _("Choose a review"), reviews_to_choose(self.reviews.values()))

    def clean_file(self) -> Paper:
        """The scan as it is kept."""
        paper, self.called = cleaned(self.cleaned_data["file"])
        return paper

    def clean(self) -> dict[str, Any]:
        """The instant at which it arrived."""
        given = super().clean() or {}
        if given.get("on") and given.get("at") and given.get("zone"):
            try:
                given["received"] = instant_of(given["on"], given["at"], given["zone"])
            except ValidationError as refusal:
                self.add_error("at", refusal)
        return given

    def entered(self) -> dict[str, Any]:
        """What is entered."""
        given, paper = self.cleaned_data, self.cleaned_data["file"]
        scan = Scan(paper.kind, paper.content, self.called, given["language"], self.reviews[given["review"]])
        told = {"received": given["received"], "words": self.words()}
        return {"member": self.members[given["member"]], "scan": scan, **told}
