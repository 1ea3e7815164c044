"""What calls, reports and what stands beside them ask of somebody, and of whom an answer is missing, as released."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from tansiq.release.models import Member
from tansiq.reports.models import (
    Asked,
    Call,
    Closing,
    Confirmation,
    Overlap,
    OverlapAgreement,
    Query,
    Reply,
    Report,
    ReportDraft,
    Restatement,
    Ruling,
)

CALL = OuterRef("pk")


def _counted(rows: QuerySet[Any], of: str = "pk") -> Coalesce:
    """How many rows hang on the call that is read, each counted once."""
    counted = rows.order_by().values("call").annotate(n=Count(of, distinct=True)).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def unanswered(rows: QuerySet[Asked]) -> QuerySet[Asked]:
    """What is asked and not answered, as far as the reader may see."""
    answers = Report.objects.filter(
        call=OuterRef("call"), measure=OuterRef("measure"), said_by=OuterRef("member")
    ).order_by()
    return rows.filter(~Exists(answers))


def open_calls() -> QuerySet[Call]:
    """Calls to which reporting is not closed."""
    rows = Call.objects.filter(~Exists(Closing.objects.filter(call=CALL)))
    return rows.order_by("due_at", "key")


def calls_asking(member: UUID) -> QuerySet[Call]:
    """Calls that ask a member for what it has not answered, each with how much of how much."""
    mine = Asked.objects.filter(call=CALL, member=member)
    left = unanswered(mine)
    return open_calls().filter(Exists(left)).annotate(asks=_counted(mine), left=_counted(left))


def calls_with_drafts(member: UUID) -> QuerySet[Call]:
    """Calls to which a delegation’s drafts wait for its head, each with how many."""
    ready = ReportDraft.objects.filter(call=CALL, owner=member, ready=True)
    return Call.objects.filter(Exists(ready)).annotate(ready=_counted(ready)).order_by("due_at", "key")


def questions_to(member: UUID) -> QuerySet[Query]:
    """Questions about a member's reports to which it has not replied."""
    rows = Query.objects.filter(~Exists(Reply.objects.filter(query=OuterRef("pk"))), report__said_by=member)
    return rows.order_by("created_at", "key")


def _standing(rows: QuerySet[Report]) -> QuerySet[Report]:
    return rows.filter(~Exists(Restatement.objects.filter(earlier=OuterRef("pk"))))


def handed_back_to(member: UUID) -> QuerySet[Report]:
    """A member's reports that were handed back and not restated since."""
    newest = Ruling.objects.filter(report=OuterRef("pk")).order_by("-created_at", "-key").values("verdict")[:1]
    rows = Report.objects.annotate(verdict=Subquery(newest)).filter(said_by=member, verdict=Ruling.Verdict.HANDED_BACK)
    return _standing(rows).order_by("created_at", "key")


def entered_for(member: UUID) -> QuerySet[Report]:
    """What stands as entered on a member's word and is not confirmed by it."""
    rows = Report.objects.filter(~Q(owner=member), said_by=member)
    confirmed = Confirmation.objects.filter(report=OuterRef("pk"))
    return _standing(rows).filter(~Exists(confirmed)).order_by("created_at", "key")


def overlaps_before(member: UUID) -> QuerySet[Overlap]:
    """What other reporters say that this member counted, too, and it has not agreed to."""
    agreed = OverlapAgreement.objects.filter(overlap=OuterRef("pk"))
    return Overlap.objects.filter(~Exists(agreed), other=member).order_by("created_at", "key")


def calls_unanswered() -> QuerySet[Call]:
    """Calls that members have not answered in full, each with how many of how many, as released to the reader."""
    all_asked = Asked.objects.filter(call=CALL)
    left = unanswered(all_asked)
    return open_calls().filter(Exists(left)).annotate(asks=_counted(all_asked, "member"), left=_counted(left, "member"))


def calls_to_rule_on(office: UUID) -> QuerySet[Call]:
    """Calls to which reports wait for a ruling that this office may make, each with how many."""
    waiting = _standing(Report.objects.filter(call=CALL)).filter(
        Q(call__own_acceptance=True) | ~Q(owner=office), ~Exists(Ruling.objects.filter(report=OuterRef("pk")))
    )
    rows = Call.objects.filter(Exists(waiting), way=Call.Way.ACCEPTANCE)
    return rows.annotate(waiting=_counted(waiting)).order_by("due_at", "key")


def missing_in(call: Call) -> Iterable[dict[str, Any]]:
    """Who has not answered a call in full: of how much, how much is missing, as far as released to the reader."""
    left = unanswered(Asked.objects.filter(call=call))
    rows = Member.objects.filter(asked__call=call).annotate(
        asks=Count("asked", distinct=True), left=Count("asked", filter=Q(asked__in=left), distinct=True)
    )
    found: Iterable[Any] = rows.filter(left__gt=0).order_by("code").values("pk", "asks", "left")
    return found


def closing_of(call: Call) -> Closing | None:
    """That reporting to a call is closed, where it is."""
    return Closing.objects.filter(call=call).select_related("audience").order_by("created_at", "key").first()
