"""The form of parts: by what a figure is told apart, a line for each part, and why they do not make the whole."""

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.commands.dividing import MOST, Slice
from tansiq.efforts.dividing.models import Breakdown
from tansiq.efforts.forms import in_both
from tansiq.efforts.numbers import REASONS, NumberField
from tansiq.engines import naming
from tansiq.languages.words import Words
from tansiq.members.forms import FLAWS
from tansiq.release.forms import ReleaseForm
from tansiq.reviews.forms import WordsField

LONGEST = 6000
PART = re.compile(r"\s*(.+?)\s*[:=\t]\s*(\S[^:=\t]*)\s*")  # "Basra: 1200"


class PartsField(forms.CharField):
    """Parts as they are typed: one a line, a name and its number."""

    widget = forms.Textarea(attrs={"rows": 6})

    def clean(self, value: Any) -> list[Slice]:
        """The parts, each with its number."""
        typed = super().clean(value)
        lines = [line for line in typed.splitlines() if line.strip()]
        if len(lines) > MOST:
            raise ValidationError(_("A figure is told apart into two parts or more, sixty at most."))
        return list(self._parts(lines))

    def _parts(self, lines: list[str]) -> Iterator[Slice]:
        number = NumberField()
        for place, line in enumerate(lines, start=1):
            found = PART.fullmatch(line)
            if found is None:
                raise ValidationError(
                    _("Line %(place)s: write a name, a colon and a number, for example Basra: 1200."),
                    params={"place": place},
                )
            try:
                value = number.clean(found[2])
            except ValidationError as refusal:
                told = {"place": place, "why": " ".join(refusal.messages)}
                raise ValidationError(_("Line %(place)s: %(why)s"), params=told) from refusal
            yield Slice(_label(found[1], place), value if value is not None else _absent(place))


def _label(typed: str, place: int) -> Words:
    """A part’s name, in the language whose letters it is in."""
    name = naming.tidy(typed)
    page = (get_language() or "ar").split("-")[0]
    of = next((code for code in (page, *naming.SCRIPTS) if naming.flaw(name, code) is None), None)
    if of is None:
        why = FLAWS[naming.flaw(name, page) or "letters"]
        raise ValidationError(_("Line %(place)s: %(why)s"), params={"place": place, "why": why})
    return Words(of, {of: name})


def _absent(place: int) -> Any:
    raise ValidationError(_("Line %(place)s: %(why)s"), params={"place": place, "why": REASONS["letters"]})


class PartsForm(ReleaseForm):
    """A figure told apart."""

    dimension = forms.ChoiceField(
        label=_("Told apart by"), choices=Breakdown.Dimension.choices, widget=forms.RadioSelect
    )
    by_ar = forms.CharField(label=_("By what else, in Arabic"), max_length=naming.LONGEST, required=False)
    by_en = forms.CharField(label=_("By what else, in English"), max_length=naming.LONGEST, required=False)
    parts = PartsField(
        label=_("Parts"),
        max_length=LONGEST,
        help_text=_("One part a line: its name, a colon and its number, for example Basra: 1200."),
    )
    why_ar = WordsField(label=_("Why they do not make the whole, in Arabic"), max_length=naming.LONGEST, required=False)
    why_en = WordsField(
        label=_("Why they do not make the whole, in English"),
        max_length=naming.LONGEST,
        required=False,
        help_text=_("Only where they do not: for example, of 12 persons the sex is not known."),
    )

    field_order = ("dimension", "by_ar", "by_en", "parts", "why_ar", "why_en", "release", "chosen")

    def clean(self) -> dict[str, Any]:
        """The words together."""
        given = super().clean()
        given["by"], given["why_not"] = in_both(self, given, "by"), in_both(self, given, "why", prose=True)
        return given
