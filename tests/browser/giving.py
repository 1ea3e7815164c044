"""What is given on the stage of the browser: Jordan gives with the Netherlands to the Netherlands, and limits it."""

from playwright.sync_api import Browser, Page

from tests.browser.house import House
from tests.browser.people import Visitor

SEND = "main form .btn"


def given(house: House, chromium: Browser) -> dict[str, tuple[str, ...]]:
    """The pages on which a contribution, its stages, a need and what moved stand, by their names."""
    with Visitor(house, chromium, "noor") as noor:
        page = noor.go("need_state")
        _fill(page, text="شاحنات لنقل المياه", amount="40", unit_ar="شاحنات", unit_en="lorries")
        _check(page, kind="in_kind", release="public")
        noor.press(SEND)
        need = page.url.split("/")[-2]
    with Visitor(house, chromium, "lina") as lina:
        page = lina.go("contribution_state", query=f"?need={need}")
        page.locator("details.more > summary", has_text="مع").last.click()
        _fill(page, text="شاحنات صهريجية", amount="25", on="2026-03-01", joint_name="الأردن وهولندا")
        page.locator("[name=recipient_member]").select_option("NL")
        _check(page, stage="pledged", release="public", joint="NL")
        lina.press(SEND)
        gift = page.url.split("/")[-2]
        for stage, on, amount in (("committed", "2026-03-15", "25"), ("delivered", "2026-04-10", "20")):
            page = lina.go("contribution_stage", gift)
            _fill(page, on=on, amount=amount)
            _check(page, stage=stage, release="public")
            lina.press(SEND)
        page = lina.go("contribution_caveat", gift)
        _fill(page, text="لا تعبر النهر", place="شرق النهر")
        _check(page, release="public")
        lina.press(SEND)
    with Visitor(house, chromium, "sanne") as sanne:
        page = sanne.go("contribution_received", gift)
        _fill(page, on="2026-04-12", amount="18", reason="وصلت اثنتان فارغتين.")
        _check(page, stage="delivered", release="public")
        sanne.press(SEND)
        page = sanne.go("contribution_consent", gift)
        _check(page, consents="yes", release="public")
        sanne.press(SEND)
    step, caveat = (
        house.one(f"SELECT key FROM tansiq_{table} WHERE contribution_id = %s ORDER BY created_at LIMIT 1", gift)
        for table in ("step", "caveat")
    )
    measure = house.one("SELECT key FROM tansiq_measure WHERE line = 'military' ORDER BY key LIMIT 1")
    names = ("", "_stage", "_received", "_correct", "_consent", "_caveat")
    return {
        **{f"contribution{name}": (gift,) for name in names},
        "step_correct": (step,),
        "caveat_lift": (caveat,),
        **dict.fromkeys(("need", "need_offer", "need_close"), (need,)),
        "spent": ("military",),
        "measure_moved": (measure,),
    }


def _fill(page: Page, **words: str) -> None:
    for name, value in words.items():
        page.locator(f"[name={name}]").fill(value)


def _check(page: Page, **chosen: str) -> None:
    for name, value in chosen.items():
        page.locator(f"[name={name}][value={value}]").check()
