"""Filters of decisions and of actions: what may be asked for, and nothing else."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.decisions.models import Action, Decision
from tansiq.decisions.queries import IN_ORDER, Found
from tansiq.languages.dates import years
from tansiq.release.asking import offer
from tansiq.release.models import Member
from tansiq.release.wording import to_choose
from tansiq.reviews import wording
from tansiq.reviews.models import Review, Subject


class DecisionFilter(forms.Form):
    """Which decisions a page lists."""

    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("all kinds")), *Decision.Kind.choices])
    line = forms.ChoiceField(label=_("Line of effort"), required=False)
    body = forms.ChoiceField(label=_("Body"), required=False)
    year = forms.ChoiceField(label=_("Year"), required=False)
    review = forms.ChoiceField(label=_("Review"), required=False)

    def __init__(
        self, *args: Any, held: Found, subjects: Mapping[str, Subject], reviews: Iterable[Review], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        bodies = sorted((name.plain(), key) for key, name in held.bodies.items())
        offer(self, "line", _("all lines"), wording.named(held.lines, subjects))
        offer(self, "body", _("all bodies"), [(key, name) for name, key in bodies])
        offer(self, "year", _("all years"), years(held.years))
        offer(self, "review", _("all reviews"), wording.to_choose(reviews))


class ActionFilter(forms.Form):
    """Which actions a page lists."""

    status = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[("", _("every status")), *((one.value, Action.Status(one).label) for one in IN_ORDER)],
    )
    member = forms.ChoiceField(label=_("Member"), required=False)
    line = forms.ChoiceField(label=_("Line of effort"), required=False)

    def __init__(self, *args: Any, members: Iterable[Member], subjects: Mapping[str, Subject], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "line", _("all lines"), wording.named(subjects, subjects))
        offer(self, "member", _("all members"), to_choose(members))
