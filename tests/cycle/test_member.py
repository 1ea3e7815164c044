"""One member's page: what is released to the reader, list by list, and nothing of the rest."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tansiq.efforts.models import Lead
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.press.models import Statement
from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC, Member
from tansiq.reviews.commands import make_remark
from tansiq.reviews.models import Participation, Review
from tansiq.sources.models import Source
from tests.outcomes import Outcomes
from tests.pages import text
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db


def reader(code: str) -> int:
    return Member.objects.get(code=code).reader


def said(token: str, text: str, on: date, readers: set[int]) -> None:
    """A statement of Wadina, entered by whoever acts."""
    with acting_as(token):
        given = ownership(audience_of(readers)) | {"said_by_id": Member.objects.get(code="WA").pk}
        row = {
            "kind": "plan",
            "source": Source.objects.get(),
            "review": Review.objects.get(),
            "starts_on": on,
            "ends_on": on,
        }
        Statement.objects.create(text=Words.of("en", en=text), **row, **given)


def took_part(token: str, part: str, readers: set[int]) -> None:
    with acting_as(token):
        given = ownership(audience_of(readers))
        Participation.objects.create(
            review=Review.objects.get(), member=Member.objects.get(code="WA"), part=part, **given
        )


def page(slug: str, **given: str) -> str:
    return client(slug).get(at("member", "WA"), given).content.decode()


def test_what_it_said_the_newest_first(officer):
    said(officer, "An earlier plan", date(2015, 1, 22), {PUBLIC})
    said(officer, "A later plan", date(2016, 1, 22), {PUBLIC})
    shown = page("")
    assert sorted(["An earlier plan", "A later plan"], key=shown.index) == ["A later plan", "An earlier plan"]
    assert "Released to the public" in shown


def test_what_is_not_released_leaves_no_trace(officer, ba, alif):
    before = {slug: page(slug) for slug in ("", "jim")}
    with acting_as(officer):
        few = {reader("secretariat"), reader("SH")}
    said(officer, "A hidden plan", date(2015, 1, 22), few)
    took_part(officer, "observer", few)
    with acting_as(ba):
        make_remark(review=Review.objects.get(), text=Words.of("en", en="A hidden remark"), readers=[reader("SH")])
    for slug, was in before.items():
        assert bare(page(slug).encode()) == bare(was.encode())
        for name in ("statements", "reviews", "remarks", "people"):
            assert "A hidden" not in page(slug, list=name)
    seen = page("alif")
    assert [word in seen for word in ("A hidden plan", "A hidden remark", "observer")] == [True] * 3
    assert "Released to Sahlan alone" in seen  # The one reader of all three.


def test_every_part_in_a_review_stands_beside_it_once(officer):
    for part in ("co_chair", "host", "present"):
        took_part(officer, part, {PUBLIC})
    shown = page("", list="reviews")
    assert shown.count("First review</a>") == 1
    assert [part in shown for part in ("co-chair", "host", "present")] == [True] * 3


def test_more_than_a_few_are_listed_whole_on_a_page_of_their_own(officer):
    for day in range(1, 8):
        said(officer, f"Plan {day} of seven", date(2015, 1, day), {PUBLIC})
    assert page("").count("of seven") == 5
    assert 'list=statements"' in page("")
    assert page("", list="statements").count("of seven") == 7


def test_more_rows_need_no_more_queries(officer):
    counts = []
    for many in (1, 3):
        for day in range(many):
            said(officer, f"Plan {day}", date(2015, 1, 1 + day), {PUBLIC})
        took_part(officer, ("present", "host", "chair")[many - 1], {PUBLIC})
        here = client()
        here.get(at("member", "WA"))
        with CaptureQueriesContext(connection) as counted:
            here.get(at("member", "WA"))
        counts.append(len(counted))
    assert counts == [19, 19]


def test_what_it_leads_reported_gives_is_to_do_and_raised(officer):
    outcomes, day = Outcomes(), date(2015, 1, 22)
    wadina = outcomes.member("WA")
    line = outcomes.subject("relief", "Relief")
    outcomes.put(Lead, member=wadina, line=line, starts_on=day, source=outcomes.paper)
    measure = outcomes.measure("Wells")
    outcomes.figure(measure, "12", as_of_from=day, as_of_until=day, said_by=wadina)
    outcomes.gift("Pumps.", "700", day, giver=wadina)
    outcomes.action("Dig deep", owners={"WA": True})
    outcomes.risk("Rain", day, said_by=wadina)
    for name, words in {
        "lines": "Lines of effort it leads or led since 22 January 2015 Wadina · Relief paper",
        "figures": "What it reported All of them · 22 January 2015 Wells : 12 paper",
        "contributions": "What it gives pledged · 22 January 2015 Wadina · Pumps. : 700 US dollars paper",
        "actions": "What falls to it planned Dig deep paper",
        "risks": "Risks it raised 22 January 2015 Rain : perhaps very large paper",
    }.items():
        for given in ({}, {"list": name}):
            assert words in text(client().get(at("member", "WA"), given))


def test_an_office_has_no_standing():
    shown = client().get(at("member", "secretariat")).content.decode()
    assert ("Standing over time" in shown, "Office" in shown) == (False, True)
