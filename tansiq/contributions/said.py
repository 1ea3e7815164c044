"""What somebody says of how much and when, before it is put on the record: a number with its hedge, or words."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.efforts.models import Qualifier
from tansiq.languages.units import Unit
from tansiq.languages.words import Words


@dataclass(frozen=True)
class HowMuch:
    """An amount in its own currency or unit, a range, or words alone that carry no sum."""

    amount: Decimal | None = None
    high: Decimal | None = None
    qualifier: str = Qualifier.NONE_STATED
    words: Words | None = None
    unit: Unit | None = None
    currency: str = ""

    @property
    def columns(self) -> dict[str, object]:
        """As the row keeps it."""
        hedge = Qualifier.RANGE if self.high is not None else self.qualifier
        return {
            "amount": self.amount,
            "high": self.high,
            "qualifier": hedge if self.amount is not None else Qualifier.WORDS_ONLY,
            "words": self.words,
            "unit": self.unit,
            "currency": self.currency,
        }

    @property
    def told(self) -> dict[str, object]:
        """As the entry tells it."""
        return {
            "amount": str(self.amount) if self.amount is not None else None,
            "high": str(self.high) if self.high is not None else None,
            "qualifier": str(self.columns["qualifier"]),
            "words": self.words.as_json() if self.words else None,
            "unit": self.unit.as_json() if self.unit else None,
            "currency": self.currency,
        }


@dataclass(frozen=True)
class Days:
    """When it was: one day, or between two."""

    first: date
    last: date

    @property
    def columns(self) -> dict[str, date]:
        """As the row keeps it."""
        return {"starts_on": self.first, "ends_on": self.last}

    @property
    def told(self) -> dict[str, str]:
        """As the entry tells it."""
        return {"from": self.first.isoformat(), "until": self.last.isoformat()}

    def check(self) -> None:
        """What is stated has happened.

        Raises:
            ValidationError: the day has not come, or the last lies before the first.
        """
        if self.last < self.first:
            raise ValidationError(_("The last day lies before the first."))
        if self.last > clock.today():
            raise ValidationError(_("This day has not come yet."))
