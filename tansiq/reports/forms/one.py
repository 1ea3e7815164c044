"""The answer to one question of a call, whole: a figure of the measure's kind, or why there is none; and to whom.

The page of all answers has a form of its own (answering.py says why they are two).
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.models import Base, Figure, Measure, Qualifier
from tansiq.efforts.numbers import NumberField
from tansiq.efforts.wording import steps
from tansiq.engines.digits import NotANumber, decimal
from tansiq.engines.figures import per_cent
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.forms import DayField
from tansiq.release.queries import everyone
from tansiq.reports.answering import Answer
from tansiq.reports.commands.filing import KIND
from tansiq.reports.forms.evidence import EvidenceField, narrower
from tansiq.reports.forms.releasing import WithinForm
from tansiq.reports.models import Call, Evidence, Report
from tansiq.reviews.forms import LANGUAGES, LONGEST, WordsField

Kind = Measure.Kind
TEXTS = ("words", "reason", "method", "evidence", "overruled")
NUMBERS = ("value", "high", "numerator", "denominator")
FITTING = {  # The fields by which a figure of each kind is given; a share by its two parts or by itself.
    Kind.SHARE: ("numerator", "denominator", "value", "high", "qualifier", "base", "words"),
    Kind.LEVEL: ("level", "words"),
    Kind.YES_NO: ("level", "words"),
    Kind.TEXT: ("words",),
}
ALL = ("value", "high", "qualifier", "numerator", "denominator", "base", "level", "words")
COUNTED = ("value", "high", "qualifier", "words")
UNSAID = [("", _("not stated"))]


class AnswerForm(WithinForm):
    """One answer to one question; only the fields of the measure's kind are asked for."""

    answer = forms.ChoiceField(label=_("Answer"), choices=Report.Answer.choices, widget=forms.RadioSelect)
    level = forms.ChoiceField(label=_("Level"), required=False, widget=forms.RadioSelect)
    numerator = NumberField(label=_("Counted"))
    denominator = NumberField(label=_("Out of"))
    value = NumberField(label=_("Figure"))
    high = NumberField(label=_("Up to"), help_text=_("Only of a range: its upper end."))
    qualifier = forms.ChoiceField(label=_("Hedge"), required=False)
    base = forms.ChoiceField(label=_("Denominator"), required=False)
    words = WordsField(label=_("In words"), max_length=LONGEST, required=False)
    as_of_from = DayField(label=_("As of, from"), required=False)
    as_of_until = DayField(label=_("As of, until"), required=False)
    reason = WordsField(
        label=_("Why there is no figure"),
        max_length=LONGEST,
        required=False,
        help_text=_("Where no data exist, or where you withhold them."),
    )
    method = WordsField(label=_("How it was counted"), max_length=LONGEST, required=False)
    evidence = WordsField(label=_("Evidence"), max_length=LONGEST, required=False)
    evidence_to = EvidenceField()
    reliability = forms.ChoiceField(
        label=_("Reliability of the source"), required=False, choices=[*UNSAID, *Report.Reliability.choices]
    )
    credibility = forms.ChoiceField(
        label=_("Credibility of the information"), required=False, choices=[*UNSAID, *Report.Credibility.choices]
    )
    overruled = WordsField(label=_("Why it is right though it looks unlikely"), max_length=LONGEST, required=False)
    language = forms.ChoiceField(
        label=_("Language of these words"),
        choices=[(code, get_language_info(code)["name_local"]) for code in LANGUAGES],
    )

    def __init__(
        self,
        *args: Any,
        call: Call,
        measure: Measure,
        bases: Sequence[Base],
        former: Report | None = None,
        rests_on: Evidence | None = None,
        **given: Any,
    ) -> None:
        self.call, self.measure = call, measure
        self.former: Mapping[str, Any] = _former(former, rests_on) if former else {}
        held = {"kind": KIND, "call": call, "former": former.audience if former else None}
        typed = {name: _typed(value) for name, value in self.former.items()} | _as_narrow(rests_on, former)
        super().__init__(*args, **{**held, **given, "initial": {**typed, **given.get("initial", {})}})
        self._offer_levels()
        self._offer_bases(bases)
        cast("forms.ChoiceField", self.fields["qualifier"]).choices = [
            one for one in Qualifier.choices if one[0] != Qualifier.WORDS_ONLY
        ]
        for name in set(ALL) - set(FITTING.get(Kind(measure.kind), COUNTED)):
            del self.fields[name]
        self.fields["language"].initial = (get_language() or "ar").split("-")[0]

    def _offer_levels(self) -> None:
        """The steps of the measure's scale, or yes and no."""
        cast("forms.ChoiceField", self.fields["level"]).choices = steps(self.measure)

    def _offer_bases(self, bases: Sequence[Base]) -> None:
        choices = [(str(one.pk), one.name.plain()) for one in bases]
        field = cast("forms.ChoiceField", self.fields["base"])
        field.choices = choices if len(choices) == 1 else [*UNSAID, *choices]

    def clean(self) -> dict[str, Any]:
        """The answer together: a figure that is whole, or why there is none."""
        given = super().clean()
        if given.get("answer") == Report.Answer.FIGURE:
            self._whole_figure(given)
        elif "answer" in given:
            self._no_figure(given)
        first, last = given.get("as_of_from"), given.get("as_of_until")
        if first and last and first > last:
            self.add_error("as_of_until", _("It ends before it begins."))
        return given

    def _whole_figure(self, given: dict[str, Any]) -> None:
        if given.get("reason"):
            self.add_error("reason", _("There is a figure: say how it was counted instead."))
        if self.measure.is_share:
            self._whole_share(given)
        needed = FITTING.get(Kind(self.measure.kind), COUNTED)
        said = [name for name in ("value", "level", "words") if name in needed and given.get(name) not in (None, "")]
        if not said and not self.errors:
            self.add_error(
                "level" if "level" in needed else "value" if "value" in needed else "words",
                _("Give a figure, or say why there is none."),
            )
        if given.get("qualifier") == Qualifier.RANGE:
            if given.get("high") is None or given.get("value") is None or given["high"] <= given["value"]:
                self.add_error("high", _("A range has two ends, the upper one larger than the lower."))
        elif given.get("high") is not None:
            self.add_error("qualifier", _("With two ends it is a range."))

    def _whole_share(self, given: dict[str, Any]) -> None:
        """Its two parts make the value; a share says of what it is one (R-A3)."""
        part, whole = given.get("numerator"), given.get("denominator")
        if (part is None) != (whole is None) or (whole is not None and whole <= 0):
            self.add_error("denominator", _("A share has two parts: what was counted, and out of how many."))
        elif part is not None and whole is not None:
            made = per_cent(part, whole)
            told = given.get("value")
            if told is not None and round(told, 0) != round(made, 0):
                self.add_error("value", _("It is not what its two parts make."))
            given["value"] = made if told is None else told
        if not given.get("base"):
            self.add_error("base", _("Say of what it is a share."))

    def _no_figure(self, given: dict[str, Any]) -> None:
        wanted = given["answer"] != Report.Answer.NO_REPORT
        if any(given.get(name) not in (None, "") for name in (*NUMBERS, "level", "words") if name in self.fields):
            self.add_error("answer", _("There is a figure below: take it out, or answer with it."))
        if wanted != bool(given.get("reason")) and "reason" not in self.errors:
            why = _("Say why there is no figure.") if wanted else _("“No report to this circle” needs no reason.")
            self.add_error("reason", why)

    @property
    def unfolded(self) -> bool:
        """Whether what is rarely wanted stands open: it is asked for, holds something, or something of it is wrong."""
        rare = ("evidence", "evidence_to", "reliability", "credibility", "overruled")
        wrong = self.is_bound and any(name in self.errors for name in rare)
        return wrong or self.fields["evidence"].required or any(self[name].value() for name in rare)

    def answered(self) -> Answer:
        """The answer as it is filed."""
        given = {name: value for name, value in self.cleaned_data.items() if name in Answer.__slots__}
        given |= {name: self._words(name) for name in TEXTS if name in self.fields}
        if given["answer"] != Report.Answer.FIGURE:
            given = {name: value for name, value in given.items() if name not in (*ALL, "as_of_from", "as_of_until")}
        elif given.get("value") is None and not given.get("level"):
            given["qualifier"] = Qualifier.WORDS_ONLY
        else:
            given["qualifier"] = given.get("qualifier") or Qualifier.NONE_STATED
        return Answer(**{**given, "base": given.get("base") or None})

    def evidence_readers(self, secretariat: int) -> list[int] | None:
        """To whom the evidence is released, where that is narrower than the report."""
        return narrower(self.cleaned_data.get("evidence_to", ""), secretariat)

    def _words(self, name: str) -> Words | None:
        """What was typed; where that is what stood already, with its translations."""
        typed, stood = self.cleaned_data.get(name), self.former.get(name)
        if not typed:
            return None
        if isinstance(stood, Words) and _typed(stood) == typed:
            return stood
        language = self.cleaned_data["language"]
        return Words.of(language, **{language: typed})


