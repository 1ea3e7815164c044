from collections.abc import Iterator

import pytest
from django.utils import translation

from tests.advice.conftest import later, outcomes, settable  # noqa: F401 -- the fixtures of a clock that a test sets


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield
