"""The main path, by keys alone and without script: enter, read the London review, remark, widen, look at the record."""

import pytest
from playwright.sync_api import Browser

from tests.browser.house import House
from tests.browser.people import Visitor
from tests.browser.stage import london
from tests.browser.ways import Keys, Pointing

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LATEST = 6  # Pages of the record: more than people at their browsers can do in a minute.
NAMES = {
    "ar": {"JO": "الأردن", "KW": "الكويت", "NL": "هولندا", "CA": "كندا"},
    "en": {"JO": "Jordan", "KW": "Kuwait", "NL": "Netherlands", "CA": "Canada"},
}
REMARK = {"ar": "نقترح مقارنة أعداد المشاركين.", "en": "We suggest comparing the counts of participants."}


def main_path(way: Pointing, review: str, said: str) -> dict[str, list[str]]:
    """Walk it; who reads the remark: as shown before it is made, once it is, before it is widened, and then."""
    page, readers = way.page, {}
    way.follow("a[href$='/enter/']")
    way.follow("form[action$='/enter/lina/'] button")
    way.follow(".nav a[href$='/reviews/']")
    way.select("select[name=order]", "oldest")
    way.follow("main form button")
    way.follow(f"a[href$='/reviews/{review}/']")
    way.follow("a[href$='/remark/']")
    way.write("textarea", said)
    way.choose("release", "chosen")
    way.unfold("details#id_chosen > summary")
    way.tick("chosen", "NL", "KW")
    way.follow("[name=preview]")
    readers["shown"] = page.locator("main form .notice bdi").all_inner_texts()
    way.follow("main form .btn:not([name])")
    way.unfold("details.release > summary", inside=said)
    readers["made"] = page.locator("#remarks details.release[open] bdi").all_inner_texts()
    way.follow("a[href*='/remarks/']", inside=said)
    way.follow("a[href$='/release/']")
    way.choose("release", "circle")
    way.follow("main form button.quiet")
    readers["shown again"] = page.locator("main form .notice bdi").all_inner_texts()
    way.follow("[name=confirmed]")
    readers["widened"] = page.locator("main .card bdi").all_inner_texts()
    way.follow(".nav a[href$='/record/']")
    for number in range(2, LATEST):  # Acts of one minute stand in no telling order, on one page or another.
        if not page.locator("main tbody tr", has_text=said).count():
            way.follow(f".pager a[href$='page={number}']")
    assert page.locator("main tbody tr", has_text=said).count() == 1
    way.follow("td a[href*='/record/']", inside=said)
    assert page.locator("main blockquote", has_text=said).count() == 1
    return readers


def judge(readers: dict[str, list[str]], names: dict[str, str]) -> None:
    """Those whom Lina ticked, with her own member; then the review's circle, Canada in it, as it was shown first."""
    chosen = {names[code] for code in ("JO", "KW", "NL")}
    assert (set(readers["shown"]), set(readers["made"])) == (chosen, chosen)
    assert set(readers["widened"]) == set(readers["shown again"])
    assert {*chosen, names["CA"]} - set(readers["widened"]) == set()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_by_keys_alone(house: House, chromium: Browser, language: str):
    review = london(house)
    with Visitor(house, chromium, language=language) as lina:
        lina.go("home")
        keys = Keys(lina)
        keys.go_to(".skip")
        lina.page.keyboard.press("Enter")
        keys.go_to("main a")
        assert len(keys.unseen) == 0
        readers = main_path(keys, review, REMARK[language])
        judge(readers, NAMES[language])
        assert keys.unseen == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_without_script(house: House, chromium: Browser, language: str):
    review = london(house)
    with Visitor(house, chromium, language=language, java_script_enabled=False) as lina:
        lina.go("home")
        readers = main_path(Pointing(lina), review, f"{REMARK[language]} ⁂")
        judge(readers, NAMES[language])
