"""Filters of statements and of sources: what may be asked for, and nothing else."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.languages.dates import written
from tansiq.languages.versions import language_name
from tansiq.press.models import Forecast, Statement
from tansiq.press.resting import RESTING
from tansiq.release.models import Member
from tansiq.reviews.models import Review
from tansiq.sources.models import Source


class StatementFilter(forms.Form):
    """Which statements a page lists."""

    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("all kinds")), *Statement.Kind.choices])
    member = forms.ChoiceField(label=_("Member"), required=False)
    review = forms.ChoiceField(label=_("Review"), required=False)

    def __init__(self, *args: Any, members: Iterable[Member], reviews: Iterable[Review], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = sorted(((member.code, member.name.plain()) for member in members), key=lambda one: one[1])
        held = [(str(one.pk), _named(one)) for one in reviews]
        cast("forms.ChoiceField", self.fields["member"]).choices = [("", _("all members")), *named]
        cast("forms.ChoiceField", self.fields["review"]).choices = [("", _("all reviews")), *held]


def _named(review: Review) -> str:
    """A review in a list to choose from: its day first."""
    return f"{written(review.starts_on, review.precision, short=True)} · {review.title.plain()}"


class ForecastFilter(forms.Form):
    """Which forecasts a page lists."""

    outcome = forms.ChoiceField(
        label=_("What came of it"), required=False, choices=[("", _("everything")), *Forecast.Outcome.choices]
    )


class SourceFilter(forms.Form):
    """Which sources a page lists."""

    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("all kinds")), *Source.Kind.choices])
    language = forms.ChoiceField(label=_("Language"), required=False)

    def __init__(self, *args: Any, languages: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(one, language_name(one)) for one in languages]
        cast("forms.ChoiceField", self.fields["language"]).choices = [("", _("all languages")), *named]


class RestingFilter(forms.Form):
    """What of all that rests on a source its page lists."""

    of = forms.ChoiceField(required=False, choices=[(name, one.title) for name, one in RESTING.items()])
