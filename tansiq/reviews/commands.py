"""What members do at a review: remarking on it, correcting a remark, and releasing remarks to more readers."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.languages.words import Words
from tansiq.record.acts import Stale, act, edit
from tansiq.record.commands import append, disclose
from tansiq.release.acting import acting
from tansiq.release.commands import audience_of, own_reader, release_anew, remember_choice
from tansiq.release.queries import named_readers
from tansiq.reviews.models import Remark, Review

KIND = "remark"  # Under which a member's release habits for remarks are kept.


@act("remark.made")
def make_remark(*, review: Review, text: Words, readers: Sequence[int]) -> Remark:
    """Remark on a review, to those whom the member chose; the member itself always reads it."""
    who = acting()
    audience = audience_of({*readers, own_reader()})
    with _within_the_review():
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
def _within_the_review() -> Iterator[None]:
    """PostgreSQL keeps a remark's readers within its review's; where it refuses, say so."""
    try:
        with transaction.atomic():
            yield
    except ProgrammingError as refusal:
        raise ValidationError(_("The review itself is not released to all of these readers.")) from refusal


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
    with _within_the_review():
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
