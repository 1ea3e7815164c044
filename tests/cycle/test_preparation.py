"""The review on one page while it is prepared: what its reader may see of all on which it rests."""

from datetime import date

import pytest

from tansiq.decisions.lessons.commands import identify_lesson
from tansiq.efforts.models import Target
from tansiq.languages.words import Words
from tansiq.release.acting import acting_as
from tansiq.reviews.models import Phase
from tests.advice.given import called, gave
from tests.assessments.assessed import assessed, dissented
from tests.contributions.given import needed, offered, step
from tests.contributions.given import stated as gift
from tests.developments.briefed import given_to
from tests.efforts.measured import Measured
from tests.pages import ABSENT, statements, text
from tests.risks.stated import ranked
from tests.risks.stated import stated as risk
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
START = date(2026, 1, 5)
STATEMENTS = 37


@pytest.fixture
def secretariat(db):
    return Measured()


@pytest.fixture
def line(secretariat):
    return secretariat.subject("military", "Operations", number=1)


@pytest.fixture
def review(secretariat, line):
    secretariat.review("June", date(2026, 2, 1))
    made = secretariat.review("July", date(2026, 7, 1))
    secretariat.put(Phase, review=made, step=Phase.Step.PLANNED)
    return made


def page(review, slug="", language="en"):
    return text(client(slug).get(at("preparation", review.pk, language=language)))


def filled(secretariat, line, review, number, *codes):
    """One of each, for all or for some."""
    paper = secretariat.source(f"paper {number}", *codes)
    measure = secretariat.counted(f"m{number}", *codes, name=f"Counted {number}", line=line.code)
    secretariat.figure(measure, f"{number}0", *codes, on=START, source=paper)
    secretariat.put(Target, *codes, measure=measure, on=date(2026, 12, 1), value=40 + number, source=paper)
    seen = assessed(line, ("alif", "ba", "jim")[number - 1], *codes, words=f"Seen {number}.")
    dissented(seen, "ba" if number == 1 else "alif", *codes, words=f"Not so {number}.")
    given = gift("alif", *codes, text=f"Given {number}.")
    step(given, "alif", "delivered", *codes)
    need = needed("officer", *codes, text=f"Needed {number}.", line=line)
    offered(need, gift("alif", *codes, text=f"Promised {number}."), "alif")
    made = risk("alif", *codes, words=f"Feared {number}.")
    ranked(("alif", "ba", "officer")[number - 1], review, [made], *codes)
    secretariat.action(f"To do {number}.", paper, *codes, line=line.code)
    weak = gave(called(*codes), "alif", *codes, words=f"Weak {number}.", kind="weak_point")
    with acting_as(token("alif")):
        identify_lesson(advice=weak, words=Words.of("en", en=f"Learn {number}."), analysis=None)


def test_it_tells_all_on_which_the_review_rests(secretariat, line, review):
    filled(secretariat, line, review, 1)
    given_to(review, words="It is quieter.", steps=[("Mend the bridge.", line)])
    told = page(review)
    for words in (
        "Counted 1 measure of effectiveness none on record 10 persons",
        "41 persons by 1 December 2026",
        "moderate confidence · trend: better · 1 June 2026 seen otherwise Wadina : Not so 1.",
        "Coordinator It is quieter.",
        "Operations Mend the bridge.",
        "Sahlan Feared 1. “perhaps a very large danger”",
        "Delivered since 1 February 2026 The review before: June",
        "delivered · 10 April 2026 · the giver’s word Sahlan · Given 1.",
        "pledged · 1 March 2026 Sahlan · Promised 1.",
        "Needed 1. Operations 100 US dollars",
        "To do 1. planned",
    ):
        assert words in told
    assert "No forecast is due, as far as is released to you" in told
    assert "Lessons that are not learned yet identified; no action yet Learn 1." in page(review, "jim")
    assert "Learn 1." not in told  # Lessons are a room of members.


def test_what_is_missing_is_said_to_be_missing(review):
    told = page(review)
    for words in (
        "No measure is on record for you",
        "Not assessed for you yet",
        "No briefing is released to you",
        "No ranking is released to you",
        "No such need is released to you",
        "No delivery since then is on record for you",
        "Nothing that is taken over is released to you",
    ):
        assert words in told


def test_of_each_kind_of_eyes_the_newest_two_stand_there(secretariat, line, review):
    for on, who, rating in ((1, "ba", "on_track"), (2, "alif", "at_risk"), (3, "jim", "off_track")):
        assessed(line, who, as_of=date(2026, 5, on), rating=rating)
    assessed(line, "coordinator", as_of=date(2026, 4, 1), rating="no_data", window="last")
    told = page(review)
    found = {word: word in told for word in ("on track", "at risk", "off track", "no data")}
    assert found == {"on track": False, "at risk": True, "off track": True, "no data": True}


@pytest.mark.parametrize(("step", "first"), [("planned", True), ("advising", True), ("in_session", False)])
def test_its_tab_stands_first_while_the_review_is_prepared(secretariat, line, step, first):
    made = secretariat.review("August", date(2026, 8, 1))
    secretariat.put(Phase, review=made, step=step)
    for name in ("review", "agenda", "briefing", "review_assessments", "rankings", "review_documents", "preparation"):
        told = page_of(name, made)
        assert (told.index("Preparation") < told.index("Agenda")) is first, name


def page_of(name, review):
    body = client().get(at(name, review.pk)).content.decode()
    return body[body.index('class="tabs"') :]


def test_without_a_phase_no_tab_leads_there(secretariat, line):
    made = secretariat.review("August", date(2026, 8, 1))
    assert "Preparation" not in page_of("briefing", made)


def test_what_is_not_released_leaves_no_trace(secretariat, line, review):
    before = {slug: bare(client(slug).get(at("preparation", review.pk)).content) for slug in ("", "jim")}
    filled(secretariat, line, review, 1, "SH", "WA", "secretariat")
    given_to(review, "SH", words="For few.")
    assert {slug: bare(client(slug).get(at("preparation", review.pk)).content) for slug in ("", "jim")} == before
    told = page(review, "alif")
    assert all(
        word in told
        for word in ("Counted 1", "Not so 1.", "For few.", "Feared 1.", "Needed 1.", "To do 1.", "Learn 1.")
    )


def test_a_hidden_review_and_an_absent_one_are_alike(secretariat, line):
    hidden = secretariat.review("Hidden", date(2026, 8, 1), "SH")
    pages = {
        bare(client("jim").get(at("preparation", key)).content).replace(str(key), "") for key in (hidden.pk, ABSENT)
    }
    assert len(pages) == 1


def test_one_and_three_of_each_need_the_same_statements(secretariat, line, review):
    given_to(review, words="It is quieter.", steps=[("Mend the bridge.", line)])
    counts = []
    for rows in ((1,), (2, 3)):
        for number in rows:
            filled(secretariat, line, review, number)
        counts.append(statements(client("jim"), at("preparation", review.pk)))
    assert counts == [STATEMENTS, STATEMENTS]


def test_it_is_told_in_arabic(secretariat, line, review):
    filled(secretariat, line, review, 1)
    assert "التحضير" in page(review, language="ar")
