"""Positions on a text, hidden until the close where the body so sets, and what comes of it (R-S9, R-S12 to R-S15)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction
from django.utils import translation

from tansiq.decisions.models import Decision
from tansiq.decisions.positions.models import Condition, Explanation, Position, Reason
from tansiq.decisions.texts.models import QuestionEnd
from tansiq.decisions.texts.paragraphs import Para
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of, own_audience
from tests.decisions.tabled import ALL, OPEN, SAID, both, put, revised, ruled, seated, tabled
from tests.decisions.voiced import adopts, before_the_body, closes, explains, heard, takes
from tests.secretariat import en, readers
from tests.world import token

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def test_R_S12_one_voice_of_a_member_the_newest_counts_and_both_acts_stay():
    question = before_the_body()
    takes("alif", question, "awaiting")
    takes("alif2", question, "agrees")
    assert heard("ba", question) == {"SH": "agrees"}
    with acting_as(token("ba")):
        assert list(Position.objects.order_by("turn").values_list("kind", flat=True)) == ["awaiting", "agrees"]
        assert [one.kind for one in Entry.objects.filter(kind="position.taken")] == ["position.taken"] * 2
    with pytest.raises(Stale):
        takes("alif", question, "objects", reason="Too soon.", turn=1)


@pytest.mark.parametrize("kind", ["agrees", "referendum", "awaiting", "aside", "out"])
def test_R_S12_each_position_is_taken_and_none_of_these_is_an_objection(kind):
    question = before_the_body()
    takes("alif", question, kind)
    assert heard("jim", question) == {"SH": kind}
    assert adopts(question).code == "1/2026"


def test_R_S12_an_objection_bears_a_reason_or_says_that_it_bears_none_as_the_body_rules():
    question = before_the_body()
    for given, words in (
        ({}, "Give the reason"),
        ({"no_reason": True}, "bears a reason"),
        ({"no_reason": True, "reason": "Why."}, "not both"),
    ):
        with pytest.raises(ValidationError, match=words):
            takes("alif", question, "objects", **given)
    takes("alif", question, "objects", reason="Too soon.")
    free = put(tabled("officer", *ALL, body=ruled(question.text.body, from_on=date(2026, 2, 1), reasons=False).body))
    takes("ba", free, "objects", no_reason=True)
    with pytest.raises(ValidationError, match="Only an objection"):
        takes("ba", free, "agrees", no_reason=True)


def raw(question, **given):
    """A position past the command, as plain SQL would put it in."""
    wide = ownership(question.audience)
    return Position(question=question, turn=7, opened=question.audience, **{**wide, "kind": "agrees", **given})


def refused(by, row):
    with acting_as(token(by)), pytest.raises(ProgrammingError), transaction.atomic():
        row.save(force_insert=True)


def test_R_S12_the_database_refuses_an_objection_without_a_reason_and_a_voice_that_is_nobodys():
    question = before_the_body()
    with acting_as(token("alif")):
        bare, silent, good = raw(question, kind="objects"), raw(question, kind="objects", no_reason=True), raw(question)
        late = raw(question)
        late.created_at -= timedelta(seconds=1)
    for row in (bare, silent, late):
        refused("alif", row)
    with acting_as(token("chair")):
        office = raw(question)
    refused("chair", office)  # An office is not entitled.
    refused("ba", good)  # Nobody speaks for another.
    with acting_as(token("alif")):
        good.save(force_insert=True)
    closes(question)
    with acting_as(token("ba")):
        after = raw(question)
    refused("ba", after)


def test_R_S12_a_statement_and_a_reservation_have_words_and_a_paragraph_is_of_the_version_that_was_put():
    question = before_the_body()
    with pytest.raises(ValidationError, match="Write the statement"):
        takes("alif", question, "reservation")
    takes("alif", question, "reservation", words="Not bound by this.", on=2)
    other = put(tabled("officer", *ALL))
    with acting_as(token("alif")):
        foreign = raw(other, paragraph=Position.objects.get().paragraph)
    refused("alif", foreign)


def test_R_S12_a_reason_has_an_audience_of_its_own():
    question = before_the_body()
    takes(
        "alif", question, "objects", reason="Our parliament has not voted.", to_whom=("chair",), lifts=[(1, "Later.")]
    )
    for by, seen in (("ba", 0), ("officer", 0), ("chair", 1), ("alif2", 1)):
        with acting_as(token(by)):
            assert (Reason.objects.count(), Condition.objects.count(), Position.objects.count()) == (seen, 1, 1)
            told = [group.body for entry in Entry.objects.filter(kind="position.taken") for group in entry.groups.all()]
            assert "parliament" not in str(told)


def test_R_S12_hidden_until_the_close_then_as_each_member_chose():
    question = before_the_body(hidden=True)
    takes("alif", question, "agrees")
    takes("ba", question, "objects", "SH", reason="No.", to_whom=("SH",))
    for by, seen in (
        ("alif", {"SH": "agrees"}),
        ("ba", {"WA": "objects"}),
        ("jim", {}),
        ("chair", {}),
        ("officer", {}),
    ):
        assert heard(by, question) == seen
    with acting_as(token("chair")):
        assert not Entry.objects.filter(kind="position.taken").exists()
    with pytest.raises(ValidationError, match="close the question first"):
        adopts(question)
    assert closes(question).outcome == "not_adopted"
    for by, seen in (("alif", {"SH", "WA"}), ("jim", {"SH"}), ("chair", {"SH", "WA"})):
        assert set(heard(by, question)) == seen
    with acting_as(token("jim")):
        assert (Reason.objects.count(), Decision.objects.filter(body__isnull=False).count()) == (0, 0)


def test_R_S12_hidden_positions_are_put_in_for_their_member_alone():
    question = before_the_body(hidden=True)
    with acting_as(token("alif")):
        open_one, own = raw(question), raw(question)
        own.audience = own_audience()
    refused("alif", open_one)
    with acting_as(token("alif")):
        own.save(force_insert=True)
    assert heard("chair", question) == {}


def test_R_S12_hidden_and_nobody_objects_closing_adopts():
    question = before_the_body(hidden=True)
    takes("alif", question, "agrees")
    assert closes(question).outcome == "adopted"
    with acting_as(token("jim")):
        assert Decision.objects.get(body__isnull=False).code == "1/2026"


def test_R_S12_consensus_is_the_absence_of_an_objection():
    question = before_the_body()
    takes("alif", question, "objects", reason="Too soon.")
    with pytest.raises(ValidationError, match="objection stands"):
        adopts(question)
    takes("alif", question, "aside")
    assert adopts(question).code == "1/2026"


def test_R_S13_consensus_minus_one_stands_against_one_objection_and_not_against_two():
    question = before_the_body(way="minus", minus=1)
    takes("alif", question, "objects", reason="No.")
    takes("ba", question, "objects", reason="No.")
    with pytest.raises(ValidationError, match="objection stands"):
        adopts(question)
    takes("ba", question, "agrees")
    assert adopts(question).code


def test_R_S12_a_qualified_majority_counts_who_agrees():
    question = before_the_body(way="majority", numerator=2, denominator=3)
    takes("alif", question, "agrees")
    takes("jim", question, "objects", reason="No.")
    with pytest.raises(ValidationError, match="Too few agree"):
        adopts(question)
    takes("ba", question, "reservation", words="But not here.")
    assert adopts(question).code


def test_R_S15_in_the_room_the_record_shows_who_was_present_and_the_quorum_is_of_those(outcomes):
    review = outcomes.first()
    question = before_the_body(review, quorum_numerator=1, quorum_denominator=2)
    outcomes.part(review, "present", "SH")
    outcomes.part(review, "absent", "NW")
    with pytest.raises(ValidationError, match="no quorum"):
        adopts(question)
    outcomes.part(review, "represented", "WA")
    made = adopts(question)
    with acting_as(token("ba")):
        told = [group.body for group in Entry.objects.get(item=made.pk).groups.all() if group.name == "content"]
        assert (told[0]["present"], made.review_id) == (["SH", "WA"], review.pk)
    with pytest.raises(Stale):
        adopts(question)


def test_a_language_that_the_body_requires_is_waited_for():
    ruled(seated(*ALL), languages=("ar", "en"))
    text = tabled("officer", *ALL)
    with acting_as(token("officer")):
        first, second = (Para.of(one) for one in text.versions.get().paragraphs.order_by("place"))
    left = replace(first, text=both("Other words.", first.text.words["ar"]))
    revised(text, said=[left, second])
    question = put(text)
    with pytest.raises(ValidationError, match="language that this body requires lags"):
        adopts(question)


@pytest.mark.parametrize("hidden", [False, True])
def test_R_S15_words_in_brackets_are_agreed_before_anything_is_adopted(hidden):
    ruled(seated(*ALL), hidden=hidden)
    text = tabled("officer", *ALL, said=OPEN)
    question = put(text)
    with pytest.raises(ValidationError, match="Paragraph 1 still has words in brackets"):
        (closes if hidden else adopts)(question)
    closes(question, withdraw=True)
    revised(text, said=SAID)
    (closes if hidden else adopts)(put(text))


def test_R_S9_numbers_are_given_at_adoption_without_a_gap_for_each_audience(outcomes):
    body = seated("SH")
    ruled(body)
    numbers = [adopts(put(tabled("officer", *codes))).code for codes in (("SH",), ALL, ("SH",), ALL)]
    assert numbers == ["1/2026", "1/2026", "2/2026", "2/2026"]
    with acting_as(token("jim")):
        held = Decision.objects.filter(body=body).order_by("code").values_list("code", flat=True)
        assert list(held) == ["1/2026", "2/2026"]


def test_a_decision_is_adopted_here_by_a_question_alone():
    question = before_the_body()
    with acting_as(token("chair")):
        given = {
            "body": question.text.body,
            "text_version": question.text_version,
            "text": en("Mine."),
            "kind": "decision",
        }
        with pytest.raises(ProgrammingError), transaction.atomic():
            Decision.objects.create(code="9/2026", **given, **ownership(question.audience))
    with acting_as(token("alif")), pytest.raises(PermissionDenied):
        adopts(question, "alif")


def test_R_S14_an_explanation_is_verbatim_in_its_own_language_before_or_after(outcomes):
    question = before_the_body()
    first = explains("alif", question, "We read it as a beginning.")
    adopts(question)
    explains("ba", question, "We had no instructions.", "SH")
    for by, seen in (("jim", 1), ("alif", 2)):
        with acting_as(token(by)):
            assert Explanation.objects.count() == seen
    assert first.text.words == {"en": "We read it as a beginning."}
    with pytest.raises(PermissionDenied):
        explains("chair", question, "Nor we.")


def test_what_is_released_to_few_is_heard_by_few_and_always_by_the_two_offices():
    question = before_the_body()
    takes("alif", question, "objects", "SH", reason="No.", to_whom=("SH",))
    assert [heard(by, question) for by in ("ba", "chair", "officer")] == [{}, {"SH": "objects"}, {"SH": "objects"}]
    with acting_as(token("officer")):
        outside = audience_of([*readers("SH", "coordinator"), *readers("secretariat")])
    with acting_as(token("ba")):
        row = raw(question)
        row.audience = row.opened = outside
    refused("ba", row)


def test_withdrawn_from_the_body_nothing_comes_of_it():
    question = before_the_body()
    assert closes(question, withdraw=True).outcome == QuestionEnd.Outcome.WITHDRAWN
    with pytest.raises(ValidationError, match="over"):
        takes("alif", question, "agrees")
