"""Reading calls for advice, what was given, what became of it and who supports it, each as released to the reader."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import (
    Count,
    DateField,
    DateTimeField,
    Exists,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce

from tansiq.advice.models import (
    Advice,
    AdviceAnswer,
    AdviceCall,
    AdviceCorrection,
    AdvicePosition,
    AdviceReason,
    Cure,
    Given,
    HandedIn,
    Invitee,
    NothingToAdd,
    UnsignedAdvice,
)
from tansiq.release.models import Audience, Member
from tansiq.reviews.models import Review

WITH = ("audience", "owner", "call", "call__audience", "call__review", "call__review__audience")
ANSWER = ("audience", "advice", "into", "into__audience", "review", "review__audience")
NOW = Func(function="tansiq.now", output_field=DateTimeField())
TODAY = Cast(NOW, DateField())
INVITED, CHOOSABLE, FEW = 400, 60, 60  # Members that a call asks; advice in a list to choose from; beside one advice.


def calls() -> QuerySet[AdviceCall]:
    """The calls for advice, the last to close first."""
    return AdviceCall.objects.select_related("audience", "review", "review__audience").order_by("-closes_at", "key")


def table_of(call: AdviceCall) -> QuerySet[Advice]:
    """What lies on the table of a call, in the order in which it was put there; what was corrected since stays."""
    corrected = AdviceCorrection.objects.filter(earlier=OuterRef("pk"))
    rows = Advice.objects.filter(call=call).select_related("audience", "owner")
    return rows.annotate(corrected=Exists(corrected)).order_by("created_at", "key")


@dataclass(frozen=True)
class Asked:
    """Whom a call asks, and what each of them has answered, as far as that is released to the reader (R-V1)."""

    advised: list[Member]
    nothing: list[Member]
    silent: list[Member]  # Under whose name nothing stands: no agreement, and no proof that it gave nothing.

    @property
    def count(self) -> int:
        """How many are asked."""
        return len(self.advised) + len(self.nothing) + len(self.silent)


def asked_by(call: AdviceCall) -> Asked:
    """Whom a call asks; advice without its author's name speaks for nobody here."""
    rows = Invitee.objects.filter(call=call).select_related("member").order_by("member__code")[:INVITED]
    members = [one.member for one in rows]
    named = Advice.objects.filter(call=call, attribution=Advice.Attribution.ATTRIBUTED)
    advised = set(named.values_list("owner_id", flat=True))
    nothing = set(NothingToAdd.objects.filter(call=call).values_list("owner_id", flat=True)) - advised
    return Asked(
        [one for one in members if one.pk in advised],
        [one for one in members if one.pk in nothing],
        [one for one in members if one.pk not in advised | nothing],
    )


@dataclass(frozen=True)
class Waiting:
    """What waits to be laid on the table: under which key, how it came, and what it says."""

    key: UUID
    attribution: str
    given: Given
    by: Member | None = None


def waiting(call: AdviceCall) -> list[Waiting]:
    """What was handed in to a call and is not on the table, in the order of its random keys; the secretariat's."""
    laid = Advice.objects.filter(pk=OuterRef("becomes"))
    through = HandedIn.objects.filter(~Exists(laid), call=call, way=HandedIn.Way.SECRETARIAT).select_related("owner")
    there = Advice.objects.filter(pk=OuterRef("pk"))
    unsigned = UnsignedAdvice.objects.filter(~Exists(there), call_key=call.pk)
    held = [Waiting(one.becomes, Advice.Attribution.SECRETARIAT, one, one.owner) for one in through]
    held += [Waiting(one.pk, Advice.Attribution.CHATHAM, one) for one in unsigned]
    return sorted(held, key=lambda one: one.key)


def own_sheets(call: AdviceCall, member: UUID | None) -> list[tuple[HandedIn, Advice | None]]:
    """What a member handed in to a call without its name, each with what lies on the table of it; its own page."""
    rows = list(
        HandedIn.objects.filter(call=call, owner=member).select_related("audience").order_by("created_at", "key")
    )
    laid = {one.pk: one for one in Advice.objects.filter(pk__in=[one.becomes for one in rows])}
    return [(one, laid.get(one.becomes)) for one in rows]


