"""The parts of a workbook: which are read, and what none of them may hold."""

import re
from collections.abc import Iterator, Mapping
from typing import Final
from xml.parsers import expat

from tansiq.engines.workbook.refusals import (
    ABOVE,
    CELLS,
    MERGED,
    MOST_COLUMNS,
    MOST_ROWS,
    SHEETS,
    STRINGS,
    STYLES,
    Refused,
)

BOOK: Final = "xl/workbook.xml"
TYPES: Final = "[Content_Types].xml"
READ: Final = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/(?:workbook|styles|sharedStrings)\.xml|xl/_rels/workbook\.xml\.rels|"
    r"xl/worksheets/[^/]+\.xml"
)
LINK: Final = "/hyperlink"  # A spreadsheet makes one of any address; nothing follows it.
SIZE_OF_LINKS: Final = 200_000

_TAG: Final = rb"<(?:[A-Za-z]\w*:)?"
_DTD: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING: Final = re.compile(rb"^\s*<\?xml[^>]*\bencoding\s*=\s*[\"']([^\"']*)[\"']", re.IGNORECASE)
_CELL: Final = re.compile(_TAG + rb"c[\s/>]")
_AT: Final = re.compile(_TAG + rb"c\s[^>]*?\br\s*=\s*[\"']([A-Za-z]+)([0-9]+)[\"']")
_ROW: Final = re.compile(_TAG + rb"row\s[^>]*?\br\s*=\s*[\"']([0-9]+)[\"']")
_FORMULA: Final = re.compile(_TAG + rb"c\s[^>]*?\br\s*=\s*[\"']([A-Za-z]+)([0-9]+)[\"'][^>]*>\s*" + _TAG + rb"f[\s/>]")
_DDE: Final = re.compile(_TAG + rb"f(?:\s[^>]*)?>[^<]*\|[^<]*!")
_DIMENSION: Final = re.compile(
    _TAG + rb"dimension\s[^>]*\bref\s*=\s*[\"'](?:[A-Za-z]+[0-9]+:)?([A-Za-z]+)([0-9]+)[\"']"
)
_STYLE: Final = re.compile(_TAG + rb"(?:xf|font|fill|border|numFmt|cellStyle|dxf)[\s/>]")
_STRING: Final = re.compile(_TAG + rb"si[\s/>]")
_MERGED: Final = re.compile(_TAG + rb"mergeCell\s")


def looked_at(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts that are read, once nothing in any part is refused.

    Raises:
        Refused: with the reason.
    """
    if BOOK not in parts or TYPES not in parts:
        raise Refused("kind")
    for name, data in parts.items():
        _refuse_by_name(name.casefold())
        if name.casefold().endswith((".xml", ".rels", ".vml")):
            _refuse_by_text(data)
        if name.casefold().endswith(".rels"):
            _refuse_links(data)
    if b"macroEnabled" in parts[TYPES] or b"vbaProject" in parts[TYPES]:
        raise Refused("macros")
    sheets = [data for name, data in parts.items() if name.startswith("xl/worksheets/") and name.endswith(".xml")]
    if len(sheets) > SHEETS:
        raise Refused("sheets")
    if len(_STYLE.findall(parts.get("xl/styles.xml", b""))) > STYLES:
        raise Refused("styles")
    if len(_STRING.findall(parts.get("xl/sharedStrings.xml", b""))) > STRINGS:
        raise Refused("strings")
    for data in sheets:
        _look_at_sheet(data)
    return {name: data for name, data in parts.items() if READ.fullmatch(name)}


def _refuse_by_name(name: str) -> None:
    if "vbaproject" in name or name.endswith((".bas", ".vbs", ".js")) or "macrosheets" in name:
        raise Refused("macros")
    if "externallinks" in name or name.endswith("connections.xml") or "querytables" in name:
        raise Refused("external")
    if "embeddings" in name or "activex" in name or "ctrlprops" in name or name.endswith((".exe", ".dll")):
        raise Refused("embedded")


def _refuse_by_text(data: bytes) -> None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0")) or b"\0" in data[:64]:
        raise Refused("encoding")
    named = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    if named and named[1].lower() not in (b"utf-8", b"us-ascii", b"ascii"):
        raise Refused("encoding")
    if _DTD.search(data):
        raise Refused("dtd")
    if b"ddeLink" in data or b"ddeService" in data or b"oleLink" in data:
        raise Refused("dde")


def _refuse_links(data: bytes) -> None:
    """Refuse a relationship that leads out of the file, unless it is a link that somebody may press."""
    if len(data) > SIZE_OF_LINKS:
        raise Refused("external")
    parser = expat.ParserCreate()

    def begun(tag: str, told: dict[str, str]) -> None:
        if tag.rpartition(":")[2] != "Relationship":
            return
        kind = told.get("Type", "").casefold()
        if told.get("TargetMode", "").casefold() == "external" and not kind.endswith(LINK):
            raise Refused("external")
        if "vbaproject" in kind:
            raise Refused("macros")

    def typed(*_told: object) -> None:
        raise Refused("dtd")

    parser.StartElementHandler, parser.StartDoctypeDeclHandler = begun, typed
    try:
        parser.Parse(data, True)  # noqa: FBT003 -- expat's own signature
    except expat.ExpatError as broken:
        raise Refused("broken") from broken


def _look_at_sheet(data: bytes) -> None:
    if _DDE.search(data):
        raise Refused("dde")
    claimed = _DIMENSION.search(data)
    if claimed and _beyond(claimed[1], claimed[2]):
        raise Refused("dimension")
    if len(_CELL.findall(data)) > CELLS:
        raise Refused("cells")
    if len(_MERGED.findall(data)) > MERGED:
        raise Refused("merged")
    if any(_beyond(letters, number) for letters, number in _AT.findall(data)):
        raise Refused("far")
    if any(_beyond(b"A", number) for number in _ROW.findall(data)):
        raise Refused("far")


def _beyond(letters: bytes, number: bytes) -> bool:
    """Whether a place lies where no form of ours has anything."""
    far = len(number) > len(str(MOST_ROWS)) or int(number) > MOST_ROWS + ABOVE
    return far or column(letters) >= MOST_COLUMNS


def column(letters: bytes) -> int:
    """The number of a column, from nought; a name of many letters is beyond all.

    >>> column(b"A"), column(b"AA")
    (0, 26)
    """
    if len(letters) > 3:  # noqa: PLR2004 -- letters of the last column that a spreadsheet has
        return MOST_COLUMNS
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1


def formulas(data: bytes) -> Iterator[tuple[int, int]]:
    """Where a sheet holds formulas: row and column, from nought."""
    for letters, number in _FORMULA.findall(data):
        yield int(number) - 1, column(letters)
