"""Reading milestones: when each is expected, whether it is reached, what waits for it, as released to the reader."""

from uuid import UUID

from django.db.models import F, OuterRef, Prefetch, Q, QuerySet, Subquery

from tansiq.efforts.milestones.models import Attestation, Expectation, Milestone, Waiting

OPEN = "open"  # Asked for where nobody has attested anything.
NEWEST = ("-place", "-created_at", "-key")


def milestones() -> QuerySet[Milestone]:
    """Milestones, each with the day on which it is expected and the state that stands; the next expected first."""
    here = OuterRef("pk")
    expected = Expectation.objects.filter(milestone=here).order_by(*NEWEST)
    attested = Attestation.objects.filter(milestone=here).order_by(*NEWEST)
    rows = Milestone.objects.select_related("audience", "doer", "attester", "measure", "measure__audience").annotate(
        expected_on=Subquery(expected.values("on")[:1]),
        expected_first=Subquery(expected.order_by("place", "created_at", "key").values("on")[:1]),
        state=Subquery(attested.values("state")[:1]),
        state_on=Subquery(attested.values("on")[:1]),
    )
    return rows.order_by("expected_on", "created_at", "key")


def with_readers(rows: QuerySet[Milestone]) -> QuerySet[Milestone]:
    """Milestones with the rows of which their days and states are, for whoever asks who may read them."""
    expectations = Expectation.objects.select_related("audience").order_by(*NEWEST)
    attestations = Attestation.objects.select_related("audience").order_by(*NEWEST)
    return rows.prefetch_related(
        Prefetch("expectations", expectations, to_attr="days"), Prefetch("attestations", attestations, to_attr="states")
    )


def of_line(code: str) -> QuerySet[Milestone]:
    """The milestones along a line of effort."""
    return milestones().filter(line=code)


def asked_for(line: str = "", state: str = "") -> QuerySet[Milestone]:
    """The milestones along one line of effort or all, in one state or all."""
    rows = milestones().alias(its=F("state"))
    if state:
        rows = rows.filter(its__isnull=True) if state == OPEN else rows.filter(its=state)
    return rows.filter(line=line) if line else rows


def expectations_of(milestone: UUID) -> QuerySet[Expectation]:
    """Every day on which a milestone was expected, the first one first."""
    rows = Expectation.objects.filter(milestone=milestone).select_related("audience", "owner")
    return rows.order_by("place", "created_at", "key")


def attestations_of(milestone: UUID) -> QuerySet[Attestation]:
    """What its attester said of a milestone, the first one first."""
    rows = Attestation.objects.filter(milestone=milestone).select_related("audience", "owner")
    return rows.order_by("place", "created_at", "key")


def waiting_around(milestone: UUID) -> QuerySet[Waiting]:
    """What waits for a milestone, and for what it waits itself."""
    rows = Waiting.objects.filter(Q(milestone=milestone) | Q(waits=milestone))
    sides = ("milestone", "milestone__audience", "waits", "waits__audience")
    return rows.select_related("audience", *sides).order_by("created_at", "key")
