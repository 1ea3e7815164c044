"""The page of one report: its answer whole, how it stands, and what stands beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from tansiq.efforts import wording as figures
from tansiq.record.queries import entries
from tansiq.record.wording import Told, told
from tansiq.release.doors import Request
from tansiq.release.models import Audience
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe
from tansiq.reports import queries, states
from tansiq.reports.commands.calling import CALLERS
from tansiq.reports.models import Call, Confirmation, Evidence, Query, Report, Restatement, Ruling

ACTS = ("ask", "reply", "restate", "confirm", "rule", "release")


@dataclass(frozen=True)
class Whole:
    """One report and what stands beside it, as far as the reader may see."""

    report: Report
    evidence: Sequence[Evidence]
    history: Sequence[Report]
    links: Sequence[Restatement]
    queries: Sequence[Query]
    rulings: Sequence[Ruling]
    confirmations: Sequence[Confirmation]

    @property
    def corrected_by(self) -> dict[UUID, Restatement]:
        """By the report that was restated."""
        return {one.earlier_id: one for one in self.links}

    @property
    def corrects(self) -> dict[UUID, Restatement]:
        """By the report that restates another."""
        return {one.later_id: one for one in self.links}

    @property
    def keys(self) -> list[UUID]:
        """Of the report and of each thing beside it: entries on these are shown."""
        replies = [reply for query in self.queries for reply in query.replies.all()]
        beside = (*self.evidence, *self.queries, *replies, *self.rulings, *self.confirmations)
        return [self.report.pk, *(one.pk for one in beside)]

    @property
    def audiences(self) -> Iterator[Audience]:
        """Who may read each thing of it."""
        report = self.report
        yield from (report.audience, report.measure.audience, report.call.audience)
        for one in self.history:
            yield one.audience
            if one.figure and one.figure.base:
                yield one.figure.base.audience
        for query in self.queries:
            yield from (query.audience, *(reply.audience for reply in query.replies.all()))
        for beside in (*self.evidence, *self.links, *self.rulings, *self.confirmations):
            yield beside.audience


def whole(key: UUID) -> Whole:
    """One report and what stands beside it."""
    found = queries.report(key)
    return Whole(
        found,
        list(queries.evidence_of(found)),
        list(queries.history_of(found)),
        list(queries.links_of(found)),
        list(queries.queries_about(found)),
        list(queries.rulings_on(found)),
        list(queries.confirmations_of(found)),
    )


def report(request: Request, key: UUID) -> HttpResponse:
    """One report: what was answered, by whom, to whom it is released, and what others ask and rule."""
    held = whole(key)
    found = held.report
    known = everyone()
    page = page_of(request, entries().filter(item__in=held.keys).order_by("epoch", "key"))
    shown: list[Told] = told(list(page), known)
    given = {
        "report": found,
        "whole": held,
        "may": may(request, found),
        "state": states.state_of(found, found.call),
        "to": chip(found.audience, known),
        "chips": {one.pk: chip(one.audience, known) for one in held.evidence if one.audience_id != found.audience_id},
        "page": page,
        "entries": shown,
        "figures": figures,
        "wording": states,
        "stripe": stripe([*held.audiences, *(one.audience for one in shown)], known),
    }
    return render(request, "reports/report.html", given)


def may(request: Request, report: Report) -> dict[str, bool]:
    """What the acting member may do beside a report."""
    who = request.acting
    if who is None or who.member is None:
        return dict.fromkeys(ACTS, False)
    reporter, owner = who.member == report.said_by_id, who.member == report.owner_id
    stands = not report.restated  # type: ignore[attr-defined] # queries.reports
    ruled = report.call.way == Call.Way.ACCEPTANCE and who.code in CALLERS
    return {
        "ask": not reporter,
        "reply": reporter,
        "restate": (reporter or owner) and stands,
        "confirm": reporter and report.on_behalf and not report.confirmed and stands,  # type: ignore[attr-defined] # as above
        "rule": ruled and stands and (report.call.own_acceptance or not owner),
        "release": owner and stands,
    }
