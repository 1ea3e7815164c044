"""What stands beside a report: it is asked about, ruled on, confirmed, and what two both counted is agreed."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from tansiq.release.acting import acting_as, public_token
from tansiq.release.models import Member
from tansiq.reports import queries
from tansiq.reports.commands.asking import (
    agree_overlap,
    ask_about,
    confirm_report,
    reply_to,
    rule_on,
    state_overlap,
)
from tansiq.reports.commands.filing import file_report
from tansiq.reports.models import Call, Query, Reply, Ruling
from tests.reports.reported import figure
from tests.secretariat import en, readers
from tests.world import token

pytestmark = pytest.mark.django_db


def test_a_question_and_its_answer_stand_beside_the_report(secretariat, call, trained, jim):
    alif, ba = token("alif"), token("ba")
    report = secretariat.report(call, trained, "SH", figure("40"), "WA")
    with acting_as(ba):
        query = ask_about(report=report, text=en("Were the trainers counted?"))
    with acting_as(alif):
        reply_to(query=query, text=en("No."))
    for who, seen in ((ba, (1, 1)), (alif, (1, 1)), (jim, (0, 0)), (public_token(), (0, 0))):
        with acting_as(who):
            assert (Query.objects.count(), Reply.objects.count()) == seen
    with acting_as(ba):
        (held,) = queries.standing(queries.reports_in(call))
        assert (held.figure.value, held.asked_about) == (40, 1)


def test_nobody_answers_for_another_nor_asks_itself(secretariat, call, trained, alif, ba):
    report = secretariat.report(call, trained, "SH", figure("40"), "WA")
    with acting_as(alif), pytest.raises(ValidationError, match="your own report"):
        ask_about(report=report, text=en("Is it?"))
    with acting_as(ba):
        query = ask_about(report=report, text=en("Is it?"))
        with pytest.raises(PermissionDenied):
            reply_to(query=query, text=en("It is."))


class TestRuling:
    @pytest.fixture
    def call(self, secretariat, trained):
        return secretariat.call(trained, way=Call.Way.ACCEPTANCE)

    def test_both_reasons_stay_and_the_newest_ruling_counts(self, secretariat, call, trained, alif, officer):
        report = secretariat.report(call, trained, "SH", figure("40"))
        with acting_as(officer):
            for why in ("The unit is missing.", "The period is another one."):
                rule_on(reports=[report], verdict="handed_back", reason=en(why))
        with acting_as(alif):
            told = [one.reason.plain("en") for one in queries.rulings_on(report)]
            assert sorted(told) == ["The period is another one.", "The unit is missing."]
            assert [one.verdict for one in queries.reports_in(call)] == ["handed_back"]

    def test_what_is_handed_back_says_why(self, secretariat, call, trained, officer):
        report = secretariat.report(call, trained, "SH", figure("40"))
        with acting_as(officer), pytest.raises(ValidationError, match="Say why"):
            rule_on(reports=[report], verdict="handed_back", reason=None)

    def test_many_are_accepted_as_one_act(self, secretariat, call, trained, officer):
        reports = [secretariat.report(call, trained, code, figure("40")) for code in ("SH", "WA", "NW")]
        with acting_as(officer):
            rule_on(reports=reports, verdict="accepted", reason=None)
            assert [one.verdict for one in queries.reports_in(call)] == ["accepted"] * 3

    def test_whoever_filed_it_does_not_accept_it_unless_the_call_says_so(self, secretariat, trained, officer):
        for own, refused in ((False, True), (True, False)):
            call = secretariat.call(trained, way=Call.Way.ACCEPTANCE, own_acceptance=own)
            with acting_as(officer):
                of = Member.objects.get(code="SH")
                entered = file_report(
                    call=call, measure=trained, answer=figure(), readers=readers("SH"), on_the_word_of=of
                )
                if refused:
                    with pytest.raises(ValidationError, match="does not accept it"):
                        rule_on(reports=[entered], verdict="accepted", reason=None)
                else:
                    rule_on(reports=[entered], verdict="accepted", reason=None)
                assert Ruling.objects.filter(report=entered).exists() is not refused

    def test_no_member_rules(self, secretariat, call, trained, ba):
        report = secretariat.report(call, trained, "SH", figure("40"), "WA", "secretariat")
        with acting_as(ba), pytest.raises(PermissionDenied):
            rule_on(reports=[report], verdict="accepted", reason=None)


def test_reports_to_a_call_for_clarification_are_not_ruled_on(secretariat, call, trained, officer):
    report = secretariat.report(call, trained, "SH", figure("40"))
    with acting_as(officer), pytest.raises(ValidationError, match="stand as they were filed"):
        rule_on(reports=[report], verdict="accepted", reason=None)


def test_the_member_confirms_what_was_entered_on_its_word(call, trained, alif, ba, officer):
    with acting_as(officer):
        of = Member.objects.get(code="SH")
        report = file_report(
            call=call, measure=trained, answer=figure(), readers=readers("SH", "WA"), on_the_word_of=of
        )
    with acting_as(ba), pytest.raises(PermissionDenied):
        confirm_report(report=report)
    with acting_as(alif):
        confirm_report(report=report)
        with pytest.raises(ValidationError, match="confirmed already"):
            confirm_report(report=report)
    with acting_as(ba):
        assert [one.confirmed for one in queries.reports_in(call)] == [True]


def test_an_overlap_counts_once_the_other_agrees(call, trained, alif, ba, jim):
    with acting_as(alif):
        overlap = state_overlap(
            call=call,
            measure=trained,
            other=Member.objects.get(code="WA"),
            value=Decimal(25),
            note=None,
            readers=readers("secretariat"),
        )
        assert list(queries.agreed_overlaps(call)) == []
        with pytest.raises(PermissionDenied):
            agree_overlap(overlap=overlap)
    with acting_as(ba):
        agree_overlap(overlap=overlap)
        assert [one.value for one in queries.agreed_overlaps(call)] == [25]
    with acting_as(jim):
        assert list(queries.overlaps_in(call)) == []
