"""A unit as it is typed: its name suffices; the forms that it takes beside a number may be given, too."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.forms import in_both
from tansiq.engines import naming
from tansiq.engines.counting import ALWAYS
from tansiq.languages.units import Unit

NUMBER = "{}"  # Where the number stands in a form.
EXAMPLES = {
    "ar": {"one": "شخص واحد", "two": "شخصان", "few": "{} أشخاص", "many": "{} شخصًا", "other": "{} شخص"},
    "en": {"one": "{} person", "other": "{} persons"},
}
BEFORE = {
    "ar": {"one": "1", "two": "2", "few": "3–10", "many": "11–99", "other": "100"},
    "en": {"one": "1", "other": "2"},
}
LANGUAGES = {"ar": _("in Arabic"), "en": _("in English")}


class FormsOfUnit(forms.Form):
    """The forms of a unit in both languages; all of a language, or none."""

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        for code, categories in ALWAYS.items():
            for category in categories:
                self.fields[f"form_{code}_{category}"] = forms.CharField(
                    label=_("Beside %(number)s, %(language)s")
                    % {"number": BEFORE[code][category], "language": LANGUAGES[code]},
                    max_length=naming.LONGEST,
                    required=False,
                    widget=forms.TextInput(attrs={"placeholder": EXAMPLES[code][category]}),
                )

    @property
    def form_names(self) -> list[str]:
        """The fields of the forms."""
        return [f"form_{code}_{category}" for code, categories in ALWAYS.items() for category in categories]

    def unit(self, given: Mapping[str, Any]) -> Unit | None:
        """The unit that was typed; nothing where no name was."""
        name = in_both(self, {**given}, "unit")
        typed = {
            code: {category: naming.tidy(given.get(f"form_{code}_{category}") or "") for category in categories}
            for code, categories in ALWAYS.items()
        }
        for code, forms_of in typed.items():
            missing = [category for category, phrase in forms_of.items() if not phrase]
            if missing and len(missing) < len(forms_of):
                self.add_error(f"form_{code}_{missing[0]}", _("Give all forms of a language, or none of them."))
            for category, phrase in forms_of.items():
                if phrase and category in ("few", "many", "other") and phrase.count(NUMBER) != 1:
                    self.add_error(f"form_{code}_{category}", _("Write {} where the number stands."))
        whole = {code: forms_of for code, forms_of in typed.items() if all(forms_of.values())}
        return Unit(name.source, name.words, forms=whole) if name else None
