"""One review on one page: each fact apart, each with its source, and no trace of what is not released."""

from datetime import date

import pytest

from tansiq.languages.words import Words
from tansiq.release.acting import acting_as
from tansiq.reviews.commands import make_remark
from tests.pages import ABSENT, statements, text
from tests.secretariat import Secretariat, en, readers
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db
DAY = date(2015, 1, 22)


@pytest.fixture
def secretariat(db):
    return Secretariat()


@pytest.fixture
def review(secretariat):
    return secretariat.first()


def remark(token, review, words, *codes):
    with acting_as(token):
        return make_remark(review=review, text=Words.of("en", en=words), readers=readers(*codes))


def page(review, slug=""):
    return text(client(slug).get(at("review", review.pk)))


def test_where_when_at_what_level_and_what_it_gave_out(secretariat):
    review = secretariat.review(
        "Paris review",
        date(2015, 6, 2),
        place=en("Paris"),
        country=secretariat.member("WA"),
        mode="hybrid",
        counted=24,
        counted_as=en("delegations"),
        named_all=True,
        output="co_chairs_statement",
        note=en("Two counts differ."),
    )
    told = page(review)
    for words in (
        "Paris review Tuesday 2 June 2015 · Paris · Wadina",
        "level: ministers · hybrid",
        "24 delegations The sources name all of them.",
        "co-chairs’ statement",
        "Two counts differ.",
    ):
        assert words in told


def test_each_part_is_a_fact_of_its_own(secretariat, review):
    chairman = secretariat.person("A Chairman")
    secretariat.part(review, "co_chair", "SH", person=chairman, role=en("foreign minister"), place=0)
    secretariat.part(review, "host", "SH", person=chairman, role=en("foreign minister"), place=1)
    secretariat.part(
        review, "co_chair", "WA", person=secretariat.person("A Minister away"), represented_by=en("A Deputy"), place=2
    )
    secretariat.part(review, "present", "SH", place=3)
    secretariat.part(review, "present", "WA", place=4)
    secretariat.part(review, "observer", guest=en("An organisation"), place=5)
    secretariat.part(review, "absent", "NW", represented_by=en("its ambassador"), place=6)
    told = page(review)
    assert (
        "Chairs A Chairman ( Sahlan ) · co-chair, host · foreign minister "
        "A Minister away ( Wadina ) · co-chair · represented by A Deputy "
        "Present Sahlan , Wadina Observers An organisation "
        "Absent Nawras · represented by its ambassador"
    ) in told
    assert "no source counts them The sources that were read name 2." in told


def test_the_reviews_of_the_same_body_before_and_after(secretariat, review):
    plenary = secretariat.body("Plenary")
    secretariat.review("Another body's", date(2015, 1, 30), body=plenary)
    later = secretariat.review("Second review", date(2015, 6, 2))
    secretariat.review("Third review", date(2016, 2, 2))
    assert "Until the one after it 131 days Second review" in page(review)
    assert "before it none on record" in page(review)
    assert "before it 131 days First review Until the one after it 245 days Third review" in page(later)


def test_statements_of_one_press_report_stand_in_its_order_turn_by_turn(secretariat, review):
    report = secretariat.source(
        "wire", agency=en("An agency"), dateline=en("Geneva"), event_place=en("London"), event_on=DAY, story_on=DAY
    )
    other = secretariat.source("other")
    first, second = secretariat.person("First Speaker"), secretariat.person("Second Speaker")
    said = {"review": review, "source": report, "report": report}
    secretariat.statement("Third words.", speaker=second, place=3, **said)
    secretariat.statement("Second words.", speaker=first, place=2, **said)
    one = secretariat.statement(
        "First words.",
        speaker=first,
        place=1,
        about_from=date(2014, 9, 1),
        about_until=DAY,
        about_precision="month",
        **said,
    )
    secretariat.corroboration(one, other, "differs")
    secretariat.statement("From elsewhere.", other, review=review, speaker=second)
    told = page(review)
    for words in ("Agency An agency Written from Geneva", "It happened in London It happened on 22 January 2015"):
        assert words in told
    marks = [
        "First Speaker",
        "First words.",
        "speaks of the time: September 2014 to January 2015",
        "other says something else",
    ]
    marks += ["Second words.", "Second Speaker", "Third words.", "Known from elsewhere", "From elsewhere."]
    places = [told.index(mark) for mark in marks]
    assert places == sorted(places)
    assert told.partition("Known from elsewhere")[0].count("First Speaker") == 1


