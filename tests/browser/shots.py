"""Takes the screenshots of docs/shots anew: `python3 run.py shots` (not collected with the tests)."""

import pytest
from playwright.sync_api import Browser

from tests.browser.house import House
from tests.browser.people import DESKTOP, PHONE, Visitor
from tests.world import ROOT

FOLDER = ROOT / "docs" / "shots"
LONDON = "SELECT key FROM tansiq_review WHERE starts_on = '2015-01-22'"
SAID = "SELECT key FROM tansiq_statement WHERE report_id IS NOT NULL AND place = 5"
SIZE = {"width": DESKTOP["width"], "height": 1300}

# name → (address, its argument, who reads)
PAGES = {
    "home": ("home", "", ""),
    "review": ("review", LONDON, "lina"),
    "timeline": ("reviews", "", ""),
    "statement": ("statement", SAID, ""),
    "member": ("member", "JO", ""),
    "enter": ("enter", "", ""),
    "remark": ("remark_make", LONDON, "lina"),
    "record": ("record", "", "lina"),
}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_desktop(house: House, chromium: Browser, name: str, language: str) -> None:
    take(house, chromium, name, language, SIZE, f"{name}.{language}.png")


@pytest.mark.parametrize("name", ["home", "review", "remark"])
def test_phone(house: House, chromium: Browser, name: str) -> None:
    take(house, chromium, name, "ar", PHONE, f"{name}.ar.phone.png")


def take(  # noqa: PLR0917 -- what a screenshot is of
    house: House, chromium: Browser, name: str, language: str, size: dict[str, int], file: str
) -> None:
    page, argument, who = PAGES[name]
    given = [house.one(argument) if argument.startswith("SELECT") else argument] if argument else []
    with Visitor(house, chromium, who, language, viewport=size, device_scale_factor=1) as visitor:
        visitor.go(page, *given).screenshot(path=FOLDER / file)
    assert (FOLDER / file).stat().st_size < 400_000
