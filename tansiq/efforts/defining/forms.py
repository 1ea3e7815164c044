"""The forms of measures: what is measured, what may change, its start, a denominator, a target."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.commands.aiming import Aim
from tansiq.efforts.commands.defining import Definition
from tansiq.efforts.commands.starting import Start
from tansiq.efforts.defining.units import FormsOfUnit
from tansiq.efforts.forms import in_both
from tansiq.efforts.kinds import ANSWERS, USUAL_SCALE
from tansiq.efforts.models import Base, Measure, Qualifier
from tansiq.efforts.numbers import NumberField
from tansiq.engines import naming
from tansiq.languages.words import plain
from tansiq.members.forms import DayField
from tansiq.release.forms import ReleaseForm
from tansiq.reviews.forms import VersionForm, WordsField
from tansiq.sources.models import Source

HEDGES = [choice for choice in Qualifier.choices if choice[0] not in (Qualifier.RANGE, Qualifier.WORDS_ONLY)]
LINES = 600  # Letters of the steps of a scale.
PROSE = 1000
SHOWN = 80  # Letters of a source in a list to choose from.
OWN = "own"


def _name(label: Any, *, required: bool = False, **given: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=naming.LONGEST, required=required, **given)


def _prose(label: Any, **given: Any) -> WordsField:
    return WordsField(label=label, max_length=PROSE, required=False, widget=forms.Textarea(attrs={"rows": 2}), **given)


class Sourced(forms.Form):
    """What rests on a source of the record, or on what is said in words."""

    source = forms.ChoiceField(label=_("Source"), required=False)
    basis_ar = _prose(_("By what it is known, in Arabic"))
    basis_en = _prose(
        _("By what it is known, in English"),
        help_text=_("For example: by definition, because it counts from that day."),
    )

    def __init__(self, *args: Any, sources: Iterable[Source] = (), **given: Any) -> None:
        super().__init__(*args, **given)
        self.sources = {str(one.pk): one for one in sources}
        told = [(key, f"{plain(one.publisher)} · {one.url}"[:SHOWN]) for key, one in self.sources.items()]
        cast("forms.ChoiceField", self.fields["source"]).choices = [("", _("none")), *told]

    def resting_on(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The source and the words."""
        source = self.sources.get(given.get("source") or "")
        return {"source": source, "basis": in_both(self, {**given}, "basis", prose=True)}


class StartForm(Sourced):
    """The start of a measure."""

    start_value = NumberField(
        label=_("Baseline"), required=False, help_text=_("A number; for a level, choose its step.")
    )
    start_hedge = forms.ChoiceField(label=_("Hedge"), choices=HEDGES, required=False)
    start_level = forms.ChoiceField(label=_("Baseline as a step"), required=False)
    start_on = DayField(label=_("Day of the baseline"), required=False)

    def __init__(self, *args: Any, steps: Iterable[Mapping[str, Any]] = (), **given: Any) -> None:
        super().__init__(*args, **given)
        offered = [*((one["code"], plain(one["name"])) for one in steps), *ANSWERS.items()]
        cast("forms.ChoiceField", self.fields["start_level"]).choices = [("", _("none")), *offered]

    def start(self, given: Mapping[str, Any]) -> Start | None:
        """What was typed as the start; nothing where nothing was."""
        value, level, on = given.get("start_value"), given.get("start_level") or "", given.get("start_on")
        if value is None and not level and on is None:
            return None
        if on is None:
            self.add_error("start_on", _("A start has a day."))
            return None
        hedge = given.get("start_hedge") or Qualifier.NONE_STATED
        return Start(on, value, hedge, level, **self.resting_on(given))


