"""The list of members and one body: order, words for dates, and no more queries for more rows."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tansiq.languages.words import Words
from tansiq.members.commands import admit_member, ownership
from tansiq.members.models import Body, Seat, Standing
from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC, Member
from tests.visits import at, client

pytestmark = pytest.mark.django_db

NAMES = {"AZ": ("Azure", "أزرق"), "BB": ("The Bay", "الخليج"), "ZZ": ("Ålesund", "زهرة")}


def admit(officer: str) -> None:
    with acting_as(officer):
        for day, (code, (english, arabic)) in enumerate(NAMES.items(), start=1):
            name = Words.of("en", en=english, ar=arabic)
            admit_member(code=code, kind="state", name=name, joined_on=date(2013, 1, 10 - day))


def order(language: str, names: list[str], **given: str) -> list[str]:
    page = client().get(at("members", language=language), given).content.decode()
    body = page[page.index("<tbody") : page.index("</tbody")]
    return sorted((name for name in names if name in body), key=body.index)


def test_each_language_has_its_own_order(officer):
    admit(officer)
    assert order("en", ["Sahlan", "Wadina", "Azure", "Ålesund", "The Bay"]) == [
        "Ålesund",
        "Azure",
        "The Bay",
        "Sahlan",
        "Wadina",
    ]
    assert order("ar", ["سهلان", "وادينا", "أزرق", "الخليج", "زهرة"]) == ["أزرق", "الخليج", "زهرة", "سهلان", "وادينا"]


def test_the_order_of_accession(officer):
    admit(officer)
    assert order("en", ["Sahlan", "Azure", "Ålesund", "The Bay"], order="accession") == [
        "Ålesund",
        "The Bay",
        "Azure",
        "Sahlan",
    ]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2014, 9, 10), date(2014, 9, 10), "10 Sep 2014"),
        (date(2014, 9, 10), date(2016, 8, 24), "between 10 Sep 2014 and 24 Aug 2016"),
        (date(2025, 11, 1), date(2025, 11, 30), "Nov 2025"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (None, date(2016, 8, 24), "by 24 Aug 2016 at the latest"),
        (date(2016, 8, 24), None, "not before 24 Aug 2016"),
        (None, None, "date not stated"),
    ],
)
def test_when_a_member_joined_is_no_more_exact_than_its_source(first, last, words, officer):
    with acting_as(officer):
        given = ownership(audience_of({PUBLIC}), not_before=first, not_later=last, ordinal=67, step="accession")
        member = Member.objects.create(code="QQ", kind="state", name=Words.of("en", en="Qamar"), reader=5000)
        Standing.objects.create(member=member, **given)
    page = client().get(at("members")).content.decode()
    row = page[page.index("Qamar") :]
    row = row[: row.index("</tr>")]
    told = "".join(part.partition(">")[2] for part in row.split("<"))
    assert f"{words} · number 67" in " ".join(told.split())


def seat(officer: str, code: str, role: str, *, readers: set[int] | None = None, ends_on: date | None = None) -> None:
    with acting_as(officer):
        given = ownership(audience_of(readers or {PUBLIC}))
        Seat.objects.create(
            body=Body.objects.get(), member=Member.objects.get(code=code), role=role, ends_on=ends_on, **given
        )


def body_page(slug: str) -> str:
    return client(slug).get(at("body", Body.objects.values_list("pk").get()[0])).content.decode()


def test_seats_of_a_body_chair_first_and_hidden_ones_nowhere(officer, alif):
    with acting_as(alif):
        own = {Member.objects.get(code="secretariat").reader, Member.objects.get(code="SH").reader}
        seat(officer, "WA", "member")
        seat(officer, "SH", "chair")
        seat(officer, "NW", "observer", readers=own)
        seen = body_page("alif")
        assert sorted(["Wadina", "Sahlan", "Nawras"], key=seen[seen.index("<tbody") :].index) == [
            "Sahlan",
            "Wadina",
            "Nawras",
        ]
        assert "Released to 2 readers; not to the public" in seen
        assert "Nawras" not in body_page("")


def queries(address: str) -> int:
    here = client()
    here.get(address)
    with CaptureQueriesContext(
        connection,
    ) as counted:
        here.get(address)
    return len(counted)


def test_more_rows_need_no_more_queries(officer, alif):
    with acting_as(alif):
        body = at("body", Body.objects.get().pk)
    seat(officer, "WA", "member")
    one = {name: queries(name) for name in (at("members"), body, at("member", "WA"))}
    admit(officer)
    for code in ("SH", "NW"):
        seat(officer, code, "member")
    seat(officer, "WA", "lead")
    seat(officer, "WA", "observer")
    assert {name: queries(name) for name in one} == one
    assert one == {at("members"): 9, body: 10, at("member", "WA"): 18}
