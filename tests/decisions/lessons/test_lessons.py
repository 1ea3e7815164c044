"""Lessons: identified, cured by an action, validated by another, learned; hidden with the advice that they come of."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from tansiq.advice.models import Advice
from tansiq.decisions.lessons import commands, queries
from tansiq.decisions.lessons.commands import Taken
from tansiq.decisions.lessons.models import Lesson, LessonStep
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tests.advice.given import called, gave
from tests.decisions.actions.doing import laid, told
from tests.pages import ABSENT, statements, text
from tests.secretariat import en
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
WEAK = "Lists come late."


def weak(*codes, by="jim", call=None, words=WEAK, **given) -> Advice:
    return gave(call or called(), by, *codes, words=words, kind="weak_point", **given)


def identified(
    advice: Advice, by="officer", words="Share lists the same day.", analysis="Nobody owned them."
) -> Lesson:
    with acting_as(token(by)):
        seen = Advice.objects.select_related("audience").get(pk=advice.pk)
        return commands.identify_lesson(advice=seen, words=en(words), analysis=en(analysis))


def step(lesson: Lesson, by="officer", turn=None, **given) -> LessonStep:
    with acting_as(token(by)):
        found = queries.lessons().get(pk=lesson.pk)
        before = len(queries.steps_among([found])[found.pk])
        taken = Taken(en("As we see it."), **given)
        return commands.take_lesson_step(lesson=found, taken=taken, turn=before if turn is None else turn)


def stands(lesson: Lesson, slug="jim") -> str:
    return text(client(slug).get(at("lesson", lesson.pk)))


def done(*owners):
    """An action of Sahlan's that was done."""
    made = laid()
    told(made, "done", words="The lists are shared.")
    return made


def test_a_lesson_goes_from_its_weak_point_over_an_action_and_another_s_eyes_to_what_was_learned():
    lesson = identified(weak())
    assert "identified; no action yet" in stands(lesson)
    assert "Nobody owned them." in stands(lesson)
    action = laid()
    step(lesson, action=action)
    assert "an action is to cure it" in stands(lesson)
    assert "Share lists the same day." in text(client("jim").get(at("action", action.pk)))
    assert "Its action is not done yet" in stands(lesson)
    with pytest.raises(ValidationError):
        step(lesson, "jim", works=True)
    told(action, "done", words="The lists are shared.")
    assert "Its action is not done yet" not in stands(lesson)
    step(lesson, "jim", works=True)
    assert "its action works" in stands(lesson)
    step(lesson, place="doctrine")
    assert "learned · in doctrine" in stands(lesson)
    assert "learned · in doctrine" in text(client("alif").get(at("lessons")))
    with pytest.raises(PermissionDenied):
        step(lesson, place="rule")
    told(action, "in_progress", words="They come late again.")
    assert "its action is open again: nothing is learned while it is" in stands(lesson)
    assert "learned · in doctrine" not in text(client("alif").get(at("lessons")))


def test_what_does_not_work_asks_for_another_action_and_nothing_is_forgotten():
    lesson = identified(weak())
    step(lesson, action=done())
    step(lesson, "jim", works=False)
    assert "its action does not work yet" in stands(lesson)
    step(lesson, action=done())
    step(lesson, "jim", works=True)
    page = stands(lesson)
    assert ("it does not work yet" in page, "its action works" in page) == (True, True)


@pytest.mark.parametrize("by", ["officer", "alif", "ba"])  # Who made it; who leads its action; who joins in.
def test_nobody_validates_its_own(by):
    lesson = identified(weak())
    action = done()
    step(lesson, action=action)
    with pytest.raises(PermissionDenied):
        step(lesson, by, works=True)
    with acting_as(token(by)):
        seen = Lesson.objects.select_related("audience").get(pk=lesson.pk)
        given = {"kind": "validated", "words": en("It works."), "works": True, "turn": 1, **ownership(seen.audience)}
        with pytest.raises(DatabaseError), transaction.atomic():
            LessonStep.objects.create(lesson=seen, action=action, **given)


