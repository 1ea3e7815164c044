"""What is said of a contribution and of its stages, as a form gives it and as the entry tells it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tansiq.contributions.said import Days, HowMuch
from tansiq.efforts.models import Measure
from tansiq.languages.words import Words
from tansiq.release.models import Member


@dataclass(frozen=True)
class Shown:
    """The same amount in another currency, at the rate of a day."""

    amount: Decimal
    currency: str
    rate_on: date


@dataclass(frozen=True)
class Gift:
    """What is given: of what kind, for what, to whom, how much and since when (R-C1 to R-C3)."""

    kind: str
    text: Words
    stage: str
    how_much: HowMuch
    days: Days
    line: str = ""
    measure: Measure | None = None
    earmarking: str = ""
    earmark: Words | None = None
    recipient_member: Member | None = None
    recipient: Words | None = None
    context: str = ""
    shown: Shown | None = None
    joint_name: Words | None = None  # What the givers are called together, where they are several.
    joint: tuple[Member, ...] = ()

    @property
    def columns(self) -> dict[str, Any]:
        """As the row keeps it."""
        shown = self.shown
        return {
            **self.how_much.columns,
            **self.days.columns,
            "kind": self.kind,
            "text": self.text,
            "stage": self.stage,
            "line": self.line,
            "measure": self.measure,
            "earmarking": self.earmarking,
            "earmark": self.earmark,
            "recipient_member": self.recipient_member,
            "recipient": self.recipient,
            "context": self.context,
            "giver_label": self.joint_name,
            "shown_amount": shown.amount if shown else None,
            "shown_currency": shown.currency if shown else "",
            "rate_on": shown.rate_on if shown else None,
        }

    @property
    def told(self) -> dict[str, Any]:
        """As the entry tells it."""
        shown = self.shown
        return {
            **self.how_much.told,
            **self.days.told,
            "kind": self.kind,
            "text": self.text.as_json(),
            "stage": self.stage,
            "line": self.line,
            "measure": str(self.measure.pk) if self.measure else None,
            "earmarking": self.earmarking,
            "earmark": self.earmark.as_json() if self.earmark else None,
            "to": self.recipient_member.code if self.recipient_member else None,
            "recipient": self.recipient.as_json() if self.recipient else None,
            "context": self.context,
            "givers": [one.code for one in self.joint],
            "together": self.joint_name.as_json() if self.joint_name else None,
            "shown": [str(shown.amount), shown.currency, shown.rate_on.isoformat()] if shown else None,
        }


@dataclass(frozen=True)
class Stated:
    """A stage as one end states it: how much and when, whether in part, and why where it takes something back."""

    stage: str
    how_much: HowMuch
    days: Days
    instalment: bool = False
    reason: Words | None = None

    @property
    def columns(self) -> dict[str, Any]:
        """As the row keeps it."""
        return {
            **self.how_much.columns,
            **self.days.columns,
            "stage": self.stage,
            "instalment": self.instalment,
            "reason": self.reason,
        }

    @property
    def told(self) -> dict[str, Any]:
        """As the entry tells it."""
        return {
            **self.how_much.told,
            **self.days.told,
            "stage": self.stage,
            "instalment": self.instalment,
            "reason": self.reason.as_json() if self.reason else None,
        }


@dataclass(frozen=True)
class Limit:
    """A limit on the use of what is given (R-C5)."""

    text: Words
    place: Words | None = None
    activity: Words | None = None
    hours: Words | None = None
    against: Words | None = None
    approval: Words | None = None
    starts_on: date | None = None
    until_on: date | None = None

    @property
    def told(self) -> dict[str, Any]:
        """As the entry tells it."""
        return {
            name: value.as_json() if isinstance(value, Words) else value.isoformat() if value else None
            for name, value in vars(self).items()
        }
