"""The coordinator's briefing: drafted, given, never changed; its next steps go onto the agenda; asked and answered."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction
from django.utils import translation

from tansiq.developments.briefing.models import Briefing, BriefingAnswer, BriefingQuestion, NextStep
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale
from tansiq.release.acting import acting_as, public_token
from tansiq.release.commands import audience_of
from tansiq.reviews.models import Phase
from tests.developments.briefed import asked, drafted, explained, given_to, taken
from tests.developments.changed import changed, withdrawn
from tests.pages import ABSENT, statements, text
from tests.secretariat import en, readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db


@pytest.fixture
def review(secretariat, line):
    made = secretariat.review("July", date(2026, 7, 1))
    secretariat.put(Phase, review=made, step=Phase.Step.PLANNED)
    return made


def page(review, slug="", **wanted):
    return text(client(slug).get(at("briefing", review.pk), wanted))


def first_step(briefing):
    with acting_as(token("officer")):
        return NextStep.objects.select_related("briefing__review").filter(briefing=briefing).first()


def test_it_tells_line_by_line_in_the_order_chosen(secretariat, line, review):
    water = secretariat.subject("water", "Water", number=2)
    one, two = (changed(line, "coordinator", words=words) for words in ("First told.", "Told second."))
    wet = changed(water, "coordinator", words="It rains.")
    steps = [("Mend the bridge.", line), ("Meet again.", None)]
    given_to(review, words="It is quieter.", developments=[wet, two, one], steps=steps)
    told = page(review)
    places = ("It is quieter.", "Operations", "Told second.", "First told.", "Mend the bridge.", "Water", "It rains.")
    found = [told.index(words) for words in (*places, "On the whole", "Meet again.")]
    assert found == sorted(found)


def test_a_draft_is_read_by_its_own_office_alone(secretariat, line, review):
    drafted(review, words="Not yet.")
    assert "This is a draft." in page(review, "coordinator")
    for slug in ("", "officer", "chair", "alif"):
        assert ("Not yet." in page(review, slug), "No briefing is released" in page(review, slug)) == (False, True)


def test_what_is_given_is_followed_by_a_new_version_and_changed_by_nobody(secretariat, line, review):
    former = given_to(review, words="As it was.")
    with pytest.raises(Stale):
        given_to(review, words="A colleague.")
    given_to(review, words="As it is.", turn=1)
    told = page(review)
    assert ("As it is." in told, "As it was." in told, "Versions" in told) == (True, False, True)
    assert "There is a newer version." in page(review, version=str(former.pk))
    with acting_as(token("coordinator")):
        own = ownership(audience_of({0}))
        later = {**own, "created_at": own["created_at"].replace(year=2027)}
        with pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
            NextStep.objects.create(briefing=former, words=en("More."), place=9, **later)


def test_only_the_coordinator_briefs_on_its_own_developments(secretariat, line, review):
    for slug in ("alif", "officer", "chair"):
        with pytest.raises(PermissionDenied):
            given_to(review, by=slug)
    for slug, code in (("alif", "SH"), ("officer", "secretariat"), ("chair", "chair")):
        with acting_as(token(slug)):
            given = {"review": review, "step": "given", "as_of": date(2026, 6, 1), "words": en("Me."), "turn": 1}
            given |= ownership(audience_of(readers(code)))
            with pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
                Briefing.objects.create(**given)
    other = changed(line, "alif")
    with pytest.raises(ProgrammingError, match="row-level"):
        given_to(review, developments=[other])


def test_no_day_lies_ahead_and_nobody_reads_more_than_the_review(secretariat, line):
    closed = secretariat.review("Closed", date(2026, 6, 1), "coordinator", "SH")
    with pytest.raises(ValidationError, match="has not come"):
        given_to(closed, "SH", as_of=date(2027, 1, 1))
    with pytest.raises(ValidationError, match="not released to all"):
        given_to(closed)


def test_whoever_does_not_read_a_development_does_not_see_it_in_the_briefing(secretariat, line, review):
    narrow = changed(line, "coordinator", "SH", words="For few.")
    given_to(review, developments=[narrow])
    assert ("For few." in page(review, "alif"), "For few." in page(review, "jim")) == (True, False)
    withdrawn(narrow, "coordinator")
    assert "For few. withdrawn" in page(review, "alif")


def test_a_next_step_goes_onto_the_agenda_and_the_link_is_shown_to_whoever_reads_both(secretariat, line, review):
    given_to(review, steps=[("Mend the bridge.", line)])
    with acting_as(token("officer")):
        step = NextStep.objects.get()
    assert "Set it on the agenda" in page(review, "officer")
    opened = client("officer").get(at("step_take", step.pk)).content.decode()
    assert "Mend the bridge." in opened
    said = {"title_en": "Mend the bridge", "kind": "discussion", "release": "chosen", "chosen": ["SH"], "once": "1"}
    assert client("officer").post(at("step_take", step.pk), said).status_code == 302
    told = {slug: page(review, slug) for slug in ("alif", "jim", "officer")}
    shown = {slug: "Mend the bridge. on the agenda" in one for slug, one in told.items()}
    assert shown == {"alif": True, "jim": False, "officer": True}
    assert "Mend the bridge" in text(client("alif").get(at("agenda", review.pk)))
    for slug in ("alif", "coordinator"):
        assert client(slug).get(at("step_take", step.pk)).status_code == 404


def test_members_ask_and_the_coordinator_answers_each_to_whom_is_chosen(secretariat, line, review):
    made = given_to(review)
    loud, quiet = asked(made, "alif"), asked(made, "jim", "chair", words="Between us?")
    explained(loud)
    explained(quiet, "NW", words="Between us.")
    told = {slug: page(review, slug) for slug in ("", "jim", "ba", "coordinator", "chair")}
    assert all("Sahlan Since when?" in one and "Coordinator Since May." in one for one in told.values())
    assert {slug: ("Between us?" in one, "Between us." in one) for slug, one in told.items()} == {
        "": (False, False),
        "ba": (False, False),
        "chair": (True, False),
        **dict.fromkeys(("jim", "coordinator"), (True, True)),
    }
    with pytest.raises(PermissionDenied):
        explained(loud, by="officer")
    with acting_as(token("alif")):
        own = ownership(audience_of(readers("SH")))
        with pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
            BriefingAnswer.objects.create(question=loud, words=en("Me."), **own)
    with pytest.raises(PermissionDenied):
        asked(drafted(review, turn=1), "coordinator")


def test_the_pages_draft_give_ask_and_answer(secretariat, line, review):
    mine = changed(line, "coordinator")
    room = at("briefing_write", review.pk)
    assert "The bridge is down." in text(client("coordinator").get(room))
    said = {"as_of": "1 June 2026", "text": "It is quieter.", "language": "en", "turn": "0", f"place_{mine.pk}": "1"}
    said |= {"step_1": "Mend the bridge.", "along_1": "military", "release": "public"}
    bad = client("coordinator").post(room, {**said, "as_of": "soon", "once": "0"})
    assert bad.status_code == 400
    assert client("coordinator").post(room, {**said, "keep": "1", "once": "1"}).status_code == 302
    opened = client("coordinator").get(room).content.decode()
    assert ("It is quieter." in opened, "Mend the bridge." in opened) == (True, True)
    stale = client("coordinator").post(room, {**said, "text": "Typed long.", "once": "2"})
    assert (stale.status_code, "Somebody was quicker" in text(stale), b"Typed long." in stale.content) == (
        *(409, True),
        True,
    )
    assert client("coordinator").post(room, {**said, "turn": "1", "once": "3"}).status_code == 302
    told = page(review)
    assert ("The bridge is down." in told, "Mend the bridge." in told) == (True, True)
    with acting_as(token("alif")):
        made = Briefing.objects.get()
    words = {"text": "Since when?", "language": "en", "release": "public"}
    assert client("alif").get(at("briefing_ask", made.pk)).status_code == 200
    assert client("alif").post(at("briefing_ask", made.pk), {**words, "once": "4"}).status_code == 302
    with acting_as(token("alif")):
        question = BriefingQuestion.objects.get()
    assert client("coordinator").get(at("briefing_answer", question.pk)).status_code == 200
    reply = {**words, "text": "Since May.", "once": "5"}
    assert client("coordinator").post(at("briefing_answer", question.pk), reply).status_code == 302
    assert "Since May." in page(review)
    assert client("alif").get(at("briefing_answer", question.pk)).status_code == 403
    assert client("officer").get(room).status_code == 404


def test_what_is_hidden_leaves_no_trace(secretariat, line, review):
    made = given_to(review, steps=[("Mend the bridge.", line)])
    step = first_step(made)
    rooms = [at(name) for name in ("home", "record", "reviews")] + [
        *(at("briefing", review.pk, language=code) for code in ("en", "ar")),
        *(at("review", review.pk), at("agenda", review.pk), at("developments", "military")),
    ]
    before = {(slug, room): bare(client(slug).get(room).content) for slug in ("", "jim") for room in rooms}
    drafted(review, turn=1, words="Hidden.", steps=[("Hidden.", line)])
    given_to(review, "SH", turn=2, words="Hidden.")
    explained(asked(made, "alif", "coordinator", words="Hidden."), "SH", words="Hidden.")
    taken(step, "SH")
    assert {(slug, room): bare(client(slug).get(room).content) for slug, room in before} == before
    with acting_as(public_token()):
        assert (Briefing.objects.count(), BriefingQuestion.objects.count()) == (1, 0)


def test_a_hidden_briefing_and_an_absent_one_are_the_same_bytes(secretariat, line, review):
    made = given_to(review, "SH", steps=[("Mend the bridge.", line)])
    question = asked(made, "alif", "coordinator")
    for name, slug, key in (
        ("briefing_ask", "jim", made.pk),
        ("briefing_answer", "jim", question.pk),
        ("step_take", "officer", ABSENT.replace("0", "1", 1)),
    ):
        hidden, absent = (client(slug).get(at(name, one)) for one in (key, ABSENT))
        assert (hidden.status_code, absent.status_code) == (404, 404)
        assert bare(hidden.content).replace(str(key), ABSENT) == bare(absent.content)


def test_as_many_statements_for_one_development_as_for_three(secretariat, line, review):
    counts, held = [], []
    for number in range(3):
        held.append(changed(line, "coordinator", words=f"Change {number}."))
        steps = [(f"Step {one}.", line) for one in range(number + 1)]
        made = given_to(review, turn=number, developments=held, steps=steps)
        taken(first_step(made))
        for _question in range(number + 1):
            explained(asked(made, "alif"))
        counts.append(statements(client(), at("briefing", review.pk)))
    assert counts[0] == counts[1] == counts[2]


def test_a_briefing_is_found_by_its_words_by_whoever_reads_it(secretariat, line, review):
    given_to(review, "SH", words="The sluices hold.")
    drafted(review, words="The sluices leak.", turn=1)
    with translation.override("en"):
        for slug, seen in (("alif", {"hold"}), ("jim", set()), ("coordinator", {"hold", "leak"})):
            told = text(client(slug).get(at("search"), {"q": "sluices"}))
            assert {word for word in ("hold", "leak") if f"The sluices {word}." in told} == seen
    hit = client("alif").get(at("search"), {"q": "sluices"}).content.decode()
    assert at("briefing", review.pk) in hit
