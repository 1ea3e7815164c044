"""Numbers as people type them, in either script's digits: never silently a thousand times too large."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.engines.digits import LONGEST, NotANumber, decimal

LARGEST, FINEST = Decimal(10) ** 20, 6  # What a figure's column holds.
FLAWS = {
    "letters": _("Write the number in digits alone."),
    "separators": _("It is not clear how this number is parted. Write it without thousands’ marks, such as 1234.5."),
    "ambiguous": _("This could be a thousand times as much. Write 1234 or 1.2340, whichever you mean."),
    "long": _("This number is too long."),
}


class NumberField(forms.CharField):
    """A number, as exact as it was typed."""

    widget = forms.TextInput({"inputmode": "decimal", "dir": "ltr", "autocomplete": "off"})

    def __init__(self, **given: Any) -> None:
        super().__init__(**{"max_length": 2 * LONGEST, "required": False, **given})

    def clean(self, value: Any) -> Decimal | None:
        """The number that was typed."""
        typed = super().clean(value)
        if not typed:
            return None
        try:
            number = decimal(typed)
        except NotANumber as reason:
            raise ValidationError(FLAWS.get(reason.code, FLAWS["letters"])) from reason
        if abs(number) >= LARGEST or number != round(number, FINEST):
            raise ValidationError(FLAWS["long"])
        return number
