"""From an empty house to its first review: each step an act, all or nothing, by the secretariat alone."""

import io
import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection, transaction
from django.test import Client

from tansiq.members.models import Accreditation, Body, Coalition, Invitation, Seat
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.release.models import Member
from tansiq.reviews.models import Participation, Review
from tests.pages import text
from tests.visits import at, client
from tests.world import Cluster, frozen, token

FOUND = {
    "name_ar": "ائتلاف الضفتين",
    "name_en": "Two Banks Consortium",
    "profile": "consortium",
    "founded_on": "٢ ربيع الآخر ١٤٤٧ هـ",
    "member_order": "name",
}
LIST = """الرمز;Name in English;الاسم بالعربية;email
SAQI;Saqi Water Trust;مؤسسة الساقي للمياه;admin@saqi.example
LANTERN;Lantern Learning;قنديل للتعليم;
WADINA;The City of Wadina;مدينة وادينا;
"""
WAYS = {"kind": "organisation", "joined_on": "1 June 2026"}


@pytest.fixture
def house(
    cluster: Cluster, empty: str, django_db_setup: None, django_db_blocker: pytest.FixtureRequest
) -> Iterator[Client]:
    """The officer of an empty house, at a browser."""
    cluster.clone(empty, "founding")
    with django_db_blocker.unblock(), frozen():
        cluster.use("founding")
        with transaction.atomic():
            yield client("noor")
            transaction.set_rollback(True)
        connection.close()
        cluster.use("tests")
    cluster.drop("founding")


def listed(here: Client, words: str, **more: object) -> object:
    return here.post(at("founding_members"), {"text": words, **WAYS, **more})


def mark(answer: object) -> str:
    """What confirms the list that a preview shows."""
    return re.search(r'name="confirmed" value="(\w+)"', answer.content.decode())[1]


def test_the_whole_way(house):
    assert 'href="/en/founding/"' in house.get(at("home")).content.decode()
    assert house.post(at("founding"), {**FOUND, "name_en": "Two B\u0430nks"}).status_code == 400  # A Cyrillic а.
    assert house.post(at("founding"), FOUND)["Location"] == at("founding_members")
    assert house.get(at("founding")).status_code == 404
    assert "Coordination unit" in text(house.get(at("members")))  # The office in the coalition's own word.

    shown = listed(house, LIST)
    assert (shown.status_code, "3 members are understood" in text(shown)) == (200, True)
    assert "1 first administrator will be invited" in text(shown)
    with acting_as(token("noor")):
        assert Member.objects.exclude(kind="office").count() == 0  # Nothing is done yet.
    once = {"once": "a", "confirmed": mark(shown)}
    done = listed(house, LIST, **once)
    link = re.search(r'value="http://testserver(/en/invitation/[^"]+)"', done.content.decode())[1]
    again = listed(house, LIST, **once)
    assert link in again.content.decode()  # Sent twice, done once: the same link.
    assert "Saqi Water Trust" in text(Client().get(link))

    page = house.get(at("founding_bodies"))
    assert "It decides by silence of 48 hours at least." in text(page)
    assert (
        house.post(at("founding_bodies"), {"small_group": ["SAQI", "WADINA"], "release": "members"}).status_code == 302
    )
    assert house.get(at("founding_bodies")).status_code == 404
    with acting_as(token("noor")):
        plenary, steering = Body.objects.get(kind="plenary"), Body.objects.get(kind="small_group")
        assert (plenary.decides, plenary.silence_hours, steering.decides) == ("silence", 48, "consensus")
        assert [Seat.objects.filter(body=one).count() for one in (plenary, steering)] == [3, 2]
        assert {*Seat.objects.values_list("starts_on", flat=True)} == {date(2026, 6, 1)}  # Their accession.

    given = {
        "body": str(plenary.pk),
        "title_ar": "الاستعراض الأول",
        "title_en": "First review",
        "on": "١ محرم ١٤٤٨",
        "place_en": "Wadina",
        "level": "experts",
        "mode": "hybrid",
        "chairs": ["SAQI", "WADINA"],
    }
    assert house.post(at("review_open"), {**given, "title_ar": "First"}).status_code == 400
    opened = house.post(at("review_open"), given)
    review = text(house.get(opened["Location"]))
    assert [word in review for word in ("First review", "16 June 2026", "Saqi Water Trust", "co-chair")] == [True] * 4
    assert "No review is on record yet" not in text(house.get(at("home")))
    assert "First review" not in text(
        client().get(at("reviews"))
    )  # Released to members and offices, not to the public.
    with acting_as(token("noor")):
        kinds = sorted(Entry.objects.values_list("kind", flat=True))
        assert kinds == [
            *("accreditation.given", "body.made", "body.made", "coalition.founded"),
            *("member.admitted", "member.admitted", "member.admitted", "review.opened"),
        ]
        assert Participation.objects.filter(part="co_chair").count() == 2


