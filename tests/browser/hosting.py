"""A guest in the house that browsers open: invited by the secretariat, come in, and shown a remark of Jordan's."""

from typing import Any

from playwright.sync_api import Browser

from tests.browser.house import House
from tests.browser.people import Visitor

SEND = "main form .btn:not([name])"
PASSWORD = "a sentence that nobody guesses"
FORM = {
    "name_ar": "نورة صالح",
    "name_en": "Noura Saleh",
    "speaks_for_ar": "وكالة إغاثة",
    "speaks_for_en": "A relief agency",
    "session_ar": "الجلسة الثانية: المعابر الإنسانية",
    "session_en": "The second session: humanitarian crossings",
    "until_on": "2027-12-01",
    "until_time": "17:30",
}
SAID = "المعبر مغلق منذ أسبوعين؛ نقترح فتحه يومين في الأسبوع."


def invite_guest(noor: Visitor, review: str, email: str) -> str:
    """The secret of an invitation to a guest."""
    page = noor.go("guest_invite", review)
    for name, words in {**FORM, "email": email}.items():
        page.locator(f"[name={name}]").fill(words)
    noor.press(SEND)
    return page.locator("#link").input_value().split("/")[-2]


def hosted(house: House, chromium: Browser, review: str) -> tuple[dict[str, tuple[str, ...]], Any]:
    """What the addresses about guests take, by the page's name; and the open sign-in of a guest."""
    with Visitor(house, chromium, "noor") as noor:
        token = invite_guest(noor, review, "noura@agency.example")
    key = str(house.one("SELECT key FROM tansiq_guest"))
    with Visitor(house, chromium, "lina") as lina:
        page = lina.go("remark_make", review)
        page.locator("textarea").fill(SAID)
        page.locator("[name=release][value=secretariat]").check()
        lina.press(SEND)
        page = lina.go("guest", key)
        page.locator("[name=chosen]").first.check()
        lina.press(SEND)
        page = lina.go("remark_make", review)  # Another one, that may still be shown.
        page.locator("textarea").fill(SAID)
        page.locator("[name=release][value=mine]").check()
        lina.press(SEND)
    with Visitor(house, chromium) as noura:
        noura.go("invitation", token).locator("[name=password]").fill(PASSWORD)
        noura.press(SEND)
        signed_in = noura.context.storage_state()
    return {**dict.fromkeys(("guest", "guest_end"), (key,)), "guest_invite": (review,)}, signed_in
