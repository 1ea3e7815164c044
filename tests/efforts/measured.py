"""What tests measure and what came of it: figures and contradictions, decisions, gifts, risks; for all or for some."""

from datetime import date
from decimal import Decimal
from typing import Any

from tansiq.contributions.models import Contribution
from tansiq.decisions.models import Action, Decision, FollowUp
from tansiq.efforts.models import Base, Conflict, Correction, Figure, Goal, Lead, Measure, Succession
from tansiq.languages.units import Unit
from tansiq.press.models import Forecast, Statement
from tansiq.reviews.models import Subject
from tansiq.risks.models import Risk
from tansiq.sources.models import Source
from tests.secretariat import Secretariat, en

DAY = date(2017, 3, 22)
PERSONS = Unit(
    "en",
    {"en": "persons", "ar": "أشخاص"},
    forms={
        "en": {"one": "{} person", "other": "{} persons"},
        "ar": {"one": "شخص واحد", "two": "شخصان", "few": "{} أشخاص", "many": "{} شخصًا", "other": "{} شخص"},
    },
)


class Measured(Secretariat):
    """The secretariat as it puts in what was measured."""

    def measure(self, code: str, *codes: str, **given: Any) -> Measure:
        held = {"line": "military", "kind": "share", "role": "effectiveness", "direction": "up", **given}
        name = held.pop("name", f"Measure {code}")
        return self.put(Measure, *codes, code=code, name=en(name), **held)

    def counted(self, code: str, *codes: str, **given: Any) -> Measure:
        return self.measure(code, *codes, **{"kind": "to_date", "unit": PERSONS, **given})

    def base(self, measure: Measure, name: str, *codes: str, **given: Any) -> Base:
        return self.put(Base, *codes, measure=measure, name=en(name), **{"stated": True, **given})

    def figure(self, measure: Measure, value: str | None, *codes: str, on: date = DAY, **given: Any) -> Figure:
        held = {"qualifier": "none_stated", "speaker_label": en("All of them"), **given}
        dated = dict.fromkeys(("as_of_from", "as_of_until", "stated_from", "stated_until"), on)
        dated |= dict.fromkeys(("as_of_precision", "stated_precision"), "day")
        source = held.pop("source", None) or self.source(f"paper{len(str(value))}-{value}-{on}")
        number = Decimal(value) if value is not None else None
        return self.put(
            Figure, *codes, measure=measure, value=number, source=source, **{**dated, "said_by": None, **held}
        )

    def conflict(self, one: Figure, other: Figure, *codes: str, **given: Any) -> Conflict:
        return self.put(Conflict, *codes, figure=one, other=other, **given)

    def correction(self, earlier: Figure, later: Figure, *codes: str, **given: Any) -> Correction:
        return self.put(Correction, *codes, earlier=earlier, later=later, **given)

    def goal(self, measure: Measure, goal: Measure, *codes: str) -> Goal:
        return self.put(Goal, *codes, measure=measure, goal=goal)

    def lead(self, line: Subject, code: str, *codes: str, **given: Any) -> Lead:
        return self.put(Lead, *codes, line=line, member=self.member(code), **given)

    def succession(self, earlier: Subject, later: Subject, *codes: str) -> Succession:
        return self.put(Succession, *codes, earlier=earlier, later=later)

    def decision(self, words: str, source: Source, *codes: str, **given: Any) -> Decision:
        return self.put(Decision, *codes, text=en(words), source=source, **{"kind": "decision", **given})

    def follow_up(self, earlier: Decision, later: Decision, *codes: str) -> FollowUp:
        return self.put(FollowUp, *codes, earlier=earlier, later=later)

    def action(self, words: str, source: Source, *codes: str, **given: Any) -> Action:
        held = {"status": "planned", "due_precision": "day", **given}
        return self.put(Action, *codes, text=en(words), source=source, **held)

    def gift(self, words: str, source: Source, *codes: str, **given: Any) -> Contribution:
        held = {"kind": "cash", "stage": "pledged", "qualifier": "about", "currency": "USD", **given}
        return self.put(Contribution, *codes, giver=self.member("SH"), text=en(words), source=source, **held)

    def risk(self, words: str, source: Source, *codes: str, **given: Any) -> Risk:
        held = {"level": en("perhaps large"), "said_by": None, **given}
        return self.put(Risk, *codes, text=en(words), source=source, **held)

    def forecast(self, statement: Statement, words: str, *codes: str, **given: Any) -> Forecast:
        return self.put(Forecast, *codes, statement=statement, event=en(words), **given)
