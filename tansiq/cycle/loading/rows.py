"""From the rows of a file to rows of the house, section by section."""

import hashlib
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Model

from tansiq.cycle.loading.register import Register, owned
from tansiq.engines import record_file as files
from tansiq.engines.canonical import canonical
from tansiq.finding.commands import gather
from tansiq.languages.units import Unit
from tansiq.languages.words import Words
from tansiq.members.models import Body, Person, Seat, Standing
from tansiq.press.models import Corroboration, Statement
from tansiq.release.models import Audience, Member
from tansiq.release.queries import forget_everyone
from tansiq.reviews.models import Participation, Review, ReviewSource, Subject
from tansiq.sources.models import Source

Items = dict[str, UUID]


def words(text: files.Text | None) -> Words | None:
    """A text of the file as words of the house."""
    return Words.from_json(text.as_words()) if text else None


def unit(text: files.Unit | None) -> Unit | None:
    """What is counted, with its forms, as the house holds it."""
    return Unit.from_json(text.as_words()) if text else None


def days(name: str, when: files.When | None) -> dict[str, Any]:
    """The columns of a stretch of time; without a name those that say when the row itself is of."""
    first, last, how = (when.from_, when.until, when.precision) if when else (None, None, "")
    if not name:
        return {"starts_on": first, "ends_on": last, "precision": how}
    return {f"{name}from": first, f"{name}until": last, f"{name}precision": how}


def without(row: Any, *nested: str) -> dict[str, Any]:
    """A row as the record commits to it: what is released by itself is a row by itself."""
    return {key: value for key, value in row.as_json().items() if key not in {"audience", *nested}}


class Section:
    """Rows of one kind: those that are in already are left, the others are collected and stored at once."""

    def __init__(self, register: Register, kind: str, model: type[Model]) -> None:
        self.register, self.kind, self.model = register, kind, model
        self.items: Items = {}
        self.made: list[Model] = []

    def take(self, ref: str, body: dict[str, Any], audience: Audience, columns: dict[str, Any]) -> UUID:
        """One row: where it is in already its item, else a new one."""
        named = f"{self.kind}/{ref}"
        item = self.register.known(named, body)
        if item is None:
            said_by = columns.pop("said_by", None)
            made = self.model(**columns, **owned(audience, said_by))
            self.made.append(made)
            self.register.enter(named, self.kind, made, audience, body)
            item = made.pk
        self.items[ref] = item
        return item

    def store(self) -> Items:
        """Store the new rows, and give every row's item by its name."""
        self.model._default_manager.bulk_create(self.made)  # noqa: SLF001 -- Django's documented name
        gather(self.model, [one.pk for one in self.made])
        return self.items


def load_sources(register: Register, rows: Iterable[files.Source]) -> Items:
    """Sources first: everything rests on them."""
    section = Section(register, "source", Source)
    for row in rows:
        columns = {
            "url": row.url or "",
            "publisher": words(row.publisher),
            "kind": row.kind,
            "language": row.language,
            "note": words(row.note),
            "agency": words(row.agency),
            "dateline": words(row.dateline),
            "event_place": words(row.event_place),
            "event_on": row.event_on,
            "story_on": row.story_on,
        }
        section.take(row.ref, without(row), register.audience(row.audience), columns)
    return section.store()


def load_members(register: Register, rows: Iterable[files.Member], sources: Items) -> None:
    """Members with their accession; one that is in the house already keeps what it has."""
    audience = register.audience(register.whole)
    section = Section(register, "member", Standing)
    admitted: list[UUID] = []
    last = max((member.reader for member in register.members.values()), default=0)
    for row in rows:
        member = register.members.get(row.ref)
        joined = row.joined
        if member is None:
            last += 2
            on = (joined.on or joined.not_later_than) if joined else None
            member = Member.objects.create(code=row.ref, kind=row.kind, name=words(row.name), reader=last, joined_on=on)
            register.members[row.ref] = member
            admitted.append(member.pk)
            forget_everyone()
        columns = {
            "member": member,
            "step": Standing.Step.ACCESSION,
            "not_before": joined and (joined.on or joined.not_before),
            "not_later": joined and (joined.on or joined.not_later_than),
            "ordinal": joined and joined.ordinal,
            "source_id": sources.get(row.source or ""),
            "note": words(row.note),
        }
        section.take(row.ref, without(row), audience, columns)
    section.store()
    gather(Member, admitted)


def load_people(register: Register, rows: Iterable[files.Person]) -> Items:
    """People whom the record names."""
    section = Section(register, "person", Person)
    for row in rows:
        section.take(row.ref, without(row), register.audience(row.audience), {"name": words(row.name)})
    return section.store()


def load_subjects(register: Register, rows: Iterable[files.Term], sources: Items) -> Items:
    """Lines of effort and other subjects of statements."""
    section = Section(register, "subject", Subject)
    for row in rows:
        columns = {
            "code": row.ref,
            "name": words(row.name),
            "is_line": row.kind == "line_of_effort",
            "number": row.number,
            "since_on": row.since_on,
            "until_on": row.until_on,
            "source_id": sources.get(row.source or ""),
        }
        section.take(row.ref, without(row, "leads"), register.audience(register.whole), columns)
    return section.store()


