"""Ten break at one moment, and a chair whose clock says that silence is over: one outcome, and nothing is lost."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from tansiq import clock
from tansiq.decisions.silence import commands, queries, voicing
from tansiq.decisions.texts.models import Question
from tansiq.release.acting import acting_as
from tests.decisions.running import END, NOW, TICK, WORDS, at, begun
from tests.world import token

LAST = 60  # Seconds that a thread may take.
BREAKERS = ("alif", "alif2", "ba", "jim", "alif", "alif2", "ba", "jim", "alif", "ba")


@pytest.fixture
def committed(clocked, cluster):
    """A run in a clone of its own, in which acts are committed."""
    name = "silence_at_once"
    connection.close()
    cluster.clone(clocked, name)
    connection.settings_dict["NAME"] = name
    try:
        with transaction.atomic():
            question = begun()
        yield question
    finally:
        connection.close()
        connection.settings_dict["NAME"] = clocked
        cluster.drop(name)


def at_once(question: Question, acts):
    """All do it, each on a connection of its own and at its own instant, having looked before anybody is done."""
    ready = threading.Barrier(len(acts), timeout=LAST)
    clock.use(END.timestamp)

    def one(act) -> str:
        slug_token, instant, do = act
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('test.now', %s, false)", [instant.isoformat()])
            with acting_as(slug_token), transaction.atomic():
                held = queries.runs().get(pk=question.pk)
                ready.wait()
                return do(held).pk
        except ValidationError as refusal:
            return type(refusal).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(one, acts, timeout=LAST))


def objects(question: Question):
    return voicing.break_silence(question=question, kind="objected", words=WORDS)


def notice(question: Question):
    return commands.give_notice(question=question, attested=True)


def tokens(*slugs):
    found = []
    for slug in slugs:
        with at(END, slug):
            found.append(token(slug))
    return found


def chair_sees(question: Question, when):
    with at(when, "chair"), transaction.atomic():
        return queries.standing(queries.runs().get(pk=question.pk))


@pytest.mark.slow
def test_F11_ten_breakers_and_the_notice_of_the_end_have_one_outcome(committed):
    held = tokens(*BREAKERS, "chair")
    acts = [*((one, END - TICK, objects) for one in held[:-1]), (held[-1], END, notice)]
    former = clock.use(NOW.timestamp)
    try:
        done = at_once(committed, acts)
    finally:
        clock.use(former)
    stands = chair_sees(committed, END)
    kept = [*stands.run.breaks, *stands.run.contests, *stands.run.late]
    assert len(kept) == len(BREAKERS)
    assert not stands.run.late
    if stands.run.notice:  # The notice was quicker: then every objection of before the end contests it.
        assert (stands.state.value, len(stands.run.contests)) == ("contested", len(BREAKERS))
    else:
        assert stands.state.value == "broken"
        assert done[-1] == "Stale"


@pytest.mark.slow
def test_F11_at_the_end_itself_all_are_late_and_the_notice_adopts_once(committed):
    held = tokens(*BREAKERS[:4], "chair", "chair")
    acts = [*((one, END, objects) for one in held[:4]), (held[4], END, notice), (held[5], END, notice)]
    former = clock.use(NOW.timestamp)
    try:
        done = at_once(committed, acts)
    finally:
        clock.use(former)
    stands = chair_sees(committed, END)
    assert stands.state.value == "adopted"
    assert len(stands.run.late) == 4
    assert done[4:].count("Stale") == 1
