"""What the tests of reports share."""

import pytest
from django.utils import translation

from tansiq.release.acting import acting_as
from tansiq.release.models import Member
from tansiq.reports.commands.filing import file_report
from tansiq.reports.models import Call
from tests.reports.reported import Reported, figure
from tests.secretariat import readers
from tests.world import token


@pytest.fixture
def secretariat(db):
    return Reported()


@pytest.fixture
def trained(secretariat):
    return secretariat.trained()


@pytest.fixture
def call(secretariat, trained):
    return secretariat.call(trained)


@pytest.fixture
def report(secretariat, call, trained):
    """Sahlan's answer, which Wadina and the secretariat read."""
    return secretariat.report(call, trained, "SH", figure("40"), "WA", "secretariat")


@pytest.fixture
def accepting(secretariat, trained):
    """A call whose reports count once they are accepted."""
    return secretariat.call(trained, way=Call.Way.ACCEPTANCE)


@pytest.fixture
def entered(call, trained):
    """What the secretariat entered on Sahlan's word; Wadina reads it too."""
    with acting_as(token("officer")):
        of = Member.objects.get(code="SH")
        to = readers("SH", "WA")
        return file_report(call=call, measure=trained, answer=figure("40"), readers=to, on_the_word_of=of)


@pytest.fixture(autouse=True)
def english():
    """Refusals are read as a test writes them."""
    with translation.override("en"):
        yield
