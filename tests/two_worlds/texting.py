"""Two worlds: texts, positions and reasons behind B's back, beside a text that everybody reads and answers."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from tansiq.decisions.positions.commands import Said, explain, take_position
from tansiq.decisions.positions.queries import turn_of
from tansiq.decisions.texts.commands import Tabled, put_question, revise_text, set_rule, table_text
from tansiq.decisions.texts.models import Question, Text
from tansiq.decisions.texts.paragraphs import Para
from tansiq.decisions.texts.queries import newest, paragraphs_of
from tansiq.engines.deciding import Rule
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.members.models import Body, Seat
from tansiq.release.acting import acting, acting_as
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC, Member

if TYPE_CHECKING:
    from tests.two_worlds.ground import Ground
    from tests.two_worlds.worlds import World

HIDDEN = Words.of("en", en="Hidden.")
GUARD = Words.of("en", en="The dam is guarded.", ar="يحرس السد.")


def _tabled(body: Body, words: Words, readers: list[int]) -> Text:
    tabled = Tabled(words, Text.Kind.DECISION)
    return table_text(body=body, review=None, tabled=tabled, paragraphs=[Para(words, "decides")], readers=readers)


def lay(ground: "Ground") -> None:
    """Three texts of the plenary that everybody reads: one on the table, one before it, one with hidden positions."""
    with acting_as(ground.token("officer")), transaction.atomic():
        body, public = Body.objects.get(kind="plenary"), ownership(audience_of({PUBLIC}))
        for member in Member.objects.filter(code__in=("SH", "WA", "NW")):
            Seat.objects.create(body=body, member=member, role="member", starts_on=date(2014, 9, 10), **public)
        set_rule(body=body, rule=Rule(), from_on=date(2020, 1, 1))
        ground.loaded["tabled"] = _tabled(body, GUARD, [PUBLIC]).pk
        asked = put_question(version=newest(_tabled(body, GUARD, [PUBLIC]).pk), way="meeting")
        set_rule(body=body, rule=Rule(hidden=True), from_on=date(2021, 1, 1))
        veiled = put_question(version=newest(_tabled(body, GUARD, [PUBLIC]).pk), way="meeting")
        ground.loaded |= {"asked": asked.pk, "veiled": veiled.pk, "put": asked.text_id}
        ground.loaded["text_version"] = asked.text_version_id
    with acting_as(ground.token("jim")), transaction.atomic():
        for question in (asked, veiled):
            _take(question, Said("objects", reason=GUARD, conditions=_wording(question, GUARD)), [PUBLIC], [PUBLIC])


def _wording(question: Question, words: Words) -> list[tuple[object, Words]]:
    return [(paragraphs_of(question.text_version_id)[0], words)]


def _take(question: Question, said: Said, readers: list[int], why: list[int]) -> object:
    turn = turn_of(question.pk, acting().member)
    return take_position(question=question, said=said, turn=turn, readers=readers, reason_readers=why)


def addresses(ground: "Ground") -> list[str]:
    """Where one comes upon them."""
    texts = ("texts/{tabled}/", "texts/{tabled}/put/", "texts/{tabled}/revise/", "texts/versions/{text_version}/")
    forms = ("bodies/{body}/text/", "bodies/{body}/rule/", "questions/{asked}/", "questions/{asked}/position/")
    more = ("texts/", "questions/{asked}/explain/", "questions/{veiled}/close/")
    return [f"/{way}/{path.format(**ground.loaded)}" for path in (*texts, *forms, *more) for way in ("en", "ar")]


def table(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """Table a text in the plenary for few, and revise it."""
    with world.acting(by):
        body = Body.objects.get(kind="plenary")
        made = _tabled(body, HIDDEN, world.ground.readers_of(to))
        later = revise_text(text=made, paragraphs=[Para(GUARD)], note=HIDDEN, number=1)
        world.keys += [made.pk, later.pk]


def voice(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """Object for few to what everybody reads, with a reason for fewer and a wording, and explain it."""
    with world.acting(by):
        readers = world.ground.readers_of(to)
        for name in ("asked", "veiled"):
            question = Question.objects.get(pk=world.ground.loaded[name])
            said = Said("objects", reason=HIDDEN, conditions=_wording(question, HIDDEN))
            world.keys.append(_take(question, said, readers, []).pk)
            world.keys.append(explain(question=question, text=HIDDEN, readers=readers).pk)


def veil(world: "World", by: str) -> None:
    """Speak openly where positions are hidden until the close."""
    with world.acting(by):
        question = Question.objects.get(pk=world.ground.loaded["veiled"])
        world.keys.append(_take(question, Said("aside"), [PUBLIC], []).pk)
