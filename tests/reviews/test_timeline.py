"""The timeline: order, filter, the rhythm of a body, and no trace of what is not released."""

from datetime import date

import pytest

from tests.pages import ABSENT, statements, text
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db


@pytest.fixture
def several(secretariat):
    secretariat.review("Second review", date(2015, 6, 2))
    secretariat.review("Third review", date(2016, 2, 2), level="senior_officials")
    secretariat.review("Undated review", None, precision="not_stated")


def order(page, *titles):
    return sorted(titles, key=page.index)


def test_reviews_stand_the_newest_first_and_the_undated_last(several):
    page = text(client().get(at("reviews"))).partition("All bodies")[2]
    titles = ("Undated review", "First review", "Second review", "Third review")
    assert order(page, *titles) == ["Third review", "Second review", "First review", "Undated review"]

    page = text(client().get(at("reviews"), {"order": "oldest"})).partition("All bodies")[2]
    assert order(page, *titles) == ["First review", "Second review", "Third review", "Undated review"]


def test_the_rhythm_tells_distances_between_known_days_alone(several):
    page = text(client().get(at("reviews")))
    assert "half of the reviews came within 188 days" in page
    assert "the longest pause was 245 days, from 2 June 2015 to 2 February 2016" in page


def test_a_month_between_two_days_is_no_distance(secretariat):
    secretariat.review("In June", date(2015, 6, 1), precision="month")
    secretariat.review("In July", date(2015, 7, 22))
    assert "too few dated reviews to tell a rhythm" in text(client().get(at("reviews")))


def test_one_body_alone(several, secretariat):
    plenary = secretariat.body("Plenary")
    secretariat.review("Brussels review", date(2014, 12, 3), body=plenary)
    page = text(client().get(at("reviews"), {"body": str(plenary.pk)}))
    assert ("Brussels review" in page, "Second review" in page) == (True, False)


def test_chairs_and_who_came_in_their_place(secretariat):
    review, person = secretariat.first(), secretariat.person("A Chairman")
    secretariat.part(review, "co_chair", "SH", person=person, represented_by=secretariat.person("A Deputy").name)
    assert "A Chairman ( Sahlan ) · represented by A Deputy" in text(client().get(at("reviews")))


def test_what_is_not_released_leaves_no_trace(several, secretariat):
    before = {slug: bare(client(slug).get(at("reviews")).content) for slug in ("", "ba", "jim")}
    hidden = secretariat.body("Hidden body", "SH")
    secretariat.review("Hidden review", date(2015, 3, 3), "SH")
    secretariat.review("Hidden body's review", date(2015, 4, 4), "SH", body=hidden)
    secretariat.part(secretariat.first(), "co_chair", "SH", "SH", role=hidden.name)
    assert {slug: bare(client(slug).get(at("reviews")).content) for slug in before} == before
    assert [name in text(client("alif").get(at("reviews"))) for name in ("Hidden review", "Hidden body")] == [
        True,
        True,
    ]

    asked = [client("ba").get(at("reviews"), {"body": key}) for key in (str(hidden.pk), ABSENT)]
    assert [one.status_code for one in asked] == [400, 400]
    assert bare(asked[0].content).replace(str(hidden.pk), ABSENT) == bare(asked[1].content)


def test_the_stripe_says_who_may_read_the_whole_page(secretariat):
    secretariat.review("Hidden review", date(2015, 3, 3), "SH")
    assert "Released to the public" in client("ba").get(at("reviews")).content.decode()
    assert "Released to 2 readers; not to the public" in client("alif").get(at("reviews")).content.decode()


@pytest.mark.parametrize(
    "asked",
    ["body=x", "order=newest", "order=%00", "page=x", "page=-1", "page=٢", "body__audience=1", "order=&order=oldest"],
)
def test_what_the_page_is_not_asked_for_is_refused(asked):
    assert client().get(f"{at('reviews')}?{asked}").status_code == 400


def test_there_is_no_page_beyond_the_last():
    assert client().get(at("reviews"), {"page": "2"}).status_code == 404


def test_as_many_statements_for_one_review_as_for_three(secretariat):
    browser = client("alif")
    assert statements(browser, at("reviews")) == 12
    for year in (2016, 2017):
        review = secretariat.review(f"Review of {year}", date(year, 1, 1))
        secretariat.part(review, "chair", "SH", person=secretariat.person("A Chairman"))
    assert statements(browser, at("reviews")) == 12
