"""To whom the answers to a call are released: once for all of them, with an exception where one wants it."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import get_language, get_language_info, gettext
from django.utils.translation import gettext_lazy as _

from tansiq.release.acting import acting
from tansiq.release.forms import ReleaseForm
from tansiq.release.models import PUBLIC, Member
from tansiq.release.order import in_order
from tansiq.reports.commands.filing import KIND
from tansiq.reports.models import Call
from tansiq.reviews.forms import LANGUAGES

SAME = "same"


class FilingForm(ReleaseForm):
    """The release of all answers at once, that of what they rest on, and the language in which words are written."""

    evidence_to = forms.ChoiceField(label=_("What they rest on is released to"))
    language = forms.ChoiceField(label=_("Language of your words"))

    def __init__(self, *args: Any, call: Call, known: dict[int, Member], asked: Iterable[Member], **given: Any) -> None:
        readers = set(call.audience.readers)
        circle = [known[one] for one in readers if one in known] or [*asked]
        super().__init__(*args, kind=KIND, circle=circle, circle_name=gettext("All who read this call"), **given)
        self.ways = [way for way in self.ways if _within(way.readers, readers)]
        release, chosen, evidence, language = (
            cast("forms.ChoiceField", self.fields[name]) for name in ("release", "chosen", "evidence_to", "language")
        )
        offered = [(way.value, way.label) for way in self.ways]
        release.choices = [*offered, ("chosen", _("Members that I choose"))]
        values = [value for value, _label in offered]
        release.initial = next(value for value in ("circle", "usual", "mine", *values, "chosen") if value in values)
        own = acting().member
        others = in_order(one for one in circle if one.pk != own)
        chosen.choices = [(member.code, member.name.plain()) for member in others]
        narrow = [way for way in offered if way[0] in ("mine", "secretariat")]
        evidence.choices = [*narrow, (SAME, _("whoever reads the report"))]
        evidence.initial = narrow[-1][0] if narrow else SAME
        page = (get_language() or "ar").split("-")[0]
        language.choices = [(code, get_language_info(code)["name_local"]) for code in LANGUAGES]
        language.initial = page

    @property
    def exceptions(self) -> list[tuple[str, str]]:
        """The ways in which one answer may be released apart from the others."""
        return [(way.value, way.label) for way in self.ways]

    def readers_of(self, value: str) -> list[int]:
        """The readers of one way; those of all answers where none is named."""
        way = next((way for way in self.ways if way.value == value), None)
        return [*way.readers] if way else self.cleaned_data["readers"]

    def evidence_readers(self) -> list[int] | None:
        """The readers of what answers rest on; nothing where they are the report's."""
        value = self.cleaned_data["evidence_to"]
        return None if value == SAME else self.readers_of(value)


def _within(readers: Iterable[int], circle: set[int]) -> bool:
    """Whether all of these are among a call's readers: heads are among their member's people."""
    return PUBLIC in circle or all(one in circle or (one % 2 and one - 1 in circle) for one in readers)