def answers_to(rows: Iterable[Advice]) -> dict[UUID, AdviceAnswer]:
    """What the chair said last of each."""
    found = AdviceAnswer.objects.filter(advice__in=[one.pk for one in rows]).select_related(*ANSWER)
    return {one.advice_id: one for one in found.order_by("turn", "created_at", "key")}


def advice_items() -> QuerySet[Advice]:
    """Advice with its call."""
    return Advice.objects.select_related(*WITH)


@dataclass(frozen=True)
class Around:
    """What hangs on one piece of advice: corrections, answers, what is merged in it, cures, and where it recurs."""

    corrections: list[AdviceCorrection]
    answers: list[AdviceAnswer]
    merged: list[AdviceAnswer]
    cures: list[Cure]
    recurring: list[Advice]

    @property
    def audiences(self) -> list[Audience]:
        """Who may read all of that."""
        found: list[Audience] = [one.audience for one in (*self.corrections, *self.answers, *self.merged, *self.cures)]
        found += [one.into.audience for one in self.answers if one.into]
        found += [one.review.audience for one in self.answers if one.review]
        found += [one.advice.audience for one in self.merged]
        return found + [one.audience for one in self.recurring]


def around(advice: Advice) -> Around:
    """What hangs on a piece of advice; what is merged elsewhere since stands there."""
    corrections = AdviceCorrection.objects.filter(Q(earlier=advice) | Q(later=advice)).select_related("audience")
    answers = AdviceAnswer.objects.filter(advice=advice).select_related(*ANSWER).order_by("-turn", "-created_at", "key")
    last = AdviceAnswer.objects.filter(advice=OuterRef("advice")).order_by("-turn", "-created_at", "key").values("pk")
    merged = AdviceAnswer.objects.filter(into=advice, pk=Subquery(last[:1]))
    its = merged.select_related("audience", "advice", "advice__audience", "advice__owner")
    cures = Cure.objects.filter(advice=advice).select_related("audience", "owner").order_by("on", "key")
    replaced = AdviceCorrection.objects.filter(earlier=OuterRef("pk"))
    thread = Advice.objects.filter(~Exists(replaced), thread=advice.thread, kind=Advice.Kind.WEAK_POINT)
    recurring = thread.select_related("audience", "call", "call__audience").order_by("created_at", "key")
    return Around(
        list(corrections[:FEW]),
        list(answers[:FEW]),
        list(its.order_by("advice__created_at", "advice__key")[:FEW]),
        list(cures[:FEW]),
        list(recurring[:FEW]) if advice.kind == Advice.Kind.WEAK_POINT else [],
    )


@dataclass(frozen=True)
class Stand:
    """How one member sees it now, why, and what it said before."""

    position: AdvicePosition
    reason: AdviceReason | None
    former: Sequence[AdvicePosition]


def positions_on(advice: Advice) -> list[Stand]:
    """How each member sees a piece of advice, the newest of each first of it: one voice, all acts on record (R-V3)."""
    rows = AdvicePosition.objects.filter(advice=advice).select_related("owner", "audience")
    reasons = {
        (one.owner_id, one.turn): one
        for one in AdviceReason.objects.filter(advice=advice).select_related("audience").order_by("turn", "key")
    }
    by: dict[UUID, list[AdvicePosition]] = {}
    for one in rows.order_by("owner__code", "-turn", "key"):
        by.setdefault(one.owner_id, []).append(one)
    return [Stand(held[0], reasons.get((owner, held[0].turn)), held[1:]) for owner, held in by.items()]


def said_before(advice: Advice, member: UUID) -> int:
    """How often a member took a position on it."""
    return AdvicePosition.objects.filter(advice=advice, owner=member).count()


def weak_points() -> list[Advice]:
    """The newest weak points that stand, to be named again by one that recurs."""
    replaced = AdviceCorrection.objects.filter(earlier=OuterRef("pk"))
    rows = Advice.objects.filter(~Exists(replaced), kind=Advice.Kind.WEAK_POINT)
    return list(rows.order_by("-created_at", "key")[:CHOOSABLE])


def others_on(advice: Advice) -> list[Advice]:
    """The other advice of its call, into which it may be merged."""
    replaced = AdviceCorrection.objects.filter(earlier=OuterRef("pk"))
    rows = Advice.objects.filter(~Exists(replaced), call=advice.call).exclude(pk=advice.pk)
    return list(rows.order_by("created_at", "key")[:CHOOSABLE])


