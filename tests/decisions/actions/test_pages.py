"""The pages of actions: each act in its form, what stands there for whom, and what needs whom."""

import pytest

from tests.decisions.actions.doing import binding, day, decided, dropped, judged, laid, moved, told
from tests.pages import ABSENT, statements, text
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db
IN_ENGLISH = {"language": "en"}


def page(made, slug="jim"):
    return text(client(slug).get(at("action", made.pk)))


def sent(slug, name, key, **form):
    return client(slug).post(at(name, key), {**IN_ENGLISH, **form})


def needs(slug):
    found = text(client(slug).get(at("my_needs")))
    told_so = ("Say where your member’s action stands", "Drop an action, as its owner asks", "Judge how far an action")
    return [words for words in told_so if words in found]


def test_the_chair_lays_an_action_under_a_paragraph_that_binds():
    decision = decided()
    assert [at("action_lay", decision.pk) in client(slug).get(at("decision", decision.pk)).content.decode()
            for slug in ("chair", "officer", "alif", "")] == [True, True, False, False]  # fmt: skip
    assert [client(slug).get(at("action_lay", decision.pk)).status_code for slug in ("alif", "coordinator")] == [
        404
    ] * 2
    shown = client("chair").get(at("action_lay", decision.pk)).content.decode()
    assert "The members report each month." in shown
    form = {"text_ar": "حراسة", "text_en": "Guard it.", "lead": "SH", "others": ["WA"], "due_on": "2026-07-01"}
    form |= {"release": "circle", "line": ""}

    def lays(given):
        return client("chair").post(at("action_lay", decision.pk), given)

    assert lays(form).status_code == 400  # No paragraph.
    paragraph = str(binding(decision).pk)
    without_lead = form | {"paragraph": paragraph, "lead": ""}
    assert lays(without_lead).status_code == 400
    answer = lays(form | {"paragraph": paragraph})
    assert answer.status_code == 302
    shown = text(client("jim").get(answer["Location"]))
    assert "Guard it." in shown
    assert "Sahlan · leads" in shown
    assert "not started" in shown


def test_the_due_history_and_the_steps_stand_on_the_page(later):
    made = laid()
    form = {"way": "move", "due_on": day(40).isoformat(), "text": "Closed.", "turn": "0"}
    assert sent("officer", "action_settle", made.pk, **form).status_code == 302
    assert sent("officer", "action_settle", made.pk, **form).status_code == 409
    assert "Somebody was quicker" in text(sent("officer", "action_settle", made.pk, **form))
    assert sent("officer", "action_settle", made.pk, **form | {"due_on": "", "turn": "1"}).status_code == 400
    assert sent("alif", "action_tell", made.pk, kind="done", text="", turn="1").status_code == 400
    assert sent("alif", "action_tell", made.pk, kind="done", text="See the log.", turn="1").status_code == 302
    shown = page(made)
    assert "Closed." in shown
    assert "See the log." in shown
    assert "done · Due" in shown
    later(24 * 50)
    assert "late" not in page(made).partition("Where it stood")[0]


def test_what_is_late_is_told_in_the_list_and_found_by_it(later):
    made = laid()
    later(24 * 31)
    assert "late" in page(made).partition("Where it stood")[0]
    for asked, seen in (("late", True), ("not_started", False)):
        listed = text(client("jim").get(at("actions"), {"status": asked}))
        assert ("Guard the dam by night." in listed) == seen


def test_both_views_stand_side_by_side():
    made = laid()
    assert sent("alif", "action_judge", made.pk, points="complete", text="All of it.", turn="0").status_code == 302
    assert sent("chair", "action_judge", made.pk, points="limited", text="Half of it.", turn="0").status_code == 302
    own, _parting, others = page(made).partition("In the judgement of others")
    assert ("All of it." in own, "Half of it." in own, "Half of it." in others) == (True, False, True)


