"""What the secretariat puts in of decisions, actions, contributions, risks and forecasts, for a test."""

from datetime import date
from typing import Any

from tansiq.contributions.models import Contribution, ContributionLink
from tansiq.decisions.models import Action, ActionOwner, Decision, FollowUp
from tansiq.efforts.models import Base, Figure, Measure
from tansiq.press.models import Forecast, Statement
from tansiq.risks.models import Risk
from tansiq.sources.models import Source
from tests.secretariat import Secretariat, en


def on(day: date | None, last: date | None = None) -> dict[str, Any]:
    return {"starts_on": day, "ends_on": last or day}


class Outcomes(Secretariat):
    """The secretariat with a paper on which all rests."""

    def __init__(self) -> None:
        self.paper = self.source("paper")

    def decision(self, words: str, day: date | None, *codes: str, **given: Any) -> Decision:
        held = {"text": en(words), "kind": "decision", "source": self.paper, **on(day), **given}
        return self.put(Decision, *codes, **held)

    def carry(self, earlier: Decision, later: Decision, *codes: str) -> FollowUp:
        return self.put(FollowUp, *codes, earlier=earlier, later=later)

    def action(self, words: str, *codes: str, owners: dict[str, bool] | None = None, **given: Any) -> Action:
        made = self.put(Action, *codes, text=en(words), **{"status": "planned", "source": self.paper, **given})
        for place, (code, lead) in enumerate((owners or {}).items()):
            self.owner(made, code, *codes, lead=lead, place=place)
        return made

    def owner(self, action: Action, code: str, *codes: str, **given: Any) -> ActionOwner:
        return self.put(ActionOwner, *codes, action=action, member=self.member(code), **given)

    def gift(self, words: str, amount: str | None, day: date | None, /, *codes: str, **given: Any) -> Contribution:
        held = {
            "giver": self.member("SH"),
            "kind": "cash",
            "text": en(words),
            "amount": amount,
            "currency": "USD",
            "qualifier": "none_stated",
            "stage": "pledged",
            "line": "relief",
            "source": self.paper,
            **on(day),
        }
        return self.put(Contribution, *codes, **(held | given))

    def hang(self, earlier: Contribution, later: Contribution, relation: str, *codes: str) -> ContributionLink:
        return self.put(ContributionLink, *codes, earlier=earlier, later=later, relation=relation)

    def risk(self, words: str, day: date | None, *codes: str, **given: Any) -> Risk:
        held = {"text": en(words), "level": en("perhaps very large"), "source": self.paper, "said_by": None, **on(day)}
        return self.put(Risk, *codes, **(held | given))

    def forecast(self, statement: Statement, event: str, *codes: str, **given: Any) -> Forecast:
        return self.put(Forecast, *codes, statement=statement, event=en(event), **given)

    def measure(self, name: str, *codes: str, **given: Any) -> Measure:
        held = {"code": name, "line": "relief", "name": en(name), "kind": "stock", "role": "output", "direction": "up"}
        return self.put(Measure, *codes, **(held | given))

    def figure(
        self, measure: Measure, value: str | None, *codes: str, source: Source | None = None, **given: Any
    ) -> Figure:
        held = {"qualifier": "none_stated", "as_of_precision": "day", "speaker_label": en("All of them"), **given}
        if measure.is_share and "base" not in held:
            held["base"] = self.put(Base, *codes, measure=measure, name=en("of the land"), stated=True)
        return self.put(Figure, *codes, measure=measure, value=value, source=source or self.paper, **held)
