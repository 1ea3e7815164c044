"""An example of each page of the house: what must have been done so that there is one, and its address."""

import re
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser

from tests.browser.advising import advised
from tests.browser.assessing import assessed
from tests.browser.briefing import briefed
from tests.browser.developing import developed
from tests.browser.foreseeing import foretold
from tests.browser.giving import given
from tests.browser.hosting import hosted
from tests.browser.house import NAME, House
from tests.browser.minuting import minuted
from tests.browser.people import Visitor
from tests.browser.reporting import ask_for, reported
from tests.browser.risking import stated
from tests.browser.silencing import silenced
from tests.browser.tasking import tasked
from tests.browser.texting import tabled
from tests.members.telephone import shown

REMARK = "أعداد المشاركين تختلف بين تقرير وآخر؛ نقترح مقارنتها."
ADDRESS, DANA = "anke@mission.example", "dana@mission.example"
PASSWORD = "a sentence that nobody guesses"

# Each needs no value; the others stand in Stage.given.
PLAIN = [
    *("home", "enter", "reading", "promise", "reviews", "statements", "sources", "members", "record", "search"),
    *("lines", "measures", "milestones", "measure_define", "milestone_set", "restatements", "clearance"),
    *(
        "decisions",
        "texts",
        "silence_runs",
        "silence_choice",
        "actions",
        "lessons",
        "contributions",
        "contributions_doubtful",
    ),
    *("contribution_state", "risks", "forecasts"),
    *("risks_over", "risk_state", "risk_scale", "forecast_make", "calibration"),
    *("account_login", "account_signup", "account_inactive", "account_logout", "account_change_password"),
    *("account_reset_password", "account_reset_password_done", "account_reset_password_from_key_done"),
    *("my_member", "my_sessions", "my_items", "my_release", "accredit", "hat", "member_admit"),
    *("needs", "needs_matrix", "need_state", "my_needs", "my_notices", "my_calendar", "outbox"),
    *("coalition", "coalition_change", "circle_make", "founding_members", "review_open"),
    *("calls", "call_make"),
    *("developments_whole", "development_report_whole", "claim_make_whole"),
    *("round_open", "series_make"),
    *("advice_calls", "advice_call_make"),
    *("mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "second_factor"),
]
# These show no page: they lead on, answer a machine, or answer only what is sent to them (test_answers.py shows that).
NO_PAGE = ["door", "health", "enter_as", "my_items_release", "session_close", "mfa_login_webauthn"]
NO_PAGE += ["review_calendar"]  # A file (tests/reviews/test_inviting.py).
NO_PAGE += ["calendar_feed", "document_content"]  # Files (reviews/test_calendar_feed.py, test_documents.py).
NO_PAGE += ["founding", "founding_bodies"]  # In a founded house they are not there (test_founding.py walks them).
NO_PAGE += ["call_draft"]  # It keeps what is typed, and answers with a sentence (reports/test_answer_form.py).
NO_PAGE += ["notices_stop"]  # Only a link that has left in a letter leads there (cycle/notices/test_letters.py).
NO_PAGE += ["body_release"]  # The bodies of a public record are everybody's already (members/test_body_release.py).
NO_PAGE += ["calibration_publish"]  # Only whoever has enough judged forecasts (forecasts/test_calibration.py).
NO_PAGE += ["call_workbook"]  # A file (reports/test_intake_pages.py).
# These show something only to somebody who has a second factor: to Dana (answers.py).
NO_PAGE += ["mfa_authenticate", "mfa_deactivate_totp", "mfa_generate_recovery_codes"]
NO_PAGE += ["mfa_edit_webauthn", "mfa_remove_webauthn"]
NO_PAGE += ["visit"]  # It is shown to a guest alone (answers.py).
NO_PAGE += ["briefing_write", "briefing_answer"]  # To the coordinator alone (answers.py).
NO_PAGE += ["nothing_to_add"]  # One button: it leads on, or is refused (answers.py).
NO_PAGE += ["soundings"]  # To the chair alone (answers.py).
NO_PAGE += ["advice_answer"]  # To the chair alone (answers.py).
ALONE = {"account_reset_password_from_key"}  # Whoever opens the link of another account is signed out.


@dataclass
class Stage:
    """What the addresses take, by the page's name."""

    given: dict[str, tuple[object, ...]] = field(default_factory=dict)
    anke: Any = None  # The open sign-in of somebody who has a password.
    dana: Any = None  # The same of somebody who has second factors as well.
    guest: Any = None  # The same of a guest of one session.
    house: House | None = None


def london(house: House) -> str:
    """The review of 22 January 2015."""
    return house.one("SELECT key FROM tansiq_review WHERE starts_on = '2015-01-22'")


def set_stage(house: House, chromium: Browser) -> Stage:
    """Let Lina remark and Sanne invite, as they would; read the other examples off the record."""
    stage, review = Stage(house=house), london(house)
    remark = _remark(house, chromium, review)
    statement, report = (
        house.one(f"SELECT {column} FROM tansiq_statement WHERE report_id IS NOT NULL ORDER BY place LIMIT 1")
        for column in ("key", "report_id")
    )
    stage.given |= dict.fromkeys(("review", "review_call", "remark_make"), (review,))
    stage.given |= {
        "review_call": (review,),
        **dict.fromkeys(("call", "call_answer"), (_call(house, chromium, review),)),
    }
    stage.given |= dict.fromkeys(("attendance", "concern", "review_documents", "document_file"), (review,))
    stage.given |= dict.fromkeys(
        ("document", "document_replace", "document_release"), (_document(house, chromium, review),)
    )
    stage.given["review_plan"] = (_round(house, chromium),)
    stage.given |= dict.fromkeys(("remark", "remark_correct", "remark_release"), (remark,))
    stage.given |= dict.fromkeys(("member", "member_standing", "member_accredit"), ("NL",))
    stage.given |= {
        "review_phase": (review,),
        **dict.fromkeys(("series", "series_change"), (_series(house, chromium),)),
        **dict.fromkeys(
            ("body", "body_zone"), (house.one("SELECT body_id FROM tansiq_review WHERE key = %s", review),)
        ),
        "line": ("military",),
        "circle_change": ("all-members",),
        "measure": (
            house.one(
                "SELECT figure.measure_id FROM tansiq_conflict c JOIN tansiq_figure figure"
                " ON figure.key = c.figure_id WHERE figure.base_id IS NOT NULL LIMIT 1"
            ),
        ),
        "statement": (statement,),
        **_measured(house, chromium),
        **assessed(house, chromium, review),
        **stated(house, chromium, review),
        **foretold(house, chromium),
        "decision": (_carried_on(house),),
        **given(house, chromium),
        "source": (report,),
        "entry": (house.one("SELECT entry_id FROM tansiq_bulkrow LIMIT 1"),),
        "accreditation_end": (_accreditation(house, "pieter"),),
        "account_reset_password_from_key": _forget_password(house, chromium, stage),
        "invitation": (invite(house, chromium, "bram@mission.example"),),
    }
    stage.given |= developed(house, chromium, review, stage.given["assessment"][0])
    stage.given |= briefed(house, chromium, review)
    stage.given |= advised(house, chromium, review)
    stage.given |= reported(house, chromium)
    stage.given |= minuted(house, chromium)
    stage.given |= tabled(house, chromium)
    stage.given |= tasked(house, chromium, *stage.given["advice"])
    stage.given |= silenced(house)
    of_guests, stage.guest = hosted(house, chromium, *stage.given["agenda"])
    stage.given |= of_guests
    _set_up_factors(house, chromium, stage)
    return stage


def _carried_on(house: House) -> str:
    """A decision in the middle of a chain."""
    return house.one(
        "SELECT f.later_id FROM tansiq_followup f JOIN tansiq_followup g ON g.earlier_id = f.later_id LIMIT 1"
    )


COUNTED = (
    "FROM tansiq_figure f JOIN tansiq_measure m ON m.key = f.measure_id WHERE f.value IS NOT NULL "
    "AND f.base_id IS NULL AND m.baseline_source_id IS NULL AND m.kind IN ('flow', 'stock', 'to_date') "
    "ORDER BY f.key LIMIT 1"
)


def _measured(house: House, chromium: Browser) -> dict[str, tuple[str]]:
    """Measures and a figure of the secretariat's, and a milestone that it sets and attests itself."""
    measure, figure = (house.one(f"SELECT {column} {COUNTED}") for column in ("f.measure_id", "f.key"))
    milestone = _milestone(house, chromium)
    return {
        **dict.fromkeys(("measure_change", "baseline_set", "target_set", "measure_release"), (measure,)),
        "base_add": (house.one("SELECT measure_id FROM tansiq_base LIMIT 1"),),
        "parts_add": (figure,),
        **dict.fromkeys(("milestone", "milestone_expect", "milestone_attest", "milestone_await"), (milestone,)),
    }


def _milestone(house: House, chromium: Browser) -> str:
    """A milestone that everybody reads."""
    with Visitor(house, chromium, "noor") as noor:
        page = noor.go("milestone_set")
        for name, words in (
            ("what_ar", "وقف التقدم"),
            ("what_en", "The advance is halted"),
            ("doer_en", "All of them"),
        ):
            page.locator(f"[name={name}]").fill(words)
        page.locator("[name=attester]").select_option("secretariat")
        page.locator("[name=expected_on]").fill("2026-07-01")
        page.locator("[name=release][value=public]").check()
        noor.press("main form .btn")
        return page.url.split("/")[-2]


def _accreditation(house: House, slug: str) -> str:
    return house.one(
        "SELECT a.key FROM tansiq_accreditation a JOIN tansiq_account o ON o.key = a.account_id WHERE o.email LIKE %s",
        f"{slug}@%",
    )


def _series(house: House, chromium: Browser) -> str:
    """A series of the small group, that the secretariat makes."""
    with Visitor(house, chromium, "noor") as noor:
        page = noor.go("series_make")
        page.locator("[name=name_ar]").fill("الخبراء كل شهر")
        page.locator("[name=name_en]").fill("Experts, monthly")
        page.locator("[name=level]").select_option("experts")
        page.locator("[name=first_on]").fill("1 January 2015")
        page.locator("[name=hedged]").check()
        noor.press("main form .btn")
        return page.url.split("/")[-2]


def _round(house: House, chromium: Browser) -> str:
    """A short round that the secretariat plans."""
    with Visitor(house, chromium, "noor") as noor:
        page = noor.go("round_open")
        page.locator("[name=title]").fill("جولة عن المياه")
        page.locator("[name=when]").fill("9 June 2026 14:30")
        page.locator("[name=who]").first.check()
        noor.press("main form .btn")
        return page.url.split("/")[-2]


def _document(house: House, chromium: Browser, review: str) -> str:
    """A document that Jordan puts before the review, for everybody."""
    with Visitor(house, chromium, "lina") as lina:
        page = lina.go("document_file", review)
        page.locator("[name=file]").set_input_files(
            {"name": "plan.txt", "mimeType": "text/plain", "buffer": "خطة العمل".encode()}
        )
        page.locator("[name=title]").fill("خطة العمل")
        page.locator("[name=release][value=public]").check()
        lina.press("main form .btn")
        return page.url.split("/")[-2]


def _remark(house: House, chromium: Browser, review: str) -> str:
    """A remark of Jordan's to the circle of the review."""
    with Visitor(house, chromium, "lina") as lina:
        page = lina.go("remark_make", review)
        page.locator("textarea").fill(REMARK)
        lina.press("main form .btn")
        link = page.locator("#remarks blockquote", has_text=REMARK).locator("a[href*='/remarks/']")
        return link.get_attribute("href").split("/")[-2]


def _call(house: House, chromium: Browser, review: str) -> str:
    """A call of the secretariat's to Jordan and the Netherlands, for three measures."""
    with Visitor(house, chromium, "noor") as noor:
        page = noor.go("review_call", review)
        measures = [box.get_attribute("value") for box in page.locator("[name=measures]").all()[:3]]
        return ask_for(noor, measures, "clarification", title_ar="تقارير لندن", title_en="Reports of London")


def invite(house: House, chromium: Browser, address: str) -> str:
    """The secret of an invitation that the Netherlands' administrator gives out."""
    with Visitor(house, chromium, "sanne") as sanne:
        page = sanne.go("accredit")
        page.locator("[name=name_en]").fill("A new adviser")
        page.locator("[name=role][value=adviser]").check()
        page.locator("[name=email]").fill(address)
        sanne.press("main form .btn")
        return page.locator("#link").input_value().split("/")[-2]


def _forget_password(house: House, chromium: Browser, stage: Stage) -> tuple[str, str]:
    """Somebody accepts an invitation, then asks for another password elsewhere: what the letter's link holds."""
    token = invite(house, chromium, ADDRESS)
    with Visitor(house, chromium) as anke:
        page = anke.go("invitation", token)
        page.locator("[name=password]").fill(PASSWORD)
        anke.press("main form .btn")
        stage.anke = anke.context.storage_state()
    with Visitor(house, chromium) as elsewhere:
        page = elsewhere.go("account_reset_password")
        page.locator("[name=email]").fill(ADDRESS)
        elsewhere.press("main form .btn")
    link = re.search(r"/reset/(\w+)-([\w-]+)/", house.letters()[-1])
    assert link, "no letter came"
    return link[1], link[2]


def _set_up_factors(house: House, chromium: Browser, stage: Stage) -> None:
    """Somebody sets up an app; a passkey, which a house that was opened by a number has none of, is laid beside it."""
    token = invite(house, chromium, DANA)
    with Visitor(house, chromium) as dana:
        dana.go("invitation", token).locator("[name=password]").fill(PASSWORD)
        dana.press("main form .btn")
        page = dana.go("mfa_activate_totp")
        page.locator("[name=code]").fill(shown(page.locator("main .card code").inner_text(), -1))
        dana.press("main form .btn")
        stage.dana = dana.context.storage_state()
    with house.cluster.admin(NAME) as admin:
        admin.execute(
            "INSERT INTO mfa_authenticator (user_id, type, data, created_at) "
            "SELECT key, 'webauthn', '{\"name\": \"هاتفي\"}', tansiq.now() FROM tansiq_account WHERE email = %s",
            [DANA],
        )
