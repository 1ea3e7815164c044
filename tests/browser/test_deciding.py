"""From the advice of all to a decision by silence: eight people at their browsers, in one language and in the other."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tansiq.engines.silence import State
from tests.browser.deciding import AMENDED, FIRST, RESERVED, SAID, SECOND, THIRD, Deciding
from tests.browser.house import House, opened
from tests.browser.stage import london
from tests.engines.papers_made import image
from tests.world import INSTANT, Cluster

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NOW = datetime.fromisoformat(INSTANT)
HOUR = timedelta(hours=1)


@pytest.fixture
def house(cluster: Cluster, record: str, tmp_path: Path) -> Iterator[House]:
    """A house of their own: its clock moves."""
    with opened(cluster, record, tmp_path, "deciding") as house:
        yield house


@pytest.mark.parametrize("language", ["ar", "en"])
def test_from_the_advice_of_all_to_a_decision_by_silence(house: House, chromium: Browser, language: str):
    people = Deciding(house, chromium, language)
    advice = _advised(people, london(house))
    text = _objected_to(people)
    _broken(people, text)
    decision = _passed(people, text)
    _answered(people, advice, decision)
    _on_paper(people)
    assert people.complaints() == []


def _advised(people: Deciding, review: str) -> str:
    """Everyone is asked: one names a weak point, one advises, one has nothing to add, one takes a position."""
    said = SAID[people.language]
    call = people.call(review)
    people.advise("lina", call, "weak_point", said["weak"], evidence=said["evidence"])
    people.advise("mariam", call, "proposal", said["proposal"])
    people.at("claire", "advice_call", call)
    people.people["claire"].press("form[action*='/nothing/'] button")
    table = people.read("noor", "advice_call", call)
    assert [said["weak"] in table, said["proposal"] in table] == [True, True]
    weak = people.key("tansiq_advice", "kind = 'weak_point' AND call_id = %s", call)
    people.at("pieter", "advice_position", weak)
    people.choose("pieter", stance="change")
    people.write("pieter", text=said["other"], reason=said["why"])
    people.send("pieter")
    assert said["other"] in people.read("lina", "advice", weak)
    return weak


def _objected_to(people: Deciding) -> str:
    """The secretariat tables a text; one objects with a condition, and the next version takes it up."""
    text = people.table(FIRST)
    people.at("noor", "question_put", text)
    people.send("noor")
    question = people.key("tansiq_question", "text_id = %s", text)
    people.at("pieter", "position_take", question)
    people.choose("pieter", kind="agrees")
    people.send("pieter", release="public")
    page = people.at("lina", "position_take", question)
    people.choose("lina", kind="objects")
    page.locator("main details.more > summary").first.click()
    people.write("lina", reason=SAID[people.language]["why"], lift_1=SECOND[f"{people.language}_1"])
    page.locator("[name=on_1]").select_option("1")
    people.send("lina", release="public")
    shown = people.read("james", "question", question)
    assert SECOND[f"{people.language}_1"] in shown
    people.at("james", "question_close", question)
    people.choose("james", end="close")
    people.send("james")
    people.revise(text, SECOND)
    return text


def _broken(people: Deciding, text: str) -> None:
    """The text goes under silence; an amendment breaks it, at once and for everybody."""
    run = people.under_silence(text, NOW + 80 * HOUR)
    assert people.stands(run, State.UNDER_SILENCE) == set()
    page = people.at("claire", "silence_break", run)
    people.choose("claire", kind="amended")
    page.locator("[name=paragraph]").select_option("2")
    people.write("claire", text=AMENDED[f"{people.language}_2"])
    people.confirm("claire")
    assert people.stands(run, State.BROKEN) == set()
    people.at("james", "silence_lead", run)
    people.choose("james", act="close")
    people.send("james")
    people.revise(text, THIRD)


def _passed(people: Deciding, text: str) -> str:
    """The new version passes with a reservation; an objection after the end is refused; the notice adopts."""
    end = NOW + 100 * HOUR
    run = people.under_silence(text, end)
    people.at("mariam", "silence", run)
    page = people.people["mariam"].press("main form:has([value=associated]) button")
    assert page.url.endswith(f"/silence/{run}/")
    page = people.at("pieter", "silence_say", run)
    people.choose("pieter", kind="reserved")
    page.locator("[name=paragraph]").select_option("1")
    people.write("pieter", text=RESERVED[people.language])
    people.send("pieter")
    people.house.move(end + timedelta(seconds=1))
    people.enter_anew()
    people.at("lina", "silence_break", run)
    people.choose("lina", kind="objected")
    people.write("lina", text=SAID[people.language]["why"])
    people.confirm("lina")
    late = {who: SAID[people.language]["why"] in people.read(who, "silence", run) for who in people.people}
    assert {who for who in late if late[who]} == {"lina", "james", "noor"}  # It is kept, and shown to the chair.
    assert people.stands(run, State.DUE) == set()
    people.at("james", "silence_lead", run)
    people.choose("james", act="notice")
    people.people["james"].page.locator("[name=reached]").check()
    people.send("james")
    assert people.stands(run, State.ADOPTED) == set()
    decision = people.key(
        "tansiq_decision", "text_version_id IN (SELECT key FROM tansiq_textversion WHERE text_id = %s)", text
    )
    for who in people.people:
        shown = people.read(who, "decision", decision)
        assert (RESERVED[people.language] in shown, AMENDED[f"{people.language}_2"] in shown) == (True, True), who
    return decision


def _answered(people: Deciding, weak: str, decision: str) -> None:
    """The chair says what became of the weak point: its author reads that it led to the decision."""
    page = people.at("james", "advice_answer", weak)
    people.choose("james", way="taken_up")
    page.locator("[name=decision]").select_option(decision)
    people.send("james")
    page = people.at("lina", "advice", weak)
    assert page.locator(f"main a[href$='/decisions/{decision}/']").count()


def _on_paper(people: Deciding) -> None:
    """A note that reached the chair before the end is entered after it: contested, until the chair settles it."""
    text, end = people.table(FIRST), NOW + 200 * HOUR
    run = people.under_silence(text, end)
    people.house.move(end + 2 * HOUR)
    people.enter_anew()
    page = people.at("noor", "silence_paper", run)
    page.locator("[name=member]").select_option("KW")
    page.locator("[name=zone]").select_option("UTC")
    came = end - 2 * HOUR
    people.write("noor", on=came.date().isoformat(), at=came.strftime("%H:%M"), text=SAID[people.language]["why"])
    page.locator("[name=file]").set_input_files({"name": "note.png", "mimeType": "image/png", "buffer": image("PNG")})
    page.locator("[name=review]").select_option(index=1)
    people.send("noor", "main form .btn.stop")
    assert people.stands(run, State.CONTESTED) == set()
    people.at("james", "silence_lead", run)
    people.choose("james", act="holds")
    people.write("james", text=SAID[people.language]["why"])
    people.send("james")
    assert people.stands(run, State.BROKEN) == set()
