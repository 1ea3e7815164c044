"""Loading a file of the public record: one act, all or nothing, provable row by row."""

import copy
import json

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from tansiq.cycle.loading import load_record
from tansiq.engines import tree
from tansiq.engines.canonical import canonical
from tansiq.engines.entries import leaf
from tansiq.members.models import Body, Standing
from tansiq.press.models import Statement
from tansiq.record.models import BulkRow, Entry, EntryGroup
from tansiq.release.acting import acting_as, public_token
from tansiq.release.models import Member
from tansiq.reviews.models import Participation, Review
from tansiq.sources.models import Source

pytestmark = pytest.mark.django_db

ON = {"precision": "day", "from": "2015-01-22", "until": "2015-01-22"}
FILE = {
    "format": "tansiq-record",
    "version": 1,
    "audience": "public",
    "coalition": {"name": {"en": "Invented", "ar": "مختلَق"}},
    "lines": [{"ref": "relief", "kind": "line_of_effort", "name": {"en": "Relief", "ar": "إغاثة"}}],
    "sources": [
        {"ref": "p1", "kind": "media", "publisher": {"en": "A paper"}, "language": "en", "url": "https://a.example/x"},
        {"ref": "p2", "audience": ["SH"], "kind": "media", "publisher": {"en": "A letter"}, "language": "en"},
    ],
    "members": [
        {"ref": code, "kind": "state", "name": {"en": name}, "joined": {"on": "2014-09-10"}}
        for code, name in (("SH", "Sahlan"), ("ZZ", "Zumra"))
    ],
    "people": [{"ref": "minister", "name": {"en": "The Minister", "ar": "الوزير"}}],
    "bodies": [{"ref": "plenary", "kind": "plenary", "name": {"en": "Plenary", "ar": "الاجتماع العام"}}],
    "seats": [],
    "reviews": [
        {
            "ref": "r1",
            "body": "plenary",
            "title": {"en": "A review", "ar": "استعراض"},
            "on": ON,
            "level": "ministers",
            "mode": "virtual",
            "participants_complete": False,
            "lines": ["relief"],
            "sources": ["p1"],
            "participations": [
                {"part": "present", "member": "ZZ"},
                {"part": "invited", "member": "SH", "audience": ["SH"]},
            ],
        }
    ],
    "statements": [
        {
            "ref": "s1",
            "on": ON,
            "speaker": "minister",
            "said_by": "ZZ",
            "kind": "advice",
            "line": "relief",
            "text": {"en": "Report sooner.", "ar": "أبلغوا أبكر."},
            "source": "p1",
            "review": "r1",
        }
    ],
}


def octets(file: dict) -> bytes:
    return json.dumps(file, ensure_ascii=False).encode()


def counts() -> list[int]:
    return [
        model.objects.count()
        for model in (Source, Member, Standing, Body, Review, Participation, Statement, BulkRow, Entry)
    ]


def test_a_file_is_entered_as_one_act_and_a_second_time_without_effect(officer):
    with acting_as(officer):
        before = counts()
        assert load_record(content=octets(FILE), name="f.json") == 12
        after = counts()
        assert [b - a for a, b in zip(before, after, strict=True)] == [2, 1, 2, 1, 1, 2, 1, 12, 1]
        assert load_record(content=octets(FILE), name="f.json") == 0
        assert counts() == after


def test_it_is_owned_by_the_secretariat_on_the_word_of_its_speaker(officer):
    with acting_as(officer):
        load_record(content=octets(FILE), name="f.json")
        statement = Statement.objects.get()
        assert (statement.owner.code, statement.said_by.code) == ("secretariat", "ZZ")


def test_a_narrower_row_is_seen_by_its_readers_alone(officer, alif, ba):
    with acting_as(officer):
        load_record(content=octets(FILE), name="f.json")
    seen = {}
    for name, token in {"alif": alif, "ba": ba, "public": public_token()}.items():
        with acting_as(token):
            parts = sorted(Participation.objects.values_list("part", flat=True))
            letters = Source.objects.filter(publisher__words__en="A letter").count()
            rows = sorted(BulkRow.objects.filter(kind="participation").values_list("ref", flat=True))
            seen[name] = (parts, letters, rows)
    present, invited = "participation/r1/present/ZZ", "participation/r1/invited/SH"
    assert seen["alif"] == (["invited", "present"], 1, [invited, present])
    assert seen["ba"] == seen["public"] == (["present"], 0, [present])


def test_every_row_proves_itself_up_to_the_root_that_the_entry_commits_to(officer):
    with acting_as(officer):
        load_record(content=octets(FILE), name="f.json")
        content = EntryGroup.objects.get(entry__kind="record.loaded", name="content").body
        for row in BulkRow.objects.all():
            path = [bytes(row.path)[at : at + 32] for at in range(0, len(row.path), 32)]
            own = leaf(bytes(row.salt), canonical({"ref": row.ref, "row": row.body}))
            assert tree.root_from(own, row.position, path).hex() == content["root"]
        assert "rows" not in content  # A number of rows would count those that a reader may not see.


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda file: file.pop("audience"), "audience"),
        (lambda file: file["sources"][0].update(surprise=1), "sources[0].surprise"),
        (lambda file: file["statements"][0].update(source="gone"), "statements[0].source"),
        (lambda file: file["reviews"][0]["on"].update({"from": "2015-02-30"}), "reviews[0].on.from"),
        (lambda file: file["sources"].append(file["sources"][0]), "sources[2].ref"),
    ],
)
def test_a_malformed_file_is_refused_with_the_place_and_nothing_is_stored(officer, change, path):
    file = copy.deepcopy(FILE)
    change(file)
    with acting_as(officer):
        before = counts()
        with pytest.raises(ValidationError) as refusal:
            load_record(content=octets(file), name="f.json")
        assert counts() == before
    assert any(path in message for message in refusal.value.messages), refusal.value.messages


def test_other_words_under_a_known_name_are_refused_and_nothing_is_stored(officer):
    file = copy.deepcopy(FILE)
    file["statements"][0]["text"]["en"] = "Report later."
    file["people"].append({"ref": "another", "name": {"en": "Another"}})
    with acting_as(officer):
        load_record(content=octets(FILE), name="f.json")
        before = counts()
        with pytest.raises(ValidationError, match="statement/s1"):
            load_record(content=octets(file), name="f.json")
        assert counts() == before


def test_only_the_secretariat_loads(alif):
    with acting_as(alif), pytest.raises(PermissionDenied):
        load_record(content=octets(FILE), name="f.json")
