"""The secretariat tables a text in the small group on the stage of the browser, revises it and puts it; Lina speaks."""

from playwright.sync_api import Browser

from tests.browser.house import House
from tests.browser.people import Visitor

SAID = {
    "ar_1": "[يجب] [ينبغي] أن تُحرس المعابر ليلا ونهارا.",
    "en_1": "The crossings [shall] [should] be guarded by night and by day.",
    "ar_2": "يقدم الأعضاء تقاريرهم كل شهر.",
    "en_2": "The members report each month.",
}
ONE = {"title_ar": "حراسة المعابر", "title_en": "Guarding the crossings", **SAID}
LATER = {"ar_1": "يجب أن تُحرس المعابر ليلا ونهارا.", "en_2": "The members report every week."}


def tabled(house: House, chromium: Browser) -> dict[str, tuple[str]]:
    """The pages on which a text of the small group stands, by their names."""
    body = house.one("SELECT key FROM tansiq_body WHERE kind = 'small_group'")
    with Visitor(house, chromium, "noor") as noor:
        page = noor.go("body_rule", body)
        page.locator("[name=proxies]").check()
        noor.press("main form .btn")
        page = noor.go("text_table", body)
        _fill(noor, ONE)
        page.locator("[name=verb_1]").select_option("decides")
        page.locator("[name=verb_2]").select_option("requests")
        page.locator("[name=release][value=public]").check()
        noor.press("main form .row .btn")
        text = page.url.split("/")[-2]
        noor.go("text_revise", text)
        _fill(noor, LATER)
        noor.press("main form .row .btn")
        noor.go("question_put", text)
        noor.press("main form .btn")
    question = house.one("SELECT key FROM tansiq_question WHERE text_id = %s", text)
    with Visitor(house, chromium, "lina") as lina:
        page = lina.go("position_take", question)
        page.locator("[name=kind][value=objects]").check()
        page.locator("main details.more > summary").first.click()
        page.locator("[name=reason]").fill("نحتاج إلى وقت لترتيب الحراسة الليلية.")
        page.locator("[name=on_1]").select_option("1")
        page.locator("[name=lift_1]").fill("يجب أن تُحرس المعابر نهارا.")
        page.locator("[name=release][value=public]").check()
        lina.press("main form .row .btn")
        page = lina.go("position_explain", question)
        page.locator("[name=text]").fill("نؤيد الغاية ونطلب مهلة.")
        page.locator("[name=release][value=public]").check()
        lina.press("main form .btn")
        page = lina.go("proxies", body)
        page.locator("[name=holder]").select_option(index=1)
        page.locator("[name=until_on]").fill("2029-12-31")
        lina.press("main form .row .btn")
    proxy = house.one("SELECT key FROM tansiq_proxy")
    version = house.one("SELECT key FROM tansiq_textversion WHERE text_id = %s AND number = 1", text)
    names = {"text": text, "text_revise": text, "question_put": text, "text_version": version}
    names |= dict.fromkeys(("question", "position_take", "position_explain", "question_close"), question)
    names |= dict.fromkeys(("text_table", "body_rule", "proxies"), body) | {"proxy": proxy}
    return {name: (key,) for name, key in names.items()}


def _fill(visitor: Visitor, words: dict[str, str]) -> None:
    for name, said in words.items():
        visitor.page.locator(f"[name={name}]").fill(said)
