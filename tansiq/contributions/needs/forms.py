"""The forms of needs: what is listed, what is needed, and what one offers for it."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.contributions.models import Contribution
from tansiq.contributions.needs.commands import Wanted
from tansiq.contributions.needs.models import NeedState
from tansiq.contributions.saying import UnitForm, choose, prose, short
from tansiq.members.forms import DayField
from tansiq.release.asking import offer
from tansiq.release.forms import ReleaseForm
from tansiq.reviews.forms import OwnWordsForm
from tansiq.reviews.models import Subject

STATES = [
    ("", _("all")),
    (NeedState.State.OPEN.value, pgettext_lazy("need", "open")),
    *[one for one in NeedState.State.choices if one[0] != NeedState.State.OPEN],
]


class NeedFilter(forms.Form):
    """Needs of one kind, or along one line of effort."""

    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("all kinds")), *Contribution.Kind.choices]
    )
    line = forms.ChoiceField(label=_("Line of effort"), required=False)
    state = forms.ChoiceField(label=_("Open or not"), required=False, choices=STATES)

    def __init__(self, *args: Any, lines: Iterable[tuple[str, str]], **given: Any) -> None:
        super().__init__(*args, **given)
        offer(self, "line", _("all lines"), lines)


class NeedForm(UnitForm, ReleaseForm):
    """What is needed."""

    kind = forms.ChoiceField(label=_("Kind"), choices=Contribution.Kind.choices, widget=forms.RadioSelect)
    text = prose(_("What is needed"), required=True)
    line = forms.ChoiceField(label=_("Line of effort"), required=False)
    place = short(_("Where"))
    by = DayField(label=_("By when"), required=False)

    field_order = (
        *("kind", "text", "amount", "high", "hedge", "currency", "unit_ar", "unit_en", "said", "line", "place", "by"),
        *("language", "release", "chosen"),
    )

    def __init__(self, *args: Any, lines: Mapping[str, Subject], **given: Any) -> None:
        super().__init__(*args, **given)
        self.lines = lines
        choose(self, "line", ((code, one.name.plain()) for code, one in lines.items()), _("none"))

    def clean(self) -> dict[str, Any]:
        """What is needed, whole."""
        given = super().clean()
        much = self.counted(given, given.get("kind", ""), self.unit(given), needed=True)
        if much is not None:
            line = self.lines.get(given["line"])
            given["wanted"] = Wanted(given["kind"], self.owned("text"), much, line, self.own("place"), given["by"])
        return given


class CloseForm(OwnWordsForm):
    """What became of a need, and why."""

    state = forms.ChoiceField(
        label=_("What became of the need"), choices=NeedState.State.choices, widget=forms.RadioSelect
    )

    field_order = ("state", "text", "language")

    def __init__(self, *args: Any, now: str, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["text"].label = _("Why")
        others = [(value, label) for value, label in NeedState.State.choices if value != now]
        cast("forms.ChoiceField", self.fields["state"]).choices = others


class OfferForm(forms.Form):
    """Which of the contributions that one has stated is offered."""

    contribution = forms.ChoiceField(label=_("What we offer"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, gifts: Mapping[str, Contribution], **given: Any) -> None:
        super().__init__(*args, **given)
        self.gifts = gifts
        choose(self, "contribution", ((key, one.text.plain()) for key, one in gifts.items()))

    def chosen(self) -> Contribution:
        """The contribution."""
        return self.gifts[self.cleaned_data["contribution"]]
