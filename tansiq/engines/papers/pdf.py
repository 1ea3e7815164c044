"""PDF, written anew: without scripts, files inside, actions that reach out, or what it tells of its makers."""

import io
from collections.abc import Iterator
from typing import Any, Final

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from tansiq.engines.papers.images import bare_jpeg
from tansiq.engines.papers.kinds import Kind, Paper
from tansiq.engines.papers.refusals import OBJECTS, PAGES
from tansiq.engines.workbook.refusals import Refused

TELLING: Final = ("/Metadata", "/PieceInfo", "/LastModified", "/Threads", "/SpiderInfo", "/Legal", "/Perms", "/DSS")
ACTING: Final = ("/AA", "/OpenAction", "/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/AF", "/URI", "/Collection")
SIGNED_BY: Final = ("/T", "/CreationDate", "/M", "/NM", "/RC", "/Subj")  # Of a comment.
HARMLESS: Final = ("/URI", "/GoTo", "/Named")  # Actions: an address that is shown, and a place in the same paper.
PLAYED: Final = ("/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D")
DEEPEST: Final = 40


def written_anew(content: bytes) -> Paper:
    """A PDF written anew.

    Raises:
        Refused: it is sealed, too large to be read, a form that fills itself, or broken.
    """
    try:
        return Paper(Kind.PDF, _written(PdfReader(io.BytesIO(content))))
    except (Refused, MemoryError):
        raise
    except Exception as broken:
        raise Refused("broken") from broken  # What a hostile PDF makes of a parser has no bounds.


def _written(reader: PdfReader) -> bytes:
    """The pages and what belongs to them, without what acts and what tells."""
    if reader.is_encrypted:
        raise Refused("sealed")
    if len(reader.pages) > PAGES or len(reader.xref_objStm) + sum(map(len, reader.xref.values())) > OBJECTS:
        raise Refused("pages")
    writer = PdfWriter(clone_from=reader)
    if not len(writer.pages):
        raise Refused("broken")
    for one in writer._objects:  # noqa: SLF001 -- pypdf names no other way to every object
        _clean(one, 0)
    writer.metadata = None
    writer._ID = None  # noqa: SLF001 -- as above: it says from which file this one was made
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _clean(one: Any, depth: int) -> None:
    """Take out of an object, and of those that lie in it, what acts and what tells."""
    if depth > DEEPEST:
        raise Refused("heavy")
    if isinstance(one, DictionaryObject):
        _clean_entries(one)
    for inner in _inside(one):
        _clean(inner, depth + 1)


def _inside(one: Any) -> Iterator[Any]:
    """What lies in an object itself; what it refers to is an object of its own."""
    if isinstance(one, DictionaryObject):
        yield from (dict.__getitem__(one, key) for key in list(one))
    elif isinstance(one, ArrayObject):
        yield from list.__iter__(one)


def _clean_entries(held: DictionaryObject) -> None:
    if "/XFA" in held:
        raise Refused("form")
    action = held.get("/S") if held.get("/Type") in (None, "/Action") else None
    for key in (*TELLING, *ACTING):
        if key in held and not (key == "/URI" and action == "/URI"):
            del held[key]
    for key in ("/A", "/PA", "/Next"):
        if key in held and _reaches_out(held.get(key)):
            del held[key]
    if "/Annots" in held and isinstance(held["/Annots"], ArrayObject):
        shown = [one for one in list.__iter__(held["/Annots"]) if _kind(one) not in PLAYED]
        held[NameObject("/Annots")] = ArrayObject(shown)
    if held.get("/Subtype") not in (None, "/Widget", "/Link") and ("/Rect" in held):
        for key in SIGNED_BY:
            held.pop(key, None)
    if isinstance(held, StreamObject) and held.get("/Filter") in ("/DCTDecode", ["/DCTDecode"]):
        held._data = bare_jpeg(held._data)  # noqa: SLF001 -- the octets as they are packed, which no other name gives


def _kind(one: Any) -> Any:
    held = one.get_object()
    return held.get("/Subtype") if isinstance(held, DictionaryObject) else None


def _reaches_out(action: Any) -> bool:
    """Whether an action does anything but lead to an address or to a place in the same paper."""
    held = action.get_object() if action is not None else None
    return isinstance(held, DictionaryObject) and "/S" in held and held.get("/S") not in HARMLESS
