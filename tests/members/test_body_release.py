"""A body that was released to the members of its day is released to those who have joined since, or to the public."""

import re
from datetime import date

import pytest

from tansiq.languages.words import Words
from tansiq.members.commands import admit_member, ownership
from tansiq.members.models import Body, Seat
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC, Member
from tansiq.release.queries import everyone
from tests.pages import text
from tests.visits import at, client
from tests.world import token

pytestmark = pytest.mark.django_db


@pytest.fixture
def body(db):
    """A body of those who are members today, with two seats, one of them for fewer readers; then another joins."""
    with acting_as(token("officer")):
        of_today, few = audience_of(everyone()), audience_of({Member.objects.get(code="secretariat").reader})
        made = Body.objects.create(kind="plenary", name=Words.of("en", en="Council"), **ownership(of_today))
        for code, audience in (("SH", of_today), ("WA", few)):
            given = ownership(audience, body=made, member=Member.objects.get(code=code), role="member")
            Seat.objects.create(**given)
        admit_member(code="QQ", kind="state", name=Words.of("en", en="Qamar"), joined_on=date(2026, 1, 1))
    return made


def release(here, body, way):
    address = at("body_release", body.pk)
    page = here.get(address).content.decode()
    return here.post(address, {"version": re.search(r'name="version" value="(\d+)"', page)[1], "release": way})


def readers(row):
    return set(type(row).objects.select_related("audience").get(pk=row.pk).audience.readers)


def test_it_is_released_to_whoever_has_joined_with_the_seats_that_were_released_as_it_was(body):
    officer = client("officer")
    assert "Release it to more" in text(officer.get(at("body", body.pk)))
    page = text(officer.get(at("body_release", body.pk)))
    assert ("Qamar" in page, "Its reviews and what was remarked on them stay" in page) == (True, True)
    assert client("alif").get(at("entry", body.pk)).status_code == 404
    assert release(officer, body, "members")["Location"] == at("body", body.pk)
    with acting_as(token("officer")):
        new = Member.objects.get(code="QQ").reader
        first, second = Seat.objects.filter(body=body).order_by("member__code")
        assert [new in readers(row) for row in (body, first, second)] == [True, True, False]
        assert Entry.objects.filter(kind="body.released", item=body.pk).count() == 1
    assert "A body was released to more readers" in text(client("alif").get(at("record")))
    assert "Release it to more" in text(officer.get(at("body", body.pk)))  # The public is left.
    assert release(officer, body, "members").status_code == 400
    assert release(officer, body, "public").status_code == 302
    with acting_as(token("officer")):
        assert readers(body) == {PUBLIC}
    assert officer.get(at("body_release", body.pk)).status_code == 404
    assert "Release it to more" not in text(officer.get(at("body", body.pk)))


def test_whoever_was_slower_is_told(body):
    officer = client("officer")
    given = {"version": "7", "release": "public"}
    assert officer.post(at("body_release", body.pk), given).status_code == 409
    assert officer.post(at("body_release", body.pk), {**given, "owner": "x"}).status_code == 400


@pytest.mark.parametrize("slug", ["", "alif", "chair"])
def test_for_everybody_else_there_is_no_such_page(slug, body):
    assert client(slug).get(at("body_release", body.pk)).status_code == 404
    assert "Release it to more" not in text(client(slug).get(at("body", body.pk))) if slug else True
