"""Which column holds what: told by its heading in either language, or by what stands in it."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from tansiq.engines import arabic

CODE, KIND, ARABIC, ENGLISH, JOINED, EMAIL = "code", "kind", "name_ar", "name_en", "joined_on", "email"
COLUMNS: Final = (CODE, KIND, ARABIC, ENGLISH, JOINED, EMAIL)
MUST: Final = (CODE, ARABIC, ENGLISH)

HEADINGS: Final[Mapping[str, tuple[str, ...]]] = {
    CODE: ("code", "abbreviation", "acronym", "iso", "short name", "الرمز", "رمز", "رمز العضو", "الرمز المختصر"),
    KIND: ("kind", "type", "category", "النوع", "نوع العضو", "الفئة", "التصنيف"),
    ARABIC: ("name in arabic", "arabic name", "arabic", "name ar", "الاسم بالعربية", "الاسم العربي", "العربية"),
    ENGLISH: (
        "name in english", "english name", "english", "name en", "name", "member", "الاسم بالإنكليزية",
        "الاسم بالإنجليزية", "الاسم الإنكليزي", "الاسم الإنجليزي", "الإنكليزية", "الإنجليزية",
    ),
    JOINED: (
        "date of accession", "accession", "joined", "joined on", "member since", "since", "date", "تاريخ الانضمام",
        "الانضمام", "انضم في", "عضو منذ", "التاريخ", "منذ",
    ),
    EMAIL: (
        "email", "e mail", "mail", "email address", "e mail address", "administrator", "email of administrator",
        "first administrator", "email of the first administrator", "البريد الإلكتروني", "البريد", "العنوان الإلكتروني",
        "بريد المسؤول", "مسؤول الحسابات", "بريد مسؤول الحسابات",
    ),
}  # fmt: skip


def _bare(heading: str) -> str:
    """A heading without marks, case, article or hamza seats."""
    return arabic.sort_key(re.sub(r"[\W_]+", " ", heading).strip())[0]


_KNOWN: Final = {_bare(word): column for column, words in HEADINGS.items() for word in words}


def headed(cells: Sequence[str]) -> dict[str, int] | None:
    """The columns that a first row names; None where it is a row like the others.

    >>> headed(["الرمز", "Name in English", "", "Arabic name"])
    {'code': 0, 'name_en': 1, 'name_ar': 3}
    """
    named: dict[str, int] = {}
    for place, cell in enumerate(cells):
        column = _KNOWN.get(_bare(cell)) if cell else None
        if column is not None:
            named.setdefault(column, place)
    enough = len(named) > 1 or (len(named) == 1 and len(cells) == 1)
    return named if enough else None


def unknown(cells: Sequence[str]) -> tuple[str, ...]:
    """The headings that name no column that is read."""
    return tuple(cell for cell in cells if cell and _bare(cell) not in _KNOWN)


_DATE: Final = re.compile(r"\d{4}")
_CODE: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,23}")
_SIGHT: Final = 50  # Rows that are looked at.


def guessed(rows: Sequence[Sequence[str]], kinds: Mapping[str, str]) -> dict[str, int]:
    """The columns of a list without headings, by what stands in most of their cells.

    >>> guessed([["هولندا", "NL", "Netherlands"], ["كندا", "CA", "Canada"]], {})
    {'name_ar': 0, 'code': 1, 'name_en': 2}
    """
    seen = rows[:_SIGHT]
    width = max(map(len, seen), default=0)
    scores = {
        (column, place): sum(_looks(column, row[place], kinds) for row in seen if place < len(row) and row[place])
        for place in range(width)
        for column in COLUMNS
    }
    found: dict[str, int] = {}
    for column in (EMAIL, JOINED, KIND, ARABIC, CODE, ENGLISH):  # What is told most surely goes first.
        free = [place for place in range(width) if place not in found.values()]
        best = max(free, key=lambda place: (scores[column, place], -place), default=None)
        if best is not None and scores[column, best] > 0:
            found[column] = best
    return dict(sorted(found.items(), key=lambda pair: pair[1]))


def _looks(column: str, cell: str, kinds: Mapping[str, str]) -> float:
    """How much a cell looks like one of a column."""
    latin = any(sign.isascii() and sign.isalpha() for sign in cell)
    script = any("\u0600" <= sign <= "\u06ff" and sign.isalpha() for sign in cell)
    match column:
        case "email":
            return float("@" in cell)
        case "joined_on":
            return float(bool(_DATE.search(cell)))
        case "kind":
            return float(arabic.sort_key(cell)[0] in kinds)
        case "name_ar":
            return float(script and "@" not in cell)
        case "code":
            return (2.0 if cell.isupper() else 0.5) if _CODE.fullmatch(cell) else 0.0
        case _:
            return float(latin and "@" not in cell and not cell.isupper()) + 0.1 * latin
