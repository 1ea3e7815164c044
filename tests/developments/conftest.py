"""What the tests of developments share."""

import pytest
from django.utils import translation

from tests.efforts.measured import Measured


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def secretariat(db):
    return Measured()


@pytest.fixture
def line(secretariat):
    return secretariat.subject("military", "Operations", number=1)
