"""Sending files of answers: any number at once, to whom they are released, and why what stands is restated."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from tansiq.engines.workbook import LARGEST
from tansiq.release.forms import ReleaseForm
from tansiq.reports.forms.evidence import EvidenceField
from tansiq.reviews.forms import WordsField

MOST_FILES = 80
LARGEST_IN_ALL = 20_000_000
LONGEST_REASON = 1_000


class FilesInput(forms.ClearableFileInput):
    """Any number of files in one field."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, within bounds that are looked at before anything is read."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Each file as Django checks one; then all of them together."""
        held = (data if isinstance(data, list | tuple) else [data]) or [None]
        files = [super(FilesField, self).clean(one, initial) for one in held]
        if len(files) > MOST_FILES:
            raise ValidationError(
                ngettext_lazy(
                    "Send at most %(most)s file at once.", "Send at most %(most)s files at once.", MOST_FILES
                ),
                params={"most": MOST_FILES},
            )
        if any((one.size or 0) > LARGEST for one in files) or sum(one.size or 0 for one in files) > LARGEST_IN_ALL:
            raise ValidationError(_("These files are too large. A file holds 2 MB at most, all of them 20 MB."))
        return files


class IntakeForm(ReleaseForm):
    """Files of answers to one call."""

    answers = FilesField(
        label=_("Files"),
        allow_empty_file=True,
        help_text=_("The workbooks as they come back (XLSX), or tables (CSV); several at once. Nothing is filed yet."),
    )
    reason = WordsField(
        label=_("Why figures that stand are restated"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only where a file corrects what was filed before and its row does not say why."),
    )
    evidence_to = EvidenceField()
    field_order: Sequence[str] = ("answers", "reason", "release", "chosen", "evidence_to")


class WorkbookForm(forms.Form):
    """Whose workbook is fetched, or table; without a member, one’s own, or for the secretariat those of all."""

    member = forms.ChoiceField(required=False)
    kind = forms.ChoiceField(required=False, choices=[("", ""), ("csv", "CSV")])

    def __init__(self, *args: Any, codes: Sequence[str], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["member"].choices = [("", ""), *((code, code) for code in codes)]  # type: ignore[attr-defined] # a ChoiceField