def test_a_list_is_taken_whole_or_not_at_all_and_nothing_is_typed_anew(house):
    house.post(at("founding"), FOUND)
    wrong = f"{LIST}SAQI;Twice;مرتين;\nNR;N\u0430wras;نورس;not-an-address\n"
    shown = listed(house, wrong)
    said = text(shown)
    assert shown.status_code == 400
    assert "2 lines cannot be taken as they stand" in said
    assert "stands in line 2 already" in said
    assert "mixes the letters of two scripts" in said
    assert "This is no e-mail address." in said
    assert 'name="confirmed"' not in shown.content.decode()
    assert "Twice;مرتين" in shown.content.decode()  # The list stands where it can be mended.
    assert listed(house, wrong, confirmed="0" * 24).status_code == 400
    assert listed(house, LIST, confirmed="0" * 24).status_code == 200  # Another list was shown: it is shown first.
    with acting_as(token("noor")):
        assert (Member.objects.exclude(kind="office").count(), Invitation.objects.count()) == (0, 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
def test_a_file_of_any_spreadsheet_is_read(house, encoding):
    house.post(at("founding"), FOUND)
    file = io.BytesIO(LIST.encode(encoding))
    file.name = "members.csv"
    shown = house.post(at("founding_members"), {"file": file, **WAYS})
    assert (shown.status_code, "3 members are understood" in text(shown)) == (200, True)
    assert "مؤسسة الساقي للمياه" in shown.content.decode()


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (b"a" * 2_000_001, "two megabytes at most"),
        (b"\xff\xfe\x00\xd8", "could not be read"),
        (b"code;name in english;name in arabic\n" + b"A;a;b\n" * 1001, "more than 1,000 members"),
        (b'"JO;', "quotation mark"),
        (b";;;\n", "no member in this list"),
        (b"Jordan\n", "no column of names in Arabic"),
    ],
)
def test_a_file_of_which_nothing_can_be_read_is_told(house, file, words):
    held = io.BytesIO(file)
    held.name = "members.csv"
    answer = house.post(at("founding_members"), {"file": held, **WAYS})
    assert (answer.status_code, words in text(answer)) == (400, True)


def test_nobody_else_founds_and_a_founded_house_has_no_such_page(house):
    for page in ("founding", "founding_members", "founding_bodies", "review_open", "coalition_change"):
        assert Client().get(at(page)).status_code == 404
    assert Client().get(at("coalition")).status_code == 404  # It has no ways yet.
    assert Client().post(at("founding"), FOUND).status_code == 404
    with acting_as(token("noor")):
        assert Coalition.objects.get().founded is False


def test_the_secretariat_changes_the_coalitions_ways(house):
    house.post(at("founding"), FOUND)
    listed(house, LIST, confirmed=mark(listed(house, LIST)))
    page = house.get(at("coalition_change")).content.decode()
    given = {
        name: value
        for name, value in re.findall(r'<input type="(?:text|number|hidden)" name="([a-z_]+)" value="([^"]*)"', page)
        if name.startswith("term_") or name.endswith("_hours") or name == "version"
    }
    given |= {"plenary_way": "consensus", "small_group_way": "silence", "small_group_hours": "24"}
    given |= {"reports": "clarification", "modules": ["sources"], "member_order": "custom"}
    asked = {**given, "sequence": "wadina saqi", "term_members_en": "Friends", "term_members_ar": "الأصدقاء"}
    assert house.post(at("coalition_change"), {**asked, "sequence": "NOBODY"}).status_code == 400
    assert house.post(at("coalition_change"), {**asked, "term_members_en": "Fri\u0435nds"}).status_code == 400
    assert house.post(at("coalition_change"), {**asked, "small_group_hours": ""}).status_code == 400
    wrong = {"term_members_en": "Fri\u0435nds", "term_line_ar": "Line", "term_lines_en": "", "small_group_hours": ""}
    refused = house.post(at("coalition_change"), {**asked, **wrong}).content.decode()
    assert [f'id="id_{name}_error"' in refused for name in (*wrong, "term_member_en")] == [True] * 4 + [False]  # All.
    assert house.post(at("coalition_change"), asked).status_code == 302
    assert (
        house.post(at("coalition_change"), {**asked, "term_line_en": "Field"}).status_code == 409
    )  # Another was quicker.
    page = Client().get(at("members")).content.decode()
    bar, rows = page[: page.index("<main")], text(Client().get(at("members")))
    assert ("Friends" in bar, "Statements" in bar, "Sources" in bar) == (True, False, True)
    rooms = {name: Client().get(at(name)).status_code for name in ("statements", "forecasts", "sources")}
    assert rooms == {"statements": 404, "forecasts": 404, "sources": 200}  # A shut room has no address.
    assert at("forecasts") not in Client().get(at("home")).content.decode()
    order = [rows.index(name) for name in ("The City of Wadina", "Saqi Water Trust", "Lantern Learning")]
    assert order == sorted(order)
    ways = text(Client().get(at("coalition")))
    assert [words in ways for words in ("Friends", "silence of 24 hours", "as they have agreed")] == [True] * 3
    with acting_as(token("noor")):
        assert Entry.objects.filter(kind="coalition.changed").count() == 1


def test_an_invited_administrator_speaks_for_its_member_alone(house):
    house.post(at("founding"), FOUND)
    listed(house, LIST, confirmed=mark(listed(house, LIST)))
    with acting_as(token("noor")):
        given = Accreditation.objects.get(member__code="SAQI")
        assert (given.role, given.account) == ("administrator", None)
        assert Invitation.objects.get(accreditation=given).email == "admin@saqi.example"
        assert Review.objects.count() == 0
