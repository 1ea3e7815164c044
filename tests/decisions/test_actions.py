"""Actions: by status, then by due date; whose they are, and the evidence; never graded."""

from datetime import date

import pytest

from tests.pages import ABSENT, statements, text
from tests.secretariat import en
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db


def listed(slug="", **asked):
    return text(client(slug).get(at("actions"), asked)).partition("soonest due first")[2]


def test_by_status_then_by_due_date_whoever_leads_first(outcomes):
    outcomes.action("Done one.", status="done", evidence=en("It was held."))
    outcomes.action("Later one.", due_until=date(2016, 1, 1), due_from=date(2016, 1, 1), due_precision="day")
    outcomes.action("Sooner one.", due_until=date(2015, 1, 1), due_from=date(2015, 1, 1), due_precision="day")
    outcomes.action("Under way.", status="in_progress", owners={"WA": False, "SH": True})
    shown = listed()
    order = ["Under way.", "Sooner one.", "Later one.", "Done one."]
    assert sorted(order, key=shown.index) == order
    assert "Under way. Sahlan · leads Wadina no date was named in progress none on record" in shown
    assert "done It was held." in shown


def test_what_is_past_its_date_is_told_by_its_recorded_status_alone(outcomes):
    outcomes.action("Overdue one.", due_until=date(2001, 1, 1), due_from=date(2001, 1, 1), due_precision="day")
    assert ("late" in listed(), "overdue" in listed(), "planned" in listed()) == (False, False, True)


def test_by_status_and_by_member(outcomes):
    outcomes.action("Of Sahlan.", owners={"SH": True})
    outcomes.action("Of Wadina.", status="done", owners={"WA": True})
    for asked, seen in (
        ({"status": "done"}, (False, True)),
        ({"member": "SH"}, (True, False)),
        ({"member": "SH", "status": "done"}, (False, False)),
    ):
        shown = listed(**asked)
        assert ("Of Sahlan." in shown, "Of Wadina." in shown) == seen


@pytest.mark.parametrize("asked", ["status=x", "member=NW", "member=SH", "page=x", "owners__member=x"])
def test_what_the_list_is_not_asked_for_is_refused(asked):
    assert client().get(f"{at('actions')}?{asked}").status_code == 400


def test_a_hidden_owner_and_a_hidden_action_leave_no_trace(outcomes):
    seen = outcomes.action("Of two.", owners={"WA": False}, decision=outcomes.decision("Do it.", date(2015, 1, 1)))
    addresses = [at("actions"), at("actions") + "?member=WA", at("decision", seen.decision_id), at("member", "NW")]
    before = {slug: [bare(client(slug).get(one).content) for one in addresses] for slug in ("", "ba")}
    outcomes.owner(seen, "NW", "SH", lead=True)
    outcomes.action("Hidden one.", "SH", owners={"WA": True})
    assert {slug: [bare(client(slug).get(one).content) for one in addresses] for slug in before} == before
    assert [client(slug).get(at("actions"), {"member": "NW"}).status_code for slug in ("alif", "ba")] == [200, 400]
    shown = listed("alif")
    assert ("Nawras · leads Wadina" in shown, "Hidden one." in shown) == (True, True)
    assert client().get(at("actions"), {"member": ABSENT}).status_code == 400


def test_as_many_statements_for_one_as_for_three(outcomes):
    counts = []
    for number in (1, 2, 3):
        outcomes.action(
            f"Act {number}", owners={"SH": True, "WA": False}, source=outcomes.source(f"source {number}"),
            decision=outcomes.decision(f"Do {number}.", date(2015, 1, number)),
        )  # fmt: skip
        counts.append(statements(client("alif"), at("actions")))
    assert counts == [10] * 3
