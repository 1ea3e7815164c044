"""Numbers as people type them, in either script's digits: what could be read two ways is asked, never guessed."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.engines.digits import NotANumber, decimal, western

WHOLE_DIGITS, PLACES = 20, 6  # What a column of figures holds.
REASONS = {
    "letters": _("Write digits alone; what is counted is said beside the field."),
    "separators": _("The separators do not fit: write 1,234.5 or ١٬٢٣٤٫٥."),
    "ambiguous": _(
        "This could be read as a whole number or as a fraction. Write it without the separator, or as 1,234."
    ),
    "long": _("This number is too long."),
    "empty": _("Write a number."),
}


class NumberField(forms.CharField):
    """A number in Arabic or Latin digits, with the separators of either."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, **given: Any) -> None:
        super().__init__(**{"required": False, "max_length": 60, **given})

    def clean(self, value: Any) -> Decimal | None:
        """The number that was typed; nothing where nothing was."""
        typed = super().clean(value)
        if not typed:
            return None
        try:
            number = decimal(typed)
        except NotANumber as reason:
            raise ValidationError(self._reason(reason.code, typed)) from reason
        whole, _dot, places = f"{abs(number):f}".partition(".")
        if len(whole) > WHOLE_DIGITS:
            raise ValidationError(REASONS["long"])
        if len(places) > PLACES:
            raise ValidationError(_("Six places behind the point at most."))
        return number

    @staticmethod
    def _reason(code: str, typed: str) -> Any:
        if code != "ambiguous":
            return REASONS.get(code, REASONS["separators"])
        bare = western(typed).strip()
        ways = {"thousands": bare.replace(".", ","), "fraction": f"{bare}0"}
        return _("Is this %(thousands)s or %(fraction)s? Write the one that you mean in this way.") % ways
