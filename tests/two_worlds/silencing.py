"""Two worlds: a run of silence behind B's back, and what a member prepares in one that everybody reads."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from tansiq import clock
from tansiq.decisions.proxies.commands import give_proxy
from tansiq.decisions.proxies.models import Proxy
from tansiq.decisions.silence.commands import propose_silence, start_silence
from tansiq.decisions.silence.voicing import break_silence, choose
from tansiq.decisions.texts.commands import Tabled, set_rule, table_text
from tansiq.decisions.texts.models import Question, Text
from tansiq.decisions.texts.paragraphs import Para
from tansiq.decisions.texts.queries import newest
from tansiq.engines.deciding import Rule
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.members.models import Body, Seat
from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC, Member
from tansiq.reviews.commands import OPENERS

if TYPE_CHECKING:
    from tests.two_worlds.ground import Ground
    from tests.two_worlds.worlds import World

HIDDEN = Words.of("en", en="Hidden.")
GUARD = Words.of("en", en="The dam is guarded.", ar="يحرس السد.")
RULE = Rule("silence", without_meeting=True, proxies=True)


def _proposed(name: str, words: Words, codes: tuple[str, ...], readers: list[int]) -> Question:
    """A run in a body of its own, in which these members hold seats; the two offices read it as they read all texts."""
    offices = [one.reader for one in Member.objects.filter(code__in=OPENERS)] if PUBLIC not in readers else []
    given = ownership(audience_of([*readers, *offices]))
    body = Body.objects.create(name=Words.of("en", en=name), kind="working_group", **given)
    for member in Member.objects.filter(code__in=codes):
        Seat.objects.create(body=body, member=member, role="member", starts_on=date(2014, 9, 10), **given)
    set_rule(body=body, rule=RULE, from_on=date(2020, 1, 1))
    tabled = Tabled(words, Text.Kind.DECISION)
    text = table_text(body=body, review=None, tabled=tabled, paragraphs=[Para(words, "decides")], readers=readers)
    return propose_silence(version=newest(text.pk), until=clock.now() + timedelta(hours=80))


def lay(ground: "Ground") -> None:
    """Two runs that everybody reads: one under silence, one proposed."""
    with acting_as(ground.token("officer")), transaction.atomic():
        made = _proposed("Guard group", GUARD, ("SH", "WA", "NW"), [PUBLIC])
        waits = _proposed("Dam group", GUARD, ("SH", "WA", "NW"), [PUBLIC])
    with acting_as(ground.token("chair")), transaction.atomic():
        start_silence(question=made, until=clock.now() + timedelta(hours=80), words=GUARD)
    with acting_as(ground.token("alif")), transaction.atomic():
        held = _entrusted(made)
    ground.loaded |= {"run": made.pk, "run_proposed": waits.pk, "guard": made.text.body_id, "proxy": held.pk}


def _entrusted(question: Question) -> Proxy:
    """Wadina speaks for whoever acts in the body of a question."""
    body = Body.objects.select_related("audience").get(pk=question.text.body_id)
    holder, today = Member.objects.get(code="WA"), clock.today()
    return give_proxy(body=body, holder=holder, from_on=today, until_on=today + timedelta(days=30))


def addresses(ground: "Ground") -> list[str]:
    """Where one comes upon them."""
    of_run = ("", "say/", "break/", "chair/", "letter/", "paper/")
    paths = ("", "ours/", *(f"{{run}}/{path}" for path in of_run), "{run_proposed}/")
    spoken = ("bodies/{guard}/proxies/", "proxies/{proxy}/")
    every = (*(f"silence/{path}" for path in paths), *spoken)
    return [f"/{way}/{path.format(**ground.loaded)}" for path in every for way in ("en", "ar")]


def silently(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """Propose for few that a text be adopted by silence, in a body of theirs."""
    with world.acting(by):
        codes = tuple(code for code in to if "/" not in code)
        world.keys.append(_proposed("Hidden.", HIDDEN, codes, world.ground.readers_of(to)).pk)


def entrust(world: "World", by: str) -> None:
    """Put a text before a body of Sahlan and Wadina, in which Wadina speaks for Sahlan."""
    few = ("SH", "WA")
    with world.acting(by):
        question = _proposed("Hidden.", HIDDEN, few, world.ground.readers_of(few))
    with world.acting("alif"):
        world.keys += [question.pk, _entrusted(question).pk]


def prepare(world: "World", by: str) -> None:
    """A member that wants two persons prepares its break: nobody else sees of it."""
    with world.acting(by):
        choose(breakers="heads", two_persons=True, weekend=None, holidays={})
        question = Question.objects.get(pk=world.ground.loaded["run"])
        world.keys.append(break_silence(question=question, kind="objected", words=HIDDEN).pk)
