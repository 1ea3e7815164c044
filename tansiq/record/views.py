"""Pages of the record."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from tansiq.record.commands import clear_of
from tansiq.record.queries import entries, rows_of
from tansiq.record.wording import tell, told
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import stripe


def listed(request: HttpRequest) -> HttpResponse:
    """The entries that I may see, in words."""
    page = page_of(request, entries())
    known = everyone()
    rows = told(list(page), known)
    return render(
        request,
        "record/list.html",
        {"page": page, "entries": rows, "stripe": stripe([row.audience for row in rows], known)},
    )


def entry(request: HttpRequest, key: UUID) -> HttpResponse:
    """One entry: its groups in clear, and the commitments that prove them."""
    found = get_object_or_404(entries(), pk=key)
    known = everyone()
    rows = page_of(request, rows_of(found))
    told_entry = tell(found, known)
    return render(
        request,
        "record/entry.html",
        {
            "told": told_entry,
            "proof": {
                "hash": clear_of(found).hash().hex(),
                "salt": bytes(found.salt).hex(),
                "leaf": bytes(found.leaf).hex(),
            },
            "rows": list(rows),
            "page": rows,
            "stripe": stripe([told_entry.audience], known),
        },
    )
