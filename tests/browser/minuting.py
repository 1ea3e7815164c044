"""An agenda and minutes in the house that browsers open: items on a review in preparation, and what was written."""

from playwright.sync_api import Browser

from tests.browser.house import House
from tests.browser.people import Visitor

SEND = "main form .btn:not([name])"
ITEMS = (
    ("الافتتاح وإقرار جدول الأعمال", "Opening and adoption of the agenda", "information", "09:30", "15"),
    ("تجفيف مصادر التمويل", "Cutting off financing", "decision", "09:45", "60"),
    ("تدفق المقاتلين الأجانب", "The flow of foreign fighters", "discussion", "", "45"),
)
DRAFT = {
    "text_ar": "عرضت الأمانة ما ورد من أرقام.\nطلب عضوان مقارنتها.",
    "text_en": "The secretariat presented the figures.\nTwo members asked to compare them.",
}
CORRECTION = "طلب ثلاثة أعضاء المقارنة، لا عضوان."


def minuted(house: House, chromium: Browser) -> dict[str, tuple[str, ...]]:
    """What the addresses of agendas and minutes take, by the page's name."""
    with Visitor(house, chromium, "noor") as noor:
        review = _open(noor, "senior_officials", "استعراض كبار المسؤولين", "Review of senior officials")
        _open(noor, "ministers", "استعراض الوزراء", "Review of ministers")
        first, second, third = (_set(noor, review, *one) for one in ITEMS)
        page = noor.go("minutes_draft", second)
        for name, words in DRAFT.items():
            page.locator(f"[name={name}]").fill(words)
        noor.press(SEND)
        page = noor.go("minutes_circulate", second)
        page.locator("[name=until_on]").fill("2026-07-20")
        page.locator("[name=release][value=public]").check()
        noor.press(SEND)
    with Visitor(house, chromium, "lina") as lina:
        page = lina.go("minutes_correct", second)
        page.locator("[name=text]").fill(CORRECTION)
        page.locator("[name=release][value=public]").check()
        lina.press(SEND)
    _refer(house, chromium, second)
    _refer(house, chromium, third, str(house.one("SELECT key FROM tansiq_series")))
    correction = str(house.one("SELECT key FROM tansiq_minutescorrection"))
    return {
        **dict.fromkeys(("agenda", "agenda_set"), (review,)),
        **dict.fromkeys(
            ("agenda_change", "agenda_move", "agenda_withdraw", "agenda_refer", "agenda_item_release"), (first,)
        ),
        **dict.fromkeys(("agenda_item", "minutes", "minutes_draft", "minutes_circulate"), (second,)),
        **dict.fromkeys(("minutes_correct", "minutes_adopt", "minutes_seal"), (second,)),
        "minutes_answer": (correction,),
        "agenda_take_up": (str(house.one("SELECT key FROM tansiq_referraltoseries")),),
    }


def _open(noor: Visitor, level: str, arabic: str, english: str) -> str:
    """A review in preparation that the secretariat opens, at its time and place."""
    page = noor.go("review_open")
    for name, words in (("title_ar", arabic), ("title_en", english), ("on", "2026-07-15"), ("at", "09:30")):
        page.locator(f"[name={name}]").fill(words)
    page.locator("[name=zone]").select_option("Asia/Amman")
    page.locator("[name=level]").select_option(level)
    noor.press(SEND)
    return page.url.split("/")[-2]


def _set(noor: Visitor, review: str, arabic: str, english: str, *given: str) -> str:
    """An item for all."""
    kind, at, minutes = given
    page = noor.go("agenda_set", review)
    for name, words in (("title_ar", arabic), ("title_en", english), ("at", at), ("minutes", minutes)):
        page.locator(f"[name={name}]").fill(words)
    page.locator(f"[name=kind][value={kind}]").check()
    page.locator("[name=release][value=public]").check()
    noor.press(SEND)
    return page.url.split("/")[-2]


def _refer(house: House, chromium: Browser, item: str, series: str = "") -> None:
    """The secretariat refers an item up, or to a series."""
    with Visitor(house, chromium, "noor") as noor:
        page = noor.go("agenda_refer", item)
        if series:
            page.locator("[name=to]").select_option(series)
        page.locator("[name=text]").fill("يتجاوز ما يجوز لهذا المستوى تقريره.")
        page.locator("[name=release][value=public]").check()
        noor.press(SEND)
