"""Each page as a person meets it: whole, readable, its own, and free of what keeps people out."""

import pytest

from tests.browser.answers import ANSWERS
from tests.browser.house import House
from tests.browser.people import browser
from tests.browser.stage import NO_PAGE, PLAIN, Stage, set_stage
from tests.browser.survey import PEOPLE, Survey, survey
from tests.two_worlds.routes import routes

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Who else than everybody is shown a page; for the rest it is not there, or it leads to the way in.
MEMBERS = {"lina", "noor", "sanne"}
SHOWN_TO = {
    **dict.fromkeys(("my_member", "my_sessions", "my_items", "my_release", "hat", "remark_make"), MEMBERS),
    **dict.fromkeys(("my_needs", "my_notices", "my_calendar", "document_file", "attendance", "concern"), MEMBERS),
    **{name: {"noor"} for name in ("outbox", "call_letter", "mass_letter", "body_zone")},
    "call_intake": MEMBERS,
    **dict.fromkeys(("mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "second_factor"), MEMBERS),
    **{name: {"noor"} for name in ("member_admit", "member_standing", "member_accredit")},
    **{name: {"noor"} for name in ("coalition_change", "founding_members", "review_open", "round_open", "series_make")},
    **{name: {"noor"} for name in ("circle_make", "circle_change", "call_make", "review_call")},
    "call": MEMBERS,
    "call_answer": {"lina", "sanne"},
    **{name: {"noor"} for name in ("measure_change", "baseline_set", "base_add", "target_set", "measure_release")},
    **{name: {"noor", "sanne"} for name in ("measure_define", "milestone_set")},  # Sanne’s member leads a line.
    **{name: {"noor"} for name in ("parts_add", "milestone_expect", "milestone_attest")},
    **dict.fromkeys(("milestone_await", "assess", "assessment_dissent"), MEMBERS),
    **{name: {"noor"} for name in ("assessment_revise", "assessment_release")},
    **{
        f"agenda_{name}": {"noor"} for name in ("set", "change", "move", "withdraw", "refer", "item_release", "take_up")
    },
    "need_close": {"noor"},
    **dict.fromkeys(("need_state", "need_offer", "measure_moved"), MEMBERS),
    **{key: {"lina", "sanne"} for key in ("contribution_state", "contribution_caveat")},
    **{key: {"lina"} for key in ("contribution_stage", "contribution_correct", "step_correct", "caveat_lift")},
    **{key: {"sanne"} for key in ("contribution_received", "contribution_consent")},
    **dict.fromkeys(("risk_state", "risk_rank", "forecast_make"), MEMBERS),
    "forecast_resolve": {"noor"},
    **{name: {"lina", "sanne"} for name in ("silence_say", "silence_choice")},
    "silence_break": {"lina"},  # The head of delegation and the alternates, unless the member decided otherwise.
    **{name: {"noor"} for name in ("action_lay", "action_settle")},
    "action_tell": {"lina"},
    "action_judge": MEMBERS,
    **dict.fromkeys(("lessons", "lesson"), MEMBERS),
    "lesson_make": {"lina", "noor"},
    "lesson_step": {"sanne"},  # Another than whoever made it and than the action's owners says whether it works.
    **{name: {"noor"} for name in ("silence_lead", "silence_paper")},
    **{name: {"lina"} for name in ("forecast_date", "forecast_demur")},
    **{name: {"noor"} for name in ("risk_scale", "risk_renew", "risk_end")},
    **dict.fromkeys(("development_report", "development_report_whole"), MEMBERS),
    **dict.fromkeys(("claim_make", "claim_make_whole", "claim_answer"), MEMBERS),
    "briefing_ask": MEMBERS,
    "text_table": MEMBERS,
    **dict.fromkeys(("proxies", "proxy"), MEMBERS),
    **{name: {"lina", "sanne"} for name in ("position_take", "position_explain")},
    **{name: {"noor"} for name in ("text_revise", "question_put", "question_close", "body_rule")},
    "step_take": {"noor"},
    **{f"development_{name}": {"noor"} for name in ("correct", "withdraw")},
    **dict.fromkeys(("advice_calls", "advice_call", "advice", "advise", "advice_position", "review_advice"), MEMBERS),
    **{name: {"noor"} for name in ("advice_call_make", "advice_lay")},
    "weak_point_cure": {"lina", "noor"},
    "advice_correct": {"lina"},
    **{f"minutes_{name}": {"noor"} for name in ("draft", "circulate", "adopt", "seal", "answer")},
    "minutes_correct": {"lina", "sanne"},
    **{name: {"noor"} for name in ("review_phase", "review_plan", "series_change")},
    **{name: {"noor"} for name in ("guest_invite", "guest_end")},
    "guest": MEMBERS,
    **{name: {"lina"} for name in ("document_replace", "document_release")},
    **{name: {"lina"} for name in ("remark_correct", "remark_release")},
    **{name: {"lina", "sanne"} for name in ("clearance", "overlap_state")},
    **{name: {"noor"} for name in ("report_enter", "report_rule")},
    **{name: {"lina"} for name in ("report_confirm", "report_reply")},
    "report_ask": {"noor", "sanne"},
    "report_restate": {"lina", "noor"},
    "reports_release": MEMBERS,
    **{name: {""} for name in ("account_login", "account_signup", "account_reset_password_from_key")},
    "account_change_password": MEMBERS,
    "account_logout": MEMBERS,
    "remark": {"lina", "sanne"},
    "accredit": MEMBERS,
    "accreditation_end": {"sanne"},
}


@pytest.fixture(scope="module")
def stage(house: House) -> Stage:
    with browser() as chromium:
        return set_stage(house, chromium)


@pytest.fixture(scope="module")
def found(house: House, stage: Stage) -> Survey:
    return survey(house, stage)


def test_no_page_was_left_out(found, stage):
    assert {route.name for route in routes()} == {*PLAIN, *stage.given, *NO_PAGE}
    for language in ("ar", "en"):
        shown = {page.partition(" ")[2] for page in found.looked_at[language]}
        assert shown == {*PLAIN, *stage.given, *ANSWERS}


def test_each_page_is_shown_to_whom_it_is_for(found):
    shown = {(who, name) for (_language, who, name), status in found.statuses.items() if status == 200}
    assert shown == {(who, name) for _language, _who, name in found.statuses for who in SHOWN_TO.get(name, set(PEOPLE))}


@pytest.mark.parametrize("kind", ["axe", "lost", "zoomed", "heavy", "twin", "complaints", "strangers", "policy"])
def test_nothing_is_wrong(found, kind):
    assert found.wrong[kind] == {}
