"""Reading needs and what is offered for them, as released to the reader."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F, Prefetch, QuerySet

from tansiq import clock
from tansiq.contributions.giving.models import Consent, JointGiver
from tansiq.contributions.models import Contribution
from tansiq.contributions.needs.models import Need, Offer
from tansiq.contributions.queries import WITH

SOONEST = (F("by_on").asc(nulls_last=True), "created_at", "key")
MOST = 400  # Offers on one page.


def needs() -> QuerySet[Need]:
    """Needs, the most urgent first, those without a day last."""
    return Need.objects.select_related("audience", "owner", "line", "line__audience").order_by(*SOONEST)


def open_to() -> QuerySet[Need]:
    """Needs of which the day has not passed, or that have none: what one can still answer."""
    return needs().exclude(by_on__lt=clock.today())


def offers_for(wanted: Iterable[UUID]) -> list[Offer]:
    """What is offered for needs, each with its contribution and the givers that are named in it."""
    words = Consent.objects.select_related("audience").order_by("-place", "-created_at", "-key")
    givers = JointGiver.objects.select_related("audience", "member").order_by("member__code", "key")
    named = Prefetch("givers", givers.prefetch_related(Prefetch("consents", words, to_attr="said")), to_attr="named")
    gifts = Contribution.objects.select_related(*WITH).prefetch_related(named)
    rows = Offer.objects.filter(need__in=list(wanted)).select_related("audience")
    return list(rows.prefetch_related(Prefetch("contribution", gifts)).order_by("created_at", "key")[:MOST])


def offered_by(contribution: UUID) -> list[Offer]:
    """The needs for which a contribution is offered."""
    rows = Offer.objects.filter(contribution=contribution).select_related("audience", "need", "need__audience")
    return list(rows.order_by("created_at", "key"))
