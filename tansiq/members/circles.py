"""The circles of a coalition: named sets of members that forms offer, as far as the acting member may know them."""

from collections.abc import Iterable

from django.db.models import Q

from tansiq import clock
from tansiq.engines.profiles import read
from tansiq.languages.words import Words
from tansiq.members.models import Coalition, Seat
from tansiq.release.models import Member

Circle = tuple[str, list[Member]]


def circles(coalition: Coalition | None, known: Iterable[Member]) -> list[Circle]:
    """Each circle by its name in the reader's language, with its members of today; one without any is none."""
    if coalition is None or not coalition.founded:
        return []
    members = {member.pk: member for member in known if not member.is_office and member.left_on is None}
    named = read(coalition.profile).circles
    held = Seat.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=clock.today()))
    seats = {*held.filter(body__kind__in=[one.of for one in named]).values_list("body__kind", "member_id")}
    made = []
    for one in named:
        of = [member for key, member in members.items() if one.of == "members" or (one.of, key) in seats]
        if of:
            made.append((Words("en", one.name).plain(), of))
    return made