def test_lines_of_effort_by_their_names_and_sources_by_their_kind(secretariat):
    secretariat.subject("finance", "Cutting off financing")
    review = secretariat.review("Second review", date(2015, 6, 2), lines=["finance", "unheard"])
    secretariat.cite(review, secretariat.source("gov"), for_output=True)
    told = page(review)
    assert ("Cutting off financing" in told, "gov · Media · for what it gave out" in told) == (True, True)


def test_a_remark_is_read_by_its_readers_with_its_release(alif, review):
    remark(alif, review, "For Wadina.", "WA")
    for slug in ("alif", "alif2", "ba"):
        assert "Sahlan exercise Released to 2 readers; not to the public Sahlan , Wadina For Wadina." in page(
            review, slug
        )
        assert (
            "Released to 2 readers" in client(slug).get(at("review", review.pk)).content.decode().partition("<main")[0]
        )


def test_what_is_not_released_leaves_no_trace(secretariat, review, alif):
    asked = ["", "ba", "jim", "officer"]
    address = at("review", review.pk)
    before = [bare(client(slug).get(address).content) for slug in asked]
    remark(alif, review, "For Sahlan alone.")
    hidden = secretariat.source("hidden", "SH")
    with_sahlan = ("SH",)
    secretariat.review("Hidden review", date(2015, 2, 2), "SH")
    secretariat.part(review, "present", "NW", *with_sahlan)
    secretariat.cite(review, hidden, *with_sahlan)
    said = secretariat.statement("Hidden words.", hidden, *with_sahlan, review=review)
    secretariat.corroboration(said, hidden, "confirms", *with_sahlan)
    secretariat.subject("finance", "Hidden subject", *with_sahlan)
    after = [bare(client(slug).get(address).content) for slug in asked[:3]]
    assert after == before[:3]
    seen = page(review, "alif")
    for words in ("For Sahlan alone.", "Hidden review", "Nawras", "hidden · Media", "Hidden words."):
        assert words in seen


def test_a_hidden_review_and_an_absent_one_are_the_same_bytes(secretariat):
    review = secretariat.review("Hidden review", date(2015, 3, 3), "SH")
    for slug in ("", "ba", "jim"):
        hidden, absent = (client(slug).get(at("review", key)) for key in (review.pk, ABSENT))
        assert (hidden.status_code, absent.status_code) == (404, 404)
        assert bare(hidden.content).replace(str(review.pk), ABSENT) == bare(absent.content)


def test_many_remarks_are_paged(alif, review):
    for number in range(21):
        remark(alif, review, f"Remark {number:02}.")
    address = at("review", review.pk)
    pages = [text(client("alif").get(address, {"page": number})).count("This remark") for number in ("1", "2")]
    assert pages == [20, 1]
    assert client("alif").get(address, {"page": "3"}).status_code == 404
    assert client("alif").get(address, {"page": "x"}).status_code == 400


def test_as_many_statements_for_one_of_each_as_for_three(secretariat, review, alif):
    counts = []
    for number in (1, 2, 3):
        source = secretariat.source(f"paper {number}")
        person = secretariat.person(f"Speaker {number}")
        secretariat.cite(review, source)
        secretariat.part(review, "chair", "SH", person=person)
        said = secretariat.statement(f"Words {number}.", source, review=review, speaker=person, report=source)
        secretariat.corroboration(said, source, "confirms")
        secretariat.subject(f"line {number}", f"Line {number}")
        secretariat.review(f"Review {number}", date(2015 + number, 1, 1))
        remark(alif, review, f"Remark {number}.")
        counts.append(statements(client("alif"), at("review", review.pk)))
    assert counts == [8, 8, 8]


def test_who_was_there_is_cut_short_and_all_of_them_are_a_link_away(secretariat, review, monkeypatch):
    monkeypatch.setattr("tansiq.cycle.pages.review.PRESENT", 2)
    address = at("review", review.pk)
    for place, code in enumerate(("SH", "WA", "NW")):
        secretariat.part(review, "present", code, place=place)
    told = text(client().get(address))
    assert ("Present Sahlan , Wadina All who are named" in told, "The sources that were read name" in told) == (
        True,
        False,
    )
    told = text(client().get(address, {"there": "all"}))
    assert ("Present Sahlan , Wadina , Nawras" in told, "All who are named" in told) == (True, False)
    assert "The sources that were read name 3." in told
