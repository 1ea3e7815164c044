"""The secretariat says what changed and claims a cause on the stage of the browser, before everybody."""

from playwright.sync_api import Browser, Page

from tests.browser.house import House
from tests.browser.people import Visitor


def developed(house: House, chromium: Browser, review: str, assessment: str) -> dict[str, tuple[str]]:
    """The pages on which a development, what it makes doubtful and a claim stand, by their names."""
    with Visitor(house, chromium, "noor") as noor:
        page = noor.go("development_report", "military")
        _fill(page, text="سقط جسر على الطريق، ويصل الوقود بالقوارب.", since="January 2015")
        page.locator("[name=since_about]").check()
        page.locator("[name=review]").select_option(str(review))
        page.locator("details:has([name=assessments]) > summary").click()
        page.locator(f"[name=assessments][value='{assessment}']").check()
        page.locator("[name=release][value=public]").check()
        noor.press("main form .btn")
        made = page.url.split("/")[-2]
        page = noor.go("claim_make", "military")
        _fill(page, text="توقف التقدم في أربعة أشهر.", cause="الضربات الجوية.", grounds="تقارير ثلاثة أعضاء.")
        page.locator("[name=development]").select_option(made)
        page.locator("details:has([name=source]) > summary").click()
        page.locator("[name=source]").select_option(index=1)
        page.locator("[name=release][value=public]").check()
        noor.press("main form .btn")
        claim = page.url.split("/")[-2]
    with Visitor(house, chromium, "lina") as lina:
        page = lina.go("claim_answer", claim)
        page.locator("[name=side][value=disputes]").check()
        _fill(page, text="ارتفع النهر في الأسابيع نفسها.")
        page.locator("[name=release][value=public]").check()
        lina.press("main form .btn")
    line = dict.fromkeys(("developments", "development_report", "claim_make"), ("military",))
    one = dict.fromkeys(("development", "development_correct", "development_withdraw"), (made,))
    return {**line, **one, **dict.fromkeys(("claim", "claim_answer"), (claim,))}


def _fill(page: Page, **words: str) -> None:
    for name, said in words.items():
        page.locator(f"[name={name}]").fill(said)
