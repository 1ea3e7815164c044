"""Advice that an action takes up: the author is told; each page leads to the other as its reader may see it (R-V5)."""

import pytest

from tests.advice.given import CIRCLE, answered, called, gave
from tests.decisions.actions.doing import day, laid
from tests.pages import text
from tests.secretariat import en
from tests.visits import at, client

pytestmark = pytest.mark.django_db
SHOWN = "the action that takes it up"


def test_R_V5_advice_is_taken_up_by_an_action_and_each_leads_to_the_other():
    made, advice = laid(), gave(called(), "jim", words="Guard it by night.")
    form = {"way": "taken_up", "action": str(made.pk), "language": "en", "turn": "0"}
    assert client("chair").post(at("advice_answer", advice.pk), form | {"way": "deferred"}).status_code == 400
    assert client("chair").post(at("advice_answer", advice.pk), form).status_code == 302
    shown = client("jim").get(at("advice", advice.pk)).content.decode()
    assert (SHOWN in shown, at("action", made.pk) in shown) == (True, True)
    assert "Guard it by night." in text(client("alif").get(at("action", made.pk)))
    answered(advice, turn=1, words=en("On second thoughts: no."))
    assert "Guard it by night." not in text(client("alif").get(at("action", made.pk)))


def test_R_V5_the_action_shows_no_advice_to_whom_that_is_hidden():
    made, advice = laid(), gave(called(), "jim", "NW", "chair", words="For the chair alone.")
    answered(advice, "taken_up", action=made.pk, words=None)
    assert "For the chair alone." not in text(client("alif").get(at("action", made.pk)))
    assert "For the chair alone." in text(client("jim").get(at("action", made.pk)))


def test_R_V5_an_action_that_the_author_may_not_read_is_not_named_to_it(outcomes):
    made = laid(outcomes.decision("For two.", day(-400), "SH", "WA", "chair"), "SH", others=())
    advice = gave(called(), "jim", *CIRCLE)
    form = {"way": "taken_up", "action": str(made.pk), "language": "en", "turn": "0"}
    answer = client("chair").post(at("advice_answer", advice.pk), form)
    assert answer.status_code == 400
    assert "not released to all who read this advice" in text(answer)
