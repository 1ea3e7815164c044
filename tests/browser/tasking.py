"""On the stage of the browser an action is laid, told on by its owner and judged by another; a lesson names it."""

from playwright.sync_api import Browser

from tests.browser.house import House
from tests.browser.people import Visitor


def tasked(house: House, chromium: Browser, advice: str) -> dict[str, tuple[str]]:
    """The pages on which an action stands and the lesson that it is to cure, by their names."""
    decision = house.one("SELECT key FROM tansiq_decision WHERE kind = 'decision' ORDER BY key LIMIT 1")
    with Visitor(house, chromium, "noor") as noor:
        page = noor.go("action_lay", decision)
        words = {"text_ar": "إعداد قوائم مشتركة كل شهر.", "text_en": "Make shared lists each month."}
        for name, typed in {**words, "due_on": "2029-12-30"}.items():
            page.locator(f"[name={name}]").fill(typed)
        page.locator("[name=lead]").select_option("JO")
        page.locator("[name=release][value=public]").check()
        noor.press("main form .row .btn")
        made = page.url.split("/")[-2]
        page = noor.go("action_settle", made)
        page.locator("[name=way][value=move]").check()
        page.locator("[name=due_on]").fill("2030-01-15")
        page.locator("[name=text]").fill("تأخر وصول الأجهزة.")
        noor.press("main form .row .btn")
        page = noor.go("lesson_make", advice)
        page.locator("[name=text]").fill("توحيد القوائم قبل كل دورة.")
        page.locator("[name=analysis]").fill("لم يكن لها صاحب واحد.")
        noor.press("main form .row .btn")
        lesson = page.url.split("/")[-2]
        page = noor.go("lesson_step", lesson)
        page.locator("[name=action]").select_option(made)
        page.locator("[name=text]").fill("بقوائم مشتركة كل شهر.")
        noor.press("main form .row .btn")
    with Visitor(house, chromium, "lina") as lina:
        page = lina.go("action_tell", made)
        page.locator("[name=kind][value=in_progress]").check()
        page.locator("[name=text]").fill("أُعدت القائمة الأولى.")
        lina.press("main form .row .btn")
        page = lina.go("action_judge", made)
        page.locator("[name=points][value=substantial]").check()
        page.locator("[name=text]").fill("أُنجز أكثرها.")
        lina.press("main form .row .btn")
    with Visitor(house, chromium, "sanne") as sanne:
        page = sanne.go("action_judge", made)
        page.locator("[name=points][value=limited]").check()
        page.locator("[name=text]").fill("لم نر إلا قائمة واحدة.")
        sanne.press("main form .row .btn")
    of_action = dict.fromkeys(("action", "action_tell", "action_settle", "action_judge"), (made,))
    taught = {"lesson": (lesson,), "lesson_step": (lesson,), "lesson_make": (advice,)}
    return {**of_action, **taught, "action_lay": (decision,)}
