"""The London review of 22 January 2015 on the real record: whole, in both languages, within twelve statements."""

import html
import json
import re
from collections.abc import Iterator

import pytest
from django.db import connection

from tests.pages import statements, text
from tests.visits import at, client
from tests.world import ROOT, Cluster, frozen

SHIPPED = json.loads((ROOT / "tansiq" / "demonstration" / "coalition.json").read_text())
REPORT = "press-report-2015-01-22"


@pytest.fixture(scope="module")
def london(
    cluster: Cluster, record: str, django_db_setup: None, django_db_blocker: pytest.FixtureRequest
) -> Iterator[str]:
    """The key of the review, in a clone of the demonstration."""
    cluster.clone(record, "london")
    with django_db_blocker.unblock(), frozen():
        cluster.use("london")
        yield key_of("First small group ministerial")
        connection.close()
        cluster.use("tests")
    cluster.drop("london")


def key_of(title: str) -> str:
    """A review's key, as a newcomer finds it on the timeline."""
    for number in ("1", "2", "3"):
        page = client().get(at("reviews"), {"page": number}).content.decode()
        found = re.search(rf'/en/reviews/([0-9a-f-]{{36}})/">{title}</a></b>', page)
        if found:
            return found[1]
    raise LookupError(title)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_press_report_stands_whole_and_in_its_order(london, language):
    page = html.unescape(text(client().get(at("review", london, language=language))))
    words = [one["text"][language] for one in SHIPPED["statements"] if one.get("report") == REPORT]
    assert len(words) == 26
    places = [page.index(one) for one in words]
    assert places == sorted(places)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_who_was_there_and_on_which_sources_it_rests(london, language):
    page = html.unescape(text(client().get(at("review", london, language=language))))
    review = next(one for one in SHIPPED["reviews"] if one["ref"] == "m2015-01-22")
    names = {one["ref"]: one["name"][language] for one in SHIPPED["members"]}
    publishers = {one["ref"]: one["publisher"][language] for one in SHIPPED["sources"]}
    present = [part["member"] for part in review["participations"] if part["part"] == "present"]
    assert len(present) == review["participants_count"] == 21
    assert [names[code] in page for code in present] == [True] * 21
    assert [publishers[ref] in page for ref in review["sources"]] == [True] * len(review["sources"])


def test_what_the_secretariat_remarks_to_two_delegations_is_no_other_readers(london):
    held = {slug: "exercise Released to 3 readers" in text(client(slug).get(at("review", london))) for slug in WHO}
    assert held == WHO


WHO = {"lina": True, "noor": True, "claire": False, "mariam": False, "": False}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("nearly 2,000 strikes", "about 1,000 strikes", "more than 700 km²", "50 per cent of the top command")),
        ("ar", ("ما يقرب من 2,000", "نحو 1,000", "أكثر من 700", "50 في المائة من القيادة العليا")),
    ],
)
def test_its_figures_stand_with_their_hedges_and_contradictions_side_by_side(london, language, words):
    content = client().get(at("review", london, language=language)).content.decode()
    page = html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", content[content.index("<main") :])))
    assert [one in page for one in words] == [True] * len(words)
    assert (content.count('class="versus"'), content.count('class="clash"')) == (1, 2)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_was_settled_given_risked_and_foretold(london, language):
    page = html.unescape(text(client().get(at("review", london, language=language))))
    for section in ("decisions", "contributions", "risks"):
        rows = [one["text"][language] for one in SHIPPED[section] if one.get("review") == "m2015-01-22"]
        assert rows
        assert [one in page for one in rows] == [True] * len(rows)
    foretold = [one["forecast"]["event"][language] for one in SHIPPED["statements"] if _foretold(one)]
    assert foretold
    assert [one in page for one in foretold] == [True] * len(foretold)


def _foretold(statement: dict) -> bool:
    return statement.get("review") == "m2015-01-22" and "forecast" in statement


def test_an_officer_finds_the_contradiction_of_22_march_2017_from_the_first_page(london):
    home = client().get(at("home")).content.decode()
    address = re.search(r'22 March 2017</time></span><a href="([^"]+)#conflicts">', home)
    measure = text(client().get(address[1]))
    assert "Two figures of 22 March 2017 contradict each other" in measure
    for words in ("more than 60 per cent of the territory", "62 per cent of the territory"):
        assert measure.index(words) < measure.index("Every figure as it was stated")


@pytest.mark.parametrize("slug", ["", "lina"])
def test_within_eight_statements(london, slug):
    assert statements(client(slug), at("review", london)) == {"": 6, "lina": 8}[slug]
