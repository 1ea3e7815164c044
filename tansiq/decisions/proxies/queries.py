"""Reading proxies: those of a body with their history, and who speaks for whom at an instant."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from tansiq import clock
from tansiq.decisions.proxies.models import Proxy
from tansiq.decisions.texts.models import Question


def proxies_of(body: UUID) -> QuerySet[Proxy]:
    """The proxies of a body, the newest first, each with its end where it was withdrawn."""
    rows = Proxy.objects.filter(body=body).select_related("audience", "owner", "holder", "end", "end__audience")
    return rows.order_by("-created_at", "key")


def proxy(key: UUID) -> QuerySet[Proxy]:
    """One proxy."""
    beside = ("audience", "owner", "holder", "end", "body", "body__audience")
    return Proxy.objects.filter(pk=key).select_related(*beside)


def at_work(body: UUID, at: datetime) -> list[Proxy]:
    """The proxies that hold at an instant: given by then, for this day, and not withdrawn."""
    day = at.date()
    rows = proxies_of(body).filter(created_at__lte=at, from_on__lte=day, until_on__gte=day)
    return list(rows.filter(Q(end=None) | Q(end__created_at__gt=at)))


def spoken_through(question: Question) -> dict[UUID, Proxy]:
    """By giver, the proxies that count on a question: where its rule allows them, until it is over."""
    if not question.ruled.proxies:
        return {}
    end = getattr(question, "end", None)
    return {one.owner_id: one for one in at_work(question.text.body_id, end.created_at if end else clock.now())}
