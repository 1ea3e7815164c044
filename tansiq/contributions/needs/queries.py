"""Reading needs and what is offered for them, as released to the reader."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F, OuterRef, Prefetch, QuerySet, Subquery, Value, prefetch_related_objects
from django.db.models.functions import Coalesce

from tansiq import clock
from tansiq.contributions.giving.models import Consent, JointGiver
from tansiq.contributions.models import Contribution
from tansiq.contributions.needs.models import Need, NeedState, Offer

SOONEST = (F("by_on").asc(nulls_last=True), "created_at", "key")
State = NeedState.State
WORDS = 40  # On what became of one need.
MOST = 400  # Offers on one page.


def needs() -> QuerySet[Need]:
    """Needs, the most urgent first, those without a day last; each with what became of it."""
    rows = Need.objects.select_related("audience", "owner", "line", "line__audience")
    said = NeedState.objects.filter(need=OuterRef("pk")).order_by("-place").values("state")[:1]
    return rows.annotate(state=Coalesce(Subquery(said), Value(State.OPEN.value))).order_by(*SOONEST)


def open_to() -> QuerySet[Need]:
    """Needs of which the day has not passed, or that have none, and that are not closed: what one can still answer."""
    return in_state(State.OPEN).exclude(by_on__lt=clock.today())


def in_state(state: str) -> QuerySet[Need]:
    """Needs that are open, or of which this became."""
    return needs().alias(now=F("state")).filter(now=state)


def states_of(need: UUID) -> list[NeedState]:
    """All that was said of what became of a need, the newest first."""
    return list(NeedState.objects.filter(need=need).select_related("audience", "owner").order_by("-place")[:WORDS])


def offers_for(wanted: Iterable[UUID]) -> list[Offer]:
    """What is offered for needs."""
    rows = Offer.objects.filter(need__in=list(wanted)).select_related("audience")
    return list(rows.order_by("created_at", "key")[:MOST])


def name_givers(gifts: Iterable[Contribution]) -> None:
    """Hang on contributions the givers that are named in them, each with its words, the newest first."""
    words = Consent.objects.select_related("audience").order_by("-place", "-created_at", "-key")
    givers = JointGiver.objects.select_related("audience", "member").order_by("member__code", "key")
    named = Prefetch("givers", givers.prefetch_related(Prefetch("consents", words, to_attr="said")), to_attr="named")
    prefetch_related_objects(list(gifts), named)


def offered_by(contribution: UUID) -> list[Offer]:
    """The needs for which a contribution is offered."""
    rows = Offer.objects.filter(contribution=contribution).select_related("audience", "need", "need__audience")
    return list(rows.order_by("created_at", "key"))
