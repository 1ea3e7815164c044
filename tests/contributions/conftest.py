import pytest

from tests.outcomes import Outcomes


@pytest.fixture
def outcomes(db: None) -> Outcomes:
    return Outcomes()
