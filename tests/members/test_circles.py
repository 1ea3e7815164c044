"""Circles: kept by the secretariat alone, for what is released from then on; each change is an entry."""

import re

import pytest

from tansiq.members.models import Coalition
from tansiq.record.models import Entry, EntryGroup
from tansiq.release.acting import acting_as
from tansiq.reviews.models import Remark
from tests.pages import statements, text
from tests.secretariat import Secretariat
from tests.visits import at, client
from tests.world import token

pytestmark = pytest.mark.django_db
RIVER = {"name_ar": "مجموعة النهر", "name_en": "River group", "members": ["SH", "WA"]}


@pytest.fixture
def officer(db):
    return client("officer")


def keep(here, address, **given):
    page = here.get(address).content.decode()
    version = re.search(r'name="version" value="(\d+)"', page)[1]
    return here.post(address, {"version": version, **given})


def change(here, name, **given):
    return keep(here, at("circle_change", name), **given)


def offered(slug, review):
    return text(client(slug).get(at("remark_make", review.pk)))


def test_it_is_made_offered_and_read_by_everybody(officer):
    review = Secretariat().first()
    assert "River group" not in offered("alif", review)
    assert keep(officer, at("circle_make"), **RIVER)["Location"] == at("coalition") + "#circles"
    assert "River group Released to 2 readers" in offered("alif", review)
    told = text(client().get(at("coalition")))
    assert "River group 2 members Sahlan , Wadina" in told
    with acting_as(token("officer")):
        entry = Entry.objects.get(kind="circle.made")
        content = EntryGroup.objects.get(entry=entry, name="content").body["circle"]
    assert (content["of"], content["members"]) == ("named", ["SH", "WA"])
    assert "A circle of members was made" in text(client().get(at("entry", entry.pk)))


def test_a_change_holds_for_what_is_released_from_then_on_alone(officer):
    review = Secretariat().first()
    keep(officer, at("circle_make"), **RIVER)
    page = client("alif").get(at("remark_make", review.pk)).content.decode()
    way = re.search(r'value="(circle_\d+)"[^>]*>\s*<div>\s*<label[^>]*>River group', page)[1]
    said = {"text": "As agreed.", "language": "en", "release": way}
    assert client("alif").post(at("remark_make", review.pk), said).status_code == 302
    with acting_as(token("alif")):
        before = Remark.objects.select_related("audience").get().audience
    renamed = {"name_ar": "مجموعة الساحل", "name_en": "Coast group", "members": ["NW", "SH"]}
    assert change(officer, "river-group", **renamed).status_code == 302
    assert "What was released stays with those who read it" in text(officer.get(at("circle_change", "coast-group")))
    with acting_as(token("alif")):
        assert Remark.objects.select_related("audience").get().audience == before
        assert Entry.objects.filter(kind="circle.changed").count() == 1
    page = offered("alif", review)
    assert ("River group" in page, "Coast group" in page) == (False, True)
    assert officer.get(at("circle_change", "river-group")).status_code == 404


def test_one_that_follows_a_body_is_only_named_anew(officer):
    page = text(officer.get(at("circle_change", "all-members")))
    assert "All who are members are in it." in page
    named = {"name_ar": "الجميع", "name_en": "Everybody"}
    assert change(officer, "all-members", **named, members=["SH"]).status_code == 400
    assert change(officer, "all-members", **named).status_code == 302
    with acting_as(token("officer")):
        held = Coalition.objects.get().profile["circles"][0]
    assert held == {"name": {"ar": "الجميع", "en": "Everybody"}, "of": "members"}


def test_what_is_wrong_is_refused_and_stays_in_the_form(officer):
    make = at("circle_make")
    for wrong in ({"members": []}, {"members": ["XX"]}, {"name_en": "", "name_ar": "x"}, {"name_en": "All members"}):
        assert keep(officer, make, **{**RIVER, **wrong}).status_code == 400
    answer = keep(officer, make, **{**RIVER, "name_en": "ALL MEMBERS"})
    assert ("There is a circle of this name already." in text(answer), answer.status_code) == (True, 400)
    assert officer.post(make, {**RIVER, "version": "99"}).status_code == 409


def test_there_are_at_most_as_many_as_a_form_can_offer(officer):
    make = at("circle_make")
    for number, letter in enumerate("ABCDEFGHIJ"):
        named = {**RIVER, "name_en": f"{letter} group", "name_ar": f"المجموعة {number}"}
        assert keep(officer, make, **named).status_code == 302
    answer = keep(officer, make, **RIVER)
    assert ("There are as many circles as forms can offer." in text(answer), answer.status_code) == (True, 400)


@pytest.mark.parametrize("slug", ["", "alif", "chair"])
def test_for_everybody_else_there_is_no_such_page(slug, db):
    for address in (at("circle_make"), at("circle_change", "all-members")):
        assert client(slug).get(address).status_code == client(slug).post(address).status_code == 404


def test_as_many_statements_for_three_circles_as_for_one(officer):
    before = statements(client(), at("coalition"))
    keep(officer, at("circle_make"), **RIVER)
    keep(officer, at("circle_make"), **{**RIVER, "name_en": "Other group", "name_ar": "مجموعة أخرى"})
    assert (before, statements(client(), at("coalition"))) == (4, 4)
