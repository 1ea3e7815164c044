"""Statements: listed by kind, member and review; one with its words, its chain, and on whose word it stands."""

from datetime import date

import pytest

from tansiq.languages.words import Words
from tansiq.reviews import queries
from tests.pages import ABSENT, statements, text
from tests.secretariat import en
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db
DAY = date(2015, 1, 22)


@pytest.fixture
def paper(secretariat):
    return secretariat.source("paper")


def listed(slug="", **asked):
    return text(client(slug).get(at("statements"), asked)).partition("our own paraphrase")[2]


def test_statements_are_listed_the_newest_first_in_the_order_of_their_report(secretariat, paper):
    secretariat.statement("Older.", paper, starts_on=date(2014, 12, 3), ends_on=date(2014, 12, 3))
    secretariat.statement("Second in the report.", paper, report=paper, place=2)
    secretariat.statement("First in the report.", paper, report=paper, place=1)
    secretariat.statement("Undated.", paper, starts_on=None, ends_on=None, precision="not_stated")
    page = listed()
    words = ["First in the report.", "Second in the report.", "Older.", "Undated."]
    assert sorted(words, key=page.index) == words


def test_by_kind_by_member_and_by_review(secretariat, paper):
    secretariat.statement("A risk of Sahlan.", paper, kind="risk", said_by=secretariat.member("SH"))
    secretariat.statement("A fact of Wadina.", paper, said_by=secretariat.member("WA"), review=secretariat.first())
    for asked, seen in (
        ({"kind": "risk"}, (True, False)),
        ({"member": "WA"}, (False, True)),
        ({"review": str(secretariat.first().pk)}, (False, True)),
        ({"kind": "risk", "member": "WA"}, (False, False)),
    ):
        page = listed(**asked)
        assert ("A risk of Sahlan." in page, "A fact of Wadina." in page) == seen


def test_a_review_that_is_too_old_for_the_list_is_still_found(secretariat, paper, monkeypatch):
    monkeypatch.setattr(queries, "CHOOSABLE", 1)
    older, newer = (secretariat.review(f"Review of {year}", date(year, 6, 2)) for year in (2015, 2016))
    secretariat.statement("Words of 2015.", paper, review=older)
    secretariat.statement("Words of 2016.", paper, review=newer)
    page = listed(review=str(older.pk))
    assert ("Words of 2015." in page, "Words of 2016." in page) == (True, False)
    for wrong in ("x", ABSENT, str(secretariat.first().pk)):
        assert client().get(at("statements"), {"review": wrong}).status_code == 400


@pytest.mark.parametrize(
    "asked",
    [
        "kind=x",
        "member=XX",
        "member=NW",
        "review=x",
        f"review={ABSENT}",
        "page=1.0",
        "kind=risk&kind=fact",
        "said_by__code=SH",
        "order=oldest",
    ],
)
def test_what_the_list_is_not_asked_for_is_refused(asked):
    assert client().get(f"{at('statements')}?{asked}").status_code == 400


def test_pages_keep_the_filter(secretariat, paper):
    for number in range(31):
        secretariat.statement(f"Number {number:02}.", paper, kind="risk", place=number)
    page = client().get(at("statements"), {"kind": "risk"}).content.decode()
    assert 'href="?kind=risk&amp;page=2"' in page
    assert (listed(kind="risk").count("Number "), listed(kind="risk", page="2").count("Number ")) == (30, 1)


def test_what_is_not_released_leaves_no_trace(secretariat, paper):
    before = {slug: bare(client(slug).get(at("statements")).content) for slug in ("", "ba", "jim")}
    hidden = secretariat.review("Hidden review", date(2015, 3, 3), "SH")
    said = secretariat.statement(
        "Hidden words.", paper, "SH", review=hidden, said_by=secretariat.member("NW"), line="finance"
    )
    secretariat.subject("finance", "Hidden subject", "SH")
    assert {slug: bare(client(slug).get(at("statements")).content) for slug in before} == before
    for name in ("Hidden words.", "Hidden review", "Hidden subject", "Nawras"):
        assert name in text(client("alif").get(at("statements")))
    for asked in ({"review": hidden.pk}, {"member": "NW"}):
        assert [client(slug).get(at("statements"), asked).status_code for slug in ("alif", "ba")] == [200, 400]
    pages = [client("ba").get(at("statement", key)) for key in (said.pk, ABSENT)]
    assert [page.status_code for page in pages] == [404, 404]
    assert bare(pages[0].content).replace(str(said.pk), ABSENT) == bare(pages[1].content)


