"""Reading calls and reports: what is asked of whom, what was answered, and what stands, as released to the reader."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from tansiq.efforts.models import Base
from tansiq.release.acting import acting
from tansiq.release.models import Member
from tansiq.reports.models import (
    Asked,
    Call,
    ClearanceDemand,
    Confirmation,
    Evidence,
    Overlap,
    OverlapAgreement,
    Query,
    Report,
    ReportDraft,
    Restatement,
    Ruling,
)

WITH = ("audience", "said_by", "owner", "measure", "measure__audience", "figure", "figure__base", "figure__measure")


def calls() -> QuerySet[Call]:
    """Calls for reports, the next to fall due first among those that are the newest."""
    rows = Call.objects.select_related("audience", "body", "body__audience", "review", "review__audience")
    return rows.order_by("-due_at", "key")


def asked_in(call: Call) -> QuerySet[Asked]:
    """What a call asks of whom, by member and measure."""
    return Asked.objects.filter(call=call).select_related("audience", "member", "measure").order_by("key")


def members_asked(call: Call) -> QuerySet[Member]:
    """Those whom a call asks, in the order of their codes."""
    return Member.objects.filter(Exists(Asked.objects.filter(call=call, member=OuterRef("pk")))).order_by("code")


def asked_of(call: Call, member: UUID) -> QuerySet[Asked]:
    """What a call asks of one member, in the order of the measures."""
    rows = Asked.objects.filter(call=call, member=member).select_related("audience", "measure", "measure__audience")
    return rows.order_by("measure__line", "measure__code", "key")


def reports() -> QuerySet[Report]:
    """Reports, the newest first, each with what became of it: restated, ruled on, asked about, confirmed."""
    here = OuterRef("pk")
    ruled = Ruling.objects.filter(report=here).order_by("-created_at", "-key").values("verdict")[:1]
    asked = Query.objects.filter(report=here).order_by().values("report").annotate(n=Count("pk")).values("n")
    rows = Report.objects.select_related(*WITH).annotate(
        restated=Exists(Restatement.objects.filter(earlier=here)),
        restates_another=Exists(Restatement.objects.filter(later=here)),
        verdict=Coalesce(Subquery(ruled), None),
        asked_about=Coalesce(Subquery(asked, output_field=IntegerField()), 0),
        confirmed=Exists(Confirmation.objects.filter(report=here)),
    )
    return rows.order_by("-created_at", "key")


def standing(rows: QuerySet[Report]) -> QuerySet[Report]:
    """Those that no later report restates, as far as the reader may see."""
    return rows.filter(~Exists(Restatement.objects.filter(earlier=OuterRef("pk"))))


def reports_in(call: Call) -> QuerySet[Report]:
    """The reports to a call, by measure and reporter, what stands and what was restated."""
    return reports().filter(call=call).order_by("measure__line", "measure__code", "said_by__code", "created_at", "key")


def own_standing(call: Call, measures: Iterable[UUID]) -> QuerySet[Report]:
    """What stands of the acting member's own word in a call, narrow and wide."""
    rows = reports().filter(call=call, measure__in=[*measures], said_by=acting().member)
    return standing(rows).order_by("measure__code", "created_at", "key")


def last_time(member: UUID, measures: Iterable[UUID], before: Call) -> QuerySet[Report]:
    """What a member reported on these measures for earlier periods, the latest first: the form opens on it."""
    rows = reports().filter(said_by=member, measure__in=[*measures], call__period_until__lt=before.period_until)
    return standing(rows).filter(answer=Report.Answer.FIGURE).order_by("-call__period_until", "-created_at", "key")


def last_of_each(members: Iterable[UUID], measures: Iterable[UUID], before: Call) -> QuerySet[Report]:
    """The newest figure of each member on each measure for earlier periods: what a workbook opens on."""
    rows = Report.objects.filter(said_by__in=[*members], measure__in=[*measures], answer=Report.Answer.FIGURE)
    rows = standing(rows).filter(call__period_until__lt=before.period_until).select_related(*WITH)
    newest = ("said_by_id", "measure_id", "-call__period_until", "-created_at", "key")
    return rows.order_by(*newest).distinct("said_by_id", "measure_id")


def bases_of(measures: Iterable[UUID]) -> QuerySet[Base]:
    """Of what shares of these measures may be."""
    return Base.objects.filter(measure__in=[*measures]).order_by("place", "key")


def words_of(call: Call, members: Iterable[UUID]) -> QuerySet[Report]:
    """What stands of these members' words in a call, with its figures and its evidence."""
    rows = Report.objects.filter(call=call, said_by__in=[*members])
    rows = standing(rows).select_related("audience", "measure", "figure").prefetch_related("evidence")
    return rows.order_by("created_at", "key")


def drafts_in(call: Call) -> QuerySet[ReportDraft]:
    """What the acting member's delegation is writing for a call."""
    return ReportDraft.objects.filter(call=call, owner=acting().member).order_by("-updated_at", "key")


def evidence_of(report: Report) -> QuerySet[Evidence]:
    """What a report rests on, as far as that is released."""
    return Evidence.objects.filter(report=report).select_related("audience", "source").order_by("created_at", "key")


def history_of(report: Report) -> QuerySet[Report]:
    """All that the same reporter answered to the same question, the oldest first."""
    rows = reports().filter(call=report.call_id, measure=report.measure_id, said_by=report.said_by_id)
    return rows.order_by("created_at", "key")


def restatements() -> QuerySet[Restatement]:
    """Who restated what and when, the newest first, each with both reports."""
    sides = [f"{side}__{name}" for side in ("earlier", "later") for name in WITH]
    return Restatement.objects.select_related("audience", "owner", *sides, "later__call").order_by("-created_at", "key")


def queries_about(report: Report) -> QuerySet[Query]:
    """The questions about a report, each with its replies."""
    rows = Query.objects.filter(report=report).select_related("audience", "owner")
    return rows.prefetch_related("replies__owner", "replies__audience").order_by("created_at", "key")


def rulings_on(report: Report) -> QuerySet[Ruling]:
    """Every ruling on a report: what was accepted, what was handed back, and why."""
    return Ruling.objects.filter(report=report).select_related("audience", "owner").order_by("created_at", "key")


def agreed_overlaps(call: Call) -> QuerySet[Overlap]:
    """What two reporters agree that both of them counted."""
    rows = Overlap.objects.filter(Exists(OverlapAgreement.objects.filter(overlap=OuterRef("pk"))), call=call)
    return rows.select_related("audience", "said_by", "other").order_by("created_at", "key")


def overlaps_in(call: Call) -> QuerySet[Overlap]:
    """What reporters say that two of them counted, agreed to or not yet."""
    agreed = Exists(OverlapAgreement.objects.filter(overlap=OuterRef("pk")))
    rows = Overlap.objects.filter(call=call).annotate(agreed=agreed)
    return rows.select_related("audience", "said_by", "other", "measure").order_by("created_at", "key")


def clearance_demanded(member: UUID) -> bool:
    """Whether a member's reports wait for its head."""
    return ClearanceDemand.objects.filter(owner=member, lifted_at__isnull=True).exists()
