"""The form in which a member ranks the risks that it reads."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.languages.words import Words
from tansiq.release.asking import offer
from tansiq.release.forms import ReleaseForm
from tansiq.reviews.forms import OwnWordsForm
from tansiq.risks.models import Risk

PLACES = (
    *(_("The greatest"), _("The second"), _("The third"), _("The fourth"), _("The fifth"), _("The sixth")),
    _("The seventh"),
)
SHOWN = 120  # Letters of a risk in a list to choose from.


class RankForm(OwnWordsForm, ReleaseForm):
    """The greatest risk first; as many as one wants to rank."""

    def __init__(self, *args: Any, risks: Mapping[str, Risk], **given: Any) -> None:
        super().__init__(*args, **given)
        self.risks = risks
        self.places = [f"place_{at}" for at in range(1, len(PLACES) + 1)]
        self.fields["text"].label, self.fields["text"].required = _("Why in this order"), False
        told = [(key, one.text.plain()[:SHOWN]) for key, one in risks.items()]
        for name, label in zip(self.places, PLACES, strict=True):
            self.fields[name] = forms.ChoiceField(label=label, required=name == self.places[0])
            offer(self, name, _("none"), told)
        self.order_fields([*self.places, "text", "language", "release", "chosen"])

    def clean(self) -> dict[str, Any]:
        """Each risk stands once."""
        given, seen = super().clean(), set()
        for name in self.places:
            chosen = given.get(name)
            if chosen and chosen in seen:
                self.add_error(name, _("This risk stands above already."))
            seen.add(chosen)
        return given

    def ranked(self) -> list[Risk]:
        """The risks in their order; a place that was left empty is closed up."""
        chosen = (self.cleaned_data[name] for name in self.places)
        return [self.risks[key] for key in chosen if key]

    def why(self) -> Words | None:
        """Why in this order."""
        return self.words() if self.cleaned_data["text"] else None
