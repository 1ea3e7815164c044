"""The act of loading: every row of a file under the secretariat's ownership, committed to by one entry."""

import hashlib
from collections.abc import Iterator, Sequence

from django.core.exceptions import ValidationError

from tansiq import chance
from tansiq.cycle import refusals
from tansiq.cycle.demonstration import Demonstration
from tansiq.cycle.loading import figures, outcomes, rows
from tansiq.cycle.loading.register import Put, Register, owned
from tansiq.engines import record_file, tree
from tansiq.engines.canonical import canonical
from tansiq.engines.entries import leaf
from tansiq.members import offices
from tansiq.members.models import Coalition
from tansiq.record.acts import act
from tansiq.record.commands import append
from tansiq.record.models import BulkRow
from tansiq.release.models import Audience, Member
from tansiq.reviews.commands import make_remark
from tansiq.reviews.models import Review

PLACES = 2**tree.HEIGHT


class NothingNew(Exception):
    """Every row of the file is in the record already."""


def load_record(*, content: bytes, name: str) -> int:
    """Load a file of the public record, by the secretariat: all of it or nothing; what is in already is left.

    Returns:
        How many rows were new; 0 leaves no entry.

    Raises:
        ValidationError: the file is refused, with the path to each place and the reason; or a row is in the record
            already with other words.
    """
    offices.only(offices.SECRETARIAT)
    before = BulkRow.objects.count()
    try:
        enter_record(content=content, name=name)
    except NothingNew:
        return 0
    return BulkRow.objects.count() - before


@act("record.loaded")
def enter_record(*, content: bytes, name: str) -> Coalition:
    """Enter the rows of a file that are new, as one act."""
    try:
        file = record_file.read(content)
    except record_file.Refused as refused:
        raise ValidationError([refusals.sentence(problem) for problem in refused.problems]) from refused
    register = Register.opened(file.audience)
    _take(register, file)
    if not register.put:
        raise NothingNew
    coalition = Coalition.objects.get()
    audience = register.audience(file.audience)
    digest = hashlib.sha256(content).hexdigest()
    for part in _acts(register.put):
        _commit(part, coalition, audience, {"file": name, "sha256": digest})
    return coalition


def _take(register: Register, file: record_file.RecordFile) -> None:
    """The sections in the order in which they rest on each other."""
    sources = rows.load_sources(register, file.sources)
    rows.load_members(register, file.members, sources)
    people = rows.load_people(register, file.people)
    subjects = rows.load_subjects(register, file.lines, sources)
    figures.load_lines(register, file.lines, subjects, sources)
    bodies = rows.load_bodies(register, file.bodies, sources)
    rows.load_seats(register, file.seats, bodies, sources)
    reviews = rows.load_reviews(register, list(file.reviews), bodies, people, sources)
    statements = rows.load_statements(register, list(file.statements), reviews, people, sources)
    outcomes.load_forecasts(register, file.statements, statements, sources)
    measures = figures.load_measures(register, list(file.measures), sources)
    bases = figures.load_bases(register, file.bases, measures, sources)
    on = {"measures": measures, "bases": bases, "people": people, "reviews": reviews, "sources": sources}
    figures.load_figures(register, file.figures, on, file.conflicts)
    decisions = outcomes.load_decisions(register, list(file.decisions), reviews, sources)
    outcomes.load_actions(register, list(file.actions), decisions, sources)
    outcomes.load_contributions(register, file, reviews, sources)
    outcomes.load_risks(register, file.risks, reviews, sources)


def _acts(put: Sequence[Put]) -> Iterator[Sequence[Put]]:
    """As many acts as their trees have places for."""
    for start in range(0, len(put), PLACES):
        yield put[start : start + PLACES]


def _commit(put: Sequence[Put], coalition: Coalition, audience: Audience, content: dict[str, str]) -> None:
    """One entry over a salted tree of rows; each row keeps its own proof, and the tree's key is forgotten."""
    key = chance.octets(32)
    salts = [chance.salt() for _row in put]
    places = tree.places(key, len(put))
    leaves = {
        at: leaf(salt, canonical({"ref": row.ref, "row": row.body}))
        for row, salt, at in zip(put, salts, places, strict=True)
    }
    root, paths = tree.committed(key, leaves)
    entry = append("record.loaded", about=coalition, audience=audience, content={**content, "root": root.hex()})
    BulkRow.objects.bulk_create(
        BulkRow(
            entry_id=entry,
            ref=row.ref,
            kind=row.kind,
            item=row.item,
            position=at,
            path=paths[at],
            salt=salt,
            body=row.body,
            **owned(row.audience),
        )
        for row, salt, at in zip(put, salts, places, strict=True)
    )


def leave_exercise_note(of: Demonstration) -> None:
    """A demonstration's one remark: the secretariat's own words, to two delegations, marked as an exercise."""
    review = Review.objects.filter(starts_on=of.note_on).order_by("level", "key")[:1].get()
    readers = Member.objects.filter(code__in=of.note_to).values_list("reader", flat=True)
    make_remark(review=review, text=of.note, readers=list(readers))
