"""What the tests of reports share."""

import pytest
from django.utils import translation

from tests.reports.reported import Reported


@pytest.fixture
def secretariat(db):
    return Reported()


@pytest.fixture
def trained(secretariat):
    return secretariat.trained()


@pytest.fixture
def call(secretariat, trained):
    return secretariat.call(trained)


@pytest.fixture(autouse=True)
def english():
    """Refusals are read as a test writes them."""
    with translation.override("en"):
        yield
