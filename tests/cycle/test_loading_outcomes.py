"""Loading what is measured, decided, given, risked and foretold: each row with its owner, readers and place."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from tansiq.contributions.models import Contribution, ContributionLink
from tansiq.cycle.loading import load_record
from tansiq.cycle.loading.doubts import doubtful
from tansiq.decisions.models import Action, Decision, FollowUp
from tansiq.efforts.models import Base, Conflict, Figure, Goal, Lead, Measure, Succession
from tansiq.engines import record_file
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.press.models import Forecast
from tansiq.record.models import BulkRow
from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC
from tansiq.risks.models import Risk
from tests.world import ROOT

pytestmark = pytest.mark.django_db

ON = {"precision": "day", "from": "2015-01-22", "until": "2015-01-22"}
LATER = {"precision": "month", "from": "2015-03-01", "until": "2015-03-31"}
SHARED = {"source": "p1", "line": "relief"}
STATED = {
    "measure": "land",
    "base": "all",
    "as_of": ON,
    "stated_on": ON,
    "speaker_label": {"en": "All"},
    "source": "p1",
}
FILE = {
    "format": "tansiq-record",
    "version": 1,
    "audience": "public",
    "coalition": {"name": {"en": "Invented", "ar": "مختلَق"}},
    "lines": [
        {
            "ref": "relief",
            "kind": "line_of_effort",
            "name": {"en": "Relief"},
            "since_on": "2014-09-10",
            "until_on": "2015-06-01",
            "successor": "recovery",
            "leads": [{"member": "SH", "precision": "day", "from": "2014-09-10", "source": "p1"}],
        },
        {"ref": "recovery", "kind": "line_of_effort", "name": {"en": "Recovery"}, "since_on": "2015-06-02"},
    ],
    "sources": [
        {"ref": "p1", "kind": "media", "publisher": {"en": "A paper"}, "language": "en", "url": "https://a.example/x"}
    ],
    "members": [{"ref": code, "kind": "state", "name": {"en": "As known"}} for code in ("SH", "WA")],
    "people": [{"ref": "minister", "name": {"en": "The Minister"}}],
    "measures": [
        {
            "ref": "land",
            "line": "relief",
            "name": {"en": "Land"},
            "kind": "share",
            "role": "effectiveness",
            "direction": "up",
            "baseline": {"value": "0", "qualifier": "none_stated", "on": ON, "basis": {"en": "by definition"}},
        },
        *(
            {
                "ref": ref,
                "line": "relief",
                "name": {"en": ref},
                "kind": "flow",
                "role": role,
                "unit": {"en": "dollars"},
                "direction": "up",
                **more,
            }
            for ref, role, more in (("given", "input", {}), ("wanted", "target", {"target_of": "given"}))
        ),
    ],
    "bases": [
        {"ref": "all", "measure": "land", "name": {"en": "of the land"}, "stated": True, "value": "90800",
         "unit": {"en": "km²"}},
        {"ref": "populated", "measure": "land", "name": {"en": "of the populated land"}, "stated": True},
    ],
    "figures": [
        {"ref": "f1", **STATED, "value": "33.3", "qualifier": "more_than", "words": {"en": "more than a third"}},
        {"ref": "f2", **STATED, "audience": ["SH"], "value": "30", "qualifier": "about", "said_by": "SH"},
    ],
    "conflicts": [{"figure": "f1", "other": "f2", "audience": ["SH"]}],
    "decisions": [
        {"ref": "d1", "on": ON, "kind": "proposal", "text": {"en": "Study it."}, **SHARED},
        {"ref": "d2", "on": LATER, "kind": "decision", "text": {"en": "Do it."}, "follows": [{"decision": "d1"}],
         **SHARED},
    ],
    "actions": [
        {"ref": "a1", "decision": "d2", "text": {"en": "Do it"}, "due": LATER, "status": "planned", "source": "p1",
         "owners": [{"member": "SH", "lead": True}, {"member": "WA"}]}
    ],
    "contributions": [
        {"ref": "c1", "member": "SH", "kind": "cash", "text": {"en": "Tents"}, "amount": "100000000", "currency": "USD",
         "qualifier": "none_stated", "stage": "pledged", "on": ON, **SHARED},
        {"ref": "c2", "member": "SH", "kind": "cash", "text": {"en": "Paid"}, "amount": "100000000", "currency": "USD",
         "qualifier": "none_stated", "stage": "delivered", "on": LATER, **SHARED,
         "follows": [{"contribution": "c1", "relation": "fulfils"}]},
    ],
    "risks": [
        {"ref": "k1", "on": ON, "text": {"en": "Floods"}, "level": {"en": "perhaps very large"}, "raised_by": "WA",
         "source": "p1"}
    ],
    "statements": [
        {"ref": "s1", "on": ON, "speaker": "minister", "said_by": "SH", "kind": "forecast",
         "text": {"en": "It takes a year or two."}, **SHARED,
         "forecast": {"event": {"en": "All land is dry"}, "hedge": {"en": "a year or two"}, "horizon": LATER,
                      "outcome": "open"}}
    ],
}  # fmt: skip


@pytest.fixture
def loaded(officer):
    with acting_as(officer):
        load_record(content=json.dumps(FILE).encode(), name="f.json")
    return officer


def test_every_row_has_its_place(loaded):
    with acting_as(loaded):
        lead, succession = Lead.objects.get(), Succession.objects.get()
        assert (lead.line.code, lead.member.code, str(lead.starts_on)) == ("relief", "SH", "2014-09-10")
        assert (succession.earlier.code, succession.later.code) == ("relief", "recovery")
        assert (Goal.objects.get().measure.code, Goal.objects.get().goal.code) == ("given", "wanted")
        one = Figure.objects.get(qualifier="more_than")
        assert (str(one.value), one.base.name.plain(), one.measure.code) == ("33.300000", "of the land", "land")
        assert (one.owner.code, one.said_by, one.said_by_name.plain()) == ("secretariat", None, "All")
        assert Conflict.objects.get().figure == one
        assert [(link.earlier.kind, link.later.kind) for link in FollowUp.objects.all()] == [("proposal", "decision")]
        action = Action.objects.get()
        assert [(own.member.code, own.lead) for own in action.owners.order_by("place")] == [("SH", True), ("WA", False)]
        assert (action.decision, str(action.due_until)) == (Decision.objects.get(kind="decision"), "2015-03-31")
        link = ContributionLink.objects.get()
        assert (link.earlier.stage, link.later.stage, link.relation) == ("pledged", "delivered", "fulfils")
        assert (Risk.objects.get().level.plain(), Risk.objects.get().said_by.code) == ("perhaps very large", "WA")
        assert (Forecast.objects.get().hedge.plain(), Forecast.objects.get().outcome) == ("a year or two", "open")


def test_a_second_time_adds_nothing(loaded):
    with acting_as(loaded):
        before = BulkRow.objects.count()
        assert load_record(content=json.dumps(FILE).encode(), name="again.json") == 0
        assert BulkRow.objects.count() == before


def test_what_is_released_to_few_is_seen_by_them_alone(loaded, alif, ba):
    seen = {}
    for who, context in (("alif", alif), ("ba", ba)):
        with acting_as(context):
            seen[who] = Figure.objects.count(), Conflict.objects.count(), BulkRow.objects.filter(kind="figure").count()
    assert seen == {"alif": (2, 1, 2), "ba": (1, 0, 1)}


@pytest.mark.parametrize("given", [{"base": None}, {"base": "other"}, {"measure": "counted", "base": "other"}])
def test_the_database_refuses_a_share_without_its_denominator(loaded, given):
    with acting_as(loaded):
        public = ownership(audience_of({PUBLIC}))
        measures = {"share": Measure.objects.get(code="land"), "counted": Measure.objects.get(code="given")}
        share = Measure.objects.create(
            **public, code="x", name=Words.of("en", en="x"), kind="share", role="output", direction="up"
        )
        bases = {"other": Base.objects.create(**public, measure=share, name=Words.of("en", en="of x"), stated=True)}
        columns = {
            "measure": measures[given.get("measure", "share")],
            "base": bases.get(given["base"]),
            "source_id": Figure.objects.first().source_id,
            "value": 1,
            "qualifier": "none_stated",
            "speaker_label": Words.of("en", en="All"),
        }
        with pytest.raises(DatabaseError), transaction.atomic():
            Figure.objects.create(**public, **columns)


def test_money_is_told_from_a_number(loaded):
    with acting_as(loaded):
        assert {str(one.amount) for one in Contribution.objects.all()} == {"100000000.000000"}


def test_a_known_figure_with_other_words_is_refused(loaded):
    changed = json.loads(json.dumps(FILE))
    changed["figures"][0]["value"] = "34"
    with acting_as(loaded), pytest.raises(ValidationError):
        load_record(content=json.dumps(changed).encode(), name="f.json")


def test_the_two_misprints_of_the_real_record_are_marked_though_nobody_said_so(officer):
    file = json.loads((ROOT / "tansiq/demonstration/coalition.json").read_text())
    for one in file["contributions"]:
        one.pop("doubtful", None)
    told = doubtful(record_file.read(json.dumps(file).encode()))
    assert {ref: why.words["en"][:30] for ref, why in told.items()} == {
        "c23": "It is many times larger than e",
        "c24": "It equals what all members tog",
    }
    assert {why.words["ar"] == why.words["en"] for why in told.values()} == {False}
    gifts = [{**FILE["contributions"][0], "ref": f"g{number}", "amount": f"{number}"} for number in (1, 2, 3)]
    with acting_as(officer):
        load_record(
            content=json.dumps({**FILE, "contributions": [*gifts, FILE["contributions"][0]]}).encode(), name="f"
        )
        marked = Contribution.objects.filter(doubtful__isnull=False)
        assert [str(one.amount) for one in marked] == ["100000000.000000"]


def test_a_doubt_tells_nothing_of_what_its_readers_cannot_read(officer):
    gifts = [
        {**FILE["contributions"][0], "ref": f"g{number}", "amount": f"{number}", "audience": ["SH"]}
        for number in (1, 2, 3)
    ]
    with acting_as(officer):
        load_record(
            content=json.dumps({**FILE, "contributions": [*gifts, FILE["contributions"][0]]}).encode(), name="f"
        )
        assert Contribution.objects.filter(doubtful__isnull=False).count() == 0