def _last_way() -> Subquery:
    last = AdviceAnswer.objects.filter(advice=OuterRef("pk")).order_by("-turn", "-created_at", "key")
    return Subquery(last.values("way")[:1])


def _standing() -> QuerySet[Advice]:
    return Advice.objects.filter(~Exists(AdviceCorrection.objects.filter(earlier=OuterRef("pk"))))


def calls_asking(member: UUID) -> QuerySet[AdviceCall]:
    """Calls open by now that ask a member which has answered in no way."""
    here = OuterRef("pk")
    return AdviceCall.objects.filter(
        Exists(Invitee.objects.filter(call=here, member=member)),
        ~Exists(Advice.objects.filter(call=here, owner=member)),
        ~Exists(HandedIn.objects.filter(call=here, owner=member)),
        ~Exists(NothingToAdd.objects.filter(call=here, owner=member)),
        opens_at__lte=NOW,
        closes_at__gt=NOW,
    ).order_by("closes_at", "key")


def calls_to_see(member: UUID) -> QuerySet[AdviceCall]:
    """Calls that ask a member, each with how much of others’ advice it has taken no position on."""
    mine = AdvicePosition.objects.filter(advice=OuterRef("pk"), owner=member)
    open_to_it = _standing().filter(~Exists(mine), call=OuterRef("pk")).exclude(owner=member)
    left = open_to_it.order_by().values("call").annotate(n=Count("pk")).values("n")
    rows = AdviceCall.objects.annotate(left=Coalesce(Subquery(left, output_field=IntegerField()), 0))
    asked = Exists(Invitee.objects.filter(call=OuterRef("pk"), member=member))
    return rows.filter(asked, left__gt=0, settled_at__gt=NOW).order_by("settled_at", "key")


def answers_due(_office: UUID) -> QuerySet[Advice]:
    """Advice of closed calls to which the chair owes an answer: none yet, or deferred to a day that has come."""
    last = AdviceAnswer.objects.filter(advice=OuterRef("pk")).order_by("-turn", "-created_at", "key")
    rows = _standing().annotate(way=_last_way(), until=Subquery(last.values("until_on")[:1]))
    due = Q(way=None) | Q(way=AdviceAnswer.Way.DEFERRED, until__lt=TODAY)
    return rows.filter(due, call__closes_at__lte=NOW).order_by("created_at", "key")


def calls_to_lay(_office: UUID) -> QuerySet[AdviceCall]:
    """Calls to which something was handed in that the secretariat has not laid on the table."""
    here = OuterRef("pk")
    there = Advice.objects.filter(pk=OuterRef("becomes"))
    through = HandedIn.objects.filter(~Exists(there), call=here, way=HandedIn.Way.SECRETARIAT)
    laid = Advice.objects.filter(pk=OuterRef("pk"))
    unsigned = UnsignedAdvice.objects.filter(~Exists(laid), call_key=here)
    return AdviceCall.objects.filter(Exists(through) | Exists(unsigned)).order_by("closes_at", "key")


def calls_of(review: UUID) -> QuerySet[AdviceCall]:
    """The calls to a review."""
    return calls().filter(review=review)


def carried_to(review: Review, *, ahead: bool) -> QuerySet[Advice]:
    """The advice with which a review opens (R-D4).

    What was deferred to it; and, where the review is still ahead, whatever closed calls left without an answer.
    """
    last = AdviceAnswer.objects.filter(advice=OuterRef("pk")).order_by("-turn", "-created_at", "key")
    rows = _standing().annotate(corrected=Value(value=False), way=_last_way(), to=Subquery(last.values("review")[:1]))
    due = Q(way=AdviceAnswer.Way.DEFERRED, to=review.pk)
    if ahead:
        due |= Q(way=None, call__closes_at__lte=NOW)
    return rows.filter(due).select_related(*WITH).order_by("created_at", "key")


def audiences_of(rows: Iterable[Advice]) -> list[Audience]:
    """Who may read advice and what it hangs on."""
    held = list(rows)
    calls_of = [one.call for one in held]
    reviews = [call.review.audience for call in calls_of if call.review]
    return [*(one.audience for one in held), *(call.audience for call in calls_of), *reviews]