def test_a_statement_whole(secretariat):
    report = secretariat.source(
        "wire",
        kind="agency",
        agency=en("An agency"),
        dateline=en("Geneva"),
        story_on=date(2015, 1, 23),
        event_place=en("London"),
        event_on=DAY,
    )
    secretariat.subject("finance", "Cutting off financing")
    other = secretariat.source("other")
    said = secretariat.statement(
        "There is progress.",
        report,
        text=Words("en", {"en": "There is progress.", "ar": "هناك تقدم."}, {"ar": "machine"}),
        report=report,
        review=secretariat.first(),
        speaker=secretariat.person("A Minister"),
        role=en("foreign minister"),
        said_by=secretariat.member("SH"),
        kind="assessment",
        line="finance",
        quote="some progress",
        channel=en("remarks to the press"),
        about_from=date(2014, 9, 1),
        about_until=DAY,
        about_precision="approx_range",
        about_basis=en("“four months”"),
    )
    secretariat.corroboration(said, other, "no_counterpart")
    told = text(client().get(at("statement", said.pk)))
    for words in (
        "A Minister foreign minister · Thursday 22 January 2015",
        "English · as it was entered There is progress. Arabic · machine translation هناك تقدم.",
        "A few of the very words: some progress",
        "other says nothing of it",
        "Kind assessment · Cutting off financing",
        "On whose word Sahlan",
        "Speaks of the time about 1 September 2014 to 22 January 2015 how that is known: “four months”",
        "In remarks to the press",
        "Source wire · News agency",
        "Entered by Secretariat · on the word of Sahlan , which has not confirmed it",
        "Released to Released to the public",
        "Agency An agency Written from Geneva Report of 23 January 2015",
        "It happened in London It happened on 22 January 2015",
    ):
        assert words in told

    arabic = text(client().get(at("statement", said.pk, language="ar")))
    assert arabic.index("هناك تقدم.") < arabic.index("There is progress.")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"about_from": DAY, "about_precision": "open"}, "from 22 January 2015 on, no end named"),
        ({"about_from": DAY, "about_precision": "recurring"}, "again and again from 22 January 2015"),
        ({"about_from": DAY, "about_until": DAY, "about_precision": "day"}, "22 January 2015"),
        (
            {"about_from": date(2014, 9, 1), "about_until": DAY, "about_precision": "month"},
            "September 2014 to January 2015",
        ),
        ({"about_precision": "not_stated"}, "not stated"),
        ({}, "not resolved"),
    ],
)
def test_of_what_time_it_speaks(secretariat, paper, given, said):
    told = text(client().get(at("statement", secretariat.statement("Words.", paper, **given).pk)))
    assert f"Speaks of the time {said} " in told


def test_a_speaker_that_is_no_person_and_no_member(secretariat, paper):
    said = secretariat.statement("Words.", paper, speaker_label=en("A joint text"), said_by_name=en("The donors"))
    told = text(client().get(at("statement", said.pk)))
    assert ("A joint text" in told, "On whose word The donors" in told) == (True, True)
    assert "Entered by Secretariat · confirmed by no member" in told


def test_as_many_statements_for_one_as_for_three(secretariat, paper):
    counts = []
    for number in (1, 2, 3):
        review = secretariat.review(f"Review {number}", date(2015 + number, 1, 1))
        one = secretariat.statement(
            f"Words {number}.",
            secretariat.source(f"source {number}"),
            review=review,
            said_by=secretariat.member("SH"),
            speaker=secretariat.person(f"Speaker {number}"),
            line=f"line_{number}",
        )
        secretariat.subject(f"line_{number}", f"Line {number}")
        secretariat.corroboration(one, paper, "adds")
        counts.append(
            (statements(client("alif"), at("statements")), statements(client("alif"), at("statement", one.pk)))
        )
    assert counts == [(10, 8)] * 3
