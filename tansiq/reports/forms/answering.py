"""The form of an answer among all that a call asks for: a figure by the measure's kind, or why there is none.

It is not the form of one answer alone (one.py): here a row that nothing was typed into is no answer, what is typed is
kept as a draft and stands beside a colleague's, and release and language are chosen once for all; there the page is
about one report, opens with what it restates, and asks for its period, its language and its release.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, cast
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.efforts.models import Base, Measure, Qualifier
from tansiq.efforts.numbers import NumberField
from tansiq.efforts.wording import steps
from tansiq.engines.figures import per_cent
from tansiq.engines.likely import Beside, Given, doubts
from tansiq.languages.words import Words
from tansiq.members.forms import DayField
from tansiq.reports.answering import Answer
from tansiq.reports.doubting import sentence
from tansiq.reports.models import Call, Report
from tansiq.reports.wording import answer
from tansiq.reviews.forms import WordsField

LONGEST = 2000
COUNTED = (Measure.Kind.FLOW, Measure.Kind.STOCK, Measure.Kind.TO_DATE)
HEDGES = [one for one in Qualifier.choices if one[0] not in (Qualifier.RANGE, Qualifier.WORDS_ONLY)]
UNTYPED = {"answer": "figure", "qualifier": Qualifier.NONE_STATED.value}  # What the form says before anybody types.
FIGURES = ("value", "high", "numerator", "denominator", "level", "words")
NOT_TOLD = _("Write the figure, or say why there is none.")


class AnswerForm(forms.Form):
    """One measure's answer; it opens empty, with what was answered last time beside it."""

    answer = forms.ChoiceField(
        label=_("Answer"), choices=Report.Answer.choices, widget=forms.RadioSelect, initial="figure"
    )
    reason = WordsField(label=_("Why there is no figure"), max_length=LONGEST, required=False)
    qualifier = forms.ChoiceField(label=_("With what hedge"), choices=HEDGES, required=False)
    high = NumberField(label=_("Up to, where it is a range"))
    as_of = DayField(label=_("As of"), required=False)
    method = WordsField(label=_("How it was counted"), max_length=LONGEST, required=False)
    evidence = WordsField(label=_("What it rests on"), max_length=LONGEST, required=False)
    reliability = forms.ChoiceField(label=_("Reliability of the source"), required=False)
    credibility = forms.ChoiceField(label=_("Credibility of the information"), required=False)
    to = forms.ChoiceField(label=_("Released to"), required=False)
    overruled = WordsField(label=_("It is right because"), max_length=LONGEST, required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=400)
    kept = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(  # noqa: PLR0913 -- what an answer stands beside
        self,
        *args: Any,
        call: Call,
        measure: Measure,
        bases: Iterable[Base],
        last: Report | None,
        ways: Iterable[tuple[str, str]],
        language: str,
        **given: Any,
    ) -> None:
        super().__init__(*args, **{"prefix": str(measure.pk), **given})
        self.call, self.measure, self.last, self.language = call, measure, last, language
        self.answered: Answer | None = None
        self.beside: list[tuple[Any, str]] = []  # What a colleague has kept meanwhile.
        self.fields |= self._figure([(str(base.pk), base.name.plain()) for base in bases])
        self.order_fields(["answer", "numerator", "denominator", "base", "level", "words", "value"])
        if measure.kind not in (*COUNTED, Measure.Kind.SHARE):
            del self.fields["high"], self.fields["qualifier"]
        self._offer(
            "reliability", _("not stated"), [(code, f"{code}: {name}") for code, name in Report.Reliability.choices]
        )
        self._offer(
            "credibility", _("not stated"), [(code, f"{code}: {name}") for code, name in Report.Credibility.choices]
        )
        self._offer("to", _("as the others"), ways)
        self.fields["as_of"].help_text = _("If you leave it empty: the end of the period.")

    def _offer(self, name: str, nothing: Any, held: Iterable[tuple[str, Any]]) -> None:
        cast("forms.ChoiceField", self.fields[name]).choices = [("", nothing), *held]

    def _figure(self, bases: list[tuple[str, str]]) -> dict[str, forms.Field]:
        """The fields of a figure, by the measure's kind; what was said last time stands beside the first of them."""
        hint = format_html(gettext("Last time: {}"), answer(self.last, self.measure)) if self.last else ""
        match self.measure.kind:
            case Measure.Kind.SHARE:
                several = [("", _("choose one"))] if len(bases) != 1 else []
                whole = forms.ChoiceField(label=_("Of what"), choices=[*several, *bases], required=False)
                return {
                    "numerator": NumberField(label=_("How many of them (numerator)"), help_text=hint),
                    "denominator": NumberField(label=_("Of how many (denominator)")),
                    "base": whole,
                    "value": NumberField(label=_("The share alone, in per cent, where its parts are not known")),
                }
            case Measure.Kind.LEVEL | Measure.Kind.YES_NO:
                offered = steps(self.measure)
                return {
                    "level": forms.ChoiceField(
                        label=_("Level") if self.measure.kind == Measure.Kind.LEVEL else _("Yes or no"),
                        choices=offered,
                        widget=forms.RadioSelect,
                        required=False,
                        help_text=hint,
                    )
                }
            case Measure.Kind.TEXT:
                return {"words": WordsField(label=_("In words"), max_length=LONGEST, required=False, help_text=hint)}
        label = format_html(gettext("Figure ({})"), self.measure.unit.plain()) if self.measure.unit else _("Figure")
        return {"value": NumberField(label=label, help_text=hint)}

    def typed(self) -> dict[str, str]:
        """The fields as they were typed, for the draft."""
        names = [name for name in self.fields if name not in ("seen", "kept")]
        held = {name: str(self.data.get(self.add_prefix(name), "") or "") for name in names}
        return {name: value for name, value in held.items() if value.strip()}

    @property
    def is_typed(self) -> bool:
        """Whether anything was typed that the form did not open with."""
        return any(value != UNTYPED.get(name) for name, value in self.typed().items() if name not in ("base", "to"))

    @property
    def opened_with(self) -> tuple[int, str]:
        """The version of the draft that the form opened with, 0 for none, and the mark of its words."""
        version, _dot, mark = str(self.data.get(self.add_prefix("kept"), "")).partition(".")
        return int(version) if re.fullmatch("[0-9]{1,9}", version) else 0, mark

    def stand_beside(self, typed: Mapping[str, str]) -> None:
        """Show what a colleague has typed, each field by its name, beside what stands in the form."""
        for name, said in typed.items():
            field = self.fields.get(name)
            if field is not None and said != UNTYPED.get(name):
                chosen = dict(cast("Any", field).choices) if isinstance(field, forms.ChoiceField) else {}
                self.beside.append((field.label, str(chosen.get(said, said))))

    def clean(self) -> dict[str, Any]:
        """What was answered; nothing where nothing was typed."""
        given = super().clean() or {}
        if not self.is_typed:
            self._errors = forms.utils.ErrorDict()
            return given
        if self.errors:
            return given
        given = {**given}  # What is refused is taken out of the cleaned data, one after another.
        figures = [name for name in FIGURES if given.get(name) not in (None, "")]
        if given["answer"] != Report.Answer.FIGURE:
            if figures:
                self.add_error("answer", _("You wrote a figure and chose that there is none."))
            if given["answer"] != Report.Answer.NO_REPORT and not given["reason"]:
                self.add_error("reason", _("Say why there is no figure."))
            made = Answer(
                given["answer"], reason=None if given["answer"] == "no_report" else self._said(given["reason"])
            )
        else:
            made = self._figured(given)
        if not self.errors:
            self.answered = self._whole(made, given)
            self._doubt(self.answered)
        return given

    def _figured(self, given: Mapping[str, Any]) -> Answer:
        """The figure, whole by the measure's kind."""
        held = Answer("figure", *self._as_of(given["as_of"]), qualifier=given.get("qualifier") or Qualifier.NONE_STATED)
        first = next(iter(self._figure([])))
        if given["reason"]:
            self.add_error("reason", _("You wrote a figure and why there is none."))
        if first == "numerator":
            return self._share(held, given)
        if given.get(first) in (None, ""):
            self.add_error(first, NOT_TOLD)
            return held
        if first == "level":
            return replace(held, level=given["level"])
        if first == "words":
            return replace(held, words=self._said(given["words"]), qualifier=Qualifier.WORDS_ONLY)
        return self._ranged(replace(held, value=given["value"]), given)

    def _share(self, held: Answer, given: Mapping[str, Any]) -> Answer:
        above, below, value = given["numerator"], given["denominator"], given["value"]
        if (above is None) != (below is None):
            self.add_error("numerator" if above is None else "denominator", _("A share has two parts: write both."))
        elif above is None and value is None:
            self.add_error("numerator", NOT_TOLD)
        elif above is not None and value is not None:
            self.add_error("value", _("Write both parts, or the share alone."))
        elif below is not None and below <= 0:
            self.add_error("denominator", _("A share is of something: the whole is more than nothing."))
        elif above is not None:
            value = per_cent(above, below)
        if not given["base"] and not self.errors:
            self.add_error("base", _("A share is of something: say of what."))
        base = UUID(given["base"]) if given["base"] else None
        return self._ranged(replace(held, value=value, numerator=above, denominator=below, base=base), given)

    def _ranged(self, held: Answer, given: Mapping[str, Any]) -> Answer:
        high = given["high"]
        if high is None:
            return held
        if held.value is not None and high <= held.value:
            self.add_error("high", _("The upper end of a range is above the lower one."))
        if held.qualifier != Qualifier.NONE_STATED:
            self.add_error("qualifier", _("A range has no other hedge."))
        return replace(held, high=high, qualifier=Qualifier.RANGE)

    def _as_of(self, day: date | None) -> tuple[date, date]:
        until = day or self.call.period_until
        flows = self.measure.kind == Measure.Kind.FLOW
        return (min(self.call.period_from, until) if flows else until), until

    def _said(self, words: str) -> Words | None:
        return Words(self.language, {self.language: words}) if words else None

    def _whole(self, made: Answer, given: Mapping[str, Any]) -> Answer:
        return replace(
            made,
            method=self._said(given["method"]),
            evidence=self._said(given["evidence"]),
            reliability=given["reliability"],
            credibility=given["credibility"],
        )

    def _doubt(self, made: Answer) -> None:
        """What looks unlikely stops the filing once; with a reason why it is right it is filed (R-A13)."""
        last = self.last.figure.value if self.last and self.last.figure else None
        beside = Beside(last, self.call.period_from, self.call.period_until, clock.today())
        given = Given(self.measure.kind, made.value, made.high, made.numerator, made.denominator, made.as_of_until)
        held = doubts(given, beside) if made.has_figure else []
        if not held:
            return
        why = self._said(self.cleaned_data["overruled"])
        if why is None:
            self.add_error("overruled", ValidationError([sentence(one, self.measure) for one in held]))
            self.answered = None
        else:
            self.answered = replace(made, overruled=why)
