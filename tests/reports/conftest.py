"""What the tests of reports share."""

import pytest

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
