"""Texts, tables and slides of office programs, packed anew: without names of authors, macros, or ways out."""

import re
from typing import Final

from tansiq.engines.papers.images import bare_jpeg, drawn
from tansiq.engines.papers.kinds import OFFICE, Kind, Paper
from tansiq.engines.papers.refusals import LARGEST
from tansiq.engines.workbook.archive import packed, unpacked
from tansiq.engines.workbook.refusals import Refused

TYPES: Final = "[Content_Types].xml"
MAIN: Final = {
    f"{OFFICE}.wordprocessingml.document.main+xml".encode(): Kind.DOCX,
    f"{OFFICE}.spreadsheetml.sheet.main+xml".encode(): Kind.XLSX,
    f"{OFFICE}.presentationml.presentation.main+xml".encode(): Kind.PPTX,
}
XML: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SCHEMA: Final = b"http://schemas.openxmlformats.org"
BLANK: Final = {  # What tells of makers, as empty as it may be.
    "docprops/core.xml": XML + b'<coreProperties xmlns="' + SCHEMA + b'/package/2006/metadata/core-properties"/>',
    "docprops/app.xml": XML + b'<Properties xmlns="' + SCHEMA + b'/officeDocument/2006/extended-properties"/>',
    "docprops/custom.xml": XML + b'<Properties xmlns="' + SCHEMA + b'/officeDocument/2006/custom-properties"/>',
}
MACROS: Final = re.compile(rb"macroEnabled|vbaProject|activeX|macrosheet", re.IGNORECASE)
EMBEDDED: Final = re.compile(r"(?:^|/)(?:embeddings|activex|ctrlprops|externallinks|customui|webextensions)/|\.bin$")
PRINTER: Final = re.compile(r"(?:^|/)printersettings/[^/]*\.bin$")
OUT: Final = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
LINK: Final = re.compile(rb"""Type\s*=\s*["'][^"']*/hyperlink["']""")
EXTERNAL: Final = re.compile(rb"""TargetMode\s*=\s*["']\s*External""", re.IGNORECASE)
DTD: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
FIELDS: Final = re.compile(rb"\b(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|WEBSERVICE|IMPORTXML)\b")
SIGNED: Final = re.compile(
    rb"""((?:\w+:)?(?:author|initials|lastModifiedBy|userName|userId|displayName|providerId|lastEdited)\s*=\s*)"[^"]*\""""
)
AUTHOR: Final = re.compile(rb"<((?:\w+:)?author)>[^<]*</")


def packed_anew(content: bytes) -> Paper:
    """A paper of an office program, packed anew.

    Raises:
        Refused: it is none of those that are taken in, or it can do more than be read.
    """
    parts = unpacked(content, LARGEST)
    types = parts.get(TYPES, b"")
    kind = next((kind for main, kind in MAIN.items() if main in types), None)
    if MACROS.search(types) or any(name.casefold().endswith("vbaproject.bin") for name in parts):
        raise Refused("macros")
    if kind is None:
        raise Refused("kind")
    return Paper(kind, packed((name, _cleaned(name.casefold(), data)) for name, data in parts.items()))


def _cleaned(name: str, data: bytes) -> bytes:
    """A part without what tells of its makers."""
    if PRINTER.search(name):
        return b""
    if EMBEDDED.search(name):
        raise Refused("embedded")
    if name.endswith((".jpg", ".jpeg")):
        return bare_jpeg(data)
    if name.endswith((".png", ".webp")):
        return drawn(data).content
    if name in BLANK:
        return BLANK[name]
    return _cleaned_xml(name, data) if name.endswith((".xml", ".rels", ".vml")) else data


def _cleaned_xml(name: str, data: bytes) -> bytes:
    """A part in XML: it reaches nowhere, and the words stay without the names of those who changed them."""
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):  # Another encoding hides what is looked for.
        raise Refused("broken")
    if DTD.search(data):
        raise Refused("dtd")
    if name.endswith(".rels"):
        _only_links_lead_out(data)
        return data
    if FIELDS.search(data):
        raise Refused("external")
    return AUTHOR.sub(rb"<\1></", SIGNED.sub(rb'\1""', data))


def _only_links_lead_out(data: bytes) -> None:
    """Nothing is fetched by whoever opens it: templates, pictures and tables lie in the paper itself."""
    for one in OUT.findall(data):
        if EXTERNAL.search(one) and not LINK.search(one):
            raise Refused("external")
