"""Texts by version and paragraph, and the question by which one is put: hidden, frozen, and to all entitled (R-S1)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction
from django.utils import translation

from tansiq import clock
from tansiq.decisions.texts import commands, queries
from tansiq.decisions.texts.models import (
    BodyRule,
    Elector,
    Paragraph,
    Question,
    QuestionEnd,
    Text,
    TextVersion,
)
from tansiq.decisions.texts.paragraphs import Para, digest_of, lagging
from tansiq.engines.deciding import Rule
from tansiq.languages.words import Words
from tansiq.members.commands import ownership, record_standing
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC
from tests.decisions.tabled import ALL, SAID, both, put, revised, ruled, seated, stands, tabled
from tests.secretariat import en, readers
from tests.world import token

pytestmark = pytest.mark.django_db
TABLES = (Text, TextVersion, Paragraph, Question, Elector, QuestionEnd)


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def paras(text, by="officer"):
    with acting_as(token(by)):
        return [Para.of(one) for one in queries.paragraphs_of(queries.newest(text.pk).pk)]


def ended(question, outcome="withdrawn"):
    with acting_as(token("chair")):
        return commands.end_question(question=question, outcome=outcome)


def test_R_S1_a_question_is_on_one_version_by_its_hash_and_one_frozen_electorate(outcomes):
    body = seated(*ALL)
    ruled(body)
    text = tabled("alif", *ALL)
    question = put(text)
    with acting_as(token("ba")):
        assert question.text_version.digest == digest_of(paras(text, "ba")) == digest_of(SAID)
        assert [one.member.code for one in queries.electors_of(question.pk)] == ["NW", "SH", "WA"]
    later = outcomes.seat(body, "WA")
    with acting_as(token("chair")):  # The list is of the instant of the question.
        given = ownership(question.audience) | {"created_at": clock.now() + timedelta(seconds=1)}
        with pytest.raises(ProgrammingError), transaction.atomic():
            Elector.objects.create(question=question, member=later.member, **given)


def test_R_S1_observers_never_and_neither_the_suspended_nor_those_whose_seat_is_over(outcomes):
    body = seated("SH", "WA", "NW")
    observed = outcomes.body("Working group")
    outcomes.seat(observed, "SH", role="observer")
    outcomes.seat(observed, "WA", ends_on=date(2020, 1, 1))
    outcomes.seat(observed, "NW", starts_on=date(2030, 1, 1))
    with acting_as(token("officer")):
        assert queries.electorate(observed) == []
        record_standing(member=outcomes.member("WA"), step="suspension", on=date(2026, 1, 1))
        assert [one.code for one in queries.electorate(body)] == ["NW", "SH"]
        assert [one.code for one in queries.electorate(body, date(2025, 12, 31))] == ["NW", "SH", "WA"]
    ruled(body)
    question = put(tabled("officer", *ALL))
    with acting_as(token("chair")):
        assert [one.member.code for one in queries.electors_of(question.pk)] == ["NW", "SH"]
        with pytest.raises(ProgrammingError), transaction.atomic():
            Elector.objects.create(question=question, member=outcomes.member("WA"), **ownership(question.audience))
    ruled(observed)
    with pytest.raises(ValidationError, match="Nobody holds a seat"):
        put(tabled("officer", *ALL, body=observed))


def test_R_S1_members_suspended_meanwhile_stay_on_the_list(outcomes):
    body = seated(*ALL)
    ruled(body)
    question = put(tabled("officer", *ALL))
    with acting_as(token("officer")):
        record_standing(member=outcomes.member("WA"), step="suspension", on=date(2026, 6, 8))
        assert [one.member.code for one in queries.electors_of(question.pk)] == ["NW", "SH", "WA"]


def test_a_text_not_released_to_all_entitled_cannot_be_put_to_them():
    ruled(seated(*ALL))
    with pytest.raises(
        ValidationError, match=r"not released to everyone entitled to answer\. It lacks: Nawras, Wadina"
    ):
        put(tabled("alif", "SH"))
    assert put(tabled("alif", *ALL)).way == "meeting"


def test_R_S2_where_it_was_proposed_and_by_which_chair_and_silence_starts_from_a_meeting(outcomes):
    body = seated(*ALL)
    ruled(body)
    text, review = tabled("officer", *ALL), outcomes.first()
    with pytest.raises(ValidationError, match="silence starts from a meeting"):
        put(text, way="silence")
    question = put(text, way="silence", review=review, chair=outcomes.member("SH"))
    assert (question.proposed, question.review, question.chair.code) == ("meeting", review, "SH")
    ruled(body, from_on=date(2026, 2, 1), without_meeting=True)
    written = put(tabled("officer", *ALL), way="silence")
    assert (written.proposed, written.review, written.chair.code) == ("writing", None, "chair")
    with pytest.raises(ValidationError, match="another body"):
        put(tabled("officer", *ALL), review=outcomes.review("Elsewhere", None, body=outcomes.body("Plenary")))


def test_R_S1_a_version_goes_under_silence_once_and_broken_silence_asks_for_a_new_one(outcomes):
    ruled(seated(*ALL), without_meeting=True)
    text = tabled("officer", *ALL)
    question = put(text, way="silence")
    with pytest.raises(ValidationError, match="before the body already"):
        put(text)
    ended(question, "broken")
    with pytest.raises(ValidationError, match="under silence already"):
        put(text, way="silence")
    revised(text, said=[*paras(text), Para(both("Third.", "ثالثا."))])
    assert put(text, way="silence").turn == 2


def test_the_rule_of_a_body_is_dated_data_over_its_founding_values_and_frozen_with_the_question(outcomes):
    body = seated(*ALL)
    with acting_as(token("officer")):
        assert queries.rule_of(body) is None
    with pytest.raises(ValidationError, match="No rule is on record"):
        put(tabled("officer", *ALL))
    founded = outcomes.body("Plenary", decides="silence", silence_hours=24)
    with acting_as(token("officer")):
        assert queries.rule_of(founded) == Rule("silence", silence_hours=24)
    ruled(body, from_on=date(2026, 1, 1), way="majority", numerator=2, denominator=3)
    ruled(body, from_on=date(2027, 1, 1), way="consensus", hidden=True)
    with acting_as(token("alif")):
        assert (queries.rule_of(body).way, queries.rule_of(body, date(2027, 1, 1)).hidden) == ("majority", True)
    question = put(tabled("officer", *ALL))
    ruled(body, from_on=date(2026, 6, 1), way="consensus")
    assert (question.ruled.way, question.ruled.numerator) == ("majority", 2)
    ruled(body, from_on=date(2026, 6, 2), way="majority", numerator=2, denominator=3)
    text = tabled("officer", *ALL)
    with pytest.raises(ValidationError, match="by a majority"):
        put(text, way="silence")


@pytest.mark.parametrize(
    "given", [{"way": "majority"}, {"way": "minus"}, {"quorum_numerator": 2, "quorum_denominator": 1}]
)
def test_a_rule_without_its_numbers_is_none(given):
    with pytest.raises(ValidationError):
        ruled(seated(*ALL), **given)


def test_versions_stay_and_the_one_that_was_seen_counts(outcomes):
    text = tabled("alif", *ALL)
    first, second = paras(text)
    now = [Para(both("The dam shall be guarded.", second.text.words["ar"]), first.verb, first.strand), second]
    made = revised(text, "alif", said=now, note=en("Brackets lifted."))
    with acting_as(token("ba")):
        assert [one.number for one in queries.versions_of(text.pk)] == [1, 2]
        assert [one.strand for one in queries.paragraphs_of(made.pk)] == [first.strand, second.strand]
    with pytest.raises(Stale):
        revised(text, "alif", said=now, number=1)
    with pytest.raises(ValidationError, match="stand already"):
        revised(text, "alif", said=now)
    with pytest.raises(PermissionDenied):
        revised(text, "ba", said=[Para(en("Mine."))])
    assert revised(text, "officer", said=[second]).number == 3
    with acting_as(token("alif")):
        assert [one.kind for one in Entry.objects.filter(item=made.pk)] == ["text.revised"]


def test_a_translation_that_its_original_left_behind_is_stale_until_it_is_written_anew():
    text = tabled("officer", *ALL)
    first, second = paras(text)
    revised(
        text, said=[Para(both("The dam shall be guarded.", first.text.words["ar"]), "decides", first.strand), second]
    )
    left, same = paras(text)
    assert (left.text.standing, same.text.standing) == ({"ar": "stale"}, {})
    assert lagging([left, same], ["ar", "en"]) == ("ar",)
    revised(text, said=[left, Para(both("Monthly.", "شهريا."), "requests", second.strand)])
    assert paras(text)[0].text.standing == {"ar": "stale"}
    revised(text, said=[Para(both("The dam shall be guarded.", "يجب أن يحرس السد."), "decides", first.strand), second])
    assert lagging(paras(text), ["ar", "en"]) == ()
    assert lagging([Para(Words.of("ar", ar="سد"))], ["ar", "en"]) == ("en",)


@pytest.mark.parametrize("said", [[], [Para(en("A."), "sings")], [Para(en("A."))] * 201])
def test_what_is_no_text_is_refused(said):
    with pytest.raises(ValidationError):
        tabled("officer", *ALL, said=said)


def test_a_strand_of_another_text_is_refused():
    text, other = tabled("officer", *ALL), tabled("officer", *ALL)
    with pytest.raises(ValidationError, match="no other"):
        revised(text, said=paras(other))


def test_what_is_not_released_leaves_no_trace_and_its_version_and_paragraphs_go_with_it(outcomes):
    ruled(seated("SH"), without_meeting=True)
    text = tabled("alif", "SH")
    ended(put(text))
    for by, seen in (("alif", 1), ("officer", 1), ("chair", 1), ("ba", 0), ("jim", 0)):
        with acting_as(token(by)):
            assert [min(one.objects.count(), 1) for one in TABLES] == [seen] * len(TABLES), by
    with acting_as(token("officer")):
        wider = ownership(audience_of({PUBLIC}))
        with pytest.raises(ProgrammingError), transaction.atomic():
            TextVersion.objects.create(text=text, number=2, digest="0" * 64, **wider)


def test_a_version_once_tabled_gains_no_paragraph_and_nobody_but_its_author_or_an_office_makes_one():
    text = tabled("alif", *ALL)
    version = stands(text)
    for by, later in (("ba", 0), ("officer", 0), ("alif", 1)):
        with acting_as(token(by)):
            given = ownership(version.audience) | {"text_version": version, "strand": version.pk, "text": en("More.")}
            given["created_at"] += timedelta(seconds=later)
            with pytest.raises(ProgrammingError), transaction.atomic():
                Paragraph.objects.create(place=9, **given)
    with acting_as(token("ba")), pytest.raises(ProgrammingError), transaction.atomic():
        TextVersion.objects.create(text=text, number=2, digest="0" * 64, **ownership(text.audience))


def test_members_neither_put_questions_nor_set_rules():
    body = seated(*ALL)
    ruled(body)
    text = tabled("alif", *ALL)
    version = stands(text)
    with pytest.raises(PermissionDenied):
        put(text, "alif")
    for by in ("alif", "ba"):
        with acting_as(token(by)):
            given = {"text": text, "text_version": version, "way": "meeting", "rule": {}, "proposed": "writing"}
            with pytest.raises(ProgrammingError), transaction.atomic():
                Question.objects.create(**given, chair_id=text.owner_id, turn=1, **ownership(text.audience))
            with pytest.raises(ProgrammingError), transaction.atomic():
                BodyRule.objects.create(
                    body=body, from_on=date(2026, 1, 1), way="consensus", **ownership(body.audience)
                )
    question = put(text)
    with acting_as(token("alif")), pytest.raises(ProgrammingError), transaction.atomic():
        QuestionEnd.objects.create(question=question, outcome="adopted", **ownership(question.audience))


def test_a_question_is_over_once():
    ruled(seated(*ALL))
    question = put(tabled("officer", *ALL))
    with acting_as(token("ba")):
        assert queries.is_open(question)
    ended(question)
    with pytest.raises(Stale):
        ended(question)


def test_readers_of_heads_alone_are_reached(outcomes):
    heads = audience_heads()
    with acting_as(token("officer")):
        assert [one.code for one in queries.unreached(heads, [outcomes.member(code) for code in ALL])] == ["WA", "NW"]


def audience_heads():
    with acting_as(token("officer")):
        (sahlan,) = readers("SH")
        return audience_of({sahlan + 1, *readers("secretariat")})
