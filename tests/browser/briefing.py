"""The coordinator briefs a review on the stage of the browser, and a member asks."""

from playwright.sync_api import Browser

from tests.browser.house import House
from tests.browser.people import Visitor


def briefed(house: House, chromium: Browser, review: str) -> dict[str, tuple[str]]:
    """The pages on which a briefing, its steps and a question about it stand, by their names."""
    with Visitor(house, chromium, "yusuf") as yusuf:
        page = yusuf.go("development_report", "military")
        page.locator("[name=text]").fill("عادت الشاحنات إلى طريق النهر.")
        page.locator("[name=since]").fill("2015-01-12")
        page.locator("[name=release][value=public]").check()
        yusuf.press("main form .btn")
        page = yusuf.go("briefing_write", review)
        page.locator("[name=as_of]").fill("2015-01-22")
        page.locator("[name=text]").fill("الأحوال أهدأ مما كانت عليه في الخريف.")
        page.locator("[name^=place_]").first.fill("1")
        page.locator("[name=step_1]").fill("إصلاح جسر النهر")
        page.locator("[name=along_1]").select_option("military")
        page.locator("[name=release][value=public]").check()
        yusuf.press("main form .btn >> nth=0")
    briefing, step = (house.one(f"SELECT key FROM tansiq_{table} LIMIT 1") for table in ("briefing", "nextstep"))
    with Visitor(house, chromium, "lina") as lina:
        page = lina.go("briefing_ask", briefing)
        page.locator("[name=text]").fill("منذ متى؟")
        page.locator("[name=release][value=public]").check()
        lina.press("main form .btn")
    return {"briefing": (review,), "preparation": (review,), "briefing_ask": (briefing,), "step_take": (step,)}
