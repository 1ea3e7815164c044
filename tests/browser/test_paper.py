"""What goes out on paper: the release stays on it, the way about the house does not, and nothing is cut off."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import measures
from tests.browser.house import House, opened
from tests.browser.people import Visitor
from tests.browser.stage import london
from tests.world import Cluster

pytestmark = pytest.mark.browser

SHEET = {"width": 672, "height": 980}  # What A4 leaves between its margins, in the pixels of a page.


@pytest.fixture(scope="module")
def house(cluster: Cluster, record: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house of its own, on the record as it ships: what others say at London would need more sheets."""
    with opened(cluster, record, Path(tmp_path_factory.mktemp("paper")), "paper") as house:
        yield house


@pytest.mark.parametrize(
    ("name", "language", "most"),
    [("review", "ar", 9), ("review", "en", 9), ("statements", "ar", 7), ("members", "en", 6)],
)
def test_a_printed_page(house: House, chromium: Browser, name: str, language: str, most: int):
    with Visitor(house, chromium, "lina", language, viewport=SHEET) as lina:
        page = lina.go(name, *([london(house)] if name == "review" else []))
        page.emulate_media(media="print")
        assert page.locator(".stripe summary").is_visible()
        assert [page.locator(part).first.is_visible() for part in (".nav", ".who", ".skip")] == [False] * 3
        assert measures.lost(page) == []
        printed = page.pdf(prefer_css_page_size=True)
        assert 1 < len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) <= most
