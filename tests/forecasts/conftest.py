"""What the tests of forecasts share."""

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
