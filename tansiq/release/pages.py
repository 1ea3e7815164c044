"""Pages of a list: over what the reader may see, and nothing else; a page number is read strictly."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import BadRequest
from django.core.paginator import EmptyPage, Page, Paginator
from django.http import Http404, HttpRequest

from tansiq.release.led import count, led

SIZE = 50
DIGITS = 6


def asked_page(request: HttpRequest) -> int:
    """The number of the asked page, the first where none is asked for.

    Raises:
        BadRequest: the number is no number.
    """
    asked = request.GET.get("page", "1")
    if not (asked.isascii() and asked.isdigit() and len(asked) <= DIGITS):
        raise BadRequest
    return int(asked)


class _Pages(Paginator):  # type: ignore[type-arg] # Django knows no parameter of it at run time
    """The pages of a list, found and counted from the release index."""

    @cached_property
    def count(self) -> int:
        return count(self.object_list)

    def page(self, number: int | str) -> Page[Any]:
        number = self.validate_number(number)
        rows = led(self.object_list, (number - 1) * self.per_page, number * self.per_page)
        return Page(rows, number, self)


def page_of(request: HttpRequest, rows: Any, size: int = SIZE) -> Page[Any]:
    """The asked page of a list.

    Raises:
        BadRequest: the number is no number.
        Http404: there is no such page.
    """
    try:
        return _Pages(rows, size).page(asked_page(request))
    except EmptyPage as beyond:
        raise Http404 from beyond


@dataclass(frozen=True)
class Slice:
    """A page of a list that nobody counts: its rows, and whether there are more."""

    rows: tuple[Any, ...]
    number: int
    more: bool

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)


def slice_of(request: HttpRequest, rows: Any, size: int = SIZE) -> Slice:
    """The asked page of a list that stands beside others on a page, in one statement.

    Raises:
        BadRequest: the number is no number.
        Http404: there is no such page.
    """
    number = asked_page(request)
    held = tuple(led(rows, (number - 1) * size, number * size + 1)) if number else ()
    if not held and number != 1:
        raise Http404
    return Slice(held[:size], number, len(held) > size)
