"""What a member decides for itself: who breaks silence, whether it takes two, and when it rests (R-S3, R-S5)."""

import re

from tansiq.decisions.silence.queries import own_choice
from tansiq.release.acting import acting_as
from tests.decisions.running import END, HOUR, NOW, US, begun, moved, state
from tests.decisions.tabled import seated
from tests.pages import statements, text
from tests.visits import at, client
from tests.world import token

DECIDED = {"breakers": "any", "two_persons": "on", "weekend": ["4"], "holidays": "10 June 2026: Day of the dam"}
REASON = {"kind": "objected", "text": "Not in this form.", "language": "en", "paragraph": ""}


def decide(slug="alif", **given):
    return client(slug).post(at("silence_choice"), {**DECIDED, **given, "once": f"choice {slug} {given}"})


def see(slug, name, *args, when=NOW + HOUR):
    with moved(when):
        answer = client(slug).get(at(name, *args))
    assert answer.status_code == 200
    return text(answer)


def send(slug, question, when, **given):
    with moved(when):
        fields = {**REASON, "typed": "Sahlan breaks silence", **given, "once": f"break {slug} {when} {given}"}
        return client(slug).post(at("silence_break", question.pk), fields)


def test_R_S5_the_head_decides_and_its_people_read_it(outcomes):
    assert "the head of delegation and the alternates" in see("alif", "silence_choice")
    assert decide("alif2").status_code == 403
    assert decide("officer").status_code == 403
    assert decide().status_code == 302
    page = see("alif2", "silence_choice")
    for words in ("anybody accredited, administrators excepted", "needed", "Friday", "10 June 2026", "Day of the dam"):
        assert words in page
    assert "Day of the dam" not in see("ba", "silence_choice")
    assert "Your member and silence" in see("alif", "silence_runs")
    assert statements(client("alif"), at("silence_choice")) <= 10


def test_what_is_no_day_is_refused_and_nothing_is_decided(outcomes):
    for wrong in (
        {"holidays": "soon: a feast"},
        {"holidays": "June 2026: a month"},
        {"holidays": "\n".join(f"2026-0{1 + day // 28}-{1 + day % 28:02}: x" for day in range(41))},
        {"weekend": ["7"]},
        {"breakers": "nobody"},
    ):
        assert decide(**wrong).status_code == 400
    with acting_as(token("alif")):
        assert own_choice() is None


def test_R_S3_a_member_is_told_on_which_of_its_own_days_a_run_falls(outcomes):
    seated(*US)
    question = begun()
    decide()
    page = see("alif", "silence", question.pk)
    assert "Your member rests on these days of the run:" in page
    assert "10 June 2026 (Day of the dam)" in re.sub(r"\( | \)", lambda found: found[0].strip(), page)
    assert "Day of the dam" not in see("ba", "silence", question.pk)


def test_R_S5_the_first_person_prepares_and_the_second_confirms_word_for_word(outcomes):
    question = begun()
    decide()
    page = see("alif", "silence_break", question.pk)
    assert "Your member wants two persons" in page
    assert send("alif", question, NOW + HOUR).status_code == 302
    assert state(question, NOW + HOUR) == "under_silence"
    assert "A break is prepared for your member." in see("alif2", "silence", question.pk)
    assert "Look at it and confirm" not in see("alif", "silence", question.pk)
    assert "prepared" not in see("ba", "silence", question.pk)
    assert "Not in this form." in see("alif2", "silence_break", question.pk)
    assert send("alif", question, NOW + 2 * HOUR).status_code == 302  # The same person confirms nothing.
    assert state(question, NOW + 2 * HOUR) == "under_silence"
    assert send("alif2", question, NOW + 3 * HOUR).status_code == 302
    assert state(question, NOW + 3 * HOUR) == "broken"


def test_R_S5_what_was_not_confirmed_before_the_end_is_nothing_and_its_member_is_told(outcomes):
    question = begun()
    decide()
    send("alif", question, NOW + HOUR)
    for slug in ("alif", "alif2"):
        assert "was not confirmed before the end" in see(slug, "silence", question.pk, when=END)
    assert "confirmed" not in see("ba", "silence", question.pk, when=END)
    send("alif2", question, END)
    assert state(question, END) == "due"
