"""The forms by which a member takes a position on advice, and by which the chair answers it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.advice.commands.answering import Fate
from tansiq.advice.commands.positions import Reason
from tansiq.advice.forms import in_a_line, short
from tansiq.advice.models import Advice, AdviceAnswer, AdvicePosition
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.forms import DayField
from tansiq.release.asking import offer
from tansiq.release.within import WithinForm
from tansiq.reviews.forms import OwnWordsForm
from tansiq.reviews.models import Review
from tansiq.reviews.wording import to_choose

SAME, OFFICES, ALONE = "same", "offices", "alone"


class PositionForm(OwnWordsForm, WithinForm):
    """How a member sees advice, the wording that it would accept, and why: the reason to an audience of its own."""

    stance = forms.ChoiceField(
        label=_("How does your member see it?"), choices=AdvicePosition.Stance.choices, widget=forms.RadioSelect
    )
    text = short(
        _("The wording you would accept"),
        required=False,
        help_text=_("What would lift your concern. With a change it is always needed."),
    )
    reason = short(_("Reason"), required=False, help_text=_("Whoever opposes says why."))
    reason_to = forms.ChoiceField(
        label=_("Who reads the reason"),
        choices=[
            (SAME, _("Those who read the position")),
            (OFFICES, _("The secretariat and the chair only")),
            (ALONE, _("My member alone")),
        ],
        initial=SAME,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, turn: int, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["turn"] = forms.IntegerField(
            min_value=0, max_value=2**15 - 1, initial=turn, widget=forms.HiddenInput
        )

    def clean(self) -> dict[str, Any]:
        """A change has its wording, and opposing its reason."""
        given = super().clean()
        if given.get("stance") == AdvicePosition.Stance.CHANGE and not given.get("text"):
            self.add_error("text", _("Give the wording: a position with a change is not recorded without it."))
        if given.get("stance") == AdvicePosition.Stance.OPPOSE and not given.get("reason"):
            self.add_error("reason", _("Whoever opposes says why; you choose who reads the reason."))
        return given

    def wording(self) -> Words | None:
        """The wording that it would accept."""
        return self.words() if self.cleaned_data["text"] else None

    def why(self) -> Reason | None:
        """Why, and to whom."""
        given = self.cleaned_data
        if not given["reason"]:
            return None
        both = [offices.office(code).reader for code in (offices.SECRETARIAT, offices.CHAIR)]
        readers = {SAME: given["readers"], OFFICES: both, ALONE: []}[given["reason_to"]]
        return Reason(Words.of(given["language"], **{given["language"]: given["reason"]}), readers)


class AnswerForm(OwnWordsForm):
    """What becomes of advice, in the chair's words, and by which decision, into what, or until when."""

    way = forms.ChoiceField(label=_("What becomes of it?"), choices=AdviceAnswer.Way.choices, widget=forms.RadioSelect)
    decision = forms.ChoiceField(label=_("Taken up: by which decision"), required=False)
    action = forms.ChoiceField(label=_("Taken up: by which action"), required=False)
    into = forms.ChoiceField(label=_("Merged: into which advice"), required=False)
    review = forms.ChoiceField(label=_("Deferred: to which review"), required=False)
    until_on = DayField(label=_("Deferred: until which day"), required=False)
    text = short(
        _("In the chair’s words"),
        required=False,
        help_text=_("Needed where it is not taken up, and where neither a decision nor an action is named."),
    )

    field_order = ("way", "decision", "action", "into", "review", "until_on", "text", "language", "turn")

    def __init__(
        self,
        *args: Any,
        decisions: Iterable[tuple[str, str]],
        actions: Iterable[tuple[str, str]],
        others: Mapping[str, Advice],
        reviews: Mapping[str, Review],
        turn: int,
        **given: Any,
    ) -> None:
        super().__init__(*args, **given)
        self.others, self.reviews = others, reviews
        offer(self, "decision", _("none"), decisions)
        offer(self, "action", _("none"), actions)
        offer(self, "into", _("none"), ((key, in_a_line(one)) for key, one in others.items()))
        offer(self, "review", _("none"), to_choose(reviews.values()))
        self.fields["turn"] = forms.IntegerField(
            min_value=0, max_value=2**15 - 1, initial=turn, widget=forms.HiddenInput
        )

    def clean(self) -> dict[str, Any]:
        """What is named belongs to what becomes of it."""
        given = super().clean() or {}
        belongs = {
            "decision": AdviceAnswer.Way.TAKEN_UP,
            "action": AdviceAnswer.Way.TAKEN_UP,
            "into": AdviceAnswer.Way.MERGED,
            "review": AdviceAnswer.Way.DEFERRED,
            "until_on": AdviceAnswer.Way.DEFERRED,
        }
        for name, way in belongs.items():
            if given.get(name) and given.get("way") != way:
                self.add_error(name, _("This does not belong to what becomes of it."))
        return given

    def fate(self) -> Fate:
        """What becomes of it."""
        given = self.cleaned_data
        return Fate(
            given["way"],
            self.words() if given["text"] else None,
            given["decision"] or None,
            self.others.get(given["into"]),
            self.reviews.get(given["review"]),
            given["until_on"],
            given["action"] or None,
        )
