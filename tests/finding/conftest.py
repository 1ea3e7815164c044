import pytest

from tests.secretariat import Secretariat


@pytest.fixture
def secretariat(db: None) -> Secretariat:
    return Secretariat()
