"""The forms that open a review: whole, with all that an invitation says, or a round in three fields."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.engines import dates, naming
from tansiq.engines.digits import western
from tansiq.languages import zones as places
from tansiq.languages.ways import language
from tansiq.languages.words import Words
from tansiq.members.forms import FLAWS, NOT_READ, UNREADABLE, DayField
from tansiq.members.models import Body
from tansiq.members.time_forms import ClockField, ZoneField, instant_of, zone_of_reader
from tansiq.release.models import Member
from tansiq.reviews.models import Review, Series
from tansiq.reviews.plans import Plan, Since

EXAMPLE = _("For example: 22 January 2015, ٢٢ كانون الثاني ٢٠١٥, or 2 Rajab 1447.")
ABOUT = _("For example: September 2014, or a day.")
LONGEST_ROUND = 24 * 60
CIRCLES = [("body", _("All who read the body")), ("invited", _("Only who chairs, who is invited, and the two offices"))]


class SinceField(forms.CharField):
    """From when on: a day, a month or a year, in either script's digits."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{"max_length": dates.reading.LONGEST, "required": False, **given})

    def clean(self, value: Any) -> Since | None:
        """What was typed, as exactly as it was typed."""
        typed = super().clean(value)
        if not typed:
            return None
        try:
            read = dates.read(typed)
        except dates.Unreadable as reason:
            raise ValidationError(UNREADABLE.get(reason.code, NOT_READ)) from reason
        return Since(read.value, read.precision)


def in_both(form: forms.Form, name: str, *, checked: bool = False) -> Words | None:
    """What was typed in a field for each language, together; where it is a name, each in its language's letters."""
    typed = {code: naming.tidy(form.cleaned_data.get(f"{name}_{code}") or "") for code in naming.SCRIPTS}
    for code, words in typed.items():
        if checked and words and (flaw := naming.flaw(words, code)):
            form.add_error(f"{name}_{code}", FLAWS[flaw])
    written = {code: words for code, words in typed.items() if words}
    return Words("ar" if "ar" in written else "en", written) if written else None


