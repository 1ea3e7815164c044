"""The forms of reviews: filtering the timeline, remarking in one's own language, correcting, releasing to more."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Self, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _

from tansiq.engines.record_file.wording import bad_mark, number_of
from tansiq.languages.words import Words
from tansiq.members.models import Body
from tansiq.release.asking import offer
from tansiq.release.commands import is_wider
from tansiq.release.forms import Choice, ReleaseForm
from tansiq.release.models import Audience, Member
from tansiq.release.queries import readership_of
from tansiq.release.wording import names, sentence
from tansiq.reviews.commands import KIND
from tansiq.reviews.models import Remark, Subject
from tansiq.reviews.wording import named

LONGEST = 4000
BROKEN = "\ufffd"  # What stands where words could not be read as they were sent.
LANGUAGES = ("ar", "en", "fr", "es", "de", "it", "tr", "fa")


class TimelineForm(forms.Form):
    """Which reviews the timeline shows, and in which order."""

    body = forms.ChoiceField(label=_("Body"), required=False)
    line = forms.ChoiceField(label=_("Line of effort"), required=False)
    order = forms.ChoiceField(
        label=_("Order"), required=False, choices=[("", _("newest first")), ("oldest", _("oldest first"))]
    )

    def __init__(self, *args: Any, bodies: Iterable[Body], subjects: Mapping[str, Subject], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "body", _("all bodies"), [(str(body.pk), body.name.plain()) for body in bodies])
        offer(self, "line", _("all lines"), named(subjects, subjects))


class WordsField(forms.CharField):
    """People's own words: as typed, composed alike, without marks that hide or disguise."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        """The words with one kind of line end."""
        typed = super().to_python(value) or ""
        return unicodedata.normalize("NFC", typed.replace("\r\n", "\n").replace("\r", "\n"))

    def validate(self, value: str) -> None:
        """Refuse what cannot be seen."""
        super().validate(value)
        mark = number_of(BROKEN) if BROKEN in value else bad_mark(value.replace("\t", " "), lines=True)
        if mark:
            raise ValidationError(
                _("A mark in these words cannot be seen and could disguise them (%(mark)s). Type them anew."),
                params={"mark": mark},
            )


class OwnWordsForm(forms.Form):
    """Words in the language in which their member says them."""

    text = WordsField(label=_("Remark"), max_length=LONGEST)
    language = forms.ChoiceField(
        label=_("Language of these words"),
        choices=[(code, get_language_info(code)["name_local"]) for code in LANGUAGES],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = (get_language() or "ar").split("-")[0]

    def words(self) -> Words:
        """The words as they are kept."""
        return Words.of(self.cleaned_data["language"], **{self.cleaned_data["language"]: self.cleaned_data["text"]})


class RemarkForm(OwnWordsForm, ReleaseForm):
    """A remark, and to whom it is released."""

    field_order = ("text", "language", "release", "chosen")


class VersionForm(forms.Form):
    """A form on an item that stands already: which version its reader saw."""

    version = forms.IntegerField(min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)

    def saw(self) -> int:
        """That version."""
        seen: int = self.cleaned_data["version"]
        return seen

    def seeing(self, version: int, **opened: Any) -> Self:
        """What was typed, as a reader sends it again who has now seen the version that stands."""
        data: Any = self.data  # A QueryDict: that of the form as it was sent.
        data = data.copy()
        data["version"] = version
        return type(self)(data, **opened)


class CorrectionForm(OwnWordsForm, VersionForm):
    """Other words for a remark."""

    @classmethod
    def of(cls, remark: Remark) -> Self:
        """The form as it opens: on the words that stand."""
        given = {"text": remark.text.words[remark.text.source], "language": remark.text.source}
        return cls(initial={**given, "version": remark.version})


class WideningForm(ReleaseForm, VersionForm):
    """More readers for a remark: whoever reads it now still will."""

    def __init__(self, *args: Any, remark: Remark, known: dict[int, Member], **kwargs: Any) -> None:
        super().__init__(*args, kind=KIND, **kwargs)
        self.now, self.known = set(remark.audience.readers), known
        self.ways = [way for way in map(self._and_those_of_now, self.ways) if is_wider(remark.audience, _of(way))]
        release = cast("forms.ChoiceField", self.fields["release"])
        release.choices = [*((way.value, way.label) for way in self.ways), ("chosen", _("Members that I choose"))]
        release.initial = next((way.value for way in self.ways), "chosen")
        self.fields["version"].initial = remark.version

    def _and_those_of_now(self, way: Choice) -> Choice:
        readers = self.now | set(way.readers)
        of = readership_of(readers, self.known)
        return replace(way, readers=tuple(sorted(readers)), sentence=sentence(of), names=names(of))

    def clean(self) -> dict[str, Any]:
        """The chosen readers, and those who read it now."""
        given = super().clean()
        if "readers" in given:
            given["readers"] = sorted(self.now | set(given["readers"]))
        return given


def _of(way: Choice) -> Audience:
    return Audience(readers=list(way.readers))
