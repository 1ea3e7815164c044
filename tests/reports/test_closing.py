"""Closing a call: who had not answered is on record, each before itself, as far as was released to whoever closed."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction

from tansiq.members.commands import ownership
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of, own_reader
from tansiq.reports.commands.closing import close_call
from tansiq.reports.models import Closing, Missed
from tests.pages import statements, text
from tests.reports.reported import MEMBERS, figure
from tests.secretariat import readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db


@pytest.fixture
def due(secretariat, trained):
    return secretariat.overdue(trained)


def closed(call, slug="officer"):
    with acting_as(token(slug)):
        return close_call(call=call)


def noted(slug):
    with acting_as(token(slug)):
        return sorted((row.member.code, row.unanswered, row.asked) for row in Missed.objects.select_related("member"))


def kinds(slug):
    with acting_as(token(slug)):
        return sorted(Entry.objects.filter(kind__in=["call.closed", "report.missed"]).values_list("kind", flat=True))


def test_that_it_is_closed_is_told_to_its_circle_and_who_had_not_answered_to_itself(secretariat, trained, due):
    secretariat.report(due, trained, "WA", figure())
    closed(due)
    assert noted("officer") == [("NW", 1, 1), ("SH", 1, 1)]
    assert (noted("jim"), noted("alif"), noted("ba"), noted("chair")) == ([("NW", 1, 1)], [("SH", 1, 1)], [], [])
    assert kinds("officer") == ["call.closed", "report.missed", "report.missed"]
    assert (kinds("jim"), kinds("ba")) == (["call.closed", "report.missed"], ["call.closed"])


def test_a_closed_call_asks_nobody_any_more(due):
    with acting_as(token("jim")):
        assert "Answer for 1 measure" in text(client("jim").get(at("my_needs")))
    closed(due)
    for slug in ("jim", "officer"):
        assert "Nothing needs you now" in text(client(slug).get(at("my_needs")))


def test_whoever_is_no_caller_closes_nothing(due):
    with pytest.raises(PermissionDenied):
        closed(due, "ba")
    assert client("ba").post(at("call_closing", due.pk)).status_code == 403


def test_it_is_closed_once_and_not_before_its_time(due, call):
    with pytest.raises(ValidationError, match="not due yet"):
        closed(call)
    closed(due)
    with pytest.raises(ValidationError, match="closed already"):
        closed(due)
    assert client("officer").post(at("call_closing", due.pk)).status_code == 400


def test_late_answers_are_taken_and_what_was_noted_stays(secretariat, trained, due):
    closed(due)
    secretariat.report(due, trained, "NW", figure())
    assert ("NW", 1, 1) in noted("officer")


def test_the_page_shows_who_and_closes(due):
    officer = client("officer")
    told = text(officer.get(at("call_closing", due.pk)))
    assert "Nawras 1 measure of 1" in told
    assert "Close reporting to this call" in told
    answer = officer.post(at("call_closing", due.pk), follow=True)
    assert "Reporting to this call is closed; who had not answered is on record." in answer.content.decode()
    told = text(officer.get(at("call_closing", due.pk)))
    assert ("Reporting was closed on 8 June 2026" in told, "Close reporting" in told) == (True, False)
    mine = text(client("jim").get(at("call_closing", due.pk)))
    assert ("Nawras 1 measure of 1" in mine, "Sahlan" in mine) == (True, False)


def test_before_its_time_nobody_is_offered_to_close(call):
    told = text(client("officer").get(at("call_closing", call.pk)))
    assert ("It is not due yet" in told, "Close reporting" in told) == (True, False)


def test_a_hidden_call_and_an_absent_one_are_answered_alike(secretariat, trained):
    hidden = secretariat.overdue(trained, members=("SH",), readers=[])
    answers = [client("ba").get(at("call_closing", key)) for key in (hidden.pk, "00000000-0000-4000-8000-000000000000")]
    assert [one.status_code for one in answers] == [404, 404]
    assert len({bare(one.content).replace(str(hidden.pk), "") for one in answers}) <= 2


@pytest.mark.parametrize("is_closed", [True, False])
def test_what_is_not_released_leaves_no_trace_in_what_others_read(secretariat, trained, due, is_closed):
    """Jim reads the same whether Wadina has reported to the secretariat or not."""
    pages = []
    for answers in (False, True):
        call = secretariat.overdue(trained)
        if answers:
            secretariat.report(call, trained, "WA", figure())
        if is_closed:
            closed(call)
        pages.append(bare(client("jim").get(at("call_closing", call.pk)).content).replace(str(call.pk), ""))
    assert pages[0] == pages[1]


@pytest.mark.parametrize(("is_closed", "number"), [(False, 8), (True, 8)])
def test_as_many_statements_for_one_as_for_three(secretariat, trained, is_closed, number):
    counts = []
    for members in (("SH",), ("SH", "WA"), ("SH", "WA", "NW")):
        call = secretariat.overdue(trained, members=members)
        if is_closed:
            closed(call)
        counts.append(statements(client("officer"), at("call_closing", call.pk)))
    assert counts == [number] * 3


@pytest.mark.parametrize(("slug", "codes"), [("ba", MEMBERS), ("officer", ())])
def test_the_database_closes_by_an_office_before_the_whole_circle_alone(due, slug, codes):
    with acting_as(token(slug)):
        own = ownership(audience_of([*readers(*codes, "secretariat"), own_reader()]))
        with pytest.raises(ProgrammingError), transaction.atomic():
            Closing.objects.create(call=due, **own)
