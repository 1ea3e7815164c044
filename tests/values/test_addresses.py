"""Addresses with something to fill in: absent, of another kind or malformed, nothing is there."""

from urllib.parse import quote

import pytest

from tests.two_worlds.routes import routes
from tests.values.corpus import ABSENT, share, told
from tests.values.probing import browser, wrong
from tests.visits import bare

pytestmark = pytest.mark.django_db

HERE = [one for one in routes() if one.route.startswith("en/")]
KEYED = {one.name: one for one in HERE if [slot for slot, _shape in one.slots] == ["key"]}
OF = {  # Which thing has its own page at each address; all others of the same name are of another kind.
    "review": "review", "remark_make": "review", "body": "body", "source": "source",
    "remark": "remark", "remark_correct": "remark", "remark_release": "remark",
    "body_zone": "body",
    **dict.fromkeys(("attendance", "concern", "review_calendar", "review_call", "review_phase"), "review"),
    **dict.fromkeys(("review_assessments", "briefing", "preparation", "review_advice"), "review"),
    **dict.fromkeys(("rankings", "risk_rank"), "review"),
    **dict.fromkeys(("agenda", "agenda_set"), "review"), "minutes_answer": "correction",
    "agenda_take_up": "waiting",
    **{f"agenda_{name}": "item" for name in ("item", "change", "move", "withdraw", "refer", "item_release")},
    **{f"minutes_{name}": "item" for name in ("draft", "circulate", "correct", "adopt", "seal")}, "minutes": "item",
    **dict.fromkeys(("document_file", "review_documents", "guest_invite"), "review"),
    **dict.fromkeys(("guest", "guest_end"), "guest"),
    **dict.fromkeys(("action", "action_tell", "action_settle", "action_judge"), "action"), "action_lay": "decision",
    "decision": "decision",
    **dict.fromkeys(("text_table", "body_rule", "proxies"), "body"),
    **dict.fromkeys(("text", "text_revise", "question_put"), "text"), "text_version": "version",
    **dict.fromkeys(("question", "position_take", "position_explain", "question_close"), "question"),
}  # fmt: skip
MEMBERS = {"agenda", "agenda_item", "minutes", "minutes_correct"}
OF_OFFICES = {
    "guest_end",
    "guest_invite",
    "body_zone",
    "review_call",
    "review_phase",
    *("action_lay", "action_settle"),
    *("body_rule", "question_put", "question_close"),
    *(one for one in OF if one[:6] in {"agenda", "minute"} and one not in MEMBERS),
}
POSTED = {"call_draft", "nothing_to_add"}  # Nothing is asked for there, by whatever key.


@pytest.mark.parametrize("name", [name for name in KEYED if name not in POSTED])
@pytest.mark.parametrize("slug", ["alif", "admin.sh", "officer"])
def test_absent_and_of_another_kind_are_the_same_bytes(matter, slug, name):
    held = browser(slug)
    others = [thing.pk for kind, thing in matter.items() if kind != OF.get(name)]
    answers = [held.get(KEYED[name].path({"key": key})) for key in (ABSENT, *others)]
    pages = {
        bare(answer.content).replace(str(key), ABSENT) for key, answer in zip((ABSENT, *others), answers, strict=True)
    }
    assert ({answer.status_code for answer in answers}, len(pages)) == ({404}, 1)


@pytest.mark.parametrize("name", OF)
def test_what_is_of_the_right_kind_is_found(matter, name):
    who = "officer" if name in OF_OFFICES else "alif"
    assert browser(who).get(KEYED[name].path({"key": matter[OF[name]].pk})).status_code == 200


# A word of any kind may stand in these: an unknown one is told that it does not hold, or that one must post it.
WORDED = {"invitation", "enter_as", "account_reset_password_from_key"}
BY_KIND = [sorted(one for one in HERE if one.slots and (one.name in KEYED) == keyed) for keyed in (True, False)]
SHARED = {one: share(number, 3) for kind in BY_KIND for number, one in enumerate(kind)}


@pytest.mark.parametrize("one", SHARED, ids=lambda one: one.name)
def test_a_malformed_address_leads_nowhere(alif, one):
    held, right = browser("alif"), {400, 404} | ({200, 405} if one.name in WORDED else set())
    for value in SHARED[one]:
        if value != ABSENT:
            answer = held.get(one.path(dict.fromkeys(dict(one.slots), quote(value, safe=""))))
            assert (told(value), answer.status_code in right, wrong(answer)) == (told(value), True, [])
