"""Calls for reports in the house that browsers open: who was asked, what was entered, restated and asked about."""

from collections.abc import Iterable

from playwright.sync_api import Browser

from tests.browser.house import House
from tests.browser.people import Visitor

SEND = "main form .btn:not([name])"
ASKED = ("JO", "NL")


def reported(house: House, chromium: Browser) -> dict[str, tuple[str, ...]]:
    """What the addresses of reports take, by the page's name."""
    measure = house.one(
        "SELECT m.key FROM tansiq_measure m JOIN tansiq_audience a ON a.id = m.audience_id "
        "WHERE m.kind = 'to_date' AND a.readers = ARRAY[0] ORDER BY m.code LIMIT 1"
    )
    with Visitor(house, chromium, "noor") as noor:
        noor.go("call_make").locator("[name=release][value=public]").check()
        call = ask_for(noor, [str(measure)], "acceptance", title_ar="تقارير أيار/مايو", title_en="Reports of May")
    address = f"?member={{}}&measure={measure}"
    first = _enter(house, chromium, call, address.format("JO"))
    _restate(house, chromium, _enter(house, chromium, call, address.format("NL")))
    of_call = ("call_reports", "report_enter", "reports_release", "overlaps", "overlap_state", "call_letter")
    of_report = ("report", "report_ask", "report_rule", "report_confirm", "report_restate")
    return {
        **dict.fromkeys((*of_call, "call_closing", "call_intake"), (call,)),
        **dict.fromkeys(of_report, (first,)),
        "report_reply": (_ask(house, chromium, first),),
        "mass_letter": (_letter(house, chromium, call),),
    }


def ask_for(noor: Visitor, measures: Iterable[str], way: str, **words: str) -> str:
    """Jordan and the Netherlands are asked for measures, in the form that stands open; the call's key."""
    page = noor.page
    for measure in measures:
        page.locator(f"[name=measures][value='{measure}']").check()
    for name, said in words.items():
        page.locator(f"[name={name}]").fill(said)
    page.locator("[name=due_on]").fill("2026-06-20")
    page.locator("details#id_members > summary").click()
    for box in page.locator("[name=members]").all():
        box.set_checked(box.get_attribute("value") in ASKED)
    page.locator(f"[name=way][value={way}]").check()
    page.locator("[name=own_acceptance]").set_checked(way == "acceptance")
    noor.press(SEND)
    return page.url.rstrip("/").split("/")[-1]


def _letter(house: House, chromium: Browser, call: str) -> str:
    """A letter to those whom the call asks, that waits in the outbox."""
    with Visitor(house, chromium, "noor") as noor:
        noor.go("call_letter", call)
        noor.press(SEND)
        return noor.page.url.split("/")[-2]


def _enter(house: House, chromium: Browser, call: str, address: str) -> str:
    """The secretariat enters a figure on a member's word."""
    with Visitor(house, chromium, "noor") as noor:
        page = noor.go("report_enter", call, query=address)
        page.locator("[name=answer][value=figure]").check()
        page.locator("[name=value]").fill("١٢٠٠")
        page.locator("[name=evidence]").fill("رسالة مؤرخة 3 حزيران/يونيه")
        page.locator("[name=release][value=public]").check()
        noor.press("main form[method=post] .btn")
        return page.url.split("/")[-2]


def _restate(house: House, chromium: Browser, report: str) -> None:
    """The Netherlands correct what was entered on their word."""
    with Visitor(house, chromium, "sanne") as sanne:
        page = sanne.go("report_restate", report)
        page.locator("[name=value]").fill("1260")
        page.locator("[name=why]").fill("لم تُحتسب دورتان.")
        sanne.press("main form[method=post] .btn")


def _ask(house: House, chromium: Browser, report: str) -> str:
    """The Netherlands ask about Jordan's report."""
    with Visitor(house, chromium, "sanne") as sanne:
        page = sanne.go("report_ask", report)
        page.locator("textarea").fill("هل احتُسب المدربون؟")
        sanne.press(SEND)
    return str(house.one("SELECT key FROM tansiq_query WHERE report_id = %s", report))
