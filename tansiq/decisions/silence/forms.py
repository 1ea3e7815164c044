"""The forms of a run of silence: what a member says, how it breaks, and what the chair does."""

import unicodedata
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tansiq.decisions.silence.models import SilenceAct
from tansiq.decisions.silence.refusing import UNATTESTED
from tansiq.decisions.texts.models import Paragraph
from tansiq.engines.silence import State
from tansiq.languages.words import Words
from tansiq.members.forms import DayField
from tansiq.members.time_forms import ClockField, ZoneField, instant_of, near_first
from tansiq.release.asking import offer
from tansiq.reviews.forms import OwnWordsForm

Kind = SilenceAct.Kind
SAID = (Kind.ACKNOWLEDGED, Kind.ASSOCIATED, Kind.COMMENTED, Kind.STATED, Kind.RESERVED, Kind.ASKED_TIME)
HOLDS, BACK, CLOSE = "holds", "back", "close"
ACTS = {
    Kind.STARTED: _("Let silence begin"),
    Kind.EXTENDED: _("Extend silence, with the reason"),
    Kind.ASKED_AGAIN: _("Ask all again, for a whole new period"),
    Kind.SUSPENDED: _("Stop the clock for consultations"),
    Kind.RESUMED: _("Set the clock going again"),
    Kind.WITHDRAWN: _("Withdraw the text"),
    Kind.NOTICE: _("Give the notice: the text is adopted, from the end of silence"),
    HOLDS: _("The objection holds: the text is not adopted"),
    BACK: _("The text goes back to a meeting"),
    CLOSE: _("Say in writing that the text is not adopted"),
}
OFFERED = {
    State.PROPOSED: (Kind.STARTED, Kind.WITHDRAWN),
    State.UNDER_SILENCE: (Kind.EXTENDED, Kind.SUSPENDED, Kind.WITHDRAWN),
    State.SUSPENDED: (Kind.RESUMED, Kind.WITHDRAWN),
    State.DUE: (Kind.NOTICE, Kind.ASKED_AGAIN, Kind.WITHDRAWN),
    State.BARRED: (Kind.EXTENDED, Kind.ASKED_AGAIN, Kind.WITHDRAWN),
    State.CONTESTED: (HOLDS, BACK),
    State.BROKEN: (CLOSE,),
    State.LAPSED: (CLOSE,),
}
TIMED = (Kind.STARTED, Kind.EXTENDED, Kind.ASKED_AGAIN)
WORDED = (Kind.EXTENDED, Kind.ASKED_AGAIN, HOLDS, BACK)


class InWordsForm(OwnWordsForm):
    """Words that may be left out, and a paragraph on which they are."""

    paragraph = forms.ChoiceField(label=_("On which paragraph"), required=False)

    def __init__(self, *args: Any, paragraphs: Sequence[Paragraph] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label, self.fields["text"].required = _("Words"), False
        self.by_place = {str(one.place): one for one in paragraphs}
        named = [(place, gettext("paragraph %(number)s") % {"number": place}) for place in self.by_place]
        offer(self, "paragraph", _("the whole text"), named)

    def said(self) -> Words | None:
        """The words, where there are any."""
        return self.words() if self.cleaned_data["text"].strip() else None

    def on(self) -> Paragraph | None:
        """The paragraph; None for the whole."""
        return self.by_place.get(self.cleaned_data["paragraph"])


class SayForm(InWordsForm):
    """What a member says during a run without ending it."""

    kind = forms.ChoiceField(label=_("What your member says"), widget=forms.RadioSelect)
    field_order = ("kind", "paragraph", "text", "language")

    def __init__(self, *args: Any, state: State, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = (*SAID, Kind.USE_OBJECTED) if state == State.PROPOSED else SAID
        self.fields["kind"].choices = [(one.value, one.label) for one in offered]  # type: ignore[attr-defined] # a ChoiceField

    def clean(self) -> dict[str, Any]:
        """A statement, a reservation and a comment have words."""
        given = super().clean() or {}
        if given.get("kind") in (Kind.COMMENTED, Kind.STATED, Kind.RESERVED) and not (given.get("text") or "").strip():
            self.add_error("text", _("Say it in words."))
        return given


class BreakForm(InWordsForm):
    """How a member breaks silence, confirmed in words."""

    kind = forms.ChoiceField(
        label=_("How"),
        widget=forms.RadioSelect,
        choices=[
            (Kind.OBJECTED.value, pgettext_lazy("silence", "Objection, with the reason")),
            (Kind.AMENDED.value, pgettext_lazy("silence", "Amendment: other words for a paragraph; this too breaks")),
        ],
    )
    typed = forms.CharField(label=_("To confirm"), max_length=200)
    field_order = ("kind", "paragraph", "text", "language", "typed")

    def __init__(self, *args: Any, sentence: str, reasons: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].required = reasons
        self.sentence = sentence
        self.fields["typed"].label = gettext("To confirm, type: %(sentence)s") % {"sentence": sentence}
        self.fields["typed"].widget.attrs["autocomplete"] = "off"

    def clean_typed(self) -> str:
        """The sentence, letter by letter; spaces and the case of letters do not count."""
        if _plain(self.cleaned_data["typed"]) != _plain(self.sentence):
            raise ValidationError(_("Type the sentence as it stands above, so that nobody breaks silence by mistake."))
        return self.sentence


def _plain(typed: str) -> str:
    return " ".join(unicodedata.normalize("NFC", typed).casefold().split())


class LeadForm(OwnWordsForm):
    """What the chair does in a run, of what its state allows."""

    act = forms.ChoiceField(label=_("What is done"), widget=forms.RadioSelect)
    on = DayField(label=_("End of silence: day"), required=False)
    at = ClockField(label=_("End of silence: time"), required=False)
    zone = ZoneField(required=False)
    reached = forms.BooleanField(required=False)
    field_order = ("act", "reached", "on", "at", "zone", "text", "language")

    def __init__(self, *args: Any, state: State, attests: str, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        near_first(self, zone)
        offered = OFFERED.get(state, ())
        self.timed = bool({*TIMED} & {*offered})
        self.attests = state == State.DUE and bool(attests)
        if self.attests:
            self.fields["reached"].label = attests
        else:
            del self.fields["reached"]
        self.fields["text"].label, self.fields["text"].required = _("Reason, or how the members were consulted"), False
        self.fields["act"].choices = [(one, ACTS[one]) for one in offered]  # type: ignore[attr-defined] # a ChoiceField

    @property
    def shown(self) -> list[forms.BoundField]:
        """The fields of which what is offered has need."""
        return [one for one in self if self.timed or one.name not in ("on", "at", "zone")]

    def clean(self) -> dict[str, Any]:
        """An end where one is needed, a reason where one is owed."""
        given = super().clean() or {}
        act, on, at = given.get("act"), given.get("on"), given.get("at")
        if act in TIMED and not self.errors:
            if on is None or at is None:
                self.add_error("on", _("Say the day and the time at which silence ends."))
            else:
                given["until"] = instant_of(on, at, given["zone"] or self.fields["zone"].initial)
        if act == Kind.NOTICE and self.attests and not given.get("reached"):
            self.add_error("reached", UNATTESTED)
        if act in WORDED and not (given.get("text") or "").strip():
            self.add_error("text", _("Say why."))
        return given

    def said(self) -> Words | None:
        """The words, where there are any."""
        return self.words() if self.cleaned_data["text"].strip() else None

    def until(self) -> datetime:
        """The end that was named."""
        named: datetime = self.cleaned_data["until"]
        return named
