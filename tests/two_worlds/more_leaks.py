"""Planted leaks of the long run."""

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

from django.http import HttpResponse

from tansiq.record import wording
from tests.two_worlds import scripts
from tests.two_worlds.planting import answering, at_the_foot, changed, gap, leak, past
from tests.two_worlds.worlds import World


@leak(scripts.reading, long=True)
def the_record_has_no_policy(world: World) -> Iterator[None]:
    with gap(world, "tansiq_entry", "tansiq_audience"):
        yield


@leak(scripts.habits, long=True)
def a_form_opens_as_another_member_chose(world: World) -> Iterator[None]:
    with gap(world, "tansiq_releasehabit", "tansiq_audience"):
        yield


@leak(scripts.writing, long=True)
def an_act_is_done_once_over_all_accounts(world: World) -> Iterator[None]:
    with changed(world, "CREATE UNIQUE INDEX gap ON tansiq_doneact (once)"):
        yield


@leak(scripts.people, long=True)
def an_address_is_invited_once_over_all_members(world: World) -> Iterator[None]:
    with changed(world, "CREATE UNIQUE INDEX gap ON tansiq_invitation (email) WHERE email LIKE 'new@%'"):
        yield


@leak(scripts.readers, long=True)
def requests_are_counted_over_all_readers(world: World) -> Iterator[None]:
    left = iter(range(1000, 0, -1))
    with answering(lambda response: response.__setitem__("X-RateLimit-Remaining", str(next(left)))):
        yield


@leak(scripts.writing, long=True)
def the_place_in_the_table_is_shown(world: World) -> Iterator[None]:
    place = (
        "SELECT string_agg(ctid::text, ' ' ORDER BY key) FROM tansiq_remark "
        "WHERE owner_id = (SELECT key FROM tansiq_member WHERE code = 'NW')"
    )
    with past(world) as ask, answering(lambda response: at_the_foot(response, ask(place))):
        yield


@leak(scripts.shown_later, long=True)
def entries_are_numbered_over_all(world: World) -> Iterator[None]:
    former = wording.tell
    number = "SELECT n FROM (SELECT key, row_number() OVER (ORDER BY epoch, key) n FROM tansiq_entry) e WHERE key = %s"
    with past(world) as ask:

        def tell(entry: Any, known: Any) -> Any:
            told = former(entry, known)
            return type(told)(**{**vars(told), "what": f"{ask(number, entry.pk)}. {told.what}"})

        with patch.object(wording, "tell", tell):
            yield


@leak(scripts.readers, long=True)
def the_last_reader_is_remembered(world: World) -> Iterator[None]:
    seen: list[str] = []

    def remember(response: HttpResponse) -> None:
        at_the_foot(response, f"{len(seen)} visits today")
        seen.append(response.reason_phrase)

    with answering(remember):
        yield


@leak(scripts.heads, long=True)
def heads_are_taken_for_their_members(world: World) -> Iterator[None]:
    whoever = "(reader - mod(reader, 2)) = ANY ((SELECT tansiq.readers())::int[])"
    with gap(world, "tansiq_audience_reader", where=whoever):
        yield


@leak(scripts.public, long=True)
def the_public_is_taken_for_a_member(world: World) -> Iterator[None]:
    with gap(world, "tansiq_remark", "tansiq_audience", where="tansiq.member() IS NULL"):
        yield
