"""The secretariat calls for advice on the stage of the browser; two members give it, and one takes a position."""

from playwright.sync_api import Browser, Page

from tests.browser.house import House
from tests.browser.people import Visitor


def advised(house: House, chromium: Browser, review: str) -> dict[str, tuple[str]]:
    """The pages on which a call and a weak point stand, by their names."""
    with Visitor(house, chromium, "noor") as noor:
        page = noor.go("advice_call_make", query=f"?review={review}")
        _fill(page, title_ar="ما الذي نحسنه؟", title_en="What do we do better?", question_ar="أين نحن ضعفاء؟")
        _fill(page, closes_on="2029-12-30", settled_on="2029-12-31")
        page.locator("#id_members > summary").click()
        for code in ("JO", "NL"):
            page.locator(f"[name=members][value={code}]").check()
        noor.press("main form .btn")
        call = page.url.split("/")[-2]
    with Visitor(house, chromium, "lina") as lina:
        page = lina.go("advise", call)
        _weak(page, "تصل قوائم المسافرين متأخرة أسبوعا.")
        lina.press("main form .btn")
        page = lina.go("advise", call)
        _weak(page, "لا نعرف من يحتاج إلى ماذا.")
        page.locator("[name=way][value=secretariat]").check()
        lina.press("main form .btn")
    made = house.one("SELECT key FROM tansiq_advice LIMIT 1")
    with Visitor(house, chromium, "sanne") as sanne:
        page = sanne.go("advice_position", made)
        page.locator("[name=stance][value=change]").check()
        _fill(page, text="في يوم عمل واحد.", reason="لا نعمل في نهاية الأسبوع.")
        sanne.press("main form .btn")
    of_call = dict.fromkeys(("advice_call", "advise", "advice_lay"), (call,))
    of_item = dict.fromkeys(("advice", "advice_correct", "advice_position", "weak_point_cure"), (made,))
    return {**of_call, **of_item, "review_advice": (review,)}


def _weak(page: Page, words: str) -> None:
    page.locator("[name=kind][value=weak_point]").check()
    page.locator("[name=severity]").select_option("high")
    _fill(page, text=words, evidence="محاضر أيار.")


def _fill(page: Page, **words: str) -> None:
    for name, typed in words.items():
        page.locator(f"[name={name}]").fill(typed)
