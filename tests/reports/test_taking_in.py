"""Taking in a file of answers: one act over all its rows, each provable; restated, told again, or left outside."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from tansiq.efforts.models import Correction, Figure
from tansiq.engines import tree
from tansiq.engines.canonical import canonical
from tansiq.engines.entries import leaf
from tansiq.record.models import BulkRow, Entry, EntryGroup
from tansiq.release.acting import acting_as
from tansiq.reports.commands.asking import confirm_report
from tansiq.reports.commands.drafting import demand_clearance, keep_draft
from tansiq.reports.commands.taking_in import NothingNew, NotWhole
from tansiq.reports.models import Evidence, Report, ReportDraft, Restatement
from tests.reports.bringing import bring
from tests.reports.reported import figure
from tests.world import token

HEAD = "code,value,answer,reason,method,evidence"


@pytest.fixture
def measures(secretariat):
    return [secretariat.trained(), secretariat.counted("fed", name="Persons fed", kind="flow", pools="sum")]


@pytest.fixture
def call(secretariat, measures):
    return secretariat.call(*measures)


def seen_by(slug):
    with acting_as(token(slug)):
        return [
            (one.measure.code, one.figure and one.figure.value, one.answer)
            for one in Report.objects.order_by("measure__code", "created_at", "key")
        ]


def test_R_A1_all_rows_of_a_file_are_filed_by_one_act(call):
    bring(call, "SH", HEAD, "trained,12,,,lists,camp ledger", "fed,,no_data,nobody counted,,")
    assert seen_by("alif") == seen_by("officer") == [("fed", None, "no_data"), ("trained", Decimal(12), "figure")]
    assert seen_by("ba") == []
    with acting_as(token("alif")):
        (entry,) = Entry.objects.filter(kind="reports.taken_in")
        told = {group.name: group.body for group in EntryGroup.objects.filter(entry=entry)}
        assert told["content"]["reporter"] == "SH"
        assert told["content"]["on_its_word"] is False
        assert told["attachment"]["name"] == "answers.csv"
        assert sorted(BulkRow.objects.values_list("kind", flat=True)) == ["evidence", "report", "report"]
        report = Report.objects.get(measure__code="trained")
        assert (report.method.plain("en"), report.figure.said_by_id, report.figure.source_id) == (
            "lists",
            report.said_by_id,
            None,
        )


def test_each_row_is_provable_by_itself(call):
    bring(call, "SH", HEAD, "trained,12", "fed,9")
    with acting_as(token("officer")):
        (entry,) = Entry.objects.filter(kind="reports.taken_in")
        root = EntryGroup.objects.get(entry=entry, name="content").body["root"]
        for row in BulkRow.objects.all():
            path = bytes(row.path)
            hashes = [path[at : at + 32] for at in range(0, len(path), 32)]
            leaf_of_row = leaf(bytes(row.salt), canonical({"ref": row.ref, "row": row.body}))
            assert tree.root_from(leaf_of_row, row.position, hashes).hex() == root
            assert Report.objects.get(pk=row.item).measure_id.hex == row.body["measure"].replace("-", "")


def test_the_same_file_again_is_nothing_new_and_leaves_no_entry(call):
    bring(call, "SH", HEAD, "trained,12,,,,ledger", "fed,9")
    with pytest.raises(NothingNew):
        bring(call, "SH", HEAD, "trained,12.0,figure,,,ledger", "fed,٩")
    with acting_as(token("alif")):
        assert (Report.objects.count(), Entry.objects.filter(kind="reports.taken_in").count()) == (2, 1)


def test_a_file_that_another_sent_before_is_new(call):
    """What is hidden from whoever sends it does not show: Alif’s own file stands unseen by the secretariat."""
    bring(call, "SH", HEAD, "trained,12", to=())
    bring(call, "SH", HEAD, "trained,12", by="secretariat", to=())
    assert len(seen_by("alif")) == 2
    assert len(seen_by("officer")) == 1


def test_R_A1_what_changed_is_restated_with_its_reason_and_the_former_stays(call):
    bring(call, "SH", HEAD, "trained,12", "fed,9")
    bring(call, "SH", HEAD, "trained,15,,a list came late", "fed,9")
    with acting_as(token("officer")):
        (link,) = Restatement.objects.all()
        assert (link.earlier.figure.value, link.later.figure.value) == (12, 15)
        assert link.reason.plain("en") == "a list came late"
        assert Correction.objects.get().later.value == 15
        assert Figure.objects.count() == 3
        assert sorted(BulkRow.objects.values_list("kind", flat=True)) == ["report"] * 3 + ["restatement"]


def test_a_restatement_without_a_reason_leaves_the_whole_file_outside(call):
    bring(call, "SH", HEAD, "trained,12")
    with pytest.raises(NotWhole) as refused:
        bring(call, "SH", HEAD, "trained,15", "fed,9")
    assert [(flaw.number, flaw.code) for flaw in refused.value.flaws] == [(2, "why_restated")]
    assert len(seen_by("alif")) == 1
    bring(call, "SH", HEAD, "trained,15", "fed,9", reason="Counted anew")
    assert len(seen_by("alif")) == 3


def test_what_was_filed_by_form_is_restated_by_a_file(secretariat, call, measures):
    secretariat.report(call, measures[0], "SH", figure("12"))
    bring(call, "SH", HEAD, "trained,13,,typed wrongly")
    with acting_as(token("alif")):
        assert Restatement.objects.get().earlier.figure.value == 12


def test_the_secretariat_enters_a_file_on_a_members_word_and_the_member_confirms(call):
    bring(call, "SH", HEAD, "trained,12", by="secretariat", to=())
    with acting_as(token("alif")):
        (report,) = Report.objects.all()
        assert (report.on_behalf, report.said_by.code, report.owner.code) == (True, "SH", "secretariat")
        content = EntryGroup.objects.get(entry__kind="reports.taken_in", name="content").body
        assert content["on_its_word"] is True
        confirm_report(report=report)


def test_the_secretariat_does_not_restate_what_a_member_filed_itself(call):
    bring(call, "SH", HEAD, "trained,12")
    with pytest.raises(NotWhole) as refused:
        bring(call, "SH", HEAD, "trained,13,,they told us", by="secretariat")
    assert [flaw.code for flaw in refused.value.flaws] == ["own_word"]


def test_a_member_files_for_nobody_else(call):
    with pytest.raises(PermissionDenied):
        bring(call, "SH", HEAD, "trained,12", by="WA")


def test_a_file_is_released_no_more_widely_than_its_call(secretariat, measures):
    narrow = secretariat.call(*measures, members=["SH"], readers=[])
    with pytest.raises(ValidationError, match="not released to all of these readers"):
        bring(narrow, "SH", HEAD, "trained,12", to=("WA",))
    assert seen_by("alif") == []


def test_clearance_holds_for_files_too(call):
    with acting_as(token("alif")):
        demand_clearance()
    with pytest.raises(ValidationError, match="head of delegation clears"):
        bring(call, "SH", HEAD, "trained,12", by="alif2")
    bring(call, "SH", HEAD, "trained,12")


def test_drafts_of_what_was_taken_in_are_gone(call, measures):
    with acting_as(token("alif")):
        for measure in measures:
            keep_draft(call=call, measure=measure, given={"value": "3"}, ready=False)
    bring(call, "SH", HEAD, "trained,12")
    with acting_as(token("alif")):
        assert [draft.measure.code for draft in ReportDraft.objects.all()] == ["fed"]


def test_evidence_stands_beside_its_report(call):
    bring(call, "SH", HEAD, "trained,12,,,,سجل المعسكر")
    with acting_as(token("officer")):
        assert Evidence.objects.get().words.source == "ar"


def test_other_periods_of_a_measure_are_reports_of_their_own(call):
    head = "code,value,from,until,reason"
    bring(call, "SH", head, "trained,1,2026-03-01,2026-03-31", "trained,2,2026-04-01,2026-04-30")
    bring(call, "SH", head, "trained,1,2026-03-01,2026-03-31", "trained,3,2026-04-01,2026-04-30,late list")
    with acting_as(token("alif")):
        assert Restatement.objects.get().later.figure.value == 3


@pytest.mark.parametrize("rows", [1, 40])
def test_a_file_costs_as_many_statements_however_long_it_is(call, rows, django_assert_num_queries):
    head = "code,value,from,until"
    lines = [f"trained,{number + 1},{1950 + number}-01-01,{1950 + number}-12-31" for number in range(rows)]
    with acting_as(token("alif")), django_assert_num_queries(27):
        bring(call, "SH", head, *lines)
    assert connection.in_atomic_block
