"""Tests of proxies set the clock of a clone; what they do there is undone."""

import pytest

from tests.outcomes import Outcomes


@pytest.fixture
def outcomes(undone: Outcomes) -> Outcomes:
    return undone
