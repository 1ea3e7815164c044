"""Reading contributions: the lines from pledge to delivery, one with all that hangs on it, and what is doubtful."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet

from tansiq.contributions.models import Contribution, ContributionLink
from tansiq.release.chains import whole

WITH = ("audience", "giver", "review", "review__audience", "source", "source__audience")
MOST = 400  # Contributions that hang together on one page.
FEW = 10  # Doubtful ones beside the others.
BY = {"kind": "kind", "stage": "stage", "member": "giver__code", "line": "line", "review": "review"}


def contributions() -> QuerySet[Contribution]:
    """The contributions, the newest first, those of no known date last."""
    return Contribution.objects.select_related(*WITH).order_by(F("starts_on").desc(nulls_last=True), "key")


def contribution(key: UUID) -> QuerySet[Contribution]:
    """One contribution."""
    return contributions().select_related("owner", "said_by").filter(pk=key)


def first_of_each(given: Mapping[str, Any]) -> QuerySet[Contribution]:
    """Those from which a line starts: none of the asked ones comes before them; the doubtful ones stand apart."""
    asked = {BY[name]: value for name, value in given.items()}
    before = ContributionLink.objects.filter(later=OuterRef("pk"), earlier__doubtful__isnull=True)
    started = before.filter(**{f"earlier__{column}": value for column, value in asked.items()})
    return contributions().filter(~Exists(started), doubtful__isnull=True, **asked)


def doubtful(given: Mapping[str, Any]) -> QuerySet[Contribution]:
    """Those that cannot be right as they were stated."""
    return contributions().filter(doubtful__isnull=False, **{BY[name]: value for name, value in given.items()})


@dataclass(frozen=True)
class Together:
    """Contributions that hang together, the earliest first, and how."""

    rows: list[Contribution]
    links: list[ContributionLink]


def together(shown: Iterable[Contribution]) -> Together:
    """All that hangs together with these, themselves among it."""
    keys = whole(ContributionLink, [one.pk for one in shown])
    rows = Contribution.objects.filter(pk__in=keys).select_related(*WITH)
    links = ContributionLink.objects.filter(earlier__in=keys).select_related("audience")
    return Together(
        list(rows.order_by(F("starts_on").asc(nulls_last=True), "key")[:MOST]),
        list(links.order_by("earlier", "later", "key")[: 2 * MOST]),
    )


def found() -> tuple[set[str], set[str]]:
    """The givers' codes and the lines of effort of the contributions that I may see."""
    held = list(Contribution.objects.order_by().values_list("giver__code", "line").distinct())
    return {code for code, _line in held if code}, {line for _code, line in held if line}
