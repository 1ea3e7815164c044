"""One member: its standing over time, its seats and lines, its part in reviews, what it said, gave and is to do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _

from tansiq.contributions.queries import contributions
from tansiq.contributions.wording import amount
from tansiq.decisions.queries import actions_by
from tansiq.efforts.models import Lead
from tansiq.efforts.queries import WITH, figures
from tansiq.efforts.wording import baseline, said
from tansiq.members import commands, queries
from tansiq.members.wording import when
from tansiq.press.queries import statements
from tansiq.press.wording import speaker_of
from tansiq.release.asking import asked
from tansiq.release.doors import Request
from tansiq.release.models import Audience, Member
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import Stripe, chip, stripe
from tansiq.reviews.models import Participation, Remark, Review
from tansiq.reviews.queries import reviews
from tansiq.reviews.wording import when as days
from tansiq.risks.queries import standing as risks_standing

FEW = 5  # Of each list, on the page that shows them all.


def _part_in(member: Member) -> QuerySet[Review]:
    """The reviews in which a member had a part, each with every part that it had."""
    own = Participation.objects.filter(member=member).select_related("person", "audience").order_by("place", "key")
    rows = reviews().filter(Exists(own.filter(review=OuterRef("pk")).order_by()))
    return rows.prefetch_related(Prefetch("participations", own, to_attr="taken"))


def _remarks_of(member: Member) -> QuerySet[Remark]:
    rows = Remark.objects.filter(owner=member).select_related("review", "audience")
    return rows.order_by("-created_at", "key")


def _said_by(member: Member) -> QuerySet[Any]:
    return statements().filter(said_by=member)


def _reported_by(member: Member) -> QuerySet[Any]:
    rows = figures().filter(said_by=member)
    return rows.select_related(*WITH, "measure", "measure__audience")


def _given_by(member: Member) -> QuerySet[Any]:
    return contributions().filter(giver=member)


def _falling_to(member: Member) -> QuerySet[Any]:
    return actions_by(member=member.code)


def _raised_by(member: Member) -> QuerySet[Any]:
    return risks_standing().filter(said_by=member)


def _led_by(member: Member) -> QuerySet[Any]:
    rows = Lead.objects.filter(member=member).select_related("audience", "line", "line__audience", "source")
    return rows.order_by(F("starts_on").desc(nulls_last=True), "key")


# Each list by its name in the address.
LISTS: dict[str, tuple[Any, Callable[[Member], QuerySet[Any]]]] = {
    "seats": (_("Seats"), queries.seats_of),
    "reviews": (_("Reviews"), _part_in),
    "lines": (_("Lines of effort it leads or led"), _led_by),
    "statements": (_("What it said"), _said_by),
    "figures": (_("What it reported"), _reported_by),
    "contributions": (_("What it gives"), _given_by),
    "actions": (_("What falls to it"), _falling_to),
    "risks": (_("Risks it raised"), _raised_by),
    "remarks": (_("Remarks"), _remarks_of),
    "people": (_("People"), queries.people_of),
}


class ListForm(forms.Form):
    """Which list of a member's page is looked at whole."""

    list = forms.ChoiceField(required=False, choices=[(name, title) for name, (title, _rows) in LISTS.items()])


@dataclass(frozen=True)
class Shown:
    """One list on the page: its rows, each with its release where that is not the public, and whether more follow."""

    name: str
    title: str
    rows: list[tuple[Any, Stripe | None]]
    more: bool


def member(request: Request, code: str) -> HttpResponse:
    """One member, from what is released to the reader."""
    found = get_object_or_404(Member, code=code)
    whole = asked(request, ListForm(request.GET)).get("list", "")
    known = everyone()
    steps = list(queries.standings_of(found))
    page = page_of(request, LISTS[whole][1](found)) if whole else None
    lists = {
        name: _shown(name, list(page) if page else list(rows(found)[: FEW + 1]), known, whole=bool(page))
        for name, (_title, rows) in LISTS.items()
        if whole in ("", name)
    }
    audiences = [audience for one in lists.values() for row, _release in one.rows for audience in _audiences(row)]
    given = {
        "member": found,
        "steps": steps,
        "since": when,
        "ways": (days, speaker_of, said, amount, baseline),
        "lists": lists,
        "whole": whole,
        "page": page,
        "roles_to_give": commands.roles_to_give(found) if request.acting.member else [],
        "may_record": request.acting.code == "secretariat" and not found.is_office,
        "may_end": {row.pk for row, _release in lists["people"].rows if _may_end(request, row)}
        if "people" in lists
        else set(),
        "stripe": stripe([*(step.audience for step in steps), *audiences], known),
    }
    return render(request, "cycle/member.html", given)


def _audiences(row: Any) -> list[Audience]:
    """To whom a row is released, and what stands in it by itself: parts in a review, owners of an action."""
    inner = (*getattr(row, "taken", ()), *getattr(row, "held_by", ()))
    return [row.audience, *(one.audience for one in inner)]


def _may_end(request: Request, row: Any) -> bool:
    return request.acting.member is not None and row.ended_at is None and commands.may_end(row)


def _shown(name: str, rows: list[Any], known: dict[int, Member], *, whole: bool) -> Shown:
    shown = rows if whole else rows[:FEW]
    told = [(row, None if row.audience.is_public else chip(row.audience, known)) for row in shown]
    return Shown(name, str(LISTS[name][0]), told, more=len(rows) > len(shown))