def test_a_judgement_for_few_leaves_no_trace_for_the_others():
    made = laid(decided(judged_openly=False), others=())
    addresses = [at("action", made.pk), at("actions"), at("decision", made.decision_id), at("record")]
    before = {slug: [bare(client(slug).get(one).content) for one in addresses] for slug in ("ba", "")}
    judged(made, "limited", "jim", words="Nothing was done.")
    assert {slug: [bare(client(slug).get(one).content) for one in addresses] for slug in before} == before
    assert "Nothing was done." in page(made, "alif")


@pytest.mark.parametrize("name", ["action", "action_tell", "action_settle", "action_judge"])
def test_a_hidden_action_and_an_absent_one_are_answered_alike(outcomes, name):
    made = laid(outcomes.decision("For two.", day(-400), "SH", "WA"), "SH", others=())
    assert client("alif").get(at("action", made.pk)).status_code == 200
    for slug in ("jim", ""):
        answers = [client(slug).get(at(name, key)) for key in (made.pk, ABSENT)]
        assert answers[0].status_code == answers[1].status_code
        assert bare(answers[0].content).replace(str(made.pk), ABSENT) == bare(answers[1].content)


def test_the_forms_are_for_those_whom_they_concern():
    made, names = laid(), ("tell", "settle", "judge")
    allowed = {
        slug: [client(slug).get(at(f"action_{name}", made.pk)).status_code == 200 for name in names]
        for slug in ("alif", "jim", "chair", "officer", "coordinator")
    }  # fmt: skip
    offices = [False, True, True]
    assert allowed == {
        "alif": [True, False, True],
        "jim": [False, False, True],
        "chair": offices,
        "officer": offices,
        "coordinator": [False, False, False],
    }


def test_R_D4_what_needs_the_owners_and_the_chair(later):
    made = laid()
    assert (needs("alif"), needs("chair")) == ([], [])
    later(24 * 17)
    asks = ["Say where your member’s action stands"]
    assert (needs("alif"), needs("ba"), needs("jim"), needs("officer")) == (asks, asks, [], [])
    told(made, "drop_asked", words="The dam is gone.")
    assert (needs("alif"), needs("chair")) == ([], ["Drop an action, as its owner asks"])
    told(made, "done", words="See the log.")
    assert (needs("alif"), needs("chair")) == ([], ["Judge how far an action"])
    judged(made, "limited")
    assert needs("chair") == []
    told(made, "in_progress")
    assert needs("alif") == asks
    dropped(made)
    assert (needs("alif"), needs("chair")) == ([], [])


def test_R_D4_the_next_review_opens_with_what_is_not_done(outcomes, later):
    made = laid()
    late = laid(decided(), text=made.text, due=1)
    review = outcomes.review("The next one", day(60))
    address = at("preparation", review.pk)
    later(48)
    shown = text(client("jim").get(address)).partition("Taken over from before")[2]
    assert shown.count("Guard the dam by night.") == 2
    assert "late" in shown
    told(made, "done", words="See the log.")
    dropped(late)
    assert "Guard the dam by night." not in text(client("jim").get(address)).partition("Taken over from before")[2]


def test_as_many_statements_for_one_as_for_three():
    made = laid(others=())
    forms = dict.fromkeys(("action", "action_judge", "action_tell"), ("alif", made.pk))
    pages = forms | {"action_settle": ("officer", made.pk), "action_lay": ("officer", made.decision_id)}
    pages |= {"decision": ("alif", made.decision_id), "actions": ("alif",)}
    counts = []
    for number, slug in enumerate(("alif", "jim", "chair")):
        moved(made, 40 + number)
        told(made, "in_progress", words="Going on.")
        judged(made, "limited", slug)
        counts.append({name: statements(client(who), at(name, *keys)) for name, (who, *keys) in pages.items()})
        laid(made.decision)
    settling = {"action_settle": 10, "action_lay": 10}
    assert (
        counts == [{"action": 14, "action_judge": 11, "action_tell": 12, "decision": 21, "actions": 10} | settling] * 3
    )
