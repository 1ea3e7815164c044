"""The shipped record and what it was gathered from."""

import pytest

from tansiq.engines.record_file import read
from tests.demonstration.shared import FILE, gathered


@pytest.fixture(scope="session")
def record():
    return read(FILE.read_bytes())


@pytest.fixture(scope="session")
def coalition():
    return gathered("coalition.json")


@pytest.fixture(scope="session")
def seed():
    return gathered("seed.json")
