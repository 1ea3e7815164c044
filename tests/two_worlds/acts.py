"""What people do in a world: hidden from B, or before its eyes; always by the commands, never by SQL."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from tansiq.cycle.loading.commands import load_record
from tansiq.efforts.commands.aiming import Aim, set_target
from tansiq.efforts.commands.attesting import attest_milestone, expect_milestone
from tansiq.efforts.commands.defining import Definition, define_measure
from tansiq.efforts.commands.starting import Start, set_baseline
from tansiq.efforts.milestones.models import Milestone
from tansiq.efforts.models import Baseline, Measure
from tansiq.languages.words import Words
from tansiq.members import commands as members
from tansiq.members.demands import demand_second_factor
from tansiq.members.models import Account, Accreditation
from tansiq.record import acts as record
from tansiq.record.commands import set_usual_release
from tansiq.release.acting import acting_as, token_for
from tansiq.release.models import Member
from tansiq.reports.answering import Answer
from tansiq.reports.commands.asking import ask_about
from tansiq.reports.commands.filing import file_report
from tansiq.reports.models import Asked, Report
from tansiq.reviews import commands as reviews
from tansiq.reviews.models import Remark, Review
from tests.two_worlds import (
    advising,
    assessing,
    developing,
    giving,
    hosting,
    minuting,
    planning,
    reporting,
    risking,
    silencing,
    tasking,
    texting,
)
from tests.two_worlds.record_files import octets, with_more_for_few

if TYPE_CHECKING:
    from tests.two_worlds.worlds import World

TEXTS = (
    "Reports come late.",
    "A word for few.",
    "التقارير تتأخر",
    "<b>Bold</b> & “quoted” {{ x }}",
    "Reports come late. " * 40,
    "B\u202ee careful",
)
ADDRESSES = ("new@one.example", "two@one.example", "jim@exercise.example", "alif@exercise.example")
ONCES = ("once-one", "once-two")
REVIEWS = 2


@dataclass(frozen=True)
class Act:
    """One act of a script: who does what."""

    kind: str
    by: str
    given: tuple[tuple[str, Any], ...] = ()

    def __str__(self) -> str:
        words = ", ".join(f"{name}={str(value)[:40]!r}" for name, value in self.given)
        return f"{self.by or 'its owner'}: {self.kind}({words})"


def act(kind: str, by: str, **given: Any) -> Act:
    """An act with its arguments by name."""
    return Act(kind, by, tuple(given.items()))


def do(world: "World", one: Act) -> bool:
    """Do an act; whether it was not refused. What a refused act has done is undone."""
    given = dict(one.given)
    with record.once(given.pop("once", "")):
        try:
            KINDS[one.kind](world, one.by, **given)
        except (ValidationError, PermissionDenied):
            return False
        finally:
            world.drawn.extend(world.ground.still.keys)
    return True


def remark(world: "World", by: str, *, pool: str, text: str, to: tuple[str, ...], review: int = 0) -> None:
    """Remark on a review."""
    with world.acting(by):
        on = Review.objects.get(pk=world.ground.reviews[review])
        made = reviews.make_remark(review=on, text=Words.of("en", en=text), readers=world.ground.readers_of(to))
    world.put(pool, by, made.pk)


def correct(world: "World", by: str, *, pool: str, which: int, text: str, version: int = 0) -> None:
    """Correct a remark, one's own or another's; a version of 0 is the newest."""
    whose, key = _item(world, pool, which)
    with world.acting(by or whose):
        found = _remark(key)
        reviews.correct_remark(remark=found, text=Words.of("en", en=text), version=version or found.version)


def widen(world: "World", by: str, *, pool: str, which: int, to: tuple[str, ...]) -> None:
    """Release a remark to more readers."""
    whose, key = _item(world, pool, which)
    with world.acting(by or whose):
        found = _remark(key)
        readers = sorted({*found.audience.readers, *world.ground.readers_of(to)})
        reviews.release_remarks(remarks=[found], readers=readers)


def _item(world: "World", pool: str, which: int) -> tuple[str, UUID]:
    """Who put a remark in, and its key."""
    items = world.items[pool]
    if not items:
        raise PermissionDenied
    return items[which % len(items)]


def _remark(key: UUID) -> Remark:
    """A remark, where the actor reads it."""
    found = Remark.objects.filter(pk=key).first()
    if found is None:
        raise PermissionDenied
    return found


def usual(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """Set a member's usual release."""
    with world.acting(by):
        set_usual_release(kind=reviews.KIND, readers=world.ground.readers_of(to))


def accredit(world: "World", by: str, *, address: str, role: str) -> None:
    """Accredit a person of one's own member."""
    secret = members.new_token()
    with world.acting(by) as who:
        given = members.accredit(
            member=Member.objects.get(pk=who.member),
            name=Words.of("en", en="A newcomer"),
            role=role,
            email=address,
            valid_from=who.instant.date(),
            token=secret,
        )
    world.invited.append((given.pk, secret, address))
    world.keys.append(given.pk)


def accept(world: "World", by: str, *, which: int) -> None:
    """An invited person accepts."""
    key, secret, address = _invited(world, which)
    account = Account.objects.filter(email=address).first() or Account.objects.create(email=address, password="!")
    with acting_as(world.ground.token(by)), transaction.atomic():
        bound = members.bind(secret, account)
    if bound is None:
        raise PermissionDenied
    with acting_as(token_for(account.key, key)), transaction.atomic():
        members.accept(accreditation=Accreditation.objects.get(pk=key))


