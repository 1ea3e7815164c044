"""To whom that is released on which answers rest, where that is narrower than the answers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

CHOICES = [
    ("", _("all who read the report")),
    ("secretariat", _("the secretariat alone")),
    ("mine", _("my member alone")),
]


class EvidenceField(forms.ChoiceField):
    """Whether all who read a report read on what it rests, or fewer."""

    def __init__(self, **given: Any) -> None:
        label = _("The evidence is released to")
        super().__init__(**{"label": label, "required": False, "choices": CHOICES, **given})


def narrower(value: str, secretariat: int) -> list[int] | None:
    """The readers of evidence beside one's own people; None where they are the report's."""
    return {"secretariat": [secretariat], "mine": []}.get(value)
