"""Who is entitled under silence: those of the instant at which it begins, and nobody afterwards (R-S1)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, ProgrammingError, transaction

from tansiq.decisions.silence import commands
from tansiq.decisions.silence.models import SilenceAct
from tansiq.decisions.texts.models import Elector
from tansiq.members.commands import ownership
from tansiq.record.models import EntryGroup
from tests.decisions.running import END, HOUR, NOW, US, WORDS, at, begun, led, moved, proposed, standing, state
from tests.decisions.tabled import DAY, both, ruled, seated, tabled
from tests.pages import text
from tests.visits import at as address
from tests.visits import client

WHY = both("By letter.", "برسالة.")
NEXT = NOW + 24 * HOUR


def two_of(body, *readers):
    """A run proposed while Sahlan, and Wadina for the last day, hold the seats."""
    seated("SH", body=body)
    seated("WA", body=body, ends_on=NOW.date())
    ruled(body, from_on=DAY, way="silence", without_meeting=True)
    return proposed(text=tabled("officer", *readers, body=body))


def begins(question, when=NEXT):
    return led(commands.start_silence, question, when, until=END + 24 * HOUR, words=WHY)


def codes(question, when):
    return {one.member.code for one in standing(question, "chair", when).electors}


def adds(question, code, outcomes, slug, when):
    member = outcomes.member(code)
    with at(when, slug), pytest.raises(ProgrammingError), transaction.atomic():
        Elector.objects.create(question=question, member=member, **ownership(question.audience))


def acts(question, kind, slug, when, refused):
    with at(when, slug):
        row = SilenceAct(question=question, kind=kind, turn=9, until_at=END, **ownership(question.audience))
        with pytest.raises(refused), transaction.atomic():
            row.save(force_insert=True)


def test_R_S1_who_joined_before_it_began_is_on_the_list_and_who_left_is_not(outcomes):
    body = outcomes.body("Working group")
    question = two_of(body, *US)
    assert codes(question, NOW) == {"SH", "WA"}
    outcomes.seat(body, "NW")
    with at(NEXT, "chair"):
        assert not Elector.objects.filter(question=question).exists()
    assert codes(question, NEXT) == {"SH", "NW"}
    made = begins(question)
    outcomes.seat(body, "WA")
    assert codes(question, END) == {"SH", "NW"}
    with at(END, "ba"):
        told = [one.body.get("electors") for one in EntryGroup.objects.filter(entry__item=made.pk)]
    assert ["NW", "SH"] in told


def test_R_S1_a_text_that_somebody_entitled_does_not_read_does_not_begin(outcomes):
    body = outcomes.body("Working group")
    question = two_of(body, "SH", "WA")
    outcomes.seat(body, "NW")
    with pytest.raises(ValidationError, match="not released to everyone entitled"):
        begins(question)
    assert state(question, NEXT, "chair") == "proposed"


def test_R_S2_who_is_entitled_now_objects_to_the_use_of_silence(outcomes):
    body = outcomes.body("Working group")
    question = two_of(body, *US)
    with pytest.raises(PermissionDenied):
        led(commands.object_to_silence, question, NEXT, "ba", words=WORDS)  # Its seat is over.
    acts(question, "use_objected", "ba", NEXT, ProgrammingError)
    outcomes.seat(body, "NW")
    led(commands.object_to_silence, question, NEXT, "jim", words=WORDS)
    assert state(question, NEXT, "chair") == "lapsed"


def test_R_S1_nobody_writes_the_list_before_silence_begins_or_after_it(outcomes):
    waits = proposed()
    for slug in ("chair", "officer", "alif"):
        adds(waits, "SH", outcomes, slug, NOW)
    body = outcomes.body("Working group")
    question = two_of(body, *US)
    begins(question)
    outcomes.seat(body, "NW")
    for slug, when in (("officer", NEXT), ("jim", NEXT), ("chair", END), ("officer", END)):
        adds(question, "NW", outcomes, slug, when)
    adds(question, "WA", outcomes, "chair", NEXT)  # It holds no seat at that instant.
    acts(question, "started", "chair", END, IntegrityError)  # It begins once.


def test_R_S1_the_page_shows_who_would_be_entitled_and_then_who_is(outcomes):
    body = outcomes.body("Working group")
    for question, words in ((two_of(body, *US), "These would be entitled now"), (begun(), "frozen when silence began")):
        with moved(NOW):
            page = text(client("alif").get(address("silence", question.pk)))
        assert words in page
        assert "Sahlan" in page
