"""Filters of statements and of sources: what may be asked for, and nothing else."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.forecasts.models import Resolution
from tansiq.forecasts.queries import DUE
from tansiq.languages.versions import language_name
from tansiq.press.models import Forecast, Statement
from tansiq.press.resting import RESTING
from tansiq.release.asking import offer
from tansiq.release.models import Member
from tansiq.reviews.models import Review, Subject
from tansiq.reviews.wording import named, to_choose
from tansiq.sources.models import Source


class StatementFilter(forms.Form):
    """Which statements a page lists."""

    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("all kinds")), *Statement.Kind.choices])
    member = forms.ChoiceField(label=_("Member"), required=False)
    review = forms.ChoiceField(label=_("Review"), required=False)

    line = forms.ChoiceField(label=_("Line of effort"), required=False)

    def __init__(
        self,
        *args: Any,
        members: Iterable[Member],
        reviews: Iterable[Review],
        subjects: Mapping[str, Subject],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        members_named = sorted(((member.code, member.name.plain()) for member in members), key=lambda one: one[1])
        offer(self, "member", _("all members"), members_named)
        offer(self, "review", _("all reviews"), to_choose(reviews))
        offer(self, "line", _("all lines"), named(subjects, subjects))


WHAT_CAME = [
    ("", _("everything")),
    (DUE, _("open, and its time has passed")),
    *Forecast.Outcome.choices,
    (Resolution.Outcome.CANNOT_TELL, Resolution.Outcome.CANNOT_TELL.label),
]


class ForecastFilter(forms.Form):
    """Which forecasts a page lists."""

    outcome = forms.ChoiceField(
        label=_("What came of it"),
        required=False,
        choices=WHAT_CAME,
    )
    review = forms.ChoiceField(label=_("Review"), required=False)

    def __init__(self, *args: Any, reviews: Iterable[Review], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "review", _("all reviews"), to_choose(reviews))


class SourceFilter(forms.Form):
    """Which sources a page lists."""

    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("all kinds")), *Source.Kind.choices])
    language = forms.ChoiceField(label=_("Language"), required=False)

    def __init__(self, *args: Any, languages: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "language", _("all languages"), [(one, language_name(one)) for one in languages])


class RestingFilter(forms.Form):
    """What of all that rests on a source its page lists."""

    of = forms.ChoiceField(required=False, choices=[(name, one.title) for name, one in RESTING.items()])
