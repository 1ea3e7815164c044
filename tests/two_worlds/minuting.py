"""Agendas and minutes in the worlds: what is there before anything happens, and what is done behind B's back."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from tansiq.languages.words import Words
from tansiq.members.models import Body
from tansiq.release.acting import acting_as
from tansiq.release.models import PUBLIC
from tansiq.reviews.agenda.commands import move_item, set_item, withdraw_item
from tansiq.reviews.agenda.models import AgendaItem
from tansiq.reviews.agenda.queries import items
from tansiq.reviews.agenda.referring import refer_item, refer_to_series
from tansiq.reviews.agenda.saying import Saying
from tansiq.reviews.commands import open_review
from tansiq.reviews.minutes import commands as minutes
from tansiq.reviews.minutes.models import MinutesCorrection
from tansiq.reviews.minutes.queries import corrections
from tansiq.reviews.models import Review, Series
from tansiq.reviews.series import Rule, make_series
from tests.two_worlds.ground import Ground

if TYPE_CHECKING:
    from tests.two_worlds.worlds import World

UNTIL = date(2026, 6, 20)


def _en(words: str) -> Words:
    return Words.of("en", en=words)


def lay(ground: Ground) -> None:
    """Two reviews in preparation, an item with its minutes and a correction on the one; the other may take it."""
    with acting_as(ground.token("officer")), transaction.atomic():
        experts, ministers = _open("experts"), _open("senior_officials")
        item = _set(experts, "Opening", [PUBLIC])
        bare = _set(experts, "Without minutes", [PUBLIC])
        directors = _series(experts)
        waiting = refer_to_series(item=_now(bare), to=directors, reason=_en("Not now."), readers=[PUBLIC])
        _write(item, "The money is late.")
        _circulate(item, [PUBLIC])
    with acting_as(ground.token("jim")), transaction.atomic():
        corrected = _propose(item, "It was late.", [PUBLIC])
    given = {"item": item, "bare": bare, "prepared": experts, "higher": ministers, "corrected": corrected}
    given |= {"waiting": waiting, "directors": directors}
    ground.loaded |= {name: one.pk for name, one in given.items()}


def addresses(ground: Ground) -> list[str]:
    """Where one comes upon them: from an item to its agenda, its minutes and the forms of all of them."""
    names = ("agenda/{item}/", "agenda/{item}/minutes/", "agenda/{item}/minutes/draft/", "agenda/{item}/minutes/adopt/")
    names = (*names, "agenda/waiting/{waiting}/set/", "series/{directors}/")
    more = ("agenda/{item}/minutes/circulate/", "agenda/{item}/minutes/seal/", "corrections/{corrected}/answer/")
    return [f"/{way}/{name.format(**ground.loaded)}" for name in (*names, *more) for way in ("en", "ar")]


def _series(review: Review) -> Series:
    rule = Rule(first_on=date(2026, 12, 1), every=6, unit="months")
    return make_series(body=review.body, level="political_directors", name=_en("Directors"), rule=rule)


def _open(level: str) -> Review:
    held = {"title": _en(f"Prepared by {level}"), "on": date(2026, 7, 1), "place": None, "mode": "virtual"}
    body = Body.objects.filter(kind="small_group").earliest("created_at")
    return open_review(body=body, level=level, chairs=[], **held)


def _set(review: Review, title: str, readers: list[int], kind: str = "discussion") -> AgendaItem:
    return set_item(review=review, saying=Saying(_en(title), kind, minutes=15), readers=readers)


def _write(item: AgendaItem, text: str) -> None:
    minutes.draft_minutes(item=_now(item), text=_en(text), version=minutes.version_of(item))


def _circulate(item: AgendaItem, readers: list[int]) -> None:
    minutes.circulate_minutes(item=_now(item), until_on=UNTIL, readers=readers, version=minutes.version_of(item))


def _propose(item: AgendaItem, text: str, readers: list[int]) -> MinutesCorrection:
    return minutes.propose_correction(item=_now(item), text=_en(text), readers=readers)


def _now(item: AgendaItem) -> AgendaItem:
    return items().get(pk=item.pk)


def close(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """An office sets a closed item for few, moves it to the front, and withdraws another."""
    with world.acting(by):
        review = Review.objects.get(pk=world.ground.loaded["prepared"])
        made, other = (_set(review, title, world.ground.readers_of(to), "closed") for title in ("Names", "More names"))
        move_item(item=_now(made), before=items().get(pk=world.ground.loaded["item"]), version=1)
        withdraw_item(item=_now(other), version=1)
        _write(made, "Nobody else reads this.")
        world.keys += [made.pk, other.pk]


def refer(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """An office refers what everybody reads to another level and to a series, for few."""
    with world.acting(by):
        series = Series.objects.get(pk=world.ground.loaded["directors"])
        handed = items().get(pk=world.ground.loaded["item"])
        to_few = {"reason": _en("For few, later."), "readers": world.ground.readers_of(to)}
        world.keys.append(refer_to_series(item=handed, to=series, **to_few).pk)
        review = Review.objects.get(pk=world.ground.loaded["higher"])
        item = items().get(pk=world.ground.loaded["item"])
        readers = world.ground.readers_of(to)
        world.keys.append(refer_item(item=item, to=review, reason=_en("For few."), readers=readers).pk)


def draft(world: "World", by: str) -> None:
    """An office drafts minutes of what everybody reads."""
    with world.acting(by):
        _write(items().get(pk=world.ground.loaded["bare"]), "A draft.")


def amend(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """A member proposes a correction before few, and is answered."""
    with world.acting(by):
        item = items().get(pk=world.ground.loaded["item"])
        made = _propose(item, "It was early.", world.ground.readers_of(to))
        world.keys.append(made.pk)
    with world.acting("officer"):
        minutes.answer_correction(correction=corrections().get(pk=made.pk), taken=False, reason=_en("It was not."))