def test_who_makes_a_lesson():
    advice = weak(by="jim")
    for by in ("jim", "officer", "chair"):
        identified(advice, by)
    for by in ("alif", "ba"):
        with pytest.raises(PermissionDenied):
            identified(advice, by)
    for slug, status in (("jim", 200), ("officer", 200), ("alif", 403)):
        assert client(slug).get(at("lesson_make", advice.pk)).status_code == status
        assert ("Make a lesson of it" in text(client(slug).get(at("advice", advice.pk)))) == (status == 200)


def test_an_author_that_is_not_named_makes_none_by_which_it_would_be_known():
    advice = weak(by="jim")
    with acting_as(token("jim")):
        assert commands.may_identify(Advice(owner_id=advice.owner_id, attribution="attributed"))
        assert not commands.may_identify(Advice(owner_id=advice.owner_id, attribution="chatham"))


def test_who_does_not_read_the_advice_reads_no_lesson():
    lesson = identified(weak("NW", "SH", "secretariat", "chair"))
    step(lesson, action=done())
    assert WEAK in stands(lesson, "alif")
    hidden = client("ba").get(at("lesson", lesson.pk))
    absent = client("ba").get(at("lesson", ABSENT))
    shown = bare(hidden.content).replace(str(lesson.pk), ABSENT)
    assert (hidden.status_code, shown) == (absent.status_code, bare(absent.content))
    assert absent.status_code == 404
    assert "Share lists" not in text(client("ba").get(at("lessons")))
    with acting_as(token("ba")):
        assert not Lesson.objects.exists()
        assert not LessonStep.objects.exists()
        assert not Entry.objects.filter(kind__startswith="lesson.").exists()


def test_an_action_that_not_all_its_readers_read_is_refused():
    lesson = identified(weak())
    few = laid(None, "SH", "WA")
    with pytest.raises(ValidationError) as refusal:
        step(lesson, action=few)
    assert "not released to all who read the lesson" in str(refusal.value)


def test_two_at_once_take_one_step():
    lesson = identified(weak())
    step(lesson, action=laid())
    with pytest.raises(Stale):
        step(lesson, action=laid(), turn=0)


def test_a_weak_point_that_is_named_again_shows_on_its_lesson(later):
    call = called()
    first = weak(call=call)
    lesson = identified(first)
    assert "named again since" not in stands(lesson)
    later(1)
    weak(call=call, words="Lists still come late.", earlier=first)
    assert "named again since" in stands(lesson)


def test_the_forms_do_it_and_say_what_is_missing():
    advice = weak()
    officer, jim = client("officer"), client("jim")
    answer = officer.post(at("lesson_make", advice.pk), {"text": "", "analysis": "", "language": "en"})
    assert answer.status_code == 400
    answer = officer.post(at("lesson_make", advice.pk), {"text": "Share lists.", "analysis": "", "language": "en"})
    key = answer["Location"].rstrip("/").rsplit("/", 1)[-1]
    action = done()
    sent = {"text": "By sharing.", "language": "en", "turn": "0"}
    assert officer.post(at("lesson_step", key), sent).status_code == 400
    assert officer.post(at("lesson_step", key), {**sent, "action": str(action.pk)}).status_code == 302
    assert officer.post(at("lesson_step", key), sent).status_code == 403
    sent |= {"turn": "1"}
    assert jim.post(at("lesson_step", key), {**sent, "works": "perhaps"}).status_code == 400
    assert jim.post(at("lesson_step", key), {**sent, "works": "yes"}).status_code == 302
    page = text(client("jim").get(at("lesson", key, language="ar")))
    assert "نجع إجراؤه" in page


def test_as_many_statements_for_one_as_for_three():
    counts = []
    lesson = None
    for _time in range(3):
        lesson = identified(weak())
        step(lesson, action=done())
        one = [
            statements(client("alif"), at(name, *args)) for name, args in (("lessons", ()), ("lesson", (lesson.pk,)))
        ]
        counts.append(one)
    assert counts == [counts[0]] * 3
    assert counts[0] == [9, 9]
