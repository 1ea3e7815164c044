"""Making and changing a series: how often the reviews of a body come at one level, and what they may decide."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.members.models import Body
from tansiq.record.acts import act, edit, is_own
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.models import FormerRule, Recurring, Series


@dataclass(frozen=True)
class Rule:
    """How often reviews come, from a day on, and what they may decide by themselves."""

    first_on: date
    every: int
    unit: str
    weekday: int | None = None
    nth: int | None = None
    hedged: bool = False
    skipped: tuple[int, ...] = ()
    decides: Words | None = None

    @classmethod
    def of(cls, held: Recurring) -> "Rule":
        """The rule that stands in a row."""
        return cls(
            **{name: getattr(held, name) for name in cls.__dataclass_fields__} | {"skipped": tuple(held.skipped)}
        )

    @property
    def columns(self) -> dict[str, Any]:
        """A row's own columns."""
        return {**{name: getattr(self, name) for name in self.__dataclass_fields__}, "skipped": list(self.skipped)}

    @property
    def told(self) -> dict[str, Any]:
        """The rule as an entry of the record tells it."""
        return {
            "first": self.first_on.isoformat(),
            "every": self.every,
            "unit": self.unit,
            "weekday": self.weekday,
            "nth": self.nth,
            "hedged": self.hedged,
            "skipped": list(self.skipped),
            "decides": self.decides.as_json() if self.decides else None,
        }


@act("series.made")
def make_series(*, body: Body, level: str, name: Words, rule: Rule) -> Series:
    """Make a series of reviews of a body; the body's readers read it."""
    if acting().code not in OPENERS:
        raise PermissionDenied
    given = ownership(body.audience)
    series = Series.objects.create(body=body, level=level, name=name, **rule.columns, **given)
    append(
        "series.made",
        about=series,
        audience=body.audience,
        content={"body": str(body.pk), "level": level, "name": name.as_json(), **rule.told},
        first=True,
    )
    return series


def may_change(series: Series) -> bool:
    """Whether the acting office may change a series: the one that made it."""
    return acting().code in OPENERS and is_own(series)


@act("series.changed")
def change_series(*, series: Series, rule: Rule, version: int) -> Series:
    """Let a series come again by another rule from a day on; by the former one it came until then.

    Raises:
        ValidationError: nothing would change, or the new rule would hold before the former one did.
    """
    if not may_change(series):
        raise PermissionDenied
    former = Rule.of(series)
    if series.version == version and rule == former:
        raise ValidationError(_("This is the rule that stands already."))
    if series.version == version and rule.first_on <= former.first_on:
        raise ValidationError({"first_on": _("The new rule holds from a later day on than the one that stands.")})
    edit(series, version=version, **rule.columns)
    until_on = rule.first_on - timedelta(days=1)
    given = ownership(series.audience)
    FormerRule.objects.create(series=series, until_on=until_on, **former.columns, **given)
    append(
        "series.changed",
        about=series,
        audience=series.audience,
        content={**rule.told, "before": former.told, "version": series.version},
    )
    return series
