"""The first page: the last review, what was said at it, what is new to me, what the record holds."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from tansiq.members import offices, queries
from tansiq.press.models import Statement
from tansiq.record.queries import entries
from tansiq.record.wording import told
from tansiq.release.doors import Request
from tansiq.release.models import Member
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe
from tansiq.reviews.models import Remark, Review
from tansiq.sources.models import Source

FEW = 5


def _next_step(request: Request, known: dict[int, Member]) -> str:
    """The page on which the secretariat of a house without a review goes on."""
    if request.acting.code != offices.SECRETARIAT or request.coalition is None:
        return ""
    if not request.coalition.founded:
        return "founding"
    if all(member.is_office for member in known.values()):
        return "founding_members"
    return "review_open" if queries.kinds_of_bodies() else "founding_bodies"


def home(request: Request) -> HttpResponse:
    """Where the coalition stands, from what is released to the reader."""
    known = everyone()
    reviews = Review.objects.select_related("body", "audience").order_by("-starts_on", "key")
    recent = list(reviews.filter(starts_on__isnull=False)[:FEW])
    last = recent[0] if recent else None
    said = list(
        Statement.objects.filter(review=last)
        .select_related("speaker", "said_by", "audience")
        .order_by("place", "key")[:FEW]
        if last
        else []
    )
    remarks = list(
        Remark.objects.select_related("review", "owner", "audience").order_by("-created_at", "key")[:FEW]
        if request.acting.member
        else []
    )
    latest = told(list(entries()[:FEW]), known)
    shown: list[Any] = [*recent, *said, *remarks, *latest]
    return render(
        request,
        "cycle/home.html",
        {
            "reviews": recent,
            "last": last,
            "said": said,
            "remarks": [(remark, chip(remark.audience, known)) for remark in remarks],
            "latest": latest,
            "next_step": "" if recent else _next_step(request, known),
            "counts": {
                "members": sum(1 for member in known.values() if member.kind != Member.Kind.OFFICE),
                "reviews": Review.objects.count(),
                "statements": Statement.objects.count(),
                "sources": Source.objects.count(),
            },
            "stripe": stripe([one.audience for one in shown], known),
        },
    )
