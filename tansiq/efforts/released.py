"""To whom something along a line of effort is released: as chosen, and never more widely than what it hangs on."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import ProgrammingError, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.members.models import Seat
from tansiq.release.commands import audience_of, own_reader
from tansiq.release.models import PUBLIC, Audience, Member
from tansiq.release.queries import members_in
from tansiq.reviews.queries import bodies


@contextmanager
def within_its_release() -> Iterator[None]:
    """PostgreSQL keeps a row's readers within its parents'; where it refuses, say so."""
    try:
        with transaction.atomic():
            yield
    except ProgrammingError as refusal:
        raise ValidationError(_("What this is about is not released to all of these readers.")) from refusal


def audience_for(readers: Iterable[int], *also: Member | None) -> Audience:
    """Those whom the acting member chose, its own people, and whoever is named in it; the public are all of them."""
    chosen = {*readers}
    named = {member.reader for member in also if member}
    return audience_of({PUBLIC} if PUBLIC in chosen else {*chosen, own_reader(), *named})


def circle_of(audience: Audience, known: dict[int, Member]) -> list[Member]:
    """Those who read something already, as the circle of what is hung on it."""
    return members_in(audience.readers, known)


def circle_of_today(known: Iterable[Member]) -> tuple[str, list[Member]]:
    """The name of the body that takes stock most often, and those who hold a seat in it today."""
    body = next(iter(bodies()), None)
    if body is None:
        return "", []
    ended = Q(ends_on__isnull=True) | Q(ends_on__gte=clock.today())
    seated = {*Seat.objects.filter(ended, body=body).values_list("member_id", flat=True)}
    return body.name.plain(), [member for member in known if member.pk in seated]
