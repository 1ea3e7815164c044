"""Switching the language keeps the page, its place in a list and its filters, there and back."""

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.house import House
from tests.browser.people import Visitor
from tests.visits import at

pytestmark = pytest.mark.browser

WITH_PARAMETERS = {
    "reviews": "?order=oldest&page=2",
    "statements": "?kind=risk",
    "sources": "?kind=official&page=2",
    "members": "?order=accession&page=2",
    "my_items": "?as=KW",
}
TWIN = re.compile(r'<a href="([^"]*)" hreflang="(\w+)"')


def test_there_and_back(house: House, chromium: Browser):
    with Visitor(house, chromium, "lina", "ar") as lina:
        for name, query in WITH_PARAMETERS.items():
            arabic, english = (at(name, language=language) + query for language in ("ar", "en"))
            for here, there, language in ((arabic, english, "en"), (english, arabic, "ar")):
                answer = lina.context.request.get(here)
                twin = TWIN.search(answer.text())
                assert (answer.status, twin[1].replace("&amp;", "&"), twin[2]) == (200, there, language)


def test_by_one_press(house: House, chromium: Browser):
    with Visitor(house, chromium, language="ar") as reader:
        page = reader.go("statements", query="?kind=risk")
        assert page.locator("html[lang=ar][dir=rtl] [name=kind]").input_value() == "risk"
        reader.press(".bar a[hreflang]")
        assert page.locator("html[lang=en][dir=ltr] [name=kind]").input_value() == "risk"
