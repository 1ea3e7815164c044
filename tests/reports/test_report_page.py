"""The page of one report: its answer whole, how it stands, and what stands beside it, for those who may read it."""

import pytest

from tansiq.release.acting import acting_as
from tansiq.reports.commands.asking import ask_about, confirm_report, reply_to, rule_on
from tansiq.reports.commands.filing import file_report, restate_report
from tests.pages import ABSENT, statements, text
from tests.reports.reported import figure
from tests.secretariat import en, readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db


def page(report, slug="ba", language="en"):
    return text(client(slug).get(at("report", report.pk, language=language)))


def test_R_A1_three_dates_value_hedge_method_reliability_and_evidence(secretariat, call, trained):
    answer = figure(
        "40",
        qualifier="about",
        method=en("By the lists of the courses."),
        evidence=en("The lists of the ministry."),
        reliability="B",
        credibility="2",
        overruled=en("A new school opened."),
    )
    told = page(secretariat.report(call, trained, "SH", answer, "WA"))
    for words in (
        "Persons trained Sahlan",
        "about 40 persons stands as it was filed",
        "Period described 1 May to 1 June 2026 As of 1 June 2026 Filed 8 June 2026",
        "Hedge about",
        "How it was counted By the lists of the courses.",
        "Source B · usually reliable",
        "Information 2 · probably true",
        "Right though it looks unlikely A new school opened.",
        "Evidence The lists of the ministry.",
        "Released to 2 readers; not to the public",
        "A report was filed",
    ):
        assert words in told
    assert "40 شخصًا" in page(secretariat.report(call, trained, "SH", answer, "WA"), language="ar")


def test_evidence_that_is_released_apart_is_not_on_the_page(secretariat, call, trained):
    answer = figure("40", evidence=en("The lists of the ministry."))
    with acting_as(token("alif")):
        report = file_report(call=call, measure=trained, answer=answer, readers=readers("WA"), evidence_readers=[])
    assert ("The lists" in page(report, "alif"), "Evidence" in page(report, "ba")) == (True, False)


def test_who_entered_it_on_whose_word_and_that_it_is_confirmed(entered):
    assert "entered by Secretariat on its word, not yet confirmed" in page(entered)
    assert "Confirm it" in page(entered, "alif")
    with acting_as(token("alif")):
        confirm_report(report=entered)
    told = page(entered)
    assert "entered by Secretariat on its word, and confirmed" in told
    assert "Sahlan : confirmed that it was entered on its word" in told
    assert "Confirm it" not in page(entered, "alif")


def test_questions_and_answers_stand_as_a_conversation(report):
    with acting_as(token("ba")):
        query = ask_about(report=report, text=en("Were the trainers counted?"))
    assert "Answer this question" in page(report, "alif")
    with acting_as(token("alif")):
        reply_to(query=query, text=en("No."))
    told = page(report)
    places = [told.index(words) for words in ("Wadina Were the trainers counted?", "Sahlan No.")]
    assert (places, "Answer this question" in told) == (sorted(places), False)


def test_every_ruling_with_who_and_why(secretariat, accepting, trained):
    report = secretariat.report(accepting, trained, "SH", figure("40"), "WA", "secretariat")
    assert "40 persons waits to be accepted" in page(report)
    with acting_as(token("officer")):
        rule_on(reports=[report], verdict="handed_back", reason=en("The unit is missing."))
        rule_on(reports=[report], verdict="accepted", reason=None)
    told = page(report)  # Both at one instant: either is the newest.
    assert "waits to be accepted" not in told
    assert "Secretariat : handed back The unit is missing." in told
    assert "Secretariat : accepted" in told


class TestRestated:
    @pytest.fixture
    def later(self, report):
        with acting_as(token("alif")):
            return restate_report(
                report=report, answer=figure("45"), reason=en("Two courses were missing."), readers=readers("WA")
            )

    def test_R_A1_both_stay_and_the_reason_is_beside_them(self, report, later):
        told = page(report)
        assert "40 persons restated by a later one What stands in its place" in told
        for one in (told, page(later)):
            assert "restated, because Two courses were missing." in one
            assert "All that this reporter answered to this question" in one

    def test_who_reads_only_the_former_is_told_nothing_of_the_later(self, report):
        with acting_as(token("alif")):
            restate_report(report=report, answer=figure("45"), reason=en("Late."), readers=[])
        told = page(report)
        assert ("stands as it was filed" in told, "restated" in told, "45" in told) == (True, False, False)


@pytest.mark.parametrize("slug", ["", "jim"])
def test_hidden_and_absent_are_the_same_bytes(report, slug):
    pages = [client(slug).get(at("report", key)) for key in (report.pk, ABSENT)]
    assert [one.status_code for one in pages] == [404, 404]
    assert bare(pages[0].content).replace(str(report.pk), ABSENT) == bare(pages[1].content)


@pytest.mark.parametrize("count", [1, 3])
def test_its_statements_are_as_many_whatever_stands_beside_it(report, count):
    with acting_as(token("ba")):
        for number in range(count):
            ask_about(report=report, text=en(f"Question {number}?"))
    assert statements(client("ba"), at("report", report.pk)) == 16
