"""Reading a file: whole and right, or refused with what is wrong and where."""

from collections.abc import Iterator
from typing import Any, Final

from tansiq.engines.record_file.decoding import decode
from tansiq.engines.record_file.fields import Nested, described, read_row
from tansiq.engines.record_file.links import ListOf
from tansiq.engines.record_file.places import Audience, Named, Place, Reading
from tansiq.engines.record_file.problems import Refused
from tansiq.engines.record_file.rows.form import FORMAT, VERSION, RecordFile

# The lists whose rows bear refs, and whether rows of a list have readers of their own.
SECTIONS: Final = {
    one.key: any(inner.key == "audience" for inner in described(one.kind.kind.row))
    for one in described(RecordFile)
    if isinstance(one.kind, ListOf) and isinstance(one.kind.kind, Nested)
}


def read(data: bytes) -> RecordFile:
    """The record that a file holds; raises Refused with up to fifty problems, in the order of the format."""
    value = decode(data)
    reading = Reading()
    place = Place("", reading)
    if isinstance(value, dict):
        _refuse_other_formats(value, place)
        reading.named = _names(value, reading)
    record = place.read(lambda given, at: read_row(RecordFile, given, at), value)
    if reading.problems or record is None:
        raise Refused(reading.problems)
    return record


def _refuse_other_formats(value: dict[str, Any], place: Place) -> None:
    """A file of another format or version is refused for that alone: the rest would be blamed wrongly."""
    for key, wanted in (("format", FORMAT), ("version", VERSION)):
        given = value.get(key)
        if isinstance(given, type(wanted)) and given != wanted:
            place.field(key).refuse("not_one_of", given=str(given), allowed=str(wanted))
            raise Refused(place.reading.problems)


def _names(value: dict[str, Any], reading: Reading) -> dict[str, Named]:
    """Every row that has a ref, before any row is read, so that rows may stand in any order."""
    named: dict[str, Named] = {}
    everybody = _stated(value.get("audience"), None)
    for section, narrows in SECTIONS.items():
        for path, row in _rows(value, section):
            ref = row.get("ref")
            if not isinstance(ref, str):
                continue
            if ref in named:
                reading.refuse(f"{path}.ref", "duplicate", {"first": named[ref].path})
            else:
                audience = _stated(row.get("audience"), everybody) if narrows else None
                named[ref] = Named(path, section, audience)
    return named


def _rows(value: dict[str, Any], section: str) -> Iterator[tuple[str, dict[str, Any]]]:
    rows = value.get(section)
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, dict):
            yield f"{section}[{index}]", row


def _stated(given: object, inherited: Audience | None) -> Audience | None:
    """The readers that a row states; whatever is wrong with them is said where the row is read."""
    if given == "public":
        return Audience(public=True)
    members = {code for code in given if isinstance(code, str)} if isinstance(given, list) else None
    return Audience(public=False, members=tuple(sorted(members))) if members else inherited
