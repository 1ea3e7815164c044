"""The fields in which one says how much, when and in one's own language: of gifts, of their stages and of needs."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _

from tansiq.contributions.models import Contribution
from tansiq.contributions.said import Days, HowMuch
from tansiq.efforts.forms import in_both
from tansiq.efforts.models import Qualifier
from tansiq.efforts.numbers import NumberField
from tansiq.engines import naming
from tansiq.languages.units import Unit
from tansiq.languages.words import Words
from tansiq.members.forms import DayField
from tansiq.reviews.forms import LANGUAGES, WordsField

HEDGES = [choice for choice in Qualifier.choices if choice[0] not in (Qualifier.RANGE, Qualifier.WORDS_ONLY)]
SHORT, PROSE = 300, 2000
CASH = Contribution.Kind.CASH


def short(label: Any, **given: Any) -> WordsField:
    """A few words."""
    return WordsField(label=label, max_length=SHORT, required=False, widget=forms.TextInput, **given)


def prose(label: Any, **given: Any) -> WordsField:
    """A few sentences."""
    widget = forms.Textarea(attrs={"class": "short"})
    return WordsField(**{"label": label, "max_length": PROSE, "required": False, "widget": widget, **given})


def currency(label: Any, **given: Any) -> forms.CharField:
    """A currency by its code of three letters."""
    three = RegexValidator("^[A-Z]{3}$", _("Three capital letters, for example USD."))
    return forms.CharField(label=label, max_length=3, required=False, validators=[three], **given)


class OneLanguage(forms.Form):
    """Words that are all in the one language in which their member says them."""

    language = forms.ChoiceField(
        label=_("Language of these words"),
        choices=[(code, get_language_info(code)["name_local"]) for code in LANGUAGES],
    )

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["language"].initial = (get_language() or "ar").split("-")[0]

    def own(self, name: str) -> Words | None:
        """What was typed in a field, in that language; nothing where nothing was."""
        typed = (self.cleaned_data.get(name) or "").strip()
        language = self.cleaned_data["language"]
        return Words.of(language, **{language: typed}) if typed else None

    def owned(self, name: str) -> Words:
        """The same of a field that cannot be left empty."""
        return cast("Words", self.own(name))


class AmountForm(OneLanguage):
    """How much: a number with its hedge or a range, or words alone."""

    amount = NumberField(label=_("How much"))
    high = NumberField(label=_("Up to, where it is a range"))
    hedge = forms.ChoiceField(label=_("With what hedge"), choices=HEDGES, required=False)
    currency = currency(_("Currency"), help_text=_("The original one, for example USD. Of money alone."))
    said = short(_("Or in words"), help_text=_("For example: large sums. What is said in words is added to nothing."))

    def counted(self, given: Mapping[str, Any], kind: str, unit: Unit | None, *, needed: bool) -> HowMuch | None:
        """How much was said; wrong where there is neither number nor words, or money without its currency."""
        amount, high = given.get("amount"), given.get("high")
        if needed and amount is None and not given.get("said") and not {"amount", "said"} & {*self.errors}:
            self.add_error("amount", _("Say how much, in a number or in words."))
        if high is not None and (amount is None or high <= amount):
            self.add_error("high", _("A range ends above where it begins."))
        if amount is not None and kind == CASH and not given.get("currency") and "currency" not in self.errors:
            self.add_error("currency", _("Money is counted in a currency."))
        if self.errors:
            return None
        code = given.get("currency", "") if kind == CASH and amount is not None else ""
        hedge = given.get("hedge") or Qualifier.NONE_STATED
        return HowMuch(amount, high, hedge, self.own("said"), None if kind == CASH else unit, code)


class UnitForm(AmountForm):
    """How much, and what is counted."""

    unit_ar = forms.CharField(
        label=_("Counted in, in Arabic"), max_length=naming.LONGEST, required=False, help_text=_("For example: شاحنات")
    )
    unit_en = forms.CharField(
        label=_("Counted in, in English"),
        max_length=naming.LONGEST,
        required=False,
        help_text=_("For example: lorries"),
    )

    def unit(self, given: dict[str, Any]) -> Unit | None:
        """What is counted; nothing where no name was typed."""
        name = in_both(self, given, "unit")
        return Unit(name.source, name.words) if name else None


class DaysForm(forms.Form):
    """When it was: a day, or between two."""

    on = DayField(label=_("On"))
    until = DayField(label=_("Or between this day and"), required=False, help_text="")

    def days(self) -> Days:
        """When it was."""
        first = self.cleaned_data["on"]
        return Days(first, self.cleaned_data.get("until") or first)


def choose(form: forms.Form, name: str, held: Iterable[tuple[str, Any]], nothing: Any = None) -> None:
    """What may be chosen in a field; nothing, too, where that has a word."""
    field = cast("forms.ChoiceField", form.fields[name])
    field.choices = [*([("", nothing)] if nothing is not None else []), *held]
