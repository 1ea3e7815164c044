"""The form that puts a document before a review: the file, its title, to which item it belongs, who reads it."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from tansiq.engines import naming
from tansiq.engines.papers import EXTENSIONS, LARGEST, Kind, Paper
from tansiq.engines.papers.apart import clean
from tansiq.engines.workbook.refusals import Refused
from tansiq.languages.ways import language
from tansiq.languages.words import Words
from tansiq.members.forms import FLAWS
from tansiq.release.forms import ReleaseForm
from tansiq.reviews.agenda.models import AgendaItem
from tansiq.reviews.papers.commands import KIND
from tansiq.reviews.papers.wording import why_refused

LONGEST_NAME = 80
UNSAID = re.compile(r'[/\\:*?"<>|;]+')


class DocumentForm(ReleaseForm):
    """A document; what is in the file tells what it is, never its name."""

    title = forms.CharField(label=_("Title"), max_length=naming.LONGEST)
    language = forms.ChoiceField(label=_("Language of the document"), choices=[("ar", "العربية"), ("en", "English")])
    item = forms.ChoiceField(label=_("It belongs to"), required=False)
    file = forms.FileField(
        label=_("File"),
        max_length=255,
        allow_empty_file=True,
        help_text=_(
            "PDF, PNG, JPEG, WebP, DOCX, XLSX, PPTX, CSV or plain text; 8 MB at most. Author, place and date of making "
            "are taken out, and so are scripts and files inside."
        ),
    )
    field_order: Sequence[str] = ("file", "title", "language", "item", "release", "chosen")

    def __init__(self, *args: Any, items: Sequence[AgendaItem], **given: Any) -> None:
        super().__init__(*args, kind=KIND, **given)
        self.items = items
        self.fields["language"].initial = language()
        its = cast("forms.ChoiceField", self.fields["item"])
        its.choices = [("", _("the review as a whole")), *((str(one.pk), one.now.title.plain()) for one in items)]

    def clean_file(self) -> Paper:
        """The file as it is kept."""
        paper, self.called = cleaned(self.cleaned_data["file"])
        return paper

    def clean(self) -> dict[str, Any]:
        """The title in the language of the document."""
        given = super().clean()
        code = given.get("language")
        if code and given.get("title"):
            typed = naming.tidy(given["title"])
            if flaw := naming.flaw(typed, code):
                self.add_error("title", FLAWS[flaw])
            given["words"] = Words.of(code, **{code: typed})
        return given

    def filed(self) -> dict[str, Any]:
        """What is filed."""
        given, paper = self.cleaned_data, self.cleaned_data["file"]
        item = next((one for one in self.items if str(one.pk) == given["item"]), None)
        said = {"title": given["words"], "readers": given["readers"], "item": item}
        return {**said, "name": self.called, "kind": paper.kind, "content": paper.content}


def cleaned(held: UploadedFile) -> tuple[Paper, str]:
    """A file as it is kept, and under which name.

    Raises:
        ValidationError: it is too large, of no kind that is taken, or not to be read.
    """
    if held.size is None or held.size > LARGEST:
        raise ValidationError(why_refused("large"))
    try:
        paper = clean(held.read())
    except Refused as refused:
        raise ValidationError(why_refused(refused.code)) from refused
    return paper, called(held.name or "", paper.kind)


def called(name: str, kind: Kind) -> str:
    r"""A file's name without what could mislead: no folder, no mark that cannot be seen, the ending that it has earned.

    >>> called("../cod\u202efdp.exe", Kind.PDF), called(".htaccess", Kind.TEXT), called("\u200f", Kind.PNG)
    ('codfdp.pdf', 'htaccess.txt', 'document.png')
    """
    seen = "".join(sign for sign in unicodedata.normalize("NFC", name) if is_seen(sign))
    stem = UNSAID.sub(" ", seen.replace("\\", "/").rpartition("/")[2])
    stem = (stem.rpartition(".")[0] or stem).strip(" .")[:LONGEST_NAME].strip(" .")
    return f"{stem or 'document'}.{EXTENSIONS[kind]}"


def is_seen(sign: str) -> bool:
    """Whether a sign can be seen, or is a plain space."""
    return sign == " " or unicodedata.category(sign)[0] not in "CZ"
