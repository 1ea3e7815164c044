"""What the list of measures is asked for."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.reviews.models import Subject

CONFLICT = "conflict"


class MeasureFilter(forms.Form):
    """Measures of one line of effort, or those of which figures contradict each other."""

    line = forms.ChoiceField(label=_("Line of effort"), required=False)
    figures = forms.ChoiceField(
        label=_("Figures"),
        required=False,
        choices=[("", pgettext_lazy("figures", "all")), (CONFLICT, _("contradict each other"))],
    )

    def __init__(self, *args: Any, lines: dict[str, Subject], **given: Any) -> None:
        super().__init__(*args, **given)
        choices = [("", pgettext_lazy("lines", "all")), *((code, line.name.plain()) for code, line in lines.items())]
        cast("forms.ChoiceField", self.fields["line"]).choices = choices
