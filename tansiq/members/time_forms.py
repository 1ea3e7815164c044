"""Times in forms: of the day, in a zone by the town that it is named after, and the instant that they mean together."""

from datetime import date, datetime, time
from typing import Any, cast
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.engines import zones
from tansiq.engines.digits import western
from tansiq.languages import zones as places
from tansiq.languages.ways import way
from tansiq.members.forms import VersionForm


class ClockField(forms.CharField):
    """A time of day as a clock shows it, in either script's digits."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{"max_length": 8, "help_text": _("For example: 14:30."), **given})

    def clean(self, value: Any) -> time | None:
        """The time that was typed."""
        typed = western(super().clean(value) or "").strip().replace(".", ":")
        if not typed:
            return None
        hours, parted, minutes = typed.partition(":")
        try:
            return time(int(hours), int(minutes) if parted else 0)
        except ValueError as reason:
            raise ValidationError(_("This is no time of day. Write it like 14:30.")) from reason


class ZoneField(forms.ChoiceField):
    """A time zone by the town that it is named after."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{"label": _("Time zone"), "choices": places.to_choose, "initial": zone_of_reader, **given})


def near_first(form: forms.Form, zone: str) -> None:
    """Offer the zone of a body, the reader's own and UTC first, then all others; the form opens on the body's."""
    names = dict(places.to_choose())
    near = [one for one in dict.fromkeys((zone, zone_of_reader(), zones.UTC)) if one in names]
    others = [(code, name) for code, name in names.items() if code not in near]
    field = cast("forms.ChoiceField", form.fields["zone"])
    field.choices = [
        (_("The body’s, yours and UTC"), [(code, names[code]) for code in near]),
        (_("All others"), others),
    ]
    field.initial = zone


def shown_in(at: datetime, zone: str) -> dict[str, str]:
    """An instant as the fields of a day, a time and a zone open on it."""
    there = at.astimezone(ZoneInfo(zone))
    return {"on": f"{there:%Y-%m-%d}", "at": f"{there:%H:%M}", "zone": zone}


def zone_of_reader() -> str:
    """The zone that the reader has chosen, else UTC."""
    return way().zone or zones.UTC


def instant_of(on: date, at: time, zone: str) -> datetime:
    """The instant of a day and a time in a zone.

    Raises:
        ValidationError: no clock there shows that time on that day.
    """
    found = zones.instant(on, at, zone)
    if found is None:
        raise ValidationError(_("On that day no clock there shows this time: it is turned forward past it."))
    return found


class ZoneForm(VersionForm):
    """In which zone a body's due times are told, as its reader saw the body."""

    zone = ZoneField()
