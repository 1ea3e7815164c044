"""Reading calls and reports: what is asked of whom, what was answered, and what stands, as released to the reader."""

from collections.abc import Iterable
from itertools import groupby
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404

from tansiq import clock
from tansiq.efforts.models import Base, Measure
from tansiq.members.models import Body, Seat
from tansiq.release.acting import acting
from tansiq.release.led import mine
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

WITH = (
    *("audience", "said_by", "owner", "measure", "measure__audience"),
    *("figure", "figure__base", "figure__base__audience", "figure__measure"),
)
CHOOSABLE = 300  # Measures in a list to choose from.
CALL = ("call", "call__audience")


def seated(body: Body, members: Iterable[Member]) -> list[Member]:
    """Those of these members that hold a seat in a body today, in their order."""
    held = Seat.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=clock.today()), body=body)
    keys = {*held.values_list("member_id", flat=True)}
    return [member for member in members if member.pk in keys]


def askable() -> list[Measure]:
    """The measures for which members can be asked, line by line; a goal is set, and a share is of something named."""
    rows = Measure.objects.exclude(Q(kind=Measure.Kind.SHARE) & ~Exists(Base.objects.filter(measure=OuterRef("pk"))))
    rows = rows.exclude(role__in=[Measure.Role.TARGET, Measure.Role.CONTEXT]).select_related("audience")
    return list(rows.order_by("line", "code", "key"))


def by_line(measures: Iterable[Measure]) -> list[tuple[str, list[Measure]]]:
    """Measures under the code of their line."""
    return [(code, list(held)) for code, held in groupby(measures, key=lambda one: one.line)]


def calls() -> QuerySet[Call]:
    """Calls for reports, the next to fall due first among those that are the newest."""
    rows = Call.objects.select_related("audience", "body", "body__audience", "review", "review__audience")
    return rows.order_by("-due_at", "key")


def told_calls() -> QuerySet[Call]:
    """Calls as a list tells them: how many members each asks."""
    asked = Asked.objects.filter(call=OuterRef("pk")).order_by().values("call")
    return calls().annotate(
        members_asked=Coalesce(Subquery(asked.annotate(n=Count("member", distinct=True)).values("n")), 0)
    )


def asked_in(call: Call) -> QuerySet[Asked]:
    """What a call asks of whom, by member and measure."""
    rows = Asked.objects.filter(call=call).select_related("audience", "member", "measure", "measure__audience")
    return rows.order_by("key")


def measures_in(call: Call) -> list[Measure]:
    """What a call asks for."""
    rows = Measure.objects.filter(Exists(Asked.objects.filter(call=call, measure=OuterRef("pk"))))
    return list(rows.select_related("audience").order_by("line", "code", "key"))


def asked_measures(call: Call) -> QuerySet[Measure]:
    """What a call asks for, each with the keys of the members that it asks."""
    asked = Asked.objects.filter(call=call, measure=OuterRef("pk"))
    rows = Measure.objects.filter(Exists(asked)).annotate(members_asked=ArraySubquery(asked.values("member_id")))
    return rows.select_related("audience").order_by("line", "code", "key")


def asked_members_in(call: Call) -> list[Member]:
    """Of whom a call asks it."""
    return list(members_asked(call))


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


def in_state(rows: QuerySet[Report], state: str) -> QuerySet[Report]:
    """Those that stand in one way: restated, filed, waiting, accepted, handed back; or those that were asked about."""
    if state == "asked":
        return rows.filter(Exists(Query.objects.filter(report=OuterRef("pk"))))
    restated = Exists(Restatement.objects.filter(earlier=OuterRef("pk")))
    if state in ("restated", "filed"):
        return rows.filter(restated if state == "restated" else ~restated)
    newest = Ruling.objects.filter(report=OuterRef("pk")).order_by("-created_at", "-key").values("verdict")[:1]
    ruled = Coalesce(Subquery(newest), Value("waiting"))
    return rows.filter(~restated).alias(ruled=ruled).filter(ruled=state)


def reports_in(call: Call) -> QuerySet[Report]:
    """The reports to a call, by measure and reporter, what stands and what was restated."""
    rows = mine(reports().filter(call=call))
    return rows.order_by("measure__line", "measure__code", "said_by__code", "created_at", "key")


def on_the_board(call: Call) -> QuerySet[Report]:
    """What stands of the reports to a call, the newest first, each with the ruling that counts."""
    here = OuterRef("pk")
    ruled = Ruling.objects.filter(report=here).order_by("-created_at", "-key").values("verdict")[:1]
    rows = mine(Report.objects.filter(call=call))
    told = rows.select_related("figure", "figure__base", "figure__base__audience").annotate(
        restates_another=Exists(Restatement.objects.filter(later=here)),
        confirmed=Exists(Confirmation.objects.filter(report=here)),
        verdict=Coalesce(Subquery(ruled), None),
    )
    return standing(told).prefetch_related("audience").order_by("-created_at", "key")  # Few are released differently.