def load_bodies(register: Register, rows: Iterable[files.Body], sources: Items) -> Items:
    """Bodies with their agreed cadence."""
    section = Section(register, "body", Body)
    for row in rows:
        cadence = row.cadence
        columns = {
            "name": words(row.name),
            "kind": row.kind,
            "about": words(row.about),
            "cadence": words(cadence.words) if cadence else None,
            "cadence_months": cadence.every_months if cadence else None,
            "cadence_hedged": bool(cadence and cadence.hedged),
            "source_id": sources.get(cadence.source or "") if cadence else None,
        }
        section.take(row.ref, without(row), register.audience(row.audience), columns)
    return section.store()


def load_seats(register: Register, rows: Iterable[files.Seat], bodies: Items, sources: Items) -> None:
    """Seats, dated."""
    section = Section(register, "seat", Seat)
    for row in rows:
        columns = {
            "body_id": bodies[row.body],
            "member": register.members[row.member],
            "role": row.role,
            "starts_on": row.from_,
            "ends_on": row.until,
            "precision": row.precision,
            "source_id": sources.get(row.source or ""),
            "note": words(row.note),
        }
        section.take(row.ref, without(row), register.audience(row.audience), columns)
    section.store()


def load_reviews(register: Register, rows: list[files.Review], bodies: Items, people: Items, sources: Items) -> Items:
    """Reviews, the sources they rest on, and every part in them."""
    section = Section(register, "review", Review)
    for row in rows:
        output = row.output
        columns = {
            "body_id": bodies[row.body],
            "title": words(row.title),
            **days("", row.on),
            "place": words(row.place),
            "country": register.members.get(row.country or ""),
            "level": row.level,
            "mode": row.mode,
            "counted": row.participants_count,
            "counted_as": words(row.participants_count_unit),
            "named_all": row.participants_complete,
            "output": output.kind if output else "",
            "output_name": words(output.name) if output else None,
            "lines": list(row.lines),
            "note": words(row.note),
        }
        section.take(row.ref, without(row, "participations"), register.audience(row.audience), columns)
    reviews = section.store()
    _load_citations(register, rows, reviews, sources)
    _load_parts(register, rows, reviews, people, sources)
    return reviews


def _load_citations(register: Register, rows: list[files.Review], reviews: Items, sources: Items) -> None:
    section = Section(register, "review_source", ReviewSource)
    for row in rows:
        output = row.output.source if row.output else None
        for ref in dict.fromkeys((*row.sources, *([output] if output else []))):
            columns = {"review_id": reviews[row.ref], "source_id": sources[ref], "for_output": ref == output}
            body = {"review": row.ref, "source": ref, "for_output": ref == output}
            section.take(f"{row.ref}/{ref}", body, register.audience(row.audience), columns)
    section.store()


def _load_parts(register: Register, rows: list[files.Review], reviews: Items, people: Items, sources: Items) -> None:
    section = Section(register, "participation", Participation)
    for row in rows:
        for place, part in enumerate(row.participations):
            columns = {
                "review_id": reviews[row.ref],
                "member": register.members.get(part.member or ""),
                "part": part.part,
                "guest": words(part.guest),
                "person_id": people.get(part.person or ""),
                "role": words(part.role),
                "represented_by": words(part.represented_by),
                "source_id": sources.get(part.source or ""),
                "place": place,
            }
            body = {"review": row.ref, **without(part)}
            section.take(f"{row.ref}/{part.part}/{_who(part)}", body, register.audience(part.audience), columns)
    section.store()


def _who(part: files.Participation) -> str:
    """Who stands in a part, as a name that says nothing of its neighbours."""
    guest = hashlib.sha256(canonical(part.guest.as_json())).hexdigest()[:12] if part.guest else ""
    return "/".join(one for one in (part.member, part.person, guest) if one)


def load_statements(
    register: Register, rows: list[files.Statement], reviews: Items, people: Items, sources: Items
) -> Items:
    """Statements, and what other sources say of them."""
    section = Section(register, "statement", Statement)
    places: dict[str | None, int] = {}
    for row in rows:
        places[row.report] = places.get(row.report, 0) + 1
        time = row.time
        columns = {
            "review_id": reviews.get(row.review or ""),
            "speaker_id": people.get(row.speaker or ""),
            "speaker_label": words(row.speaker_label),
            "said_by": register.members.get(row.said_by or ""),
            "said_by_name": None if row.said_by else words(row.speaker_label),
            "role": words(row.role),
            "kind": row.kind,
            "line": row.line,
            "text": words(row.text),
            "quote": row.quote or "",
            **days("", row.on),
            "channel": words(row.channel),
            "about_from": time.from_ if time else None,
            "about_until": time.until if time else None,
            "about_precision": time.precision if time else "",
            "about_basis": words(time.basis) if time else None,
            "source_id": sources[row.source],
            "report_id": sources.get(row.report or ""),
            "place": places[row.report],
        }
        section.take(row.ref, without(row, "corroborations", "forecast"), register.audience(row.audience), columns)
    statements = section.store()
    corroborations = Section(register, "corroboration", Corroboration)
    for row in rows:
        for one in row.corroborations:
            columns = {
                "statement_id": statements[row.ref],
                "source_id": sources[one.source],
                "finding": one.finding,
                "words": words(one.words),
            }
            body = {"statement": row.ref, **without(one)}
            corroborations.take(f"{row.ref}/{one.source}", body, register.audience(one.audience), columns)
    corroborations.store()
    return statements
