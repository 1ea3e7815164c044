"""The secretariat sets the scale, states a risk and ranks it on the stage of the browser, before everybody."""

from playwright.sync_api import Browser

from tests.browser.house import House
from tests.browser.people import Visitor

STEPS = {"ar": "منخفض\nمتوسط\nمرتفع\nمرتفع جدا", "en": "low\nmoderate\nhigh\nvery high"}


def stated(house: House, chromium: Browser, review: str) -> dict[str, tuple[str]]:
    """The pages on which a risk of the secretariat's stands, by their names."""
    with Visitor(house, chromium, "noor") as noor:
        page = noor.go("risk_scale")
        for name in ("levels", "likelihoods", "impacts"):
            for code, steps in STEPS.items():
                page.locator(f"[name={name}_{code}]").fill(steps)
        page.locator("[name=release][value=public]").check()
        noor.press("main form .btn")
        page = noor.go("risk_state")
        page.locator("[name=review]").select_option(str(review))
        for name, step in (("step", "3"), ("likelihood", "1"), ("impact", "3")):
            page.locator(f"[name={name}]").select_option(step)
        for name, words in (
            *(("text", "قد يعود المقاتلون إلى بلدانهم."), ("level_ar", "ربما خطر كبير جدا"), ("hedge_ar", "ربما")),
            *(("level_en", "perhaps a very large danger"), ("hedge_en", "perhaps")),
        ):
            page.locator(f"[name={name}]").fill(words)
        page.locator("[name=release][value=public]").check()
        noor.press("main form .btn")
        made = page.url.split("/")[-2]
        page = noor.go("risk_rank", review)
        page.locator("[name=place_1]").select_option(made)
        page.locator("[name=release][value=public]").check()
        noor.press("main form .btn")
    return {**dict.fromkeys(("risk", "risk_renew", "risk_end"), (made,)), "rankings": (review,), "risk_rank": (review,)}
