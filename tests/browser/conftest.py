"""One house for the run, and a browser for each file of tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.house import House, opened
from tests.browser.people import browser
from tests.world import Cluster


@pytest.fixture(scope="session")
def house(cluster: Cluster, record: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with opened(cluster, record, Path(tmp_path_factory.mktemp("browser"))) as house:
        yield house


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """While it is open, Django's own connection is not to be used in this thread: tests look things up in the house."""
    with browser() as opened_browser:
        yield opened_browser
