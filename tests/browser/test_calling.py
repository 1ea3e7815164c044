"""The secretariat calls, three members answer, one by phone on a line that is cut: the board shows each its own."""

import pytest
from playwright.sync_api import Browser

from tests.browser.house import House
from tests.browser.people import Visitor
from tests.browser.stage import london

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SEND = "main form .btn:not([name])"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
HEAVIEST = 300_000
VALUE = "[name$='-value']"


def _call(house: House, chromium: Browser, language: str) -> str:
    """The secretariat asks three members for two counts."""
    with Visitor(house, chromium, "noor", language) as noor:
        page = noor.go("review_call", london(house))
        counted = page.locator(".choice", has=page.locator("small", has_text="·")).locator("[name=measures]")
        for place in range(2):
            counted.nth(place).check()
        page.locator("[name=title_ar]").fill("تقارير أيار")
        page.locator("[name=title_en]").fill("Reports of May")
        page.locator("[name=due_on]").fill("2026-06-20")
        page.locator("details#id_members > summary").click()
        for box in page.locator("[name=members]").all():
            box.set_checked(box.get_attribute("value") in ("JO", "NL", "CA"))
        noor.press(SEND)
        return page.url.rstrip("/").split("/")[-1]


def _answer(visitor: Visitor, call: str, first: str, second: str, release: str) -> None:
    page = visitor.go("call_answer", call)
    page.locator(VALUE).nth(0).fill(first)
    page.locator(VALUE).nth(1).fill(second)
    page.locator(f"[name=release][value={release}]").check()
    visitor.press(SEND)


def _seen(house: House, chromium: Browser, who: str, call: str, language: str) -> str:
    with Visitor(house, chromium, who, language) as visitor:
        return visitor.go("call", call).locator("#board").inner_text()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_three_members_answer_and_each_sees_what_is_released_to_it(house: House, chromium: Browser, language: str):
    call = _call(house, chromium, language)
    with Visitor(house, chromium, "lina", language) as lina:
        _answer(lina, call, "١٬١١١", "222", "circle")
    with Visitor(house, chromium, "claire", language) as claire:
        _answer(claire, call, "333", "444", "secretariat")
    _by_phone(house, chromium, call, language)
    board = {who: _seen(house, chromium, who, call, language) for who in ("lina", "pieter", "claire", "noor")}
    shown = {who: [one for one in ("1,111", "333", "555", "666") if one in told] for who, told in board.items()}
    assert shown == {
        "lina": ["1,111", "555", "666"],
        "pieter": ["1,111", "555", "666"],
        "claire": ["1,111", "333", "555", "666"],
        "noor": ["1,111", "333", "555", "666"],
    }
    assert house.one("SELECT count(*) FROM tansiq_report WHERE call_id = %s", call) == 6


def _by_phone(house: House, chromium: Browser, call: str, language: str) -> None:
    """A cut line loses nothing, and two taps file once."""
    with Visitor(house, chromium, "pieter", language, **PHONE) as pieter:
        wire = pieter.context.new_cdp_session(pieter.page)
        received: list[float] = []
        wire.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
        wire.send("Network.enable")
        page = pieter.go("call_answer", call)
        page.locator(VALUE).nth(0).fill("555")
        with page.expect_response(lambda response: response.url.endswith("/draft/")):
            page.locator(VALUE).nth(1).focus()
        pieter.context.set_offline(True)
        page.locator(VALUE).nth(1).fill("666")
        page.locator(SEND).tap()
        assert page.locator(VALUE).nth(1).input_value() == "666"
        assert page.locator("[data-lost]").inner_text() in (
            page.locator("[data-lost]").get_attribute("data-lost"),
            page.locator("[data-lost]").get_attribute("data-down"),
        )
        with page.expect_response(lambda response: response.url.endswith("/draft/") and response.ok):
            pieter.context.set_offline(False)
        before = len(received)
        page.reload()
        assert [page.locator(VALUE).nth(place).input_value() for place in range(2)] == ["555", "666"]
        del received[before:]  # Nobody needs to open the page again; the test does, to see what was kept.
        page.locator(SEND).dblclick(no_wait_after=True)  # The second tap cuts off the answer to the first.
        page.wait_for_url("**/calls/*/#mine")
        assert sum(received) < HEAVIEST
