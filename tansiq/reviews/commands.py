"""What members do at a review: remarking on it, correcting a remark, and releasing remarks to more readers."""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.languages.words import Words
from tansiq.record.acts import Stale, act, edit
from tansiq.record.commands import append, disclose
from tansiq.release.acting import acting
from tansiq.release.commands import audience_of, release_anew, remember_choice
from tansiq.release.queries import named_readers
from tansiq.reviews.models import Remark, Review

KIND = "remark"  # Under which a member's release habits for remarks are kept.


@act("remark.made")
def make_remark(*, review: Review, text: Words, readers: Sequence[int]) -> Remark:
    """Remark on a review, to those whom the member chose; the member itself always reads it."""
    who = acting()
    audience = audience_of({*readers, _own(who.readers)})
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


def _own(readers: tuple[int, ...]) -> int:
    """The acting member's own reader among those that its person is."""
    return min(reader for reader in readers if reader)


@act("remark.corrected")
def correct_remark(*, remark: Remark, text: Words, version: int) -> Remark:
    """Correct a remark: the new words stand, the former ones stay in the record."""
    if remark.owner_id != acting().member:
        raise PermissionDenied
    edit(remark, version=version, text=text)
    append("remark.corrected", about=remark, audience=remark.audience, content={"text": text.as_json(), "version": remark.version})
    return remark


@act("remarks.released")
def release_remarks(*, remarks: Sequence[Remark], readers: Sequence[int]) -> Remark:
    """Release remarks of the acting member to more readers, as one act: all of them, or none."""
    try:
        with transaction.atomic():
            audience = release_anew(remarks, readers)
    except (IntegrityError, ProgrammingError) as refusal:  # The review itself is not released to all of them.
        raise Stale(_("The review itself is not released to all of these readers.")) from refusal
    for remark in remarks:
        disclose(remark.pk, audience)
        append(
            "remarks.released",
            about=remark,
            audience=audience,
            content={"readers": named_readers(audience)},
        )
    return remarks[0]