def _former(report: Report, rests_on: Evidence | None) -> dict[str, Any]:
    """What stood in a report, by the field's name."""
    figure: Figure | None = report.figure
    held: dict[str, Any] = {name: getattr(report, name) for name in ("answer", "reason", "method", "overruled")}
    held |= {
        "reliability": report.reliability,
        "credibility": report.credibility,
        "evidence": rests_on and rests_on.words,
    }
    if figure is not None:
        held |= {name: getattr(figure, name) for name in (*NUMBERS, "qualifier", "level", "words")}
        held |= {"base": figure.base_id, "as_of_from": figure.as_of_from, "as_of_until": figure.as_of_until}
    return held


def _typed(value: Any) -> Any:
    """A value as one would type it."""
    if isinstance(value, Words):
        return value.words[value.source]
    if isinstance(value, Decimal):
        plain = f"{value.normalize():f}"
        return f"{plain}0" if _is_ambiguous(plain) else plain
    return value.isoformat() if hasattr(value, "isoformat") else value if value is None else str(value)


def _is_ambiguous(number: str) -> bool:
    """Whether a number, typed so, would be read as a thousand times as much elsewhere."""
    try:
        decimal(number)
    except NotANumber:
        return True
    return False


def _as_narrow(rests_on: Evidence | None, report: Report | None) -> dict[str, str]:
    """Evidence that was released more narrowly than its report is never widened by restating it."""
    if rests_on is None or report is None or rests_on.audience_id == report.audience_id:
        return {}
    secretariat = next(one.reader for one in everyone().values() if one.code == offices.SECRETARIAT)
    return {"evidence_to": "secretariat" if secretariat in rests_on.audience.readers else "mine"}