def narrower_in(call: Call) -> dict[UUID, list[UUID]]:
    """Who would have to widen what stands before all readers of the call may read a total of it, by measure."""
    rows = standing(mine(Report.objects.filter(call=call, answer=Report.Answer.FIGURE)))
    rows = rows.exclude(audience=call.audience_id)
    held: dict[UUID, list[UUID]] = {}
    for measure, owner in rows.order_by("measure", "owner").values_list("measure_id", "owner_id").distinct():
        held.setdefault(measure, []).append(owner)
    return held


def own_put_in(call: Call) -> QuerySet[Report]:
    """What stands of all that the acting member filed to a call, for itself or on another's word."""
    rows = standing(reports().filter(call=call, owner=acting().member))
    return rows.order_by("measure__line", "measure__code", "said_by__code", "created_at", "key")


def own_standing(call: Call, measures: Iterable[UUID]) -> QuerySet[Report]:
    """What stands of the acting member's own word in a call, narrow and wide."""
    rows = reports().filter(call=call, measure__in=[*measures], said_by=acting().member)
    return standing(rows).order_by("measure__code", "created_at", "key")


def last_time(member: UUID, measures: Iterable[UUID], before: Call) -> QuerySet[Report]:
    """What a member reported on these measures for earlier periods, the latest first: the form opens on it."""
    rows = reports().filter(said_by=member, measure__in=[*measures], call__period_until__lt=before.period_until)
    return standing(rows).filter(answer=Report.Answer.FIGURE).order_by("-call__period_until", "-created_at", "key")


def bases_of(measures: Iterable[UUID]) -> dict[UUID, list[Base]]:
    """Of what each of these measures may be a share."""
    held: dict[UUID, list[Base]] = {}
    for base in Base.objects.filter(measure__in=[*measures]).order_by("place", "key"):
        held.setdefault(base.measure_id, []).append(base)
    return held


def drafts_in(call: Call) -> QuerySet[ReportDraft]:
    """What the acting member's delegation is writing for a call."""
    return ReportDraft.objects.filter(call=call, owner=acting().member).order_by("-updated_at", "key")


def call(key: UUID) -> Call:
    """One call for reports.

    Raises:
        Http404: there is no such call, or none that I may see.
    """
    return get_object_or_404(calls(), pk=key)


def report(key: UUID) -> Report:
    """One report, with the call that it answers.

    Raises:
        Http404: there is no such report, or none that I may see.
    """
    return get_object_or_404(reports().select_related(*WITH, *CALL), pk=key)


def standing_in_place_of(report: Report) -> Report:
    """What stands in place of a report that was restated, as far as the reader may see; else the report itself."""
    later = {one.earlier_id: one.later_id for one in links_of(report)}
    key, seen = report.pk, set[UUID]()
    while key in later and key not in seen:
        seen.add(key)
        key = later[key]
    return get_object_or_404(reports().select_related(*WITH, *CALL), pk=key)


def links_of(report: Report) -> QuerySet[Restatement]:
    """What corrects what, and why, among all that the same reporter answered to the same question."""
    same = {
        "earlier__call": report.call_id,
        "earlier__measure": report.measure_id,
        "earlier__said_by": report.said_by_id,
    }
    return Restatement.objects.filter(**same).select_related("audience", "owner").order_by("created_at", "key")


def confirmations_of(report: Report) -> QuerySet[Confirmation]:
    """That the member on whose word a report was entered confirms it."""
    return Confirmation.objects.filter(report=report).select_related("audience", "owner").order_by("created_at", "key")


def evidence_of(report: Report) -> QuerySet[Evidence]:
    """What a report rests on, as far as that is released."""
    return Evidence.objects.filter(report=report).select_related("audience", "source").order_by("created_at", "key")


def history_of(report: Report) -> QuerySet[Report]:
    """All that the same reporter answered to the same question, the oldest first."""
    rows = reports().filter(call=report.call_id, measure=report.measure_id, said_by=report.said_by_id)
    return rows.order_by("created_at", "key")


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
    beside = ("audience", "said_by", "other", "measure", "measure__audience")
    return rows.select_related(*beside).order_by("-created_at", "key")


def clearance_demanded(member: UUID) -> bool:
    """Whether a member's reports wait for its head."""
    return demands_of(member).exists()


def demands_of(member: UUID) -> QuerySet[ClearanceDemand]:
    """A member's demand that its head clears its reports, where it is in force."""
    rows = ClearanceDemand.objects.filter(owner=member, lifted_at__isnull=True).select_related("owner")
    return rows.order_by("created_at", "key")
