"""The filter of contributions: what may be asked for, and nothing else."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.contributions.models import Contribution
from tansiq.release.asking import offer
from tansiq.release.models import Member
from tansiq.release.wording import to_choose
from tansiq.reviews import wording
from tansiq.reviews.models import Review, Subject


class ContributionFilter(forms.Form):
    """Which contributions a page lists."""

    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("all kinds")), *Contribution.Kind.choices]
    )
    stage = forms.ChoiceField(
        label=_("Stage"), required=False, choices=[("", _("all stages")), *Contribution.Stage.choices]
    )
    member = forms.ChoiceField(label=_("Giver"), required=False)
    line = forms.ChoiceField(label=_("Line of effort"), required=False)
    review = forms.ChoiceField(label=_("Review"), required=False)

    def __init__(
        self,
        *args: Any,
        members: Iterable[Member],
        lines: Iterable[str],
        subjects: Mapping[str, Subject],
        reviews: Iterable[Review],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "member", _("all givers"), to_choose(members))
        offer(self, "line", _("all lines"), wording.named(lines, subjects))
        offer(self, "review", _("all reviews"), wording.to_choose(reviews))
