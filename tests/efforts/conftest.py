"""What the tests of measures share."""

import pytest

from tests.efforts.measured import Measured


@pytest.fixture
def secretariat(db):
    return Measured()


@pytest.fixture
def line(secretariat):
    return secretariat.subject("military", "Operations", number=1)


@pytest.fixture
def land(secretariat):
    return secretariat.measure("land", name="Territory retaken")


@pytest.fixture
def held(secretariat, land):
    return secretariat.base(land, "of the territory that was held")


@pytest.fixture
def review(secretariat):
    return secretariat.first()
