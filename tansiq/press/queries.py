"""Reading statements, what other sources say of them, and what they foretell."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from tansiq import clock
from tansiq.languages.words import Words
from tansiq.press.models import Corroboration, Forecast, Statement
from tansiq.release.models import Audience

WITH = ("audience", "speaker", "said_by", "review", "review__audience", "source", "source__audience")


def statements() -> QuerySet[Statement]:
    """What was said, the newest first; statements of one report in its own order."""
    rows = Statement.objects.select_related(*WITH, "report")
    return rows.order_by(F("starts_on").desc(nulls_last=True), "report", "place", "key")


def briefly(rows: QuerySet[Statement]) -> QuerySet[Statement]:
    """Statements with no more than a list tells of each."""
    return (
        rows.select_related(None)
        .select_related(*WITH)
        .only(
            *("text", "role", "kind", "line", "starts_on", "ends_on", "precision", "speaker_label", "said_by_name"),
            *("speaker__name", "said_by__name", "review__title", "source__publisher", "source__kind"),
            *("audience__readers", "review__audience__readers", "source__audience__readers"),
        )
    )


@dataclass(frozen=True)
class Beside:
    """What another source says of a statement."""

    finding: str
    words: Words | None
    source: UUID
    publisher: Words
    audience: Audience


def corroborated(rows: QuerySet[Statement]) -> QuerySet[Statement]:
    """Statements, each with what other sources say of it, in the same statement of SQL."""
    said = Corroboration.objects.filter(statement=OuterRef("pk"), source__isnull=False).order_by("source__url", "key")
    told = JSONObject(
        finding="finding",
        words="words",
        source="source_id",
        publisher="source__publisher",
        readers="audience__readers",
    )
    return rows.annotate(said_beside=ArraySubquery(said.values(told=told)))


def beside(statement: Statement) -> list[Beside]:
    """What other sources say of a corroborated statement."""
    held: list[dict[str, Any]] = statement.said_beside  # type: ignore[attr-defined] # corroborated() adds it
    return [
        Beside(
            finding=one["finding"],
            words=Words.from_json(one["words"]) if one["words"] else None,
            source=UUID(one["source"]),
            publisher=Words.from_json(one["publisher"]),
            audience=Audience(readers=one["readers"]),
        )
        for one in held
    ]


def statements_at(review: UUID) -> QuerySet[Statement]:
    """What was said at a review or on it, report by report in the report’s order, and what others say of it."""
    rows = Statement.objects.filter(review=review).order_by(F("report").asc(nulls_last=True), "place", "key")
    return corroborated(rows)


def statement(key: UUID) -> QuerySet[Statement]:
    """One statement, whole."""
    return corroborated(statements().select_related("owner", "review__body", "report__audience").filter(pk=key))


def forecasts() -> QuerySet[Forecast]:
    """What statements foretell, the newest first; whoever reads one reads its statement, and the sources."""
    said = ("statement", "statement__speaker", "statement__said_by", "statement__review")
    rows = Forecast.objects.select_related("audience", "outcome_source", *said)
    return rows.order_by(F("statement__starts_on").desc(nulls_last=True), "key")


def due() -> QuerySet[Forecast]:
    """What was to have happened by now, and nobody has said whether it did: the next review asks (R-A11)."""
    return forecasts().filter(outcome=Forecast.Outcome.OPEN, horizon_until__lt=clock.today())


def forecasts_of(statement: Statement) -> list[Forecast]:
    """What one statement foretells."""
    rows = Forecast.objects.filter(statement=statement)
    return list(rows.select_related("audience", "outcome_source", "outcome_source__audience").order_by("key"))


def speaking_members() -> set[str]:
    """The codes of the members whose word stands in a statement that I may see."""
    rows = Statement.objects.filter(said_by__isnull=False).order_by()
    return set(rows.values_list("said_by__code", flat=True).distinct())
