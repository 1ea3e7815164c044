"""The first page: where the coalition stands against its start, what changed, and what is new to me."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import render

from tansiq import clock
from tansiq.cycle import wording as telling
from tansiq.cycle.needs import needs
from tansiq.cycle.pages.lines import audiences_of, lines_with_leading
from tansiq.decisions.models import Decision
from tansiq.efforts import queries, wording
from tansiq.efforts.models import Figure
from tansiq.efforts.standing import of_figures, pair
from tansiq.members import offices
from tansiq.members.queries import kinds_of_bodies
from tansiq.record.queries import entries
from tansiq.record.wording import told
from tansiq.release.doors import Request
from tansiq.release.led import count, led
from tansiq.release.models import Audience, Member
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, own_circle, stripe
from tansiq.reviews.models import Remark, Review
from tansiq.reviews.queries import reviews, subjects
from tansiq.reviews.wording import when
from tansiq.sources.models import Source

FEW = 5
PAIRS = 4


@dataclass(frozen=True)
class Since:
    """The last review and the next one, and what was stated and settled at the last and since."""

    last: Review | None
    next: Review | None
    figures: list[Figure]
    decisions: list[Decision]

    @property
    def audiences(self) -> list[Audience]:
        """Who may read it."""
        held = [one for one in (self.last, self.next) if one]
        return [
            *(one.audience for one in held),
            *(one.body.audience for one in held),
            *(one.measure.audience for one in self.figures),
            *of_figures(self.figures),
            *(one.audience for one in self.decisions),
            *(one.source.audience for one in self.decisions if one.source),
        ]


def _next_step(request: Request, known: dict[int, Member]) -> str:
    """The page on which the secretariat of a house without a review goes on."""
    if request.acting.code != offices.SECRETARIAT or request.coalition is None:
        return ""
    if not request.coalition.founded:
        return "founding"
    if all(member.is_office for member in known.values()):
        return "founding_members"
    return "review_open" if kinds_of_bodies() else "founding_bodies"


def home(request: Request) -> HttpResponse:
    """Where the coalition stands, from what is released to the reader."""
    known = everyone()
    lines = lines_with_leading(list(subjects().values()))
    since = _since()
    conflicts = queries.conflicts()
    pairs = [pair(one) for one in led(conflicts, 0, PAIRS)]
    remarks = list(
        Remark.objects.select_related("review", "owner", "audience").order_by("-created_at", "key")[:FEW]
        if request.acting.member
        else []
    )
    needed = needs() if request.acting.member else []
    latest = told(list(entries()[:FEW]), known)
    shown: list[Any] = [*remarks, *latest]
    return render(
        request,
        "cycle/home.html",
        {
            "lines": lines,
            "since": since,
            "pairs": pairs,
            "needs": needed,
            "few": FEW,
            "to_do": telling.to_do,
            "remarks": [(remark, chip(remark.audience, known)) for remark in remarks],
            "latest": latest,
            "next_step": "" if since.last or since.next else _next_step(request, known),
            "counts": {
                "members": sum(1 for member in known.values() if member.kind != Member.Kind.OFFICE),
                "reviews": count(reviews()),
                "figures": count(queries.figures()),
                "conflicts": count(conflicts),
                "sources": count(Source.objects.order_by("key")),
            },
            "wording": wording,
            "dated": when,
            "stripe": stripe(
                [
                    *(one.audience for one in shown),
                    *([own_circle()] if needed else []),
                    *audiences_of(lines),
                    *since.audiences,
                    *(audience for one in pairs for audience in one.audiences),
                ],
                known,
            ),
        },
    )


def _since() -> Since:
    today = clock.today()
    dated = reviews().filter(starts_on__isnull=False, called_off_at=None)
    last = next(iter(led(dated.filter(starts_on__lte=today), 0, 1)), None)
    ahead = dated.filter(starts_on__gt=today).order_by("starts_on", "key")
    coming = next(iter(led(ahead, 0, 1)), None)
    if last is None:
        return Since(last, coming, [], [])
    decisions = Decision.objects.filter(starts_on__gte=last.starts_on).select_related(
        "audience", "source", "source__audience"
    )
    return Since(
        last,
        coming,
        list(led(queries.figures_since(last), 0, FEW)),
        list(led(decisions.order_by(F("starts_on").desc(), "key"), 0, FEW)),
    )
