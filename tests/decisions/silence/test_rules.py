"""The silence procedure on the record and in the database, rule by rule (R-S1 to R-S11)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction

from tansiq.decisions.silence import commands, queries, voicing
from tansiq.decisions.silence.models import SilenceAct
from tansiq.decisions.texts.models import QuestionEnd
from tansiq.decisions.texts.paragraphs import Para
from tansiq.decisions.texts.queries import paragraphs_of
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale
from tansiq.record.models import Entry, EntryGroup
from tests.decisions.running import (
    END,
    HOUR,
    NOW,
    TICK,
    US,
    WORDS,
    at,
    begun,
    broken,
    led,
    proposed,
    said,
    standing,
    state,
)
from tests.decisions.tabled import DAY, OPEN, both, revised, ruled, seated, tabled


def outcome(question):
    with at(NOW, "ba"):
        return QuestionEnd.objects.get(question=question).outcome


WHY = both("Consultations go on.", "المشاورات جارية.")


def test_R_S1_a_run_is_of_one_version_and_those_entitled_when_it_began(outcomes):
    question = begun()
    held = standing(question)
    assert (held.state.value, held.left) == ("under_silence", 72 * HOUR)
    assert {one.member.code for one in held.electors} == {*US}
    assert held.question.text_version.digest
    later = outcomes.member("WA")
    assert str(later.pk) in held.run.terms.entitled


def test_R_S2_one_objection_to_using_silence_and_the_text_goes_back(outcomes):
    question = proposed()
    assert state(question) == "proposed"
    led(commands.object_to_silence, question, slug="alif", words=WORDS)
    assert state(question) == "lapsed"
    with pytest.raises(Stale):
        led(commands.start_silence, question, until=END, words=WHY)
    led(commands.close_run, question)
    assert outcome(question) == "lapsed"


def test_R_S2_without_a_meeting_only_where_the_rule_says_so_and_after_a_consultation(outcomes):
    body = seated(*US)
    ruled(body, way="silence")
    with pytest.raises(ValidationError):
        proposed(text=tabled("officer", *US, body=body))
    question = proposed(text=None, without_meeting=True)
    with pytest.raises(ValidationError):
        led(commands.start_silence, question, until=END)


def test_R_S1_a_version_with_words_in_brackets_does_not_go_under_silence(outcomes):
    body = seated(*US)
    ruled(body, from_on=DAY, way="silence", without_meeting=True)
    text = tabled("officer", *US, body=body, said=(*OPEN, *OPEN))
    with pytest.raises(ValidationError, match="Paragraphs 1, 3 still have words in brackets"):
        proposed(text=text)


def test_R_S3_no_run_is_shorter_than_the_body_allows(outcomes):
    with pytest.raises(ValidationError):
        proposed(until=END - TICK)


def test_R_S4_what_members_say_ends_nothing_and_their_statements_stay_with_the_paragraph(outcomes):
    question = begun()
    with at(NOW, "alif"):
        paragraph = paragraphs_of(question.text_version_id)[0]
    said(question, "acknowledged")
    said(question, "associated", "jim")
    said(question, "reserved", "ba", words=WORDS, paragraph=paragraph)
    with pytest.raises(ValidationError):
        said(question, "stated")
    held = standing(question)
    assert held.state.value == "under_silence"
    assert len(held.run.acknowledged) == len(held.run.associated) == 1
    assert [one.paragraph.strand for one in held.acts if one.kind == "reserved"] == [paragraph.strand]


@pytest.mark.parametrize("kind", ["objected", "amended"])
def test_R_S5_a_break_is_effective_at_once_for_all_and_is_not_undone(outcomes, kind):
    question = begun()
    with at(NOW, "alif"):
        paragraph = paragraphs_of(question.text_version_id)[0]
    made = broken(question, kind=kind, paragraph=paragraph)
    assert made.verdict == "breaks"
    assert {state(question, slug=slug) for slug in ("alif", "ba", "jim", "chair", "officer")} == {"broken"}
    with pytest.raises(Stale):
        led(commands.give_notice, question, END, attested=True)
    with pytest.raises(Stale):
        said(question, "associated")


def test_R_S5_a_break_bears_words_where_the_body_asks_for_them_and_names_its_own_version(outcomes):
    question = begun()
    with pytest.raises(ValidationError):
        broken(question, words=None)
    with pytest.raises(ValidationError):
        broken(question, kind="amended")
    free = begun(reasons=False)
    assert broken(free, words=None).verdict == "breaks"


def test_R_S5_the_member_decides_who_breaks_and_whether_it_takes_two(outcomes):
    question = begun()
    given = {"weekend": None, "holidays": {}}
    with at(NOW, "alif2"), pytest.raises(PermissionDenied):
        voicing.choose(breakers="any", two_persons=False, **given)
    with at(NOW, "alif"):
        voicing.choose(breakers="any", two_persons=True, **given)
    assert broken(question).kind == "prepared"
    assert state(question) == "under_silence"
    assert broken(question).kind == "prepared"  # The same person again confirms nothing.
    assert standing(question, "ba").acts == standing(question, "jim").acts  # Nobody else sees of it.
    assert broken(question, "alif2").kind == "objected"
    assert state(question) == "broken"


def test_R_S5_an_office_an_observer_or_the_public_breaks_nothing(outcomes):
    question = begun()
    for slug in ("chair", "officer"):
        with pytest.raises(PermissionDenied):
            broken(question, slug)


def test_R_S6_after_the_end_a_notice_is_due_and_what_comes_late_is_kept_for_the_chair(outcomes):
    question = begun()
    assert (state(question, END - TICK), state(question, END)) == ("under_silence", "due")
    assert broken(question, when=END).verdict == "late"
    assert state(question, END) == "due"
    for slug, seen in (("chair", 1), ("alif", 1), ("ba", 0)):
        assert len(standing(question, slug, END).run.late) == seen


def test_R_S6_downtime_and_a_failed_delivery_are_never_consent(outcomes):
    question = begun()
    with at(NOW, "alif"):
        given = ownership(question.audience)
        SilenceAct.objects.create(question=question, kind="undelivered", turn=2, **given)
    assert state(question, END) == "barred"
    with pytest.raises(Stale):
        led(commands.give_notice, question, END, attested=True)
    led(commands.prolong, question, END + HOUR, until=END + 24 * HOUR, words=WHY)
    assert state(question, END + 24 * HOUR) == "due"


def test_R_S6_without_the_chairs_word_that_all_could_be_reached_no_notice_and_all_may_be_asked_again(outcomes):
    question = begun()
    with pytest.raises(ValidationError):
        led(commands.give_notice, question, END, attested=False)
    led(commands.prolong, question, END + HOUR, until=END + 80 * HOUR, words=WHY, again=True)
    assert state(question, END + HOUR) == "under_silence"
    led(commands.give_notice, question, END + 80 * HOUR, attested=True)
    with at(END + 80 * HOUR, "ba"):
        notice = SilenceAct.objects.get(question=question, kind="notice")
        told = [one.body.get("attested") for one in EntryGroup.objects.filter(entry__item=notice.pk)]
    assert (notice.plain, True in told) == (True, True)


def test_R_S7_the_chair_extends_before_the_end_with_a_reason_and_so_often(outcomes):
    question = begun(extensions=1)
    led(commands.prolong, question, until=END + HOUR, words=WHY)
    assert standing(question).run.end == END + HOUR
    with pytest.raises(ValidationError):
        led(commands.prolong, question, until=END + 2 * HOUR, words=WHY)
    with pytest.raises(PermissionDenied):
        led(commands.prolong, question, slug="alif", until=END + 2 * HOUR, words=WHY)


def test_R_S8_the_clock_stands_still_with_what_remains(outcomes):
    question = begun()
    led(commands.suspend, question, NOW + HOUR)
    held = standing(question, when=END)
    assert (held.state.value, held.left) == ("suspended", 71 * HOUR)
    led(commands.resume, question, END)
    assert standing(question).run.end == END + 71 * HOUR


def test_R_S9_the_notice_adopts_from_the_end_and_numbers_are_without_a_gap_for_their_readers(outcomes):
    first = begun()
    number = led(commands.give_notice, first, END + HOUR, attested=True)
    assert (number.code, number.starts_on) == ("1/2026", END.date())
    assert state(first, END + HOUR) == "adopted"
    body = first.text.body
    for readers, code in (((), "1/2026"), (US, "2/2026")):  # The public reads no gap, nor do those who read both.
        other = proposed(text=tabled("officer", *readers, body=body, title=both("Other", "آخر")))
        with at(NOW, "chair"):
            commands.start_silence(question=other, until=END, words=WHY)
        assert led(commands.give_notice, other, END, attested=True).code == code
    with pytest.raises(Stale):
        led(commands.give_notice, first, END + HOUR, attested=True)


def test_R_S10_who_broke_is_shown_to_all_only_where_the_rule_of_the_body_says_so(outcomes):
    hidden, shown = begun(), begun(breaker_shown=True)
    for question in (hidden, shown):
        broken(question)
    for slug, names in (("chair", {"SH"}), ("alif", {"SH"}), ("ba", set())):
        acts = standing(hidden, slug).acts
        assert {one.owner.code for one in acts if one.verdict} == names
    assert {one.owner.code for one in standing(shown, "ba").acts if one.verdict} == {"SH"}
    with at(NOW, "ba"):
        assert not SilenceAct.objects.filter(question=hidden, kind="objected").exists()
        told = [one.key for one in queries.breaks_among([hidden.pk])[hidden.pk]]
        assert len(told) == 1
        assert not Entry.objects.filter(item__in=told).exists()


def test_what_a_member_may_not_put_in_PostgreSQL_refuses(outcomes):
    question = begun()
    for slug, kind in (("alif", "notice"), ("chair", "associated"), ("officer", "started")):
        with at(NOW, slug):
            given = {"question": question, "kind": kind, "turn": 9, **ownership(question.audience)}
            with pytest.raises(ProgrammingError), transaction.atomic():
                SilenceAct.objects.create(**given)
    with at(NOW, "chair"):
        given = {"question": question, "kind": "objected", "verdict": "breaks", "turn": 9}
        with pytest.raises(ProgrammingError), transaction.atomic():
            SilenceAct.objects.create(**given, **ownership(question.audience))
    with at(NOW, "alif"):
        back = ownership(question.audience) | {"created_at": NOW - HOUR}
        with pytest.raises(ProgrammingError), transaction.atomic():
            SilenceAct.objects.create(question=question, kind="acknowledged", turn=9, **back)


def test_after_a_break_a_new_version_goes_under_silence_in_a_run_of_its_own(outcomes):
    question = begun()
    broken(question)
    text = question.text
    revised(text, said=[Para(both("The dam is guarded.", "يحرس السد."), "decides")])
    again = proposed(text=text)
    assert again.pk != question.pk
    assert state(again) == "proposed"
    assert outcome(question) == "broken"


def test_a_run_that_is_hidden_from_somebody_is_not_there(outcomes):
    body = seated("SH", "WA")
    ruled(body, way="silence", without_meeting=True)
    text = tabled("officer", "SH", "WA", body=body)
    question = proposed(text=text)
    with at(NOW, "jim"):
        assert not queries.runs().filter(pk=question.pk).exists()
        assert queries.breaks_among([question.pk]) == {}
