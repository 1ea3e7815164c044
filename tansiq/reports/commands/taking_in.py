"""Taking in a file of answers: all of its rows or none, one entry over them, each row provable by itself."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq import chance, clock
from tansiq.efforts.models import Correction, Figure
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.engines.canonical import canonical
from tansiq.engines.workbook import Flaw
from tansiq.members import offices
from tansiq.members.models import Accreditation, Precision
from tansiq.record.acts import act, alone
from tansiq.record.bulk import Done, append_with_rows, put
from tansiq.release.acting import acting
from tansiq.release.commands import common_audience, remember_choice
from tansiq.release.models import Audience, Member
from tansiq.reports.brought import Brought, Plan, Row, plan, readers_of
from tansiq.reports.commands.filing import KIND
from tansiq.reports.models import Call, Evidence, Report, ReportDraft, Restatement
from tansiq.reports.opening import words_of
from tansiq.reports.queries import clearance_demanded
from tansiq.reports.workbooks import Questions

Columns = Mapping[str, Sequence[Any]]


class NothingNew(Exception):
    """Every row of the file stands already as it says."""


class NotWhole(ValidationError):
    """Rows that cannot be taken as they stand now: the file is left whole outside."""

    def __init__(self, flaws: Sequence[Flaw]) -> None:
        super().__init__(_("Something in this file cannot be taken in as it stands. Look at it again."))
        self.flaws = flaws


@act("reports.taken_in")
def take_in(
    *,
    call: Call,
    of_reporter: Questions,
    brought: Brought,
    readers: Sequence[int],
    evidence_readers: Sequence[int] | None = None,
) -> Call:
    """Take in the answers of one reporter from a file: its own, or entered by the secretariat on its word.

    Raises:
        NothingNew: all of it stands already; nothing is done.
        ValidationError: a row cannot be taken as it stands, it is released more widely than the call, or the
            member's head must clear it first.
    """
    who, member = acting(), of_reporter.member
    if who.member != member.pk and who.code != offices.SECRETARIAT:
        raise PermissionDenied
    if who.member == member.pk and who.hat != Accreditation.Role.HEAD and clearance_demanded(who.member):
        raise ValidationError(_("Your head of delegation clears reports before they are filed. Your draft is kept."))
    audience = audience_for(readers_of(member, readers))
    alone(call.pk)
    planned = plan(of_reporter, brought, words_of(call, [member.pk]), audience.readers)
    if planned.flaws:
        raise NotWhole(planned.flaws)
    if not planned.rows:
        raise NothingNew
    evidence = audience
    if evidence_readers is not None:
        evidence = common_audience(audience_for(readers_of(member, evidence_readers)), audience)
    with within_its_release():
        done = put_in(call, member, audience, planned, evidence)
    measures = {row.measure.pk for row in planned.rows}
    ReportDraft.objects.filter(call=call, measure__in=measures, owner=who.member).delete()
    remember_choice(KIND, audience)
    append_with_rows(
        "reports.taken_in",
        about=call,
        audience=audience,
        content={"reporter": member.code, "on_its_word": who.member != member.pk, "rows": len(planned.rows)},
        attachment={"name": brought.name, "sha256": brought.digest},
        rows=done,
    )
    return call


def put_in(
    call: Call, member: Member, audience: Audience, planned: Plan, evidence: Audience | None = None
) -> Iterator[Done]:
    """Put the rows of a plan in, what they rest on to fewer where that is said; what the record is to say of each."""
    return _Put(call, member, audience, evidence or audience).all(planned)


class _Put:
    """Puts the rows of a plan in, table by table, each by one statement."""

    def __init__(self, call: Call, member: Member, audience: Audience, evidence: Audience) -> None:
        self.call, self.member, self.audience, self.evidence = call, member, audience, evidence
        self.common: dict[int, Audience] = {}
        self.done: list[Iterator[Done]] = []  # Told once the record asks for it.

    def all(self, planned: Plan) -> Iterator[Done]:
        """Figures, reports that rest on them, evidence, and what they restate; what the record says of each."""
        rows = planned.rows
        keys = [chance.key() for _row in rows]
        figures = self._figures(rows)
        self._put(
            Report,
            {"call_id": self.call.pk},
            {
                "key": keys,
                "measure_id": [row.measure.key for row in rows],
                "figure_id": figures,
                **{
                    name: [getattr(row.answer, name) for row in rows]
                    for name in ("answer", "reliability", "credibility")
                },
                **{name: _words(rows, name) for name in ("reason", "method", "overruled")},
            },
        )
        self.done.append(
            _did("report", key, self.audience, self._says(row)) for key, row in zip(keys, rows, strict=True)
        )
        self._evidence(keys, rows)
        restating = [(key, row) for key, row in zip(keys, rows, strict=True) if row.restates]
        if restating:
            self._restate(restating, dict(zip(keys, figures, strict=True)))
        return chain.from_iterable(self.done)

    def _figures(self, rows: Sequence[Row]) -> list[UUID | None]:
        keys = [chance.key() if row.answer.has_figure else None for row in rows]
        held = [(key, row) for key, row in zip(keys, rows, strict=True) if key]
        if not held:
            return keys
        today = clock.today()
        told = [row for _key, row in held]
        numbers = ("value", "high", "qualifier", "numerator", "denominator", "level", "as_of_from", "as_of_until")
        self._put(
            Figure,
            {
                "as_of_precision": Precision.DAY.value,
                "stated_from": today,
                "stated_until": today,
                "stated_precision": Precision.DAY.value,
                "review_id": self.call.review_id,
            },
            {
                "key": [key for key, _row in held],
                "measure_id": [row.measure.key for row in told],
                "base_id": [row.answer.base for row in told],
                "words": _words(told, "words"),
                **{name: [getattr(row.answer, name) for row in told] for name in numbers},
            },
        )
        return keys

    def _evidence(self, keys: Sequence[UUID], rows: Sequence[Row]) -> None:
        held = [(key, row.answer.evidence) for key, row in zip(keys, rows, strict=True) if row.answer.evidence]
        if not held:
            return
        made = [chance.key() for _one in held]
        words = [canonical(words.as_json()).decode() for _key, words in held]
        reports = [key for key, _words in held]
        apart = [self.evidence.pk for _one in held]
        self._put(Evidence, {}, {"key": made, "report_id": reports, "words": words, "audience_id": apart})
        self.done.append(
            _did("evidence", key, self.evidence, {"report": str(report), "words": told.as_json()})
            for key, (report, told) in zip(made, held, strict=True)
        )

    def _restate(self, held: Sequence[tuple[UUID, Row]], figures: Mapping[UUID, UUID | None]) -> None:
        """That each later report corrects its earlier one, and why, to the readers of both."""
        links = [(row.restates, later, row.reason) for later, row in held if row.restates and row.reason]
        both = [self._both(earlier) for earlier, _later, _why in links]
        made = [chance.key() for _link in links]
        why = [canonical(reason.as_json()).decode() for _earlier, _later, reason in links]
        self._put(
            Restatement,
            {},
            {
                "key": made,
                "audience_id": [one.pk for one in both],
                "earlier_id": [earlier.pk for earlier, _later, _why in links],
                "later_id": [later for _earlier, later, _why in links],
                "reason": why,
            },
        )
        self.done.append(
            _did(
                "restatement",
                key,
                audience,
                {"earlier": str(earlier.pk), "later": str(later), "reason": reason.as_json()},
            )
            for key, (earlier, later, reason), audience in zip(made, links, both, strict=True)
        )
        corrected = [
            (earlier.figure_id, figures[later], one.pk, reason)
            for (earlier, later, _words), one, reason in zip(links, both, why, strict=True)
            if earlier.figure_id and figures[later]
        ]
        if corrected:
            columns = dict(
                zip(("earlier_id", "later_id", "audience_id", "reason"), zip(*corrected, strict=True), strict=True)
            )
            self._put(Correction, {}, {"key": [chance.key() for _one in corrected], **columns})

    def _both(self, earlier: Report) -> Audience:
        if earlier.audience_id not in self.common:
            self.common[earlier.audience_id] = common_audience(earlier.audience, self.audience)
        return self.common[earlier.audience_id]

    def _put(self, model: Any, alike: Mapping[str, Any], each: Columns) -> None:
        owned: dict[str, Any] = {"owner_id": acting().member, "created_at": clock.now(), "version": 1}
        owned["said_by_id"] = self.member.pk if model in (Figure, Report) else acting().member
        if "audience_id" not in each:
            owned["audience_id"] = self.audience.pk
        put(model, {**owned, **alike}, each)

    def _says(self, row: Row) -> dict[str, Any]:
        """What the record tells of a report; its evidence, released apart, is not in it."""
        told = row.answer.as_json()
        told.pop("evidence", None)
        return {
            "call": str(self.call.pk),
            "measure": str(row.measure.pk),
            "reporter": self.member.code,
            "row": row.filled.number,
            **told,
        }


def _did(kind: str, item: UUID, audience: Audience, says: dict[str, Any]) -> Done:
    return Done(f"{kind}/{item}", kind, item, audience, says)


def _words(rows: Sequence[Row], name: str) -> list[str | None]:
    """A column of words as it is stored; what is held once is spelled once."""
    held = [getattr(row.answer, name) for row in rows]
    once = {id(words): words for words in held if words}
    spelled = {at: canonical(words.as_json()).decode() for at, words in once.items()}
    return [spelled.get(id(words)) for words in held]
