"""The pages of a question: everyone entitled, what comes of it in words, what would clear objections, the adoption."""

import pytest

from tests.decisions.tabled import ALL, put, ruled, seated, tabled
from tests.decisions.voiced import adopts, before_the_body, closes, explains, takes
from tests.pages import statements, text
from tests.visits import at, client

pytestmark = pytest.mark.django_db


def told(question, slug="alif", language="en"):
    return text(client(slug).get(at("question", question.pk, language=language)))


def sent(**given):
    return {
        "kind": "agrees",
        "language": "en",
        "text": "",
        "reason": "",
        "reason_to": "same",
        "turn": "0",
        "release": "circle",
        **given,
    }


def test_R_S12_everyone_entitled_and_what_comes_of_it_in_words(outcomes):
    question = before_the_body(outcomes.first())
    takes("alif", question, "objects", reason="Too soon.", lifts=[(1, "The dam is guarded by day.")])
    takes("ba", question, "reservation", words="Not bound by this.", on=2)
    shown = told(question, "jim")
    for words in (
        "The text does not stand: an objection is in its way. Sahlan objects. 1 member agrees.",
        "1 member has taken no position that you read: that is no objection.",
        "The fewest wordings that clear every objection that names one.",
        "I lift it if paragraph 1 reads: The dam is guarded by day.",
        "Nawras no position is released to you",
        "agrees, with a reservation Paragraph 2",
        "Proposed in a meeting",
    ):
        assert words in shown
    takes("alif", question, "aside")
    shown = told(question)
    assert "The text stands: nothing is in its way. Nobody objects." in shown
    assert "What it said before : Sahlan objects" in shown


def test_hidden_positions_are_said_to_be_hidden():
    question = before_the_body(hidden=True)
    takes("ba", question, "objects", reason="No.")
    for slug, seen in (("alif", False), ("chair", False), ("ba", True)):
        shown = told(question, slug)
        assert "positions are hidden from others until the close" in shown
        assert ("Reason: No." in shown) == seen
    closes(question)
    assert "Reason: No." in told(question)
    assert "Nobody else reads it before the close" not in told(question, "ba")


def test_a_member_takes_its_position_on_the_form(outcomes):
    question = before_the_body()
    door, address = client("alif"), at("position_take", question.pk)
    for given, words in (
        ({"kind": "objects"}, "Give the reason, or say that none is given."),
        ({"kind": "objects", "reason": "Why.", "lift_1": "Other words."}, "Choose the paragraph."),
        ({"kind": "statement"}, "Write the statement or the reservation."),
    ):
        refused = door.post(address, sent(**given))
        assert (refused.status_code, words in text(refused)) == (400, True)
    done = door.post(address, sent(kind="objects", reason="Too soon.", reason_to="offices", lift_1="Later.", on_1="2"))
    assert done.status_code == 302
    assert "I lift it if paragraph 2 reads: Later." in told(question, "ba")
    assert "its reason is not released to you" in told(question, "ba")
    assert "Reason: Too soon." in told(question, "chair")
    slow = door.post(address, sent())
    assert (slow.status_code, "Your member spoke meanwhile" in text(slow)) == (409, True)
    assert client("chair").get(address).status_code == 403
    assert door.post(address, sent(owner="x")).status_code == 400


def test_R_D1_the_chair_adopts_on_the_form_and_the_decision_carries_what_follows_its_paragraphs(outcomes):
    review = outcomes.first()
    question = before_the_body(review)
    outcomes.part(review, "present", "SH")
    takes("ba", question, "reservation", words="Not bound by this.", on=2)
    takes("jim", question, "statement", words="We read it broadly.")
    explains("alif", question, "A beginning.")
    door, address = client("chair"), at("question_close", question.pk)
    assert "Sahlan" in text(door.get(address))
    done = door.post(address, {"end": "adopt"})
    assert done.status_code == 302
    for language, verb in (("en", "decides The dam"), ("ar", "تقرر يحرس السد")):
        shown = text(client("alif").get(done.url.replace("/en/", f"/{language}/")))
        assert verb in shown
        assert shown.index("Not bound by this.") < shown.index("We read it broadly.") < shown.index("A beginning.")
        assert "1/2026" in shown
    assert "Adopted · decision 1/2026" in told(question)
    assert "adopted here 1/2026" in text(client("alif").get(at("decisions")))
    assert client("alif").get(address).status_code == 404
    assert client("alif").get(at("review", review.pk)).status_code == client("alif").get(at("home")).status_code == 200


def test_an_objection_keeps_the_chair_from_adopting():
    question = before_the_body()
    takes("alif", question, "objects", reason="Too soon.")
    refused = client("chair").post(at("question_close", question.pk), {"end": "adopt"})
    assert (refused.status_code, "An objection stands" in text(refused)) == (400, True)


def test_a_member_explains_on_its_form():
    question = before_the_body()
    address = at("position_explain", question.pk)
    done = client("alif").post(address, {"text": "نرى فيه بداية.", "language": "ar", "release": "circle"})
    assert done.status_code == 302
    assert "نرى فيه بداية." in told(question, "ba")


def test_as_many_statements_for_one_as_for_three():
    ruled(seated(*ALL))
    counts = []
    for slugs in (("alif",), ("alif", "ba", "jim")):
        question = put(tabled("officer", *ALL))
        for slug in slugs:
            takes(slug, question, "objects", reason="No.", lifts=[(1, f"By {slug}.")])
            takes(slug, question, "reservation", words="Not bound.", on=1)
            explains(slug, question, "Why.")
        before = statements(client("alif"), at("question", question.pk))
        decision = adopts(question)
        counts.append([before, statements(client("alif"), at("decision", decision.pk))])
    assert counts == [[15, 22]] * 2