class ReviewForm(forms.Form):
    """A review that is entered by hand: the least that one must know of it."""

    body = forms.ChoiceField(label=_("Body"), widget=forms.RadioSelect)
    title_ar = forms.CharField(label=_("Title in Arabic"), max_length=naming.LONGEST, required=False)
    title_en = forms.CharField(label=_("Title in English"), max_length=naming.LONGEST, required=False)
    on = DayField(label=_("Day"), help_text=EXAMPLE)
    at = ClockField(label=_("Time"), required=False)
    zone = ZoneField(required=False)
    minutes = forms.IntegerField(label=_("Minutes planned"), min_value=1, max_value=LONGEST_ROUND, required=False)
    place_ar = forms.CharField(label=_("Place in Arabic"), max_length=naming.LONGEST, required=False)
    place_en = forms.CharField(label=_("Place in English"), max_length=naming.LONGEST, required=False)
    level = forms.ChoiceField(label=_("Level"), choices=Review.Level.choices, initial=Review.Level.SENIOR_OFFICIALS)
    mode = forms.ChoiceField(
        label=_("How they meet"),
        choices=Review.Mode.choices,
        widget=forms.RadioSelect,
        initial=Review.Mode.IN_PERSON,
    )
    chairs = forms.MultipleChoiceField(label=_("Chairs"), required=False, widget=forms.CheckboxSelectMultiple)
    invited = forms.MultipleChoiceField(label=_("Invited"), required=False, widget=forms.CheckboxSelectMultiple)
    circle = forms.ChoiceField(
        label=_("Who reads it"), choices=CIRCLES, initial="body", required=False, widget=forms.RadioSelect
    )
    series = forms.ChoiceField(label=_("Series"), required=False)
    since_start = SinceField(label=_("It looks back: since the start"), help_text=ABOUT)
    since_start_about = forms.BooleanField(label=_("only about then"), required=False)
    since_last = SinceField(label=_("It looks back: since the last review of this body"), help_text=ABOUT)
    since_last_about = forms.BooleanField(label=_("only about then"), required=False)

    def __init__(
        self,
        *args: Any,
        bodies: Sequence[Body],
        members: Sequence[Member],
        series: Sequence[Series] = (),
        **given: Any,
    ) -> None:
        super().__init__(*args, **given)
        self.members, self.of_series = members, series
        of_body, chairs = (cast("forms.ChoiceField", self.fields[name]) for name in ("body", "chairs"))
        invited, its = (cast("forms.ChoiceField", self.fields[name]) for name in ("invited", "series"))
        its.choices = [("", _("of none")), *((str(one.pk), one.name.plain()) for one in series)]
        of_body.choices = [(str(body.pk), body.name.plain()) for body in bodies]
        of_body.initial = str(bodies[0].pk) if bodies else None
        chairs.choices = invited.choices = [(member.code, member.name.plain()) for member in members]

    def clean(self) -> dict[str, Any]:
        """The words together, each in the letters of its language."""
        given = super().clean() or {}
        for name in ("title", "place"):
            given[name] = in_both(self, name, checked=True)
        if given["title"] is None:
            self.add_error("title_ar", _("Give it a title, in Arabic or in English."))
        series = next((one for one in self.of_series if str(one.pk) == given.get("series")), None)
        if series is not None and given.get("body") and series.body_id != UUID(given["body"]):
            self.add_error("series", _("This series is another body’s."))
        if given.get("circle") == "invited" and not given.get("invited"):
            self.add_error("invited", _("Say who is invited: nobody else would read it."))
        if not self.errors:
            given["plan"] = self._plan(given, series)
        return given

    def _plan(self, given: dict[str, Any], series: Series | None) -> Plan:
        zone = given["zone"] or zone_of_reader()
        try:
            starts_at = instant_of(given["on"], given["at"], zone) if given["at"] else None
        except ValidationError as refusal:
            self.add_error("at", refusal)
            starts_at = None
        since = {name: given[name] for name in ("since_start", "since_last")}
        return Plan(
            series=series,
            starts_at=starts_at,
            zone=zone,
            minutes=given["minutes"],
            invited=tuple(member for member in self.members if member.code in given["invited"]),
            invited_only=given["circle"] == "invited",
            **{name: one and replace(one, hedged=given[f"{name}_about"]) for name, one in since.items()},
        )


class RoundForm(forms.Form):
    """A short round: its title, when, and who; nothing else need be said."""

    title = forms.CharField(label=_("Title"), max_length=naming.LONGEST)
    when = forms.CharField(label=_("When"), max_length=dates.reading.LONGEST + 8)
    who = forms.ChoiceField(label=_("Who"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, bodies: Iterable[Body], **given: Any) -> None:
        super().__init__(*args, **given)
        hint = _("The day, then the time: 8 June 2026 14:30. The time is that of %(zone)s.")
        self.fields["when"].help_text = hint % {"zone": places.place(zone_of_reader())}
        who = cast("forms.ChoiceField", self.fields["who"])
        who.choices = [(str(body.pk), body.name.plain()) for body in bodies]

    def clean_title(self) -> Words:
        """The title, in the language in which the page is read."""
        typed = naming.tidy(self.cleaned_data["title"])
        if flaw := naming.flaw(typed, language()):
            raise ValidationError(FLAWS[flaw])
        return Words.of(language(), **{language(): typed})

    def clean_when(self) -> tuple[date, datetime]:
        """The day and the instant that were typed."""
        day, _parted, at = self.cleaned_data["when"].strip().rpartition(" ")
        clock, on = ClockField().clean(at), DayField().clean(day)
        if clock is None or on is None or ":" not in western(at).replace(".", ":"):
            raise ValidationError(_("Write the day, then the time, like 8 June 2026 14:30."))
        return on, instant_of(on, clock, zone_of_reader())
