"""How tests put a text under silence, move the clock, and speak for members and for the chair."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count

from django.db import connection

from tansiq import clock
from tansiq.decisions.silence import commands, queries, voicing
from tansiq.decisions.silence.queries import Standing
from tansiq.decisions.texts.models import Question
from tansiq.decisions.texts.queries import newest
from tansiq.languages.words import Words
from tansiq.release.acting import acting_as
from tests.decisions.tabled import DAY, both, ruled, seated, tabled
from tests.world import INSTANT, token

NOW = datetime.fromisoformat(INSTANT).astimezone(UTC)
HOUR, TICK = timedelta(hours=1), timedelta(microseconds=1)
END = NOW + 72 * HOUR
COUNT = count()  # Of two rules the later one counts.
US = ("SH", "WA", "NW")
WORDS = Words.of("en", en="Not in this form.")
# The clock of a clone of the world: it stands where a test sets it, else at the instant of all worlds.
CLOCK = f"""SET ROLE tansiq_owner; CREATE OR REPLACE FUNCTION tansiq.now() RETURNS timestamptz LANGUAGE sql STABLE AS
$fn$SELECT coalesce(nullif(current_setting('test.now', true), ''), '{INSTANT}')::timestamptz$fn$"""


@contextmanager
def moved(instant: datetime) -> Iterator[None]:
    """The clock of the clone, and of the program, stands at an instant."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('test.now', %s, false)", [instant.isoformat()])
    former = clock.use(instant.timestamp)  # By which a context expires.
    try:
        yield
    finally:
        clock.use(former)
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('test.now', '', false)")


@contextmanager
def at(instant: datetime, slug: str) -> Iterator[None]:
    """Somebody acts at an instant."""
    with moved(instant), acting_as(token(slug)):
        yield


def proposed(*, until=END, text=None, slug="chair", when=NOW, review=None, **rule) -> Question:
    """A run that was proposed, in writing, of a text that all three read."""
    if text is None:
        body = seated(*US)
        ruled(body, from_on=DAY + timedelta(next(COUNT)), **{"way": "silence", "without_meeting": True, **rule})
        text = tabled("officer", *US, body=body)
    with at(when, slug):
        return commands.propose_silence(version=newest(text.pk), until=until, review=review)


def begun(**given) -> Question:
    """A run under silence."""
    question = proposed(**given)
    with at(NOW, "chair"):
        commands.start_silence(question=question, until=question_end(question), words=both("By letter.", "برسالة."))
    return question


def question_end(question: Question) -> datetime:
    """The end that was proposed."""
    return queries.standing(question).run.proposal.until


def standing(question: Question, slug="ba", when=NOW) -> Standing:
    with at(when, slug):
        return queries.standing(queries.runs().get(pk=question.pk))


def state(question: Question, when=NOW, slug="ba") -> str:
    return standing(question, slug, when).state.value


def said(question, kind, slug="alif", *, when=NOW, words=None, paragraph=None):
    with at(when, slug):
        return voicing.say(question=question, kind=kind, words=words, paragraph=paragraph)


def broken(question, slug="alif", *, when=NOW, words=WORDS, kind="objected", paragraph=None):
    with at(when, slug):
        return voicing.break_silence(question=question, kind=kind, words=words, paragraph=paragraph)


def led(command, question, when=NOW, slug="chair", **given):
    with at(when, slug):
        return command(question=question, **given)
