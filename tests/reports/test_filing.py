"""Filing and restating a report: nothing bare, nothing overwritten, nothing read by whom it is not released to."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from tansiq.efforts.models import Correction, Figure
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as, public_token
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC, Member
from tansiq.reports import queries
from tansiq.reports.commands.drafting import demand_clearance, keep_draft, lift_clearance, typed_in
from tansiq.reports.commands.filing import file_report, restate_report
from tansiq.reports.models import Evidence, Report, ReportDraft, Restatement
from tansiq.reports.restated import restatements
from tests.reports.reported import figure
from tests.secretariat import en, readers
from tests.world import token

pytestmark = pytest.mark.django_db


def told(call, who):
    """The standing answers that somebody reads: the reporter and the value, or the answer."""
    with acting_as(who):
        rows = queries.standing(queries.reports_in(call))
        found = [(one.said_by.code, one.figure.value if one.figure else one.answer) for one in rows]
        return sorted(found, key=str)


def test_R_A1_a_report_has_its_three_dates_who_filed_it_and_its_source(secretariat, call, trained, alif):
    report = secretariat.report(call, trained, "SH", figure("40", method=en("By the lists of the courses.")))
    with acting_as(alif):
        held = Report.objects.select_related("figure", "said_by", "owner").get(pk=report.pk)
        assert (held.said_by.code, held.owner.code, held.on_behalf) == ("SH", "SH", False)
        assert (held.figure.value, held.figure.source_id, held.figure.review_id) == (40, None, call.review_id)
        assert [str(one) for one in (held.figure.as_of_until, held.figure.stated_from)] == ["2026-06-01", "2026-06-08"]
        assert [one.kind for one in Entry.objects.filter(item=report.pk)] == ["report.filed"]


def test_it_is_read_by_those_to_whom_it_is_released_and_by_nobody_else(secretariat, call, trained, jim):
    alif, ba = token("alif"), token("ba")
    secretariat.report(call, trained, "SH", figure("40"), "WA")
    assert [told(call, who) for who in (alif, ba)] == [[("SH", 40)]] * 2
    assert [told(call, who) for who in (jim, token("officer"), public_token())] == [[], [], []]
    with acting_as(jim):
        assert [Figure.objects.count(), Entry.objects.filter(kind="report.filed").count()] == [0, 0]


def test_no_report_to_a_circle_hides_the_one_that_a_narrower_circle_reads(secretariat, call, trained, ba, jim):
    none = figure(None, answer="no_report", as_of_from=None, as_of_until=None)
    secretariat.report(call, trained, "SH", none, "WA", "NW", "secretariat")
    secretariat.report(call, trained, "SH", figure("40"), "WA")
    assert told(call, jim) == [("SH", "no_report")]
    assert told(call, ba) == [("SH", "no_report"), ("SH", 40)]


@pytest.mark.parametrize("answer", ["no_data", "withheld"])
def test_whoever_gives_no_figure_says_why(secretariat, call, trained, alif, answer):
    with pytest.raises(ValidationError, match="say why"):
        secretariat.report(call, trained, "SH", figure(None, answer=answer))
    secretariat.report(call, trained, "SH", figure(None, answer=answer, reason=en("The courses were not counted.")))
    assert told(call, alif) == [("SH", answer)]


def test_a_report_is_not_released_more_widely_than_its_call(secretariat, trained, alif):
    call = secretariat.call(trained, members=["SH"], readers=readers("SH", "secretariat"))
    with pytest.raises(ValidationError, match="not released to all"):
        secretariat.report(call, trained, "SH", figure(), "WA")
    assert told(call, alif) == []


class TestRestating:
    def test_R_A1_the_former_stays_and_whoever_reads_both_sees_the_reason(self, secretariat, call, trained, alif, ba):
        former = secretariat.report(call, trained, "SH", figure("40"), "WA")
        with acting_as(alif):
            later = restate_report(
                report=former, answer=figure("45"), reason=en("Two courses were missing."), readers=readers("WA")
            )
        assert told(call, ba) == [("SH", 45)]
        with acting_as(ba):
            (link,) = restatements()
            assert (link.earlier_id, link.later_id, link.reason.plain("en")) == (
                former.pk,
                later.pk,
                "Two courses were missing.",
            )
            assert [one.later.value for one in Correction.objects.select_related("later")] == [45]
            assert {one.pk for one in queries.history_of(later)} == {former.pk, later.pk}

    def test_who_reads_only_the_later_learns_of_no_former(self, secretariat, call, trained, alif, jim):
        former = secretariat.report(call, trained, "SH", figure("40"), "WA")
        with acting_as(alif):
            restate_report(report=former, answer=figure("45"), reason=en("Late."), readers=readers("WA", "NW"))
        assert told(call, jim) == [("SH", 45)]
        with acting_as(jim):
            assert [Restatement.objects.count(), Correction.objects.count()] == [0, 0]
            assert [one.restates_another for one in queries.reports_in(call)] == [False]

    def test_who_reads_only_the_former_still_reads_it_as_it_stood(self, secretariat, call, trained, alif, ba):
        former = secretariat.report(call, trained, "SH", figure("40"), "WA")
        with acting_as(alif):
            restate_report(report=former, answer=figure("45"), reason=en("Late."), readers=readers("secretariat"))
        assert told(call, ba) == [("SH", 40)]

    def test_what_was_restated_is_restated_no_more(self, secretariat, call, trained, alif):
        former = secretariat.report(call, trained, "SH", figure("40"), "WA")
        with acting_as(alif):
            again = {"report": former, "reason": en("Late."), "readers": readers("WA")}
            restate_report(answer=figure("45"), **again)
            with pytest.raises(ValidationError, match="restated already"):
                restate_report(answer=figure("46"), **again)

    def test_nobody_restates_another_s(self, secretariat, call, trained, ba):
        former = secretariat.report(call, trained, "SH", figure("40"), "WA")
        with acting_as(ba), pytest.raises(PermissionDenied):
            restate_report(report=former, answer=figure("1"), reason=en("No."), readers=readers("WA"))


class TestOnAnothersWord:
    def test_the_secretariat_enters_it_and_says_so(self, secretariat, call, trained, alif):
        with acting_as(token("officer")):
            report = file_report(
                call=call,
                measure=trained,
                answer=figure("40"),
                readers=readers("SH"),
                on_the_word_of=Member.objects.get(code="SH"),
            )
        assert told(call, alif) == [("SH", 40)]
        assert report.on_behalf

    def test_no_member_speaks_for_another(self, call, trained, ba):
        with acting_as(ba), pytest.raises(PermissionDenied):
            file_report(
                call=call,
                measure=trained,
                answer=figure(),
                readers=readers("SH"),
                on_the_word_of=Member.objects.get(code="SH"),
            )


class TestClearance:
    def test_where_the_head_clears_nobody_else_files(self, secretariat, call, trained, alif):
        deputy = token("alif2")
        with acting_as(alif):
            demand = demand_clearance()
        with acting_as(deputy), pytest.raises(ValidationError, match="clears reports"):
            file_report(call=call, measure=trained, answer=figure(), readers=readers("SH"))
        with acting_as(deputy):
            keep_draft(call=call, measure=trained, given={"value": "12"}, ready=True)
        with acting_as(alif):
            assert [(typed_in(one.given), one.ready) for one in queries.drafts_in(call)] == [({"value": "12"}, True)]
            file_report(call=call, measure=trained, answer=figure(), readers=readers("SH"))
            assert ReportDraft.objects.count() == 0
            lift_clearance(demand=demand, version=demand.version)
        with acting_as(deputy):
            file_report(call=call, measure=trained, answer=figure("13"), readers=readers("SH"))

    def test_a_draft_is_its_delegation_s_alone(self, call, trained, alif, ba):
        with acting_as(alif):
            keep_draft(call=call, measure=trained, given={"value": "12"}, ready=False)
            keep_draft(call=call, measure=trained, given={"value": "13"}, ready=False)
            assert [typed_in(one.given) for one in ReportDraft.objects.all()] == [{"value": "13"}]
        for who in (ba, token("officer"), public_token()):
            with acting_as(who):
                assert ReportDraft.objects.count() == 0


def test_evidence_is_released_apart(secretariat, call, trained, ba):
    answer = figure("40", evidence=en("The lists of the ministry."))
    with acting_as(token("alif")):
        file_report(
            call=call, measure=trained, answer=answer, readers=readers("WA"), evidence_readers=readers("secretariat")
        )
    with acting_as(ba):
        assert [Report.objects.count(), Evidence.objects.count()] == [1, 0]
        assert "ministry" not in str([entry.groups for entry in Entry.objects.prefetch_related("groups")])


def test_a_share_keeps_both_its_parts(secretariat, alif):
    land = secretariat.measure("land", name="Territory retaken")
    base = secretariat.base(land, "of the territory that was held")
    call = secretariat.call(land)
    parts = {"numerator": Decimal(40), "denominator": Decimal(100), "base": base.pk}
    secretariat.report(call, land, "SH", figure("40", **parts))
    with acting_as(alif):
        held = Figure.objects.get()
        assert (held.value, held.numerator, held.denominator) == (40, 40, 100)
        for wrong in ({"numerator": Decimal(1)}, {"denominator": Decimal(0), "numerator": Decimal(0)}):
            with pytest.raises(IntegrityError), transaction.atomic():
                file_report(call=call, measure=land, answer=figure("1", base=base.pk, **wrong), readers=readers("SH"))


def test_the_public_reads_a_report_to_a_public_call(secretariat, trained, alif):
    call = secretariat.call(trained, readers=[PUBLIC])
    with acting_as(alif):
        file_report(call=call, measure=trained, answer=figure("40"), readers=[PUBLIC])
    assert told(call, public_token()) == [("SH", 40)]


def test_what_was_released_is_never_narrowed(secretariat, call, trained, alif):
    report = secretariat.report(call, trained, "SH", figure("40"), "WA", "secretariat")
    with acting_as(alif):
        for row in (report, report.figure):
            with pytest.raises(IntegrityError), transaction.atomic():
                type(row).objects.filter(pk=row.pk).update(audience=audience_of(readers("SH")))
