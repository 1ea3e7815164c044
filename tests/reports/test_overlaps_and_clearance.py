"""What two reporters both counted, and what a member demands before its reports are filed: by their forms."""

import pytest

from tansiq.release.acting import acting_as
from tansiq.reports import queries
from tansiq.reports.models import Overlap
from tests.pages import statements, text
from tests.visits import at, client
from tests.world import token

pytestmark = pytest.mark.django_db


def state(call, measure, slug="alif", **given):
    held = {"measure": measure.pk, "other": "WA", "value": "25", "note": "", "language": "en", "release": "secretariat"}
    return client(slug).post(at("overlap_state", call.pk), held | given)


class TestOverlaps:
    def test_one_states_it_and_the_other_agrees(self, call, trained):
        assert state(call, trained, note="The joint course.").status_code == 302
        told = text(client("ba").get(at("overlaps", call.pk)))
        assert "Persons trained" in told
        assert "25 persons The joint course." in told
        assert "stated by Sahlan , with Wadina" in told
        with acting_as(token("ba")):
            item = Overlap.objects.get().pk
        assert client("alif").post(at("overlaps", call.pk), {"item": item}).status_code == 403
        assert client("jim").post(at("overlaps", call.pk), {"item": item}).status_code == 404
        assert client("ba").post(at("overlaps", call.pk), {"item": item}).status_code == 302
        assert client("ba").post(at("overlaps", call.pk), {"item": item}).status_code == 400
        assert "agreed to" in text(client("alif").get(at("overlaps", call.pk)))
        with acting_as(token("ba")):
            assert [one.value for one in queries.agreed_overlaps(call)] == [25]

    def test_who_does_not_read_it_sees_none(self, call, trained):
        state(call, trained)
        assert "No overlap is released to you" in text(client("jim").get(at("overlaps", call.pk)))

    @pytest.mark.parametrize("value", ["0", "-3", "", "1.234", "many"])
    def test_it_is_something(self, call, trained, value):
        assert state(call, trained, value=value).status_code == 400

    def test_whoever_is_not_asked_states_none(self, call, trained):
        assert state(call, trained, "officer").status_code == 403

    @pytest.mark.parametrize("count", [1, 3])
    def test_statements_are_as_many_for_one_as_for_three(self, call, trained, count):
        for number in range(count):
            state(call, trained, value=str(number + 1))
        assert statements(client("ba"), at("overlaps", call.pk)) == 9


class TestClearance:
    def test_a_keeper_demands_and_lifts_it(self, call):
        page = text(client("alif").get(at("clearance")))
        assert "Nothing is demanded now: whoever speaks for your member files its reports." in page
        assert client("alif").post(at("clearance"), {"version": 0}).status_code == 302
        assert client("alif").post(at("clearance"), {"version": 0}).status_code == 409
        assert "Demanded since" in text(client("admin.sh").get(at("clearance")))
        assert client("alif").post(at("clearance"), {"version": 9}).status_code == 409
        assert client("admin.sh").post(at("clearance"), {"version": 1}).status_code == 302
        assert client("admin.sh").post(at("clearance"), {"version": 1}).status_code == 400

    @pytest.mark.parametrize(("slug", "led"), [("alif", True), ("ba", False), ("officer", False)])
    def test_keepers_find_it_on_their_page(self, call, slug, led):
        page = client(slug).get(at("my_member"))
        assert (page.status_code, at("clearance") in page.content.decode()) == (200, led)

    @pytest.mark.parametrize("slug", ["ba", "officer"])
    def test_nobody_else_does(self, call, slug):
        assert client(slug).get(at("clearance")).status_code == 403
