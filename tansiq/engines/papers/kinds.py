"""The kinds of paper that are taken in."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

OFFICE: Final = "application/vnd.openxmlformats-officedocument"


class Kind(StrEnum):
    """A media type that is taken in; nothing that a browser runs is among them."""

    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"
    WEBP = "image/webp"
    DOCX = f"{OFFICE}.wordprocessingml.document"
    XLSX = f"{OFFICE}.spreadsheetml.sheet"
    PPTX = f"{OFFICE}.presentationml.presentation"
    CSV = "text/csv"
    TEXT = "text/plain"


EXTENSIONS: Final = {
    Kind.PDF: "pdf",
    Kind.PNG: "png",
    Kind.JPEG: "jpg",
    Kind.WEBP: "webp",
    Kind.DOCX: "docx",
    Kind.XLSX: "xlsx",
    Kind.PPTX: "pptx",
    Kind.CSV: "csv",
    Kind.TEXT: "txt",
}


@dataclass(frozen=True)
class Paper:
    """A paper as it is kept."""

    kind: Kind
    content: bytes
