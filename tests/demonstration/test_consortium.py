"""The invented consortium: read whole, in both languages, and marked as an exercise wherever somebody looks."""

import json
import re
from collections.abc import Iterator

import pytest
from django.db import connection

from tansiq.cycle import consortium
from tansiq.cycle.coalition import CAST
from tansiq.engines.record_file import read
from tests.pages import text
from tests.visits import at, client
from tests.world import Cluster, frozen

FILE = consortium.DEMONSTRATION.file
NOT_OURS = ("إفراج", "بالمئة", "بالمائة", "مدراء", "سوريا", "٪", "%")


def texts(value: object) -> Iterator[dict[str, str]]:
    """Every text of the file."""
    if isinstance(value, dict):
        if {"en", "ar"} & set(value):
            yield value
        else:
            for inner in value.values():
                yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def test_the_file_is_read_and_public_and_leads_nowhere():
    record = read(FILE.read_bytes())
    assert record.audience.public
    assert (len(record.members), len(record.reviews), len(record.statements)) == (8, 4, 13)
    assert [one.url for one in record.sources if not re.match(r"https://[a-z-]+\.example/", one.url or "")] == []


def test_every_text_is_in_both_languages_and_its_arabic_is_the_houses():
    found = list(texts(json.loads(FILE.read_bytes())))
    assert len(found) > 60
    assert [one for one in found if not {"en", "ar"} <= set(one)] == []
    assert [one for one in found if any(word in one["ar"] for word in NOT_OURS)] == []


def test_its_people_are_other_people_than_the_coalitions():
    assert {one.slug for one in consortium.CAST} & {one.slug for one in CAST} == set()
    assert 6 <= len(consortium.CAST) <= 10


@pytest.fixture(scope="module")
def opened(cluster: Cluster, django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """A house that opens on it."""
    cluster.make("consortium", "consortium")
    with django_db_blocker.unblock(), frozen():
        cluster.use("consortium")
        yield
        connection.close()
        cluster.use("tests")
    cluster.drop("consortium")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("slug", ["", "huda", "rana"])
def test_every_page_says_that_it_is_an_exercise(opened, slug, language):
    for name in ("home", "reviews", "statements", "sources", "members", "record", "coalition", "enter"):
        page = client(slug).get(at(name, language=language)).content.decode()
        assert ('class="drill"' in page, name) == (True, name)
    said = {"ar": "كل ما هنا مختلَق", "en": "Everything here is invented"}[language]
    assert said in page


def test_it_speaks_in_its_own_words_and_its_people_come_in(opened):
    page = client().get(at("enter"))
    assert text(page).count("Enter :") >= 6
    assert "Partners" in page.content.decode().partition("<main")[0]
    here = client()
    assert here.post(at("enter_as", "huda")).status_code == 302
    assert "Two Banks Relief" in text(here.get(at("my_member")))
    assert here.post(at("enter_as", "lina")).status_code == 404  # She is of the other demonstration.


def test_the_remark_it_opens_on_is_two_partners_alone(opened):
    review = client().get(at("reviews")).content.decode()
    key = re.search(r'/en/reviews/([0-9a-f-]{36})/">Half-year review', review)[1]
    seen = {
        slug: "counts of families" in text(client(slug).get(at("review", key)))
        for slug in ("huda", "tomas", "adam", "")
    }
    assert seen == {"huda": True, "tomas": True, "adam": False, "": False}


def test_its_coordinator_has_briefed_the_review_to_come(opened):
    reviews = client().get(at("reviews")).content.decode()
    key = re.search(r'/en/reviews/([0-9a-f-]{36})/">Yearly review', reviews)[1]
    for name in ("briefing", "preparation"):
        told = text(client().get(at(name, key)))
        assert ("the water falls slowly" in told, "bring a pump to the dry streets" in told) == (True, True)
    assert client("idris").get(at("briefing_write", key)).status_code == 200


def link(page: str, name: str, words: str) -> str:
    """Where a link of a page leads that stands in these words."""
    return re.search(rf'href="([^"]*/{name}/[0-9a-f-]{{36}}/)"[^>]*>\s*{words}', page)[1]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_newcomer_sees_a_text_adopted_one_under_silence_and_one_before_a_meeting(opened, language):
    here = client("huda")
    said = {
        "ar": ("معتمد", "في فترة الصمت", "معروض على الهيئة"),
        "en": ("adopted", "under silence", "before the body"),
    }[language]
    page = text(here.get(at("texts", language=language)))
    assert [one for one in said if one not in page] == []
    assert "joint assessment team" not in text(client("tomas").get(at("texts")))  # The steering committee’s alone.


def test_R_S9_the_reservation_stands_by_its_paragraph_in_the_decision(opened):
    here = client("tomas")
    listed = here.get(at("texts")).content.decode()
    shown = here.get(link(listed, "texts", "Exercise: a winter standard for shelter")).content.decode()
    run = text(here.get(re.search(r'href="([^"]*/silence/[0-9a-f-]{36}/)"', shown)[1]))
    assert "It is not bound to the number of blankets" in run
    assert "decides that every family sheltered on the east bank" in run
    assert "a winter standard for shelter" in text(here.get(at("decisions")))


def test_R_S12_positions_of_several_and_the_wording_that_clears_the_objection(opened):
    here = client("adam")
    listed = here.get(at("texts")).content.decode()
    shown = here.get(link(listed, "texts", "Exercise: terms of reference")).content.decode()
    asked = text(here.get(re.search(r'href="([^"]*/questions/[0-9a-f-]{36}/)"', shown)[1]))
    for words in ("agrees, with a reservation", "objects", "twice a month", "as far as its by-laws allow"):
        assert words in asked
    assert "One visit a month comes too late" not in asked  # Its reason is the offices’ alone.


def test_R_V_answers_of_every_kind_and_what_became_of_them(opened):
    here = client("huda")
    listed = here.get(at("advice_calls")).content.decode()
    call = text(here.get(link(listed, "advice/calls", "Exercise: before the rains")))
    for words in ("nothing to add", "Chatham House", "through the secretariat", "weak point", "merged", "taken up"):
        assert words in call
    assert "the schools after the flood" in text(client("tomas").get(at("advice_calls")))


def test_the_clock_of_the_house_is_the_clock_again(opened, cluster):
    with cluster.admin("consortium") as admin:
        (source,) = admin.execute("SELECT prosrc FROM pg_proc WHERE oid = 'tansiq.now()'::regprocedure").fetchone()
    assert "tansiq.stands" not in source