class DefineForm(StartForm, FormsOfUnit, ReleaseForm):
    """What is measured along a line of effort."""

    line = forms.ChoiceField(label=_("Line of effort"))
    name_ar = _name(_("Name in Arabic"), required=True)
    name_en = _name(_("Name in English"), required=True)
    kind = forms.ChoiceField(label=_("Kind"), choices=Measure.Kind.choices, widget=forms.RadioSelect)
    unit_ar = _name(
        _("Unit in Arabic"), help_text=_("What is counted, for example أشخاص. A share and a level have none.")
    )
    unit_en = _name(_("Unit in English"))
    base_ar = _name(
        _("Of what it is a share, in Arabic"), help_text=_("A share alone: for example من الأراضي المأهولة.")
    )
    base_en = _name(_("Of what it is a share, in English"))
    scale = forms.ChoiceField(
        label=_("Scale of a level"),
        choices=[("", _("none, advancing, slowed, halted, reversed")), (OWN, _("its own steps, below"))],
        required=False,
    )
    steps_ar = forms.CharField(
        label=_("Own steps in Arabic"), widget=forms.Textarea(attrs={"rows": 4}), max_length=LINES, required=False
    )
    steps_en = forms.CharField(
        label=_("Own steps in English"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LINES,
        required=False,
        help_text=_("One step a line, from the start on, as many as in Arabic."),
    )
    direction = forms.ChoiceField(
        label=_("What is better"), choices=Measure.Direction.choices, widget=forms.RadioSelect
    )
    role = forms.ChoiceField(label=_("Role"), choices=Measure.Role.choices, initial=Measure.Role.EFFECTIVENESS)
    pools = forms.ChoiceField(
        label=_("What the figures of many reporters make together"),
        choices=Measure.Pooling.choices,
        initial=Measure.Pooling.NONE,
        help_text=_("Levels and answers are counted, shares are pooled by both their numbers."),
    )
    succeeds = forms.ChoiceField(label=_("It succeeds"), required=False)
    note_ar = _prose(_("Remark in Arabic"))
    note_en = _prose(_("Remark in English"))

    def __init__(
        self, *args: Any, lines: Iterable[tuple[str, str]], earlier: Mapping[str, Measure], **given: Any
    ) -> None:
        super().__init__(*args, steps=USUAL_SCALE, **given)
        self.earlier = earlier
        line, succeeds = (cast("forms.ChoiceField", self.fields[name]) for name in ("line", "succeeds"))
        line.choices = [*lines]
        succeeds.choices = [("", _("none")), *((key, one.name.plain()) for key, one in earlier.items())]

    def clean(self) -> dict[str, Any]:
        """The definition, put together."""
        given = super().clean()
        kind = given.get("kind")
        name, base = in_both(self, given, "name"), in_both(self, given, "base")
        note = in_both(self, given, "note", prose=True)
        unit, start = self.unit(given), self.start(given)
        scale = self._scale(given) if kind == Measure.Kind.LEVEL else ()
        if not self.errors and name:
            given["definition"] = Definition(
                line=given["line"],
                name=name,
                kind=given["kind"],
                role=given["role"],
                direction=given["direction"],
                pools=given["pools"],
                unit=unit,
                scale=scale,
                base=base,
                start=start,
                note=note,
                succeeds=self.earlier.get(given["succeeds"]),
            )
        return given

    def _scale(self, given: Mapping[str, Any]) -> tuple[dict[str, Any], ...]:
        """The usual steps, or the own ones line by line in both languages."""
        if given.get("scale") != OWN:
            return USUAL_SCALE
        arabic, english = (
            [naming.tidy(step) for step in (given.get(f"steps_{code}") or "").splitlines() if step.strip()]
            for code in ("ar", "en")
        )
        if len(arabic) != len(english):
            self.add_error("steps_en", _("Give as many steps in English as in Arabic."))
            return ()
        pairs = zip(arabic, english, strict=True)
        return tuple(
            {"code": f"step_{at}", "name": {"source": "ar", "words": {"ar": one, "en": other}}}
            for at, (one, other) in enumerate(pairs, start=1)
        )


class ChangeForm(VersionForm):
    """What may change of a measure."""

    name_ar = _name(_("Name in Arabic"), required=True)
    name_en = _name(_("Name in English"), required=True)
    direction = forms.ChoiceField(
        label=_("What is better"), choices=Measure.Direction.choices, widget=forms.RadioSelect
    )
    note_ar = _prose(_("Remark in Arabic"))
    note_en = _prose(_("Remark in English"))

    @classmethod
    def of(cls, measure: Measure) -> "ChangeForm":
        """The form as it opens: on what stands."""
        words = {"name": measure.name.words, "note": measure.note.words if measure.note else {}}
        typed = {f"{name}_{code}": held.get(code, "") for name, held in words.items() for code in naming.SCRIPTS}
        return cls(initial={**typed, "direction": measure.direction, "version": measure.version})

    def clean(self) -> dict[str, Any]:
        """The words together."""
        given = super().clean() or {}
        given["name"], given["note"] = in_both(self, given, "name"), in_both(self, given, "note", prose=True)
        return given


class BaselineForm(StartForm, ReleaseForm):
    """A start for a measure that stands already; of a share, of what."""

    base = forms.ChoiceField(label=_("Of what it is a share"))
    after = forms.UUIDField(required=False, widget=forms.HiddenInput)  # The last one that its reader saw.

    def __init__(self, *args: Any, measure: Measure, bases: Iterable[Base], **given: Any) -> None:
        super().__init__(*args, steps=measure.scale, **given)
        self.bases = {str(one.pk): one for one in bases}
        offered = [(key, plain(one.name)) for key, one in self.bases.items()]
        cast("forms.ChoiceField", self.fields["base"]).choices = offered
        unasked = ("start_level",) if measure.is_counted else ("start_value", "start_hedge")
        for name in (*unasked, *(() if measure.is_share else ("base",))):
            del self.fields[name]
        begun = self.fields["start_value" if measure.is_counted else "start_level"]
        begun.help_text = ""
        begun.required = self.fields["start_on"].required = True

    def clean(self) -> dict[str, Any]:
        """The start."""
        given = super().clean() or {}
        start = self.start(given)
        given["start"] = replace(start, base=self.bases.get(given.get("base") or "")) if start else None
        return given


class BaseForm(FormsOfUnit, Sourced):
    """A denominator: of what shares are shares, how much that is, and who says so."""

    base_ar = _name(_("Of what it is a share, in Arabic"), required=True)
    base_en = _name(_("Of what it is a share, in English"), required=True)
    size = NumberField(label=_("How much that is in all"), required=False)
    unit_ar = _name(_("Unit in Arabic"))
    unit_en = _name(_("Unit in English"))

    field_order = ("base_ar", "base_en", "size", "unit_ar", "unit_en", "source")

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        for name in ("basis_ar", "basis_en"):
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """The denominator."""
        given = super().clean() or {}
        given["name"], given["unit"] = in_both(self, given, "base"), self.unit(given)
        given["held"] = self.sources.get(given.get("source") or "")
        return given


class TargetForm(Sourced, ReleaseForm):
    """A point of the path: by which day the measure shall be where."""

    on = DayField(label=_("By"))
    value = NumberField(label=_("Target"), required=False)
    high = NumberField(label=_("Up to"), required=False, help_text=_("Only of a range: its upper end."))
    hedge = forms.ChoiceField(label=_("Hedge"), choices=HEDGES, required=False)
    level = forms.ChoiceField(label=_("Target"), required=False)

    field_order = ("on", "value", "high", "hedge", "level", "source", "basis_ar", "basis_en", "release", "chosen")

    def __init__(self, *args: Any, measure: Measure, **given: Any) -> None:
        super().__init__(*args, **given)
        steps: list[tuple[str, Any]] = [(one["code"], plain(one["name"])) for one in measure.scale]
        cast("forms.ChoiceField", self.fields["level"]).choices = [("", _("none")), *(steps or ANSWERS.items())]
        for name in ("level",) if measure.is_counted else ("value", "high", "hedge"):
            del self.fields[name]
        self.fields["basis_en"].help_text = _("For example: by the decision of the ministers of 3 December 2014.")

    def clean(self) -> dict[str, Any]:
        """The target."""
        given = super().clean()
        high = given.get("high")
        hedge = Qualifier.RANGE if high is not None else given.get("hedge") or Qualifier.NONE_STATED
        if "on" in given:
            rest = self.resting_on(given)
            given["aim"] = Aim(given["on"], given.get("value"), high, hedge, given.get("level") or "", **rest)
        return given
