"""The forms about a guest: who comes to which session until when, what is shown to it, and when the visit ends."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.engines import naming
from tansiq.languages.zones import place
from tansiq.members.forms import DayField, NameForm, VersionForm
from tansiq.members.time_forms import ClockField, instant_of
from tansiq.reviews.agenda.forms import zone_of
from tansiq.reviews.guests.commands import Said
from tansiq.reviews.guests.queries import Shown
from tansiq.reviews.models import Review
from tansiq.reviews.opening_forms import EXAMPLE, in_both

USUAL = 120  # Minutes of a session, where nobody said how long it takes.
LAST = time(23, 59)  # Of a day, where nobody said how long the session takes.


def _named(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=naming.LONGEST)


class UntilForm(forms.Form):
    """Until when a guest reads: a day and a time at the place of the review."""

    until_on = DayField(label=_("Reads until"), help_text=EXAMPLE)
    until_time = ClockField(label=_("Until what time"))

    def __init__(self, *args: Any, zone: str, **given: Any) -> None:
        super().__init__(*args, **given)
        self.zone = zone
        hint = _("For example: 14:30. The time is that of %(zone)s.")
        self.fields["until_time"].help_text = hint % {"zone": place(zone)}

    def clean(self) -> dict[str, Any]:
        """The instant that was typed."""
        given = super().clean() or {}
        if given.get("until_on") and given.get("until_time"):
            try:
                given["until_at"] = instant_of(given["until_on"], given["until_time"], self.zone)
            except ValidationError as refusal:
                self.add_error("until_time", refusal)
        return given


class InviteForm(NameForm, UntilForm):
    """A guest: who it is, for whom it speaks, to which session it comes, and until when it reads."""

    speaks_for_ar = _named(_("Speaks for, in Arabic"))
    speaks_for_en = _named(_("Speaks for, in English"))
    session_ar = _named(_("Session in Arabic"))
    session_en = _named(_("Session in English"))
    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        help_text=_("The invitation is meant for this address, for example name@mission.example."),
    )

    def __init__(self, *args: Any, review: Review, **given: Any) -> None:
        super().__init__(*args, zone=zone_of(review), **given)
        self.fields["name_ar"].required = self.fields["name_en"].required = True
        for code in naming.SCRIPTS:
            self.fields[f"session_{code}"].initial = review.title.words.get(code, "")[: naming.LONGEST]
        end, now = end_of(review), clock.now()
        self.over = end is not None and end <= now
        if end is not None:
            usual = timedelta(minutes=review.minutes or USUAL)
            self.initial.update(opened_at(now + usual if self.over else end, self.zone))

    def clean(self) -> dict[str, Any]:
        """Who comes, in both languages."""
        given = super().clean() or {}
        speaks_for, session = (in_both(self, name, checked=name == "speaks_for") for name in ("speaks_for", "session"))
        if not self.errors and speaks_for and session:
            given["said"] = Said(given["name"], speaks_for, session)
        return given


def end_of(review: Review) -> datetime | None:
    """When the session of a review ends by its plan: after the minutes planned, else with its last day."""
    if review.starts_at and review.minutes:
        return review.starts_at + timedelta(minutes=review.minutes)
    day = review.ends_on or review.starts_on
    return datetime.combine(day, LAST, ZoneInfo(zone_of(review))) if day else None


def opened_at(instant: datetime, zone: str) -> dict[str, str]:
    """An instant as the fields of a form open on it."""
    there = instant.astimezone(ZoneInfo(zone))
    return {"until_on": there.date().isoformat(), "until_time": f"{there:%H:%M}"}


class ShowForm(forms.Form):
    """What of one's own is shown to a guest, by name."""

    chosen = forms.MultipleChoiceField(
        label=_("Show to the guest"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, offered: Sequence[Shown], **given: Any) -> None:
        super().__init__(*args, **given)
        self.offered = {one.value: one for one in offered}
        cast("forms.ChoiceField", self.fields["chosen"]).choices = [
            (value, f"{KINDS[one.kind]}: {short(one)}") for value, one in self.offered.items()
        ]

    def shown(self) -> list[Shown]:
        """What was chosen."""
        return [self.offered[value] for value in self.cleaned_data["chosen"]]


KINDS = {"item": _("Agenda item"), "document": _("Document"), "remark": _("Remark")}
SHORT = 80


def short(one: Shown) -> str:
    """What a thing is called, in one line."""
    words = one.title.plain()
    return words if len(words) <= SHORT else f"{words[: SHORT - 1]}…"


class EndForm(UntilForm, VersionForm):
    """When a visit ends: at once, or at another time."""

    when = forms.ChoiceField(
        label=_("It ends"),
        choices=[("now", _("at once")), ("later", _("at this time:"))],
        initial="now",
        widget=forms.RadioSelect,
    )

    field_order = ("when", "until_on", "until_time", "version")

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["until_on"].required = self.fields["until_time"].required = False

    def clean(self) -> dict[str, Any]:
        """At once, or the instant."""
        given = super().clean() or {}
        if given.get("when") == "now":
            given["until_at"] = None
        elif not self.errors and "until_at" not in given:
            self.add_error("until_on", _("Say both the day and the time."))
        return given
