"""PostgreSQL lets a report name its reporter's own figure of the same measure, released alike, and no other."""

import pytest
from django.db import ProgrammingError, transaction

from tansiq.efforts.models import Figure
from tansiq.members.commands import ownership
from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of
from tansiq.reports.models import Report
from tests.reports.reported import figure
from tests.secretariat import readers
from tests.world import token

pytestmark = pytest.mark.django_db
ALIKE = ("SH", "WA", "secretariat")


@pytest.fixture
def reported(secretariat):
    """Sahlan's figure in answer to a call, and a second measure that is asked for."""
    land, sea = (secretariat.counted(code, kind="flow", pools="sum") for code in ("trained", "armed"))
    call = secretariat.call(land, sea, review=secretariat.first())
    return secretariat.report(call, land, "SH", figure("15"), "WA", "secretariat"), sea


def again(found: Report, by: str, to: tuple[str, ...], **other) -> Report:
    """Lay the same row once more, past every command."""
    with acting_as(token(by)), transaction.atomic():
        held = Figure.objects.get(pk=found.figure_id)
        given = {"call_id": found.call_id, "measure_id": found.measure_id, "figure_id": held.pk, "answer": "figure"}
        return Report.objects.create(**{**given, **other}, **ownership(audience_of(readers(*to))))


def test_R_A1_its_own_figure_may_be_named(reported):
    found, _sea = reported
    assert again(found, "alif", ALIKE).figure_id == found.figure_id


@pytest.mark.parametrize("to", [("SH", "secretariat"), ("SH", "WA")])
def test_R_A1_no_figure_that_is_released_otherwise(reported, to):
    with pytest.raises(ProgrammingError):
        again(reported[0], "alif", to)


def test_R_A1_no_figure_of_another_measure(reported):
    found, sea = reported
    with pytest.raises(ProgrammingError):
        again(found, "alif", ALIKE, measure_id=sea.pk)


def test_R_A1_no_figure_of_another_member(reported):
    with pytest.raises(ProgrammingError):
        again(reported[0], "ba", ALIKE)
