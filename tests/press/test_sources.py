"""Sources: listed by kind and language; one with its address and all that rests on it."""

from datetime import date

import pytest

from tansiq.efforts.models import Baseline, Lead
from tansiq.members.models import Standing
from tansiq.press.resting import RESTING
from tests.outcomes import Outcomes
from tests.pages import ABSENT, statements, text
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db
DAY = date(2015, 1, 22)


@pytest.fixture
def secretariat(db):
    return Outcomes()


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
    paper, review = secretariat.source("a paper"), secretariat.first()
    said = secretariat.statement("Words of the paper.", paper)
    other = secretariat.statement("Words of another.", secretariat.source("other"))
    secretariat.cite(review, paper)
    secretariat.corroboration(other, paper, "differs")
    secretariat.seat(secretariat.small_group(), "SH", source=paper, starts_on=date(2015, 1, 1))
    secretariat.put(
        Standing, member=secretariat.member("WA"), step="accession", source=paper, not_before=said.starts_on
    )
    outcomes = secretariat
    measure = outcomes.measure(
        "Dry land", kind="share", baseline=0, baseline_until=date(2015, 1, 1), baseline_source=paper
    )
    given = {"source": paper}
    secretariat.put(Baseline, measure=measure, on=DAY, value=3, **given)
    outcomes.figure(measure, "60", qualifier="more_than", as_of_from=DAY, as_of_until=DAY, **given)
    decided = outcomes.decision("Dig.", DAY, **given)
    outcomes.action("Dig deep", decision=decided, **given)
    outcomes.gift("Pumps.", "700", DAY, **given)
    outcomes.risk("Rain", DAY, **given)
    outcomes.forecast(other, "A flood", outcome="happened", outcome_source=paper)
    outcomes.put(Lead, member=outcomes.member("WA"), line=outcomes.subject("relief", "Relief"), starts_on=DAY, **given)
    return paper


@pytest.mark.parametrize(
    ("of", "words"),
    [
        ("", "22 January 2015 First review"),
        ("reviews", "22 January 2015 First review"),
        ("statements", "Words of the paper."),
        ("corroborations", "Words of another."),
        ("outcomes", "it happened A flood"),
        ("figures", "All of them · 22 January 2015 Dry land : more than 60 per cent of the land"),
        ("baselines", "until 1 January 2015 Dry land"),
        ("later_baselines", "22 January 2015 Dry land : 3 per cent of what the source does not say"),
        ("decisions", "decision · 22 January 2015 Dig."),
        ("actions", "planned Dig deep"),
        ("contributions", "pledged · 22 January 2015 Sahlan · Pumps. : 700 US dollars"),
        ("risks", "22 January 2015 Rain : perhaps very large"),
        ("leads", "since 22 January 2015 Wadina · Relief"),
        ("seats", "since 1 January 2015 Sahlan · member · Small group"),
        ("standings", "since 22 January 2015 Wadina · accession"),
    ],
)
def test_what_rests_on_it(paper, of, words):
    page = text(client().get(at("source", paper.pk), {"of": of} if of else {}))
    assert words in page
    tabs = " ".join(f"{one.title} ( 1 )" for one in RESTING.values())
    assert tabs in page


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
        addresses = [f"{at('source', paper.pk)}?of={of}" for of in RESTING]
        counts.append([statements(client("alif"), address) for address in (at("sources"), *addresses)])
    assert counts == [[8] * (1 + len(RESTING))] * 3
