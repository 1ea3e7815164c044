"""One body: what it is for, the rule by which it decides and those by which it did, and who holds a seat in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from tansiq import clock
from tansiq.decisions.texts.models import BodyRule
from tansiq.decisions.texts.queries import founding_rule, rules_of
from tansiq.decisions.texts.told import says
from tansiq.engines.deciding import Rule
from tansiq.languages.zones import place
from tansiq.members import offices, queries
from tansiq.members.models import Body
from tansiq.members.views.bodies import wider
from tansiq.record.acts import is_own
from tansiq.release.doors import Request
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe

FEW = 20  # Rules, the newest; earlier ones stand in the record.


@dataclass(frozen=True)
class Ruled:
    """A rule of a body: from which day (None: from its founding) and until which (None: it is not replaced)."""

    told: list[tuple[str, str]]
    since: date | None
    until: date | None


def body(request: Request, key: UUID) -> HttpResponse:
    """One body: how it decides now and how it did before, how often it agreed to meet, and who holds a seat in it."""
    found = get_object_or_404(queries.bodies(), pk=key)
    page = page_of(request, queries.seats_in(found))
    known = everyone()
    rules = list(rules_of(key)[: FEW + 1])
    to_come, in_force = _ruled(found, rules[:FEW], whole=len(rules) <= FEW)
    keeps = request.acting.code == offices.SECRETARIAT and is_own(found)
    given = {
        "body": found,
        "page": page,
        "seats": [(one, chip(one.audience, known) if one.audience_id != found.audience_id else None) for one in page],
        "to_come": to_come,
        "rule": in_force[0] if in_force else None,
        "former": in_force[1:],
        "more": len(rules) > FEW,
        "reads_proxies": request.acting is not None,
        "may_change": keeps,
        "may_release": keeps and bool(wider(found)),
        "zone": place(found.zone),
        "stripe": stripe([found.audience, *(one.audience for one in (*page, *rules))], known),
    }
    return render(request, "cycle/body.html", given)


def _ruled(found: Body, rules: list[BodyRule], *, whole: bool) -> tuple[list[Ruled], list[Ruled]]:
    """The rules that come into force later, and those that did, the newest first: that one is in force."""
    dated = [*_dated(found, rules, whole=whole)]
    ends = [None, *(since for since, _rule in dated)]
    told = [Ruled(says(rule), since, until) for (since, rule), until in zip(dated, ends, strict=False)]
    today = clock.today()
    to_come = [one for one in told if one.since and one.since > today]
    return to_come, told[len(to_come) :]


def _dated(found: Body, rules: list[BodyRule], *, whole: bool) -> Iterator[tuple[date | None, Rule]]:
    """The rules by their first day; the one with which the body was founded has none, and comes last."""
    for one in rules:
        yield one.from_on, one.rule
    if whole and (first := founding_rule(found)):
        yield None, first
