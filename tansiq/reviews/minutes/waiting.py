"""What minutes ask of somebody: a word before their day has passed, an answer, or that they be adopted."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from tansiq.reviews.agenda.models import AgendaChange
from tansiq.reviews.minutes.models import Minutes, MinutesAnswer, MinutesCorrection

Step = Minutes.Step


def minutes_before(member: UUID) -> QuerySet[Minutes]:
    """Minutes that were circulated and not adopted, and to which a member proposed nothing yet."""
    proposed = MinutesCorrection.objects.filter(minutes=OuterRef("pk"), owner=member)
    return _named(_circulated().filter(~Exists(proposed)), "item")


def corrections_to_answer() -> QuerySet[MinutesCorrection]:
    """Corrections that wait for their answer, as released to the reader."""
    rows = _unanswered(MinutesCorrection.objects.all())
    return _named(rows, "minutes__item").order_by("created_at", "key")


def minutes_to_adopt() -> QuerySet[Minutes]:
    """Minutes that were circulated and not adopted, and of whose corrections none waits for its answer."""
    waiting = _unanswered(MinutesCorrection.objects.filter(minutes=OuterRef("pk")))
    return _named(_circulated().filter(~Exists(waiting)), "item")


def _circulated() -> QuerySet[Minutes]:
    adopted = Minutes.objects.filter(item=OuterRef("item"), step=Step.ADOPTED)
    return Minutes.objects.filter(~Exists(adopted), step=Step.CIRCULATED).order_by("until_on", "key")


def _unanswered(rows: QuerySet[MinutesCorrection]) -> QuerySet[MinutesCorrection]:
    return rows.filter(~Exists(MinutesAnswer.objects.filter(correction=OuterRef("pk"))))


def _named(rows: QuerySet[Any], item: str) -> QuerySet[Any]:
    """The same, each with what its item is called now."""
    last = AgendaChange.objects.filter(item=OuterRef(f"{item}__pk")).order_by("-turn").values("title")[:1]
    named: Any = Coalesce(Subquery(last), f"{item}__title")
    return rows.annotate(called=named)
