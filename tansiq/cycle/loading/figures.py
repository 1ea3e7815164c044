"""Lines of effort in time, what is measured along them, and every figure as it was stated."""

from collections.abc import Iterable

from tansiq.cycle.loading.register import Register
from tansiq.cycle.loading.rows import Items, Section, days, unit, without, words
from tansiq.efforts.models import Base, Conflict, Figure, Goal, Lead, Measure, Succession
from tansiq.engines import record_file as files


def load_lines(register: Register, rows: Iterable[files.Term], subjects: Items, sources: Items) -> None:
    """Who leads a line of effort, and in which other it goes on."""
    leads, successions = Section(register, "lead", Lead), Section(register, "succession", Succession)
    for row in rows:
        for lead in row.leads:
            columns = {
                "line_id": subjects[row.ref],
                "member": register.members[lead.member],
                "starts_on": lead.from_,
                "ends_on": lead.until,
                "precision": lead.precision,
                "source_id": sources.get(lead.source or ""),
            }
            body = {"line": row.ref, **without(lead)}
            leads.take(f"{row.ref}/{lead.member}/{lead.from_ or ''}", body, register.audience(lead.audience), columns)
        if row.successor:
            columns = {"earlier_id": subjects[row.ref], "later_id": subjects[row.successor]}
            body = {"earlier": row.ref, "later": row.successor}
            successions.take(f"{row.ref}/{row.successor}", body, register.audience(register.whole), columns)
    leads.store()
    successions.store()


def load_measures(register: Register, rows: list[files.Measure], sources: Items) -> Items:
    """Measures with the start against which progress is told."""
    section = Section(register, "measure", Measure)
    for row in rows:
        start = row.baseline
        columns = {
            "code": row.ref,
            "line": row.line,
            "name": words(row.name),
            "kind": row.kind,
            "role": row.role,
            "unit": unit(row.unit),
            "unit_code": row.unit_code or "",
            "direction": row.direction,
            "pools": row.pools or Measure.Pooling.NONE,
            "baseline": start.value if start else None,
            "baseline_qualifier": start.qualifier if start else "",
            **days("baseline_", start.on if start else None),
            "baseline_source_id": sources.get(start.source or "") if start else None,
            "baseline_basis": words(start.basis) if start else None,
            "note": words(row.note),
        }
        section.take(row.ref, without(row), register.audience(row.audience), columns)
    measures = section.store()
    goals = Section(register, "goal", Goal)
    for row in rows:
        if row.target_of:
            columns = {"measure_id": measures[row.target_of], "goal_id": measures[row.ref]}
            body = {"measure": row.target_of, "goal": row.ref}
            goals.take(f"{row.target_of}/{row.ref}", body, register.audience(row.audience), columns)
    goals.store()
    return measures


def load_bases(register: Register, rows: Iterable[files.Base], measures: Items, sources: Items) -> Items:
    """Denominators: of what a share is a share."""
    section = Section(register, "base", Base)
    for place, row in enumerate(rows):
        columns = {
            "measure_id": measures[row.measure],
            "name": words(row.name),
            "stated": row.stated,
            "value": row.value,
            "unit": unit(row.unit),
            "source_id": sources.get(row.source or ""),
            "place": place,
        }
        section.take(row.ref, without(row), register.audience(row.audience), columns)
    return section.store()


def load_figures(
    register: Register, rows: Iterable[files.Figure], on: dict[str, Items], conflicts: Iterable[files.Conflict]
) -> None:
    """Figures with their three dates, and which of them contradict each other; `on` holds the items they rest on."""
    section = Section(register, "figure", Figure)
    for row in rows:
        columns = {
            "measure_id": on["measures"][row.measure],
            "base_id": on["bases"].get(row.base or ""),
            "value": row.value,
            "high": row.high,
            "qualifier": row.qualifier,
            "words": words(row.words),
            **days("as_of_", row.as_of),
            **days("stated_", row.stated_on),
            "speaker_id": on["people"].get(row.speaker or ""),
            "speaker_label": words(row.speaker_label),
            "said_by": register.members.get(row.said_by or ""),
            "said_by_name": None if row.said_by else words(row.speaker_label),
            "review_id": on["reviews"].get(row.review or ""),
            "source_id": on["sources"][row.source],
            "doubtful": words(row.doubtful),
            "note": words(row.note),
        }
        section.take(row.ref, without(row), register.audience(row.audience), columns)
    figures = section.store()
    links = Section(register, "conflict", Conflict)
    for one in conflicts:
        columns = {"figure_id": figures[one.figure], "other_id": figures[one.other], "words": words(one.words)}
        links.take(f"{one.figure}/{one.other}", without(one), register.audience(one.audience), columns)
    links.store()
