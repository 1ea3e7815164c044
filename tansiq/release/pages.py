"""Pages of a list: over what the reader may see, and nothing else; a page number is read strictly."""

from typing import Any

from django.core.exceptions import BadRequest
from django.core.paginator import EmptyPage, Page, Paginator
from django.http import Http404, HttpRequest

SIZE = 50
DIGITS = 6


def page_of(request: HttpRequest, rows: Any, size: int = SIZE) -> Page:
    """The asked page of a list, the first where none is asked for.

    Raises:
        BadRequest: the number is no number.
        Http404: there is no such page.
    """
    asked = request.GET.get("page", "1")
    if not (asked.isascii() and asked.isdigit() and len(asked) <= DIGITS):
        raise BadRequest
    try:
        return Paginator(rows, size).page(int(asked))
    except EmptyPage as beyond:
        raise Http404 from beyond
