"""A call for reports in the house that browsers open: who was asked, what was entered, restated and asked about."""

from playwright.sync_api import Browser

from tests.browser.house import House
from tests.browser.people import Visitor

TITLE = '{"source": "ar", "words": {"ar": "تقارير أيار/مايو", "en": "Reports of May"}}'
OWN = "SELECT gen_random_uuid(), key, (SELECT id FROM tansiq_audience WHERE readers = ARRAY[0]), tansiq.now(), 1"
COLUMNS = "key, owner_id, audience_id, created_at, version"
SEND = "main form .btn:not([name])"
ASKED = ("JO", "NL")


def reported(house: House, chromium: Browser) -> dict[str, tuple[str, ...]]:
    """What the addresses of reports take, by the page's name."""
    call, measure = _call(house)
    address = "?member={}&measure=" + measure
    first = _enter(house, chromium, call, address.format("JO"))
    _restate(house, chromium, _enter(house, chromium, call, address.format("NL")))
    of_call = ("call_reports", "report_enter", "reports_release", "overlaps", "overlap_state")
    of_report = ("report", "report_ask", "report_rule", "report_confirm", "report_restate")
    return {
        **dict.fromkeys(of_call, (call,)),
        **dict.fromkeys(of_report, (first,)),
        "report_reply": (_ask(house, chromium, first),),
    }


def _call(house: House) -> tuple[str, str]:
    """An open call that accepts, and what it asks for."""
    secretariat = f"{OWN}, {{}} FROM tansiq_member WHERE code = 'secretariat'"
    rest = "%s, (SELECT key FROM tansiq_body LIMIT 1), date '2026-05-01', date '2026-05-31', tansiq.now() + '9 days'"
    call = house.one(
        f"INSERT INTO tansiq_call ({COLUMNS}, title, body_id, period_from, period_until, due_at, way, own_acceptance) "
        + secretariat.format(f"{rest}, 'acceptance', true")
        + " RETURNING key",
        TITLE,
    )
    measure = house.one(
        "SELECT m.key FROM tansiq_measure m JOIN tansiq_audience a ON a.id = m.audience_id "
        "WHERE m.kind = 'to_date' AND a.readers = ARRAY[0] ORDER BY m.code LIMIT 1"
    )
    for code in ASKED:
        member = house.one("SELECT key FROM tansiq_member WHERE code = %s", code)
        house.one(
            f"INSERT INTO tansiq_asked ({COLUMNS}, call_id, measure_id, member_id) "
            + secretariat.format("%s::uuid, %s::uuid, %s::uuid")
            + " RETURNING key",
            *(str(one) for one in (call, measure, member)),
        )
    return str(call), str(measure)


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
