"""The documents of a review: a list, one of them, the form that files one, and its content as an attachment."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tansiq.members.circles import circles
from tansiq.record.acts import is_own
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, Request, for_members
from tansiq.release.models import Audience, Member
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe
from tansiq.reviews import queries as reviews
from tansiq.reviews.agenda.queries import agenda_of, items
from tansiq.reviews.models import Review
from tansiq.reviews.papers.commands import KIND, file_document, release_document
from tansiq.reviews.papers.forms import DocumentForm
from tansiq.reviews.papers.models import Document
from tansiq.reviews.papers.queries import documents, documents_of, replacements_of
from tansiq.reviews.papers.wording import size
from tansiq.reviews.widening.forms import Held
from tansiq.reviews.widening.pages import widening

SEALED = "default-src 'none'; sandbox; frame-ancestors 'none'"
SIZE = 20


@require_safe
def review_documents(request: Request, key: UUID) -> HttpResponse:
    """The documents of a review, the newest version of each."""
    review = get_object_or_404(reviews.in_rooms(), pk=key)
    known, page = everyone(), page_of(request, documents_of(key), SIZE)
    titles = {one.pk: one.now.title for one in items().filter(review=key)}
    given = {
        "review": review,
        "page": page,
        "documents": [(one, chip(one.audience, known)) for one in page],
        "titles": titles,
        "size": size,
        "known": {member.pk: member for member in known.values()},
        "stripe": stripe([review.audience, review.body.audience, *(one.audience for one in page)], known),
    }
    return render(request, "reviews/documents.html", given)


@require_safe
def document(request: Request, key: UUID) -> HttpResponse:
    """One document: what it is, who put it there, who reads it, and the versions before and after it."""
    found = get_object_or_404(documents(), pk=key)
    known, links = everyone(), list(replacements_of(key))
    later = [one.later for one in links if one.earlier_id == key]
    former = [one.earlier for one in links if one.later_id == key]
    shown = [found, found.review, found.review.body, *([found.item] if found.item else []), *links, *later, *former]
    given = {
        "document": found,
        "later": later,
        "former": former,
        "to": chip(found.audience, known),
        "item": next((one.now.title for one in items().filter(documents=key)), None),
        "size": size(found.size),
        "may_replace": request.acting.member == found.owner_id and not later,
        "mine": request.acting.member == found.owner_id,
        "known": {member.pk: member for member in known.values()},
        "stripe": stripe([one.audience for one in shown], known),
    }
    return render(request, "reviews/document.html", given)


@require_safe
def document_content(request: Request, key: UUID) -> HttpResponse:  # noqa: ARG001 -- whoever asks, release decides
    """The content of a document, to be saved and never shown by the browser as a page of this house."""
    found = get_object_or_404(Document, pk=key)
    kind = f"{found.media}; charset=utf-8" if found.media.startswith("text/") else found.media
    answer = HttpResponse(bytes(found.content), content_type=kind)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=found.name)
    answer["Content-Security-Policy"] = SEALED
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer


@for_members
def document_file(request: Entered, key: UUID) -> HttpResponse:
    """The form to put a document before a review."""
    return _filed(request, get_object_or_404(reviews.reviews(), pk=key))


@for_members
def document_replace(request: Entered, key: UUID) -> HttpResponse:
    """The form to put a new version in place of a document of one's own; the former one stays."""
    former = get_object_or_404(documents(), pk=key)
    if not is_own(former):
        raise PermissionDenied
    return _filed(request, former.review, former)


@for_members
def document_release(request: Entered, key: UUID) -> HttpResponse:
    """More readers for a document of one's own."""

    def look() -> Held:
        found = get_object_or_404(documents(), pk=key)
        parents = (found.review.audience, *([found.item.audience] if found.item else []))
        circle = (found.review.body.name.plain(), reviews.circle_of(found.review, everyone().values()))
        return Held(found, found.version, KIND, parents, circle)

    def do(readers: Sequence[int], version: int) -> Document:
        return release_document(document=get_object_or_404(documents(), pk=key), readers=readers, version=version)

    return widening(
        request,
        look,
        do,
        "document",
        lambda one: {"document": one, "size": size(one.size)},
        lambda one: [of.audience for of in (one.review, one.review.body)],
    )


def _filed(request: Entered, review: Review, former: Document | None = None) -> HttpResponse:
    known, standing = everyone(), list(agenda_of(review.pk))
    sent, status = sent_to(request), OK
    form = DocumentForm(
        sent, request.FILES if sent is not None else None, **_offered(request, review, known, former), items=standing
    )
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                made = file_document(review=review, replaces=former, **form.filed())
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(
                    request, _("The document stands. %(release)s.") % {"release": chip(made.audience).sentence}
                )
                return HttpResponseRedirect(reverse("document", args=[made.pk]))
    audiences: list[Audience] = [review.audience, review.body.audience, *(one.audience for one in standing)]
    page = {"review": review, "former": former, "form": form, "stripe": stripe(audiences, known)}
    return render(request, "reviews/document_file.html", page, status=status)


def _offered(request: Entered, review: Review, known: dict[int, Member], former: Document | None) -> dict[str, Any]:
    """To whom it may be released in one click; what a former version says stands in the form."""
    stands = {"title": former.title.plain(), "language": former.language} if former else {}
    stands |= {"item": str(former.item_id)} if former and former.item_id else {}
    circle = reviews.circle_of(review, known.values())
    named = circles(request.coalition, known.values())
    return {"circle": circle, "circle_name": review.body.name.plain(), "circles": named, "initial": stands}
