"""What two reporters both counted, as one of them says."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.models import Measure
from tansiq.efforts.numbers import NumberField
from tansiq.languages.words import Words
from tansiq.release.models import Member
from tansiq.release.wording import to_choose
from tansiq.reports.commands.filing import KIND
from tansiq.reports.forms.releasing import WithinForm
from tansiq.reports.models import Call
from tansiq.reviews.forms import LANGUAGES, LONGEST, WordsField


class OverlapForm(WithinForm):
    """How much another reporter counts too."""

    measure = forms.ChoiceField(label=_("Measure"))
    other = forms.ChoiceField(label=_("With whom"))
    value = NumberField(label=_("Counted by both"), required=True)
    note = WordsField(label=_("Note"), max_length=LONGEST, required=False)
    language = forms.ChoiceField(
        label=_("Language of these words"),
        choices=[(code, get_language_info(code)["name_local"]) for code in LANGUAGES],
    )

    field_order = ("measure", "other", "value", "note", "language", "release", "chosen")

    def __init__(
        self, *args: Any, call: Call, measures: Sequence[Measure], others: Iterable[Member], **given: Any
    ) -> None:
        super().__init__(*args, kind=KIND, call=call, **given)
        measure, other = (cast("forms.ChoiceField", self.fields[name]) for name in ("measure", "other"))
        measure.choices = [(str(one.pk), one.name.plain()) for one in measures]
        other.choices = to_choose(others)
        self.fields["language"].initial = (get_language() or "ar").split("-")[0]

    def clean_value(self) -> Decimal:
        """Something must overlap."""
        value: Decimal = self.cleaned_data["value"]
        if value <= 0:
            raise ValidationError(_("Say how much both of you counted: more than nothing."))
        return value

    def words(self) -> Words | None:
        """The note, where there is one."""
        language, note = self.cleaned_data["language"], self.cleaned_data["note"]
        return Words.of(language, **{language: note}) if note else None
