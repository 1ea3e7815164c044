"""What the list of measures is asked for."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.release.asking import offer
from tansiq.reviews.models import Review, Subject
from tansiq.reviews.wording import to_choose

CONFLICT = "conflict"


class MeasureFilter(forms.Form):
    """Measures of one line of effort, of one review, or those of which figures contradict each other."""

    line = forms.ChoiceField(label=_("Line of effort"), required=False)
    figures = forms.ChoiceField(
        label=_("Figures"),
        required=False,
        choices=[("", pgettext_lazy("figures", "all")), (CONFLICT, _("contradict each other"))],
    )
    review = forms.ChoiceField(label=_("Stated at"), required=False)

    def __init__(self, *args: Any, lines: dict[str, Subject], reviews: Iterable[Review], **given: Any) -> None:
        super().__init__(*args, **given)
        offer(self, "line", pgettext_lazy("lines", "all"), ((code, line.name.plain()) for code, line in lines.items()))
        offer(self, "review", _("all reviews"), to_choose(reviews))
