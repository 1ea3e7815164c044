"""Putting a document before a review, or in place of a former version of it."""

from collections.abc import Sequence
from hashlib import sha256

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction
from django.utils.translation import gettext_lazy as _

from tansiq.engines.papers import Kind
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.record.acts import act, is_own
from tansiq.record.commands import append
from tansiq.release.commands import audience_of, own_reader, remember_choice
from tansiq.release.models import PUBLIC, Audience
from tansiq.reviews.agenda.models import AgendaItem
from tansiq.reviews.models import Review
from tansiq.reviews.papers.models import Document, Replacement
from tansiq.reviews.papers.queries import kept_by_me, replacements_of
from tansiq.reviews.widening.commands import bind, widen

KIND = "document"  # Under which a member's release habits for documents are kept.
MOST = 40_000_000  # Octets that one member keeps at one review.
WIDER = _("The review, or its item, is not released to all of these readers.")


@act("document.filed")
def file_document(  # noqa: PLR0913 -- what is said of a document
    *,
    review: Review,
    item: AgendaItem | None,
    title: Words,
    name: str,
    kind: Kind,
    content: bytes,
    readers: Sequence[int],
    replaces: Document | None = None,
) -> Document:
    """File a document that was cleaned (engines/papers), to those whom the member chose; the member always reads it.

    Raises:
        ValidationError: it would be read by some who do not read what it hangs on, or its member keeps too much here.
    """
    if replaces is not None and not is_own(replaces):
        raise PermissionDenied
    if kept_by_me(review.pk) + len(content) > MOST:
        raise ValidationError(_("Your member keeps 40 MB at this review already. Send a smaller file."))
    audience, digest = audience_of({*readers, own_reader()}), sha256(content).hexdigest()
    try:
        with transaction.atomic():
            document = Document.objects.create(
                review=review,
                item=item,
                title=title,
                language=title.source,
                name=name,
                media=kind.value,
                size=len(content),
                digest=digest,
                content=content,
                **ownership(audience),
            )
            if replaces is not None:
                both = audience_of(_both(replaces.audience, audience))
                Replacement.objects.create(earlier=replaces, later=document, **ownership(both))
    except ProgrammingError as refusal:
        raise ValidationError(WIDER) from refusal
    remember_choice(KIND, audience)
    append(
        "document.filed",
        about=document,
        audience=audience,
        content={
            "review": str(review.pk),
            "item": str(item.pk) if item else None,
            "title": title.as_json(),
            "media": kind.value,
            "size": len(content),
            "replaces": str(replaces.pk) if replaces else None,
        },
        attachment={"name": name, "sha256": digest},
        first=True,
    )
    return document


def _both(one: Audience, other: Audience) -> set[int]:
    """Who reads both: that one stands in the other's place is told to nobody else."""
    if PUBLIC in one.readers:
        return set(other.readers)
    return set(one.readers) if PUBLIC in other.readers else {*one.readers} & {*other.readers}


@act("document.released")
def release_document(*, document: Document, readers: Sequence[int], version: int) -> Document:
    """Release a document to more of those who read what it hangs on; that it replaces another, to all who read both."""
    widen("document.released", document, readers, version=version)
    for link in replacements_of(document.pk):
        ends = (document if end.pk == document.pk else end for end in (link.earlier, link.later))
        bind(link, *ends)
    return document
