"""Switching the language keeps the page, its place in a list and its filters, there and back."""

import pytest
from playwright.sync_api import Browser

from tests.browser.house import House
from tests.browser.people import Visitor

pytestmark = pytest.mark.browser

DIRECTIONS = {"ar": "rtl", "en": "ltr"}
WITH_PARAMETERS = {
    "reviews": "?order=oldest&page=2",
    "statements": "?kind=risk",
    "sources": "?kind=official&page=2",
    "members": "?order=accession&page=2",
    "my_items": "?as=KW",
}


def test_there_and_back(house: House, chromium: Browser):
    with Visitor(house, chromium, "lina", "ar") as lina:
        for name, query in WITH_PARAMETERS.items():
            page = lina.go(name, query=query)
            for language in ("ar", "en", "ar"):
                path = page.evaluate("location.pathname + location.search")
                assert path.startswith(f"/{language}/")
                assert path.endswith(f"/{query}")
                root = page.locator("html")
                assert (root.get_attribute("lang"), root.get_attribute("dir")) == (language, DIRECTIONS[language])
                lina.press(".bar a[hreflang]")
