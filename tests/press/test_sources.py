"""Sources: listed by kind and language; one with its address and all that rests on it."""

from datetime import date

import pytest

from tansiq.members.models import Standing
from tests.pages import ABSENT, statements, text
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db


def listed(slug="", **asked):
    return text(client(slug).get(at("sources"), asked)).partition("order of their addresses")[2]


def test_by_kind_and_by_language(secretariat):
    secretariat.source("official one", kind="official")
    secretariat.source("arabic one", language="ar")
    for asked, seen in (
        ({}, (True, True)),
        ({"kind": "official"}, (True, False)),
        ({"language": "ar"}, (False, True)),
        ({"kind": "official", "language": "ar"}, (False, False)),
    ):
        page = listed(**asked)
        assert ("official one" in page, "arabic one" in page) == seen


@pytest.mark.parametrize("asked", ["kind=x", "language=fr", "publisher=x", "page=0x1", "kind=media&kind=media"])
def test_what_the_list_is_not_asked_for_is_refused(asked):
    assert client().get(f"{at('sources')}?{asked}").status_code == 400


def test_its_address_is_shown_and_opened_apart(secretariat):
    source = secretariat.source("paper", url="https://a.example/paper?a=1&b=2")
    page = client().get(at("source", source.pk)).content.decode()
    assert '<a href="https://a.example/paper?a=1&amp;b=2" rel="noopener noreferrer external">' in page
    assert ">https://a.example/paper?a=1&amp;b=2</bdi>" in page


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//a.example", "HTTPS"])
def test_what_is_no_address_of_the_web_is_no_link(secretariat, url):
    page = client().get(at("source", secretariat.source("paper", url=url).pk)).content.decode()
    assert (f'href="{url}"' in page, url in page) == (False, True)


@pytest.fixture
def paper(secretariat):
    """A source on which one of each rests, for everybody."""
    paper, review = secretariat.source("paper"), secretariat.first()
    said = secretariat.statement("Words of the paper.", paper)
    other = secretariat.statement("Words of another.", secretariat.source("other"))
    secretariat.cite(review, paper)
    secretariat.corroboration(other, paper, "differs")
    secretariat.seat(secretariat.small_group(), "SH", source=paper, starts_on=date(2015, 1, 1))
    secretariat.put(
        Standing, member=secretariat.member("WA"), step="accession", source=paper, not_before=said.starts_on
    )
    return paper


@pytest.mark.parametrize(
    ("of", "words"),
    [
        ("", "22 January 2015 First review"),
        ("reviews", "22 January 2015 First review"),
        ("statements", "Words of the paper."),
        ("corroborations", "Words of another."),
        ("seats", "since 1 January 2015 Sahlan · member · Small group"),
        ("standings", "since 22 January 2015 Wadina · accession"),
    ],
)
def test_what_rests_on_it(paper, of, words):
    page = text(client().get(at("source", paper.pk), {"of": of} if of else {}))
    assert words in page
    assert "Reviews ( 1 ) Statements ( 1 ) Statements held against it ( 1 ) Seats ( 1 ) Members’ standing ( 1 )" in page


@pytest.mark.parametrize("asked", ["of=x", "of=audience", "kind=media", "of=seats&of=reviews", "page=x"])
def test_what_its_page_is_not_asked_for_is_refused(paper, asked):
    assert client().get(f"{at('source', paper.pk)}?{asked}").status_code == 400


def test_what_is_not_released_leaves_no_trace(secretariat, paper):
    addresses = [
        at("sources"),
        *(f"{at('source', paper.pk)}?of={of}" for of in ("reviews", "statements", "seats", "standings")),
    ]
    before = [bare(client("ba").get(address).content) for address in addresses]
    hidden = secretariat.source("hidden source", "SH", language="xx")
    secretariat.statement("Hidden words.", paper, "SH")
    secretariat.cite(secretariat.review("Hidden review", date(2015, 3, 3), "SH"), paper, "SH")
    secretariat.seat(secretariat.small_group(), "NW", "SH", source=paper)
    secretariat.put(Standing, "SH", member=secretariat.member("NW"), step="accession", source=paper)
    assert [bare(client("ba").get(address).content) for address in addresses] == before
    assert "Reviews ( 2 ) Statements ( 2 )" in text(client("alif").get(at("source", paper.pk)))

    pages = [client("ba").get(at("source", key)) for key in (hidden.pk, ABSENT)]
    assert [page.status_code for page in pages] == [404, 404]
    assert bare(pages[0].content).replace(str(hidden.pk), ABSENT) == bare(pages[1].content)
    asked = [client(slug).get(at("sources"), {"language": "xx"}).status_code for slug in ("alif", "ba")]
    assert asked == [200, 400]


def test_as_many_statements_for_one_as_for_three(secretariat, paper):
    counts = []
    for number in (1, 2, 3):
        secretariat.source(f"source {number}")
        secretariat.cite(secretariat.review(f"Review {number}", date(2015 + number, 1, 1)), paper)
        secretariat.statement(f"Words {number}.", paper, speaker=secretariat.person(f"Speaker {number}"))
        addresses = [
            f"{at('source', paper.pk)}?of={of}"
            for of in ("reviews", "statements", "corroborations", "seats", "standings")
        ]
        counts.append([statements(client("alif"), address) for address in (at("sources"), *addresses)])
    assert counts == [[8, 8, 8, 8, 8, 8]] * 3