def end(world: "World", by: str, *, which: int) -> None:
    """End the accreditation of a newcomer."""
    with world.acting(by):
        found = Accreditation.objects.filter(pk=_invited(world, which)[0]).first()
        if found is None:
            raise PermissionDenied
        members.end_accreditation(accreditation=found, version=found.version)


def _invited(world: "World", which: int) -> tuple[UUID, str, str]:
    """An accreditation that was given in this world, its secret and the invited address."""
    if not world.invited:
        raise PermissionDenied
    return world.invited[which % len(world.invited)]


def load(world: "World", by: str, *, number: int, to: tuple[str, ...]) -> None:
    """The secretariat enters a file that is released to few."""
    with world.acting(by):
        load_record(content=octets(with_more_for_few(number, to)), name="few.json")


def measure(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """Define a measure, for few."""
    asked = {"line": "military", "role": "output", "direction": "up", "pools": "none", "kind": "text"}
    given = Definition(name=Words.of("en", en="A hidden measure"), **asked)
    with world.acting(by):
        world.keys.append(define_measure(definition=given, readers=world.ground.readers_of(to)).pk)


def aim(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """Set a target of the public measure, for few."""
    with world.acting(by):
        found = Measure.objects.get(pk=world.ground.loaded["measure"])
        given = Aim(on=date(2026, 9, 1), value=Decimal(400), basis=Words.of("en", en="Hidden."))
        world.keys.append(set_target(measure=found, aim=given, readers=world.ground.readers_of(to)).pk)


def begin(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """Set another start of the public measure, for few."""
    with world.acting(by):
        found = Measure.objects.get(pk=world.ground.loaded["measure"])
        last = Baseline.objects.filter(measure=found).order_by("created_at", "key").last()
        given = Start(on=date(2026, 2, 1), value=Decimal(77), basis=Words.of("en", en="Hidden."))
        to_few = world.ground.readers_of(to)
        world.keys.append(set_baseline(measure=found, after=last and last.pk, start=given, readers=to_few).pk)


def attest(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """Attest that the public milestone was reached, to few; and expect it on another day."""
    with world.acting(by):
        found = Milestone.objects.get(pk=world.ground.loaded["milestone"])
        given = {"milestone": found, "on": date(2026, 6, 2), "readers": world.ground.readers_of(to)}
        world.keys.append(attest_milestone(state="reached", evidence=Words.of("en", en="Hidden."), **given).pk)
        world.keys.append(expect_milestone(reason=Words.of("en", en="Hidden."), **given).pk)


def demand(world: "World", by: str) -> None:
    """A member's keeper demands a second factor of the member's people."""
    with world.acting(by):
        world.keys.append(demand_second_factor().pk)


def answer_a_call(world: "World", by: str, *, to: tuple[str, ...], question: str = "") -> None:
    """A member answers a call before few; then the secretariat may ask about it."""
    with world.acting(by):
        held = Asked.objects.filter(call=world.ground.loaded["call"]).select_related("call", "measure")
        asked = held.order_by("key")[0]
        answer = Answer("no_data", reason=Words.of("en", en="None are counted."))
        readers = world.ground.readers_of((*to, "secretariat"))
        made = file_report(call=asked.call, measure=asked.measure, answer=answer, readers=readers)
    world.keys.append(made.pk)
    if question:
        with world.acting("officer"):
            ask_about(report=Report.objects.get(pk=made.pk), text=Words.of("en", en=question))


def sign_in(world: "World", by: str) -> None:
    """Sign in on one more device."""
    world.clients.pop(by, None)
    world.client(by)


def read(world: "World", by: str, *, path: str) -> None:
    """Open a page: it fills whatever remembers pages."""
    world.client(by).get(path.format(review=world.ground.reviews[0]))


def send(world: "World", by: str, *, path: str, data: tuple[tuple[str, str], ...]) -> None:
    """Send a form as a browser does; {review} and {hat} stand for keys."""
    names = {"review": world.ground.reviews[0], "hat": world.ground.hats[by][-1]}
    client = world.client(by)
    answer = client.post(
        path.format(**names),
        urlencode([(name, value.format(**names)) for name, value in data]),
        content_type="application/x-www-form-urlencoded",
        headers={"X-CSRFToken": client.cookies[settings.CSRF_COOKIE_NAME].value},
    )
    if answer.status_code >= 400:
        raise PermissionDenied


KINDS: dict[str, Callable[..., None]] = {
    one.__name__: one
    for one in (
        *(remark, correct, widen, usual, accredit, accept, end, load, demand, sign_in, read, send),
        *(measure, aim, begin, attest, answer_a_call),
        *(assessing.assess, assessing.see_anew),
        *(giving.give, giving.go_on, giving.consent),
        *(silencing.silently, silencing.prepare, silencing.entrust),
        *(risking.risk, risking.say_anew, risking.foresee, risking.tell),
        *(developing.change, developing.change_anew, developing.take_sides),
        *(developing.brief, developing.take),
        *(advising.advise, advising.call_few),
        *(tasking.task, tasking.judge, tasking.teach),
        *(texting.table, texting.voice, texting.veil),
        *(reporting.report, reporting.restate, reporting.query, reporting.overlap),
        *(minuting.close, minuting.refer, minuting.draft, minuting.amend),
        *(planning.document, planning.plan),
        *(hosting.host, hosting.show_another),
    )
}
