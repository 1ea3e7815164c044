"""What needs me: each kind with its link and its time, for whom it is, and nothing of what is not released."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from tansiq.release.acting import acting_as
from tansiq.release.models import Member
from tansiq.reports.answering import Answer
from tansiq.reports.commands.asking import ask_about, confirm_report, reply_to, rule_on, state_overlap
from tansiq.reports.commands.drafting import keep_draft
from tansiq.reports.commands.filing import restate_report
from tansiq.reports.models import Call
from tests.pages import statements, text
from tests.reports.reported import Reported, figure
from tests.secretariat import en, readers
from tests.visits import at, bare, client
from tests.world import INSTANT, token

pytestmark = pytest.mark.django_db
NOW = datetime.fromisoformat(INSTANT)
BOTH = ("WA", "secretariat")
NONE = Answer("no_data", reason=en("None are counted."))


@pytest.fixture
def secretariat(db):
    return Reported()


@pytest.fixture
def trained(secretariat):
    return secretariat.trained()


def page(slug="", language="en"):
    return text(client(slug).get(at("my_needs", language=language)))


def test_nothing_needs_you_is_said_kindly():
    assert "Nothing needs you now When something does, it stands here." in page("ba")
    assert "Nothing needs you now" in text(client("ba").get(at("home")))


def test_strangers_are_shown_the_way_in():
    assert client().get(at("my_needs")).status_code == 302


def test_a_call_needs_those_whom_it_asks_until_they_have_answered(secretariat, trained):
    call = secretariat.call(trained, secretariat.counted("people", name="People"), members=("WA",))
    told = page("ba")
    assert "Answer for 2 measures Reports of May in time Saturday 20 June 2026, 12:00 (UTC) in 12 days" in told
    assert f"/en/calls/{call.pk}/answer/" in client("ba").get(at("my_needs")).content.decode()
    secretariat.report(call, trained, "WA", NONE)
    assert "Answer for 1 measure Reports of May" in page("ba")
    assert "1 thing needs you" in text(client("ba").get(at("home")))
    assert "Nothing needs you now" in page("jim")


def test_what_is_due_first_stands_first(secretariat, trained):
    secretariat.call(trained, title=en("Later"), due_at=NOW + timedelta(days=30))
    secretariat.call(trained, title=en("Sooner"), due_at=NOW + timedelta(days=2))
    told = page("ba")
    assert told.index("Sooner soon") < told.index("Later in time")


def test_a_ready_draft_needs_the_head_alone(secretariat, trained):
    call = secretariat.call(trained, members=("SH",))
    with acting_as(token("alif2")):
        keep_draft(call=call, measure=trained, given={"value": "12"}, ready=True)
    assert "Clear 1 draft of your delegation" in page("alif")
    assert "Clear" not in page("alif2")


def test_a_question_needs_its_reporter_until_it_replies(secretariat, trained):
    call = secretariat.call(trained)
    report = secretariat.report(call, trained, "WA", figure(), "secretariat", "SH")
    with acting_as(token("alif")):
        query = ask_about(report=report, text=en("How counted?"))
    assert "Reply to a question about your member’s report Persons trained no time is set" in page("ba")
    assert "Reply" not in page("alif")
    with acting_as(token("ba")):
        reply_to(query=query, text=en("By name."))
    assert "Reply" not in page("ba")


def test_R_A1_what_was_handed_back_needs_its_reporter_until_it_is_restated(secretariat, trained):
    call = secretariat.call(trained, way=Call.Way.ACCEPTANCE)
    report = secretariat.report(call, trained, "WA", figure())
    assert "Rule on 1 report Reports of May" in page("officer")
    with acting_as(token("officer")):
        rule_on(reports=[report], verdict="handed_back", reason=en("No period."))
    assert "Look at a report that was handed back Persons trained" in page("ba")
    assert "Rule on" not in page("officer")
    with acting_as(token("ba")):
        restate_report(report=report, answer=figure("13"), reason=en("Period."), readers=readers("secretariat"))
    assert "handed back" not in page("ba")
    assert "Rule on 1 report" in page("officer")


def test_what_was_entered_on_a_members_word_waits_for_it(secretariat, trained):
    call = secretariat.call(trained)
    wadina = secretariat.member("WA")
    report = secretariat.report(call, trained, "secretariat", figure(), *BOTH, on_the_word_of=wadina)
    assert "Confirm what was entered on your member’s word Persons trained" in page("ba")
    assert "Answer for" not in page("ba")
    with acting_as(token("ba")):
        confirm_report(report=report)
    assert "Nothing needs you now" in page("ba")


def test_an_overlap_waits_for_the_other_reporter(secretariat, trained):
    call = secretariat.call(trained)
    with acting_as(token("ba")):
        other = Member.objects.get(code="NW")
        state_overlap(call=call, measure=trained, other=other, value=Decimal(3), note=None, readers=readers("NW"))
    assert "Say whether your member counted this too Persons trained" in page("jim")
    assert "counted this" not in page("ba")


def test_the_secretariat_sees_who_has_not_answered_once_a_call_is_due(secretariat, trained):
    secretariat.call(trained)
    assert "Nothing needs you now" in page("officer")
    call = secretariat.overdue(trained, title=en("Reports of April"))
    secretariat.report(call, trained, "WA", figure(), "SH", "secretariat")
    late = "Reports of April late Sunday 7 June 2026, 10:00 (UTC) 1 day ago"
    assert f"See the 2 members of 3 without all their answers {late}" in page("officer")


def test_what_is_not_released_leaves_no_trace(secretariat, trained):
    call = secretariat.call(trained)
    mine = secretariat.report(call, trained, "WA", NONE, "secretariat")
    asked = [("ba", "en"), ("ba", "ar"), ("chair", "en")]
    names = ("my_needs", "home")
    look = lambda: [bare(client(slug).get(at(name, language=way)).content) for slug, way in asked for name in names]  # noqa: E731 -- asked twice
    before = look()
    hidden = secretariat.report(call, trained, "NW", NONE, "secretariat")
    with acting_as(token("officer")):
        ask_about(report=hidden, text=en("Hidden question."))
    assert look() == before
    assert "Reply" in page("jim")
    with acting_as(token("officer")):
        ask_about(report=mine, text=en("Open question."))
    assert look() != before


@pytest.mark.parametrize(("name", "number"), [("my_needs", 7), ("home", 22)])
def test_as_many_statements_for_one_as_for_three(secretariat, trained, name, number):
    counts = []
    for _time in range(3):
        call = secretariat.call(trained)
        report = secretariat.report(call, trained, "WA", NONE, "secretariat")
        with acting_as(token("officer")):
            ask_about(report=report, text=en("How counted?"))
        secretariat.call(trained)
        counts.append(statements(client("ba"), at(name)))
    assert counts == [number] * 3


@pytest.mark.parametrize("slug", ["officer", "ba"])
def test_needs_come_in_pages(secretariat, trained, slug):
    for number in range(51):
        call = secretariat.call(trained, title=en(f"Call {number}"), way=Call.Way.ACCEPTANCE)
        if slug == "officer":
            secretariat.report(call, trained, "WA", NONE, "secretariat")
    second = text(client(slug).get(at("my_needs") + "?page=2"))
    assert second.count("Call 50") == 1 or second.count("Call ") == 1
