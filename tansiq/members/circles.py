"""The circles of a coalition: named sets of members that forms offer, and how the secretariat keeps them."""

from collections.abc import Iterable
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.engines.profiles import MOST_CIRCLES, NAMED, Circle, read
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.models import Coalition, Seat
from tansiq.record.acts import act, edit
from tansiq.record.commands import append
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC, Member

Offered = tuple[str, list[Member]]


def circles(coalition: Coalition | None, known: Iterable[Member]) -> list[Offered]:
    """Each circle by its name in the reader's language, with its members of today; one without any is none."""
    if coalition is None or not coalition.founded:
        return []
    return [(Words("en", one.name).plain(), of) for one, of in with_members(coalition, known) if of]


def with_members(coalition: Coalition, known: Iterable[Member]) -> list[tuple[Circle, list[Member]]]:
    """Each circle with its members of today."""
    members = {member.pk: member for member in known if not member.is_office and member.left_on is None}
    named = read(coalition.profile).circles
    held = Seat.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=clock.today()))
    seats = {*held.filter(body__kind__in=[one.of for one in named]).values_list("body__kind", "member_id")}
    return [
        (
            one,
            [
                member
                for key, member in members.items()
                if one.of == "members" or (one.of, key) in seats or member.code in one.members
            ],
        )
        for one in named
    ]


@act("circle.made")
def make_circle(*, coalition: Coalition, version: int, circle: Circle) -> Coalition:
    """Make a circle of members that forms offer from now on.

    Raises:
        ValidationError: there is one of this name, or there are as many as can be.
    """
    offices.only(offices.SECRETARIAT)
    held = read(coalition.profile).circles
    if len(held) >= MOST_CIRCLES:
        raise ValidationError(_("There are as many circles as forms can offer. Change one of them."))
    return _keep(coalition, version, [*held, circle], "circle.made", circle)


@act("circle.changed")
def change_circle(*, coalition: Coalition, version: int, place: int, circle: Circle) -> Coalition:
    """Name a circle anew, or let others be its members: for what is released from now on, and for nothing before.

    Raises:
        ValidationError: there is another one of this name.
        Stale: somebody was quicker.
    """
    offices.only(offices.SECRETARIAT)
    held = list(read(coalition.profile).circles)
    held[place] = circle
    return _keep(coalition, version, held, "circle.changed", circle)


def _keep(coalition: Coalition, version: int, held: list[Circle], kind: str, circle: Circle) -> Coalition:
    if any(_same(one, circle) for one in held if one is not circle):
        raise ValidationError(_("There is a circle of this name already."))
    profile = replace(read(coalition.profile), circles=tuple(held))
    edit(coalition, version=version, profile=profile.as_json())
    append(kind, about=coalition, audience=audience_of({PUBLIC}), content={"circle": circle.as_json()})
    return coalition


def _same(one: Circle, other: Circle) -> bool:
    return any(one.name[language].casefold() == other.name[language].casefold() for language in one.name)


def named_circle(name: dict[str, str], codes: Iterable[str]) -> Circle:
    """A circle of the members of these codes."""
    return Circle(name, NAMED, tuple(sorted(codes)))
