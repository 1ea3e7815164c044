"""Lina foretells on the stage of the browser before everybody, and the secretariat says what came of it."""

from playwright.sync_api import Browser

from tests.browser.house import House
from tests.browser.people import Visitor


def foretold(house: House, chromium: Browser) -> dict[str, tuple[str]]:
    """The pages on which a forecast of Lina’s member stands, by their names."""
    with Visitor(house, chromium, "lina") as lina:
        page = lina.go("forecast_make")
        for name, words in (
            ("text", "تجف الأرض كلها قبل الخريف."),
            ("hedge", "على الأرجح"),
            ("low", "60"),
            ("high", "80"),
        ):
            page.locator(f"[name={name}]").fill(words)
        page.locator("[name=release][value=public]").check()
        lina.press("main form .btn")
        made = page.url.split("/")[-2]
    with Visitor(house, chromium, "noor") as noor:
        page = noor.go("forecast_resolve", made)
        page.locator("[name=outcome][value=happened]").check()
        page.locator("[name=came_on]").fill("2015-01-22")
        page.locator("[name=text]").fill("بحسب المقياس.")
        page.locator("[name=release][value=public]").check()
        noor.press("main form .btn")
    return dict.fromkeys(("forecast", "forecast_resolve", "forecast_demur", "forecast_date"), (made,))
