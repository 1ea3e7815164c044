"""What members do at a review: remarking on it, correcting a remark, and releasing remarks to more readers."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.commands import ownership
from tansiq.members.models import Body
from tansiq.record.acts import Stale, act, edit
from tansiq.record.commands import append, disclose
from tansiq.release.acting import acting
from tansiq.release.commands import audience_of, own_reader, release_anew, remember_choice
from tansiq.release.models import Audience, Member
from tansiq.release.queries import everyone, named_readers
from tansiq.reviews.models import Participation, Phase, Remark, Review
from tansiq.reviews.plans import UNPLANNED, Plan

KIND = "remark"  # Under which a member's release habits for remarks are kept.
OPENERS = (offices.SECRETARIAT, offices.CHAIR)
WIDER = _("The review itself is not released to all of these readers.")


@act("review.opened")
def open_review(  # noqa: PLR0913 -- what an invitation to a review says
    *,
    body: Body,
    title: Words,
    on: date,
    place: Words | None,
    level: str,
    mode: str,
    chairs: Sequence[Member],
    plan: Plan = UNPLANNED,
) -> Review:
    """Enter a review of a body, held or to come, with those who chair it and who are invited; it starts as planned.

    The body's readers read it, or only the invited, the chairs and the two offices that open reviews.

    Raises:
        ValidationError: somebody who is to read it does not read its body or its series.
    """
    if acting().code not in OPENERS:
        raise PermissionDenied
    given = ownership(_circle(chairs, plan.invited) if plan.invited_only else body.audience)
    with within(_("The body itself, or its series, is not released to all who are to read this review.")):
        review = Review.objects.create(
            body=body,
            title=title,
            starts_on=on,
            ends_on=on,
            place=place,
            level=level,
            mode=mode,
            **plan.columns,
            **given,
        )
    part = Participation.Part.CHAIR if len(chairs) == 1 else Participation.Part.CO_CHAIR
    parts = [(part, member) for member in chairs] + [(Participation.Part.INVITED, member) for member in plan.invited]
    Participation.objects.bulk_create(
        Participation(review=review, member=member, part=its, place=at, **given)
        for at, (its, member) in enumerate(parts)
    )
    Phase.objects.create(review=review, step=Phase.Step.PLANNED, **given)
    append(
        "review.opened",
        about=review,
        audience=review.audience,
        content={
            "body": str(body.pk),
            "title": title.as_json(),
            "on": on.isoformat(),
            "place": place.as_json() if place else None,
            "level": level,
            "mode": mode,
            "chairs": [member.code for member in chairs],
            **plan.told,
        },
        first=True,
    )
    return review


def _circle(chairs: Sequence[Member], invited: Sequence[Member]) -> Audience:
    """Those who chair, those who are invited, and the offices that open reviews."""
    offices_of = (member.reader for member in everyone().values() if member.is_office and member.code in OPENERS)
    return audience_of({own_reader(), *offices_of, *(member.reader for member in (*chairs, *invited))})


@act("remark.made")
def make_remark(*, review: Review, text: Words, readers: Sequence[int]) -> Remark:
    """Remark on a review, to those whom the member chose; the member itself always reads it."""
    who = acting()
    audience = audience_of({*readers, own_reader()})
    with within(WIDER):
        remark = Remark.objects.create(
            review=review,
            text=text,
            owner_id=who.member,
            said_by_id=who.member,
            audience=audience,
            created_at=clock.now(),
        )
    remember_choice(KIND, audience)
    append(
        "remark.made",
        about=remark,
        audience=audience,
        content={"review": str(review.pk), "text": text.as_json()},
        first=True,
    )
    return remark


@contextmanager
def within(refused: Any) -> Iterator[None]:
    """PostgreSQL keeps an item's readers within those of what it hangs on; where it refuses, say so."""
    try:
        with transaction.atomic():
            yield
    except ProgrammingError as refusal:
        raise ValidationError(refused) from refusal


@act("remark.corrected")
def correct_remark(*, remark: Remark, text: Words, version: int) -> Remark:
    """Correct a remark: the new words stand, the former ones stay in the record."""
    if remark.owner_id != acting().member:
        raise PermissionDenied
    if remark.version == version and remark.text == text:
        raise ValidationError(_("These are the words that stand already."))
    edit(remark, version=version, text=text)
    append(
        "remark.corrected",
        about=remark,
        audience=remark.audience,
        content={"text": text.as_json(), "version": remark.version},
    )
    return remark


@act("remarks.released")
def release_remarks(*, remarks: Sequence[Remark], readers: Sequence[int], version: int | None = None) -> Remark:
    """Release remarks of the acting member to more readers, as one act: all of them, or none.

    Args:
        remarks: the acting member's own.
        readers: all that shall read them, those who read them now among them.
        version: of a single remark the version that its owner saw.
    """
    if version is not None and any(remark.version != version for remark in remarks):
        raise Stale(_("This was changed meanwhile. Look at it again before you release it."))
    with within(WIDER):
        audience = release_anew(remarks, readers)
    for remark in remarks:
        disclose(remark.pk, audience)
        append(
            "remarks.released",
            about=remark,
            audience=audience,
            content={"readers": named_readers(audience)},
        )
    return remarks[0]
