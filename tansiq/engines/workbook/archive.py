"""The zip of a workbook, looked at before anything is unpacked; each part to its stated size and no further."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import Final

from tansiq.engines.workbook.refusals import LARGEST, LONGEST_NAME, PARTS, RATIO, SMALL, UNPACKED, Refused

ZIP: Final = b"PK\x03\x04"
OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Old and encrypted workbooks.
HOW: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
HEAD: Final = struct.Struct("<4s22xHH")
UNICODE: Final = 0x800  # The flag of a name in UTF-8.
SEALED: Final = 0x1 | 0x40  # Flags of an encrypted part.


def unpacked(content: bytes, largest: int = LARGEST) -> dict[str, bytes]:
    """The parts of a zip, by name.

    Raises:
        Refused: it is none, or one that no spreadsheet writes.
    """
    if len(content) > largest:
        raise Refused("large")
    if content.startswith(OLD):
        raise Refused("old")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
        _look_at(parts)
        if sum(part.compress_size for part in parts) > len(content):  # Several names for the same octets.
            raise Refused("broken")
        return {part.filename: _part(content, part) for part in parts if not part.is_dir()}
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        NotImplementedError,
        UnicodeError,
        OSError,
        ValueError,
    ) as broken:
        if isinstance(broken, Refused):
            raise
        raise Refused("broken") from broken


def _look_at(parts: Iterable[zipfile.ZipInfo]) -> None:
    """All that the directory of a zip tells."""
    parts = list(parts)
    if len(parts) > PARTS:
        raise Refused("parts")
    names: set[str] = set()
    for part in parts:
        _named(part)
        if part.filename.casefold() in names:
            raise Refused("twice")
        names.add(part.filename.casefold())
        if part.flag_bits & SEALED:
            raise Refused("sealed")
        if part.compress_type not in HOW:
            raise Refused("broken")
        if part.file_size > max(SMALL, RATIO * part.compress_size):
            raise Refused("ratio")
    if sum(part.file_size for part in parts) > UNPACKED:
        raise Refused("unpacked")


def _named(part: zipfile.ZipInfo) -> None:
    """Refuse a name that leads out of its folder, or that is none."""
    name = part.orig_filename
    steps = name.replace("\\", "/").split("/")
    if (
        "\0" in name
        or "\\" in name
        or ":" in name
        or name.startswith("/")
        or ".." in steps
        or len(name.encode()) > LONGEST_NAME
        or not name.isprintable()
        or stat.S_ISLNK(part.external_attr >> 16)
    ):
        raise Refused("name")


def _part(content: bytes, part: zipfile.ZipInfo) -> bytes:
    """A part whole, to the size that its zip says and not one octet more."""
    data = _pressed(content, part)
    if part.compress_type == zipfile.ZIP_DEFLATED:
        press = zlib.decompressobj(-zlib.MAX_WBITS)
        data = press.decompress(data, part.file_size + 1)
        if not press.eof or press.unused_data:
            raise Refused("size")
    if len(data) != part.file_size:
        raise Refused("size")
    if zlib.crc32(data) != part.CRC:
        raise Refused("broken")
    if data.startswith((ZIP, OLD)):
        raise Refused("nested")
    return data


def _pressed(content: bytes, part: zipfile.ZipInfo) -> bytes:
    """A part as it is packed, behind a head that tells the same name as the directory."""
    head = content[part.header_offset : part.header_offset + HEAD.size]
    mark, named, extra = HEAD.unpack(head)
    start = part.header_offset + HEAD.size
    codec = "utf-8" if part.flag_bits & UNICODE else "cp437"
    if mark != ZIP or content[start : start + named].decode(codec) != part.orig_filename:
        raise Refused("broken")
    return content[start + named + extra :][: part.compress_size]


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Parts as a zip that holds nothing else: always the same bytes for the same parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as to:
        for name, data in parts:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            to.writestr(info, data)
    return made.getvalue()
