"""Calling for reports: what, of whom, until when, in which circle."""

from datetime import date, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from tansiq.record.models import Entry
from tansiq.release.acting import acting_as, public_token
from tansiq.release.models import Member
from tansiq.reports import queries
from tansiq.reports.commands.calling import call_for_reports
from tests.secretariat import readers
from tests.world import token

pytestmark = pytest.mark.django_db


def test_each_member_is_asked_for_each_measure(secretariat, trained, alif):
    land = secretariat.counted("land")
    call = secretariat.call(trained, land, members=["SH", "WA"])
    with acting_as(alif):
        asked = sorted((one.member.code, one.measure.code) for one in queries.asked_in(call))
        assert asked == [("SH", "land"), ("SH", "trained"), ("WA", "land"), ("WA", "trained")]
        own = Member.objects.get(code="SH")
        assert [one.measure.code for one in queries.asked_of(call, own.pk)] == ["land", "trained"]
        assert [one.kind for one in Entry.objects.filter(item=call.pk)] == ["reports.called"]


def test_its_circle_reads_it_and_nobody_else(secretariat, trained, alif, jim):
    call = secretariat.call(trained, members=["SH"], readers=readers("secretariat"))
    with acting_as(alif):
        assert list(queries.calls()) == [call]
    for who in (jim, public_token()):
        with acting_as(who):
            assert (list(queries.calls()), list(queries.asked_in(call))) == ([], [])


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"members": []}, "at least one member"),
        ({"due_at": datetime.fromisoformat("2026-06-08T09:59:59+00:00")}, "passed already"),
        ({"period": (date(2026, 6, 1), date(2026, 5, 1))}, "ends before"),
    ],
)
def test_what_is_wrong_is_refused_with_its_reason(secretariat, trained, wrong, why):
    with pytest.raises(ValidationError, match=why):
        secretariat.call(trained, **wrong)


def test_a_call_is_not_released_more_widely_than_what_it_asks_for(secretariat):
    with pytest.raises(ValidationError, match="not released to all"):
        secretariat.call(secretariat.counted("secret", "SH"))


def test_a_member_calls_for_nothing(secretariat, trained, call):
    with acting_as(token("alif")), pytest.raises(PermissionDenied):
        call_for_reports(
            body=call.body,
            review=None,
            title=call.title,
            question=None,
            period=(call.period_from, call.period_until),
            due_at=call.due_at,
            measures=[trained],
            members=[Member.objects.get(code="WA")],
            way=call.way,
            own_acceptance=False,
            readers=readers("WA"),
        )
