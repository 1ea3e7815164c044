"""The forms of reviews: filtering the timeline, remarking in one's own language, correcting, releasing to more."""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _

from tansiq.engines.record_file.wording import bad_mark, number_of
from tansiq.languages.words import Words
from tansiq.members.models import Body
from tansiq.release.asking import offer
from tansiq.release.forms import ReleaseForm
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
