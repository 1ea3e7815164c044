"""Items of agendas and documents are found by their words, as they stand, by those who read them."""

import pytest
from django.utils import translation

from tansiq.engines.search import ask
from tansiq.finding.queries import Wanted, found
from tansiq.release.acting import acting_as
from tests.engines.papers_made import pdf
from tests.pages import text
from tests.reviews.setting import change, move, put
from tests.reviews.test_documents import sent
from tests.reviews.test_phases import opened
from tests.reviews.widened import widen
from tests.secretariat import en
from tests.visits import at, client
from tests.world import token

pytestmark = pytest.mark.django_db
FEW = ("SH", "secretariat", "chair")


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def review(secretariat):
    return opened(secretariat)


def keys(words, slug="jim"):
    with acting_as(token(slug)):
        return [row.pk for row in found(Wanted(ask(words), {}), 0, 50).rows]


def page(words, slug="jim"):
    return text(client(slug).get(at("search") + f"?q={words}"))


def test_an_item_is_found_by_the_words_of_the_office_that_set_it(review):
    item = put(review, "Zinnia", note=en("Of the annex."))
    assert keys("zinnia") == keys("annex") == [item.pk]
    change(item, "Peony", "chair")  # What is found is its owner's: the chair's words stand on the page.
    assert (keys("zinnia"), keys("peony")) == ([item.pk], [])
    change(item, "Begonia")
    move(item, None, "chair")
    assert (keys("zinnia"), keys("begonia"), keys("annex")) == ([], [item.pk], [])
    told = page("begonia")
    assert "Begonia" in told
    assert "Agenda item" in told


def test_an_item_is_found_by_its_readers_alone_until_it_is_released_to_more(review):
    item = put(review, "Begonia", *FEW)
    assert keys("begonia", "alif") == [item.pk]
    assert keys("begonia") == []
    assert widen("officer", "agenda_item_release", item.pk, version=2).status_code == 302
    assert keys("begonia") == [item.pk]


def test_a_document_is_found_by_its_title_and_its_file_name(review):
    document = sent(review, pdf(), title="The zinnia", name="begonia_final.pdf")
    hidden = sent(review, pdf(), title="The zinnia too", name="begonia.pdf", release="mine")
    for words in ("zinnia", "begonia_final", "begonia"):
        assert document.pk in keys(words), words
        assert hidden.pk not in keys(words)
    assert hidden.pk in keys("zinnia", "alif")
    assert "The zinnia" in page("begonia_final")
