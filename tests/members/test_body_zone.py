"""A body's due times are told in its own zone: where it is changed, and on the pages of its calls."""

import re

import pytest

from tansiq.members.models import Body
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.reports.models import Call
from tests.pages import statements, text
from tests.reports.reported import Reported
from tests.reports.test_call_make import filled
from tests.visits import at, client
from tests.world import token

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretariat(db):
    return Reported()


@pytest.fixture
def body(secretariat):
    return secretariat.small_group()


def change(body, zone="Asia/Amman", version=1):
    return client("officer").post(at("body_zone", body.pk), {"version": version, "zone": zone})


def test_what_is_due_is_typed_and_told_in_the_zone_of_the_body(secretariat, body):
    trained = secretariat.trained()
    assert change(body).url == at("body", body.pk)
    officer = client("officer")
    assert "Time zone Amman" in text(officer.get(at("body", body.pk)))
    assert "The time in Amman, for example 18:00." in text(officer.get(at("call_make")))
    officer.post(at("call_make"), filled(trained, due_at="01:30"))
    with acting_as(token("officer")):
        call = Call.objects.get()
    assert call.due_at.isoformat() == "2026-06-19T22:30:00+00:00"
    told = "Saturday 20 June 2026, 01:30 (Amman, UTC+03:00) · 19 June 2026, 22:30 (UTC)"
    for name, args in (("calls", ()), ("call", (call.pk,)), ("call_closing", (call.pk,))):
        assert told in text(officer.get(at(name, *args)))
    assert told in text(client("alif").get(at("call_answer", call.pk)))
    letter = client("officer").get(at("call_letter", call.pk)).content.decode()
    assert f"reports by {told}." in letter
    assert "عمّان" in letter


def test_a_time_that_no_clock_there_shows_is_refused(secretariat, body):
    change(body, "Europe/Berlin")
    sent = filled(secretariat.trained(), due_on="2027-03-28", due_at="02:30")
    refused = client("officer").post(at("call_make"), sent)
    assert refused.status_code == 400
    assert "On that day no clock there shows this time" in text(refused)


def test_whoever_was_slower_is_told_and_both_stand_there(body):
    change(body)
    slower = change(body, "Asia/Baghdad")
    assert slower.status_code == 409
    assert re.search(r'value="Asia/Baghdad" selected', slower.content.decode())
    with acting_as(token("officer")):
        assert Body.objects.get(pk=body.pk).zone == "Asia/Amman"
        assert Entry.objects.filter(kind="body.zoned", item=body.pk).count() == 1


def test_only_a_zone_that_people_live_in(body):
    assert change(body, "Etc/GMT+3").status_code == 400


def test_nobody_but_the_office_that_made_it(body):
    for slug in ("alif", "chair", "admin.sh", ""):
        assert client(slug).get(at("body_zone", body.pk)).status_code == 404
    assert "Change the time zone" not in text(client("alif").get(at("body", body.pk)))


def test_as_many_statements_as_ever(body):
    assert statements(client("officer"), at("body_zone", body.pk)) == 6
