"""The filter of risks: what may be asked for, and nothing else."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.languages import dates
from tansiq.release.asking import offer
from tansiq.reviews.models import Review, Subject
from tansiq.reviews.wording import named, to_choose
from tansiq.risks.models import Ending
from tansiq.risks.queries import OPEN


class RiskFilter(forms.Form):
    """Which risks a page lists."""

    line = forms.ChoiceField(label=_("Line of effort"), required=False)
    year = forms.ChoiceField(label=_("Year"), required=False)
    review = forms.ChoiceField(label=_("Review"), required=False)
    state = forms.ChoiceField(
        label=_("Open or not"),
        required=False,
        choices=[("", _("all")), (OPEN, pgettext_lazy("risk", "open")), *Ending.Way.choices],
    )

    def __init__(
        self,
        *args: Any,
        lines: Iterable[str],
        years: Iterable[int],
        subjects: Mapping[str, Subject],
        reviews: Iterable[Review],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "line", _("all lines"), named(lines, subjects))
        offer(self, "year", _("all years"), dates.years(years))
        offer(self, "review", _("all reviews"), to_choose(reviews))
