"""The pages of runs of silence: what they say, to whom, what they take, and in how many statements."""

import re

import pytest
from django.utils import translation

from tansiq.decisions.texts.models import Question
from tansiq.release.acting import acting_as
from tests.decisions.running import US, begun, broken, proposed, standing
from tests.decisions.tabled import ruled, seated, tabled
from tests.pages import statements, text
from tests.visits import at, client
from tests.world import token

pytestmark = pytest.mark.django_db
FIELDS = {"language": "en", "text": "", "paragraph": ""}


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def see(slug, name, *args, language="en"):
    answer = client(slug).get(at(name, *args, language=language))
    assert answer.status_code == 200
    return text(answer)


def send(slug, name, *args, **given):
    return client(slug).post(at(name, *args), {**FIELDS, "once": "a-key-of-this-test-" + name, **given})


def state(question):
    return standing(question).state.value


def test_R_S2_the_office_proposes_silence_on_the_form_and_the_run_has_its_end(outcomes):
    body = seated(*US)
    ruled(body, way="silence")
    made = tabled("officer", *US, body=body)
    address = at("question_put", made.pk)
    fields = {"way": "silence", "on": "2026-06-14", "at": "10:00", "zone": "Asia/Amman", "review": "", "chair": ""}
    door = client("officer")
    for wrong, why in (
        ({}, "silence starts from a meeting"),
        ({"review": str(outcomes.first().pk), "on": ""}, "Say the day, the time and the zone"),
        ({"review": str(outcomes.first().pk), "on": "2026-06-06"}, "This end is too near"),
    ):
        answer = door.post(address, fields | wrong)
        assert why in text(answer), text(answer)
        assert 'value="10:00"' in answer.content.decode()
    answer = door.post(address, fields | {"review": str(outcomes.first().pk)})
    with acting_as(token("ba")):
        question = Question.objects.get(text=made)
    assert (answer.status_code, answer["Location"]) == (302, at("silence", question.pk))
    held = standing(question)
    assert held.state.value == "proposed"
    assert held.run.proposal.until.isoformat() == "2026-06-14T07:00:00+00:00"
    assert "silence proposed, not begun" in see("alif", "silence", question.pk)
    given = {
        "act": "started",
        "language": "en",
        "once": "y" * 20,
        "text": "",
        **{n: fields[n] for n in ("on", "at", "zone")},
    }
    assert client("chair").post(at("silence_lead", question.pk), given).status_code == 302
    assert state(question) == "under_silence"


def test_a_member_sees_the_clock_in_the_servers_words_and_what_doing_nothing_means(outcomes):
    question = begun()
    page = see("alif", "silence", question.pk)
    assert "3 days" in page
    assert "If your member does nothing" in page
    assert "Acknowledging is not consent" in page
    assert "under silence" in see("alif", "silence_runs")
    assert "أيام" in see("alif", "silence", question.pk, language="ar")


def test_acknowledging_takes_one_press_and_a_statement_stands_by_its_paragraph(outcomes):
    question = begun()
    pressed = {
        "kind": "acknowledged",
        "language": "en",
        "once": "a-press-of-this-test",
    }  # The button sends nothing else.
    assert client("alif").post(at("silence_say", question.pk), pressed).status_code == 302
    given = {"kind": "stated", "paragraph": "2", "text": "We read it so."}
    assert client("ba").post(at("silence_say", question.pk), {**FIELDS, **given, "once": "x" * 20}).status_code == 302
    page = see("jim", "silence", question.pk)
    assert "We read it so." in page
    assert "paragraph 2" in page
    assert send("ba", "silence_say", question.pk, kind="reserved").status_code == 400


def test_R_S5_a_break_is_confirmed_in_words_and_told_to_all(outcomes):
    question = begun()
    given = {"kind": "objected", "text": "Not in this form."}
    assert send("alif", "silence_break", question.pk, **given, typed="yes").status_code == 400
    assert state(question) == "under_silence"
    sentence = re.search(r"type: (.+? breaks silence)", see("alif", "silence_break", question.pk))[1]
    assert send("alif", "silence_break", question.pk, **given, typed=f" {sentence.upper()} ").status_code == 302
    for slug in ("alif", "ba", "jim", "chair"):
        assert "The text is not adopted" in see(slug, "silence", question.pk)
    assert send("ba", "silence_break", question.pk, **given, typed="no").status_code == 400


def test_R_S10_the_page_of_another_member_does_not_tell_who_broke(outcomes):
    pages = []
    for slug in ("alif", "jim"):
        question = begun()
        broken(question, slug)
        pages.append(see("ba", "silence", question.pk))
        assert "Not in this form." not in pages[-1]
        assert "Not in this form." in see("chair", "silence", question.pk)
    assert pages[0] == pages[1]


def test_the_chair_starts_extends_and_stops_the_clock_on_its_page(outcomes):
    question = proposed()
    given = {"on": "2026-06-14", "at": "10:00", "zone": "UTC", "text": "By letter."}
    fields = {"act": "started", "language": "en", "once": "y" * 20, **given}
    assert client("chair").post(at("silence_lead", question.pk), fields).status_code == 302
    assert state(question) == "under_silence"
    assert "days of rest" in see("chair", "silence_lead", question.pk)
    missing = {"act": "extended", "language": "en", "once": "z" * 20, "zone": "UTC", "on": "", "at": "", "text": ""}
    assert client("chair").post(at("silence_lead", question.pk), missing).status_code == 400
    assert client("alif").get(at("silence_lead", question.pk)).status_code == 404


def test_a_letter_is_ready_to_sign_with_the_hash_of_the_text(outcomes):
    question = begun()
    page = see("officer", "silence_letter", question.pk)
    assert question.text_version.digest in page
    assert "under silence" in page
    broken(question)
    assert "has not been adopted" in see("officer", "silence_letter", question.pk)


def test_as_many_statements_for_one_as_for_three(outcomes):
    counts = []
    for runs in (1, 2):  # The second time there are three.
        question = [begun() for _run in range(runs)][-1]
        for slug, kind in (("alif", "acknowledged"), ("ba", "associated"))[:runs]:
            send(slug, "silence_say", question.pk, kind=kind)
        pages = [at(name, question.pk) for name in ("silence", "silence_say", "silence_break", "silence_letter")]
        counts.append([statements(client("alif"), page) for page in (at("silence_runs"), *pages)])
    assert counts[0] == counts[1]
    assert max(counts[0]) <= 15
