"""Planted leaks: known channels, each opened on purpose, in the tests alone, to see that it is noticed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from unittest.mock import patch
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models.query import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from tansiq import chance
from tansiq.cycle import refusing
from tansiq.cycle.pages import home, search
from tansiq.members import letters
from tansiq.reviews.models import Remark
from tansiq.reviews.views import remarks, timeline
from tansiq.sources.models import Source
from tests.two_worlds import scripts
from tests.two_worlds.planting import ALL_REMARKS, answering, at_the_foot, changed, gap, leak, past
from tests.two_worlds.worlds import World


@leak(scripts.reading)
def a_policy_is_missing(world: World) -> Iterator[None]:
    with gap(world, "tansiq_remark", "tansiq_audience"):  # Pages read an item with its audience: two locks, not one.
        yield


@leak(scripts.giving)
def a_caveat_is_read_by_whoever_reads_what_it_limits(world: World) -> Iterator[None]:
    with gap(world, "tansiq_caveat", "tansiq_audience"):
        yield


@leak(scripts.loading)
def a_count_goes_past_the_policies(world: World) -> Iterator[None]:
    with past(world) as ask:

        def count(rows: QuerySet) -> int:
            return ask("SELECT count(*) FROM tansiq_source") if rows.model is Source else len(rows)

        with patch.object(home, "count", count):
            yield


@leak(scripts.searching)
def a_search_counts_past_the_policies(world: World) -> Iterator[None]:
    former = search.found
    with past(world) as ask:

        def found(wanted: Any, start: int, stop: int) -> Any:
            hits = former(wanted, start, stop)
            return replace(hits, count=ask("SELECT count(*)::int FROM tansiq_findable") if hits.rows else 0)

        with patch.object(search, "found", found):
            yield


@leak(scripts.writing)
def a_key_is_unique_over_all_owners(world: World) -> Iterator[None]:
    with changed(world, "CREATE UNIQUE INDEX gap ON tansiq_remark (md5(text::text))"):
        yield


@leak(scripts.writing)
def keys_come_in_sequence(world: World) -> Iterator[None]:
    drawn = iter(range(1, 10**6))
    source = chance.use(lambda count: next(drawn).to_bytes(count, "big"))
    yield
    chance.use(source)


@leak(scripts.readers)
def a_page_is_cached_for_everybody(world: World) -> Iterator[None]:
    kept: dict[str, HttpResponse] = {}

    def once(request: HttpRequest, *given: object) -> HttpResponse:
        return kept.setdefault(request.path, render(request, *given))

    with patch.object(home, "render", once):
        yield


@leak(scripts.reading)
def an_etag_is_of_the_whole_table(world: World) -> Iterator[None]:
    with past(world) as ask, answering(lambda response: response.__setitem__("ETag", f'"{ask(ALL_REMARKS)}"')):
        yield


@leak(scripts.reading)
def last_modified_is_of_the_whole_table(world: World) -> Iterator[None]:
    newest = "SELECT coalesce(max(created_at), 'epoch')::text FROM tansiq_remark"
    with past(world) as ask, answering(lambda response: response.__setitem__("Last-Modified", ask(newest))):
        yield


@leak(scripts.many)
def pages_are_counted_over_all_rows(world: World) -> Iterator[None]:
    with past(world) as ask:

        def count(pages: Paginator) -> int:
            return ask(ALL_REMARKS) if getattr(pages.object_list, "model", None) is Remark else 1

        with patch.object(Paginator, "num_pages", property(count)):  # As if a page held one row.
            yield


@leak(scripts.people)
def a_list_names_hidden_people(world: World) -> Iterator[None]:
    with gap(world, "tansiq_accreditation", "tansiq_person", "tansiq_audience"):
        yield


@leak(scripts.touching)
def what_is_hidden_is_forbidden_instead_of_absent(world: World) -> Iterator[None]:
    with past(world) as ask:

        def found(rows: QuerySet, **by: UUID) -> object:
            try:
                return get_object_or_404(rows, **by)
            except Http404:
                if ask("SELECT true FROM tansiq_remark WHERE key = %s", by["pk"]):
                    raise PermissionDenied from None
                raise

        with patch.object(remarks, "get_object_or_404", found):
            yield


@leak(scripts.touching)
def a_refusal_names_what_is_hidden(world: World) -> Iterator[None]:
    with past(world) as ask:

        def absent(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
            response = refusing.absent(request, exception)
            at_the_foot(response, ask("SELECT string_agg(key::text, ' ' ORDER BY key) FROM tansiq_remark"))
            return response

        with patch("tansiq.urls.handler404", absent):
            yield


@leak(scripts.many)
def a_list_is_in_the_order_of_hidden_activity(world: World) -> Iterator[None]:
    former = timeline.queries.timeline
    busiest = "SELECT review_id FROM tansiq_remark GROUP BY review_id ORDER BY count(*) DESC, review_id LIMIT 1"
    with past(world) as ask:

        def busy(*given: object, **ways: object) -> list[object]:
            return sorted(former(*given, **ways), key=lambda one: one.pk != ask(busiest))

        with patch.object(timeline.queries, "timeline", busy):
            yield


@leak(scripts.reading)
def the_newest_act_of_all_is_dated(world: World) -> Iterator[None]:
    newest = "SELECT coalesce(max(body->>'at'), '') FROM tansiq_entry_group WHERE name = 'time'"
    with past(world) as ask, answering(lambda response: at_the_foot(response, ask(newest))):
        yield


@leak(scripts.sign_ins)
def sign_ins_are_numbered(world: World) -> Iterator[None]:
    with (
        past(world) as ask,
        answering(lambda response: at_the_foot(response, ask("SELECT count(*) FROM tansiq_session"))),
    ):
        yield


@leak(scripts.letters)
def a_letter_says_how_many_are_new(world: World) -> Iterator[None]:
    former = letters.compose
    with past(world) as ask:

        def compose(*given: Any) -> Any:
            letter = former(*given)
            letter.subject += f" ({ask(ALL_REMARKS)} new)"
            return letter

        with patch.object(letters, "compose", compose):
            yield
