"""Reading a list of members: every row is understood or told what is wrong with it; nothing is guessed silently."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from tansiq.engines import arabic, dates, naming
from tansiq.engines.member_list import columns as about
from tansiq.engines.member_list.decoding import MOST_ROWS, Unreadable, table
from tansiq.engines.member_list.rows import Flaw, Row
from tansiq.engines.record_file.problems import shown
from tansiq.engines.record_file.wording import bad_mark

KINDS: Final = ("state", "organisation", "city", "other")
WORDS_FOR_KINDS: Final = {
    "state": ("state", "country", "دولة", "بلد"),
    "organisation": (
        "organisation", "organization", "ngo", "agency", "association", "foundation",
        "منظمة", "منظمة غير حكومية", "وكالة", "جمعية", "مؤسسة", "هيئة",
    ),
    "city": ("city", "municipality", "town", "مدينة", "بلدية"),
    "other": ("other", "member", "company", "firm", "عضو", "أخرى", "شركة", "جهة أخرى"),
}  # fmt: skip
_KINDS: Final = {arabic.sort_key(word)[0]: kind for kind, words in WORDS_FOR_KINDS.items() for word in words}
_CODE: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,23}")
_EMAIL: Final = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}")
LONGEST_EMAIL: Final = 254


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the rows in their order, the columns that were found, and headings that say nothing to us."""

    rows: tuple[Row, ...]
    columns: tuple[str, ...]
    unknown: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether every row can be taken as it stands."""
        return not any(row.flaws for row in self.rows)


def read(text: str, *, usual_kind: str = "state", taken: Sequence[str] = ()) -> Reading:
    r"""The members of a list.

    Args:
        text: as it was pasted or decoded; cells parted by tab, semicolon or comma.
        usual_kind: the kind of a member whose row states none.
        taken: codes that are in the coalition already, or stand for something else.

    >>> read("JO\tالأردن\tJordan\nNL\tهولندا\tNetherlands").rows[1].name_en
    'Netherlands'

    Raises:
        Unreadable: nothing of it can be read; with the code of the reason.
    """
    lines = table(text)
    places = about.headed(lines[0][1])
    unknown: tuple[str, ...] = ()
    if places is not None:
        unknown = about.unknown(lines[0][1])
        lines = lines[1:]
    else:
        places = about.guessed([cells for _number, cells in lines], _KINDS)
    if not lines:
        raise Unreadable("empty")
    if len(lines) > MOST_ROWS:
        raise Unreadable("rows")
    if missing := next((column for column in about.MUST if column not in places), None):
        raise Unreadable(f"no_{missing}")
    reader = _Reader(places, usual_kind, taken)
    found = tuple(column for column in about.COLUMNS if column in places)
    return Reading(tuple(reader.row(number, cells) for number, cells in lines), found, unknown)


class _Reader:
    """Reads row after row, and remembers which codes, names and addresses stood before."""

    def __init__(self, places: Mapping[str, int], usual_kind: str, taken: Sequence[str]) -> None:
        self.places, self.usual_kind = places, usual_kind
        self.taken = {code.casefold() for code in taken}
        self.seen: dict[tuple[str, str], int] = {}

    def row(self, number: int, cells: Sequence[str]) -> Row:
        """One row, with its flaws."""
        flaws: list[Flaw] = []

        def take(column: str, reading: Callable[[str], str | date | None]) -> str | date | None:
            place = self.places.get(column)
            cell = cells[place] if place is not None and place < len(cells) else ""
            try:
                _refuse_hidden(cell)
                return reading(cell)
            except _Wrong as wrong:
                flaws.append(Flaw(column, wrong.code, wrong.given))
                return None if column == about.JOINED else shown(cell)

        code = take(about.CODE, lambda cell: self._once(about.CODE, self._code(cell), number))
        kind = take(about.KIND, self._kind)
        name_ar = take(about.ARABIC, lambda cell: self._once(about.ARABIC, _name(cell, "ar"), number))
        name_en = take(about.ENGLISH, lambda cell: self._once(about.ENGLISH, _name(cell, "en"), number))
        joined_on = take(about.JOINED, _day)
        email = take(about.EMAIL, _email)
        return Row(
            number=number,
            code=str(code),
            kind=str(kind),
            name_ar=str(name_ar),
            name_en=str(name_en),
            joined_on=joined_on if isinstance(joined_on, date) else None,
            email=str(email),
            flaws=tuple(flaws),
        )

    def _code(self, cell: str) -> str:
        if not cell:
            raise _Wrong("missing")
        if not _CODE.fullmatch(cell):
            raise _Wrong("code")
        if cell.casefold() in self.taken:
            raise _Wrong("taken")
        return cell

    def _kind(self, cell: str) -> str:
        if not cell:
            return self.usual_kind
        kind = _KINDS.get(arabic.sort_key(cell)[0])
        if kind is None:
            raise _Wrong("kind")
        return kind

    def _once(self, column: str, value: str, number: int) -> str:
        before = self.seen.setdefault((column, arabic.sort_key(value)[0]), number)
        if before != number:
            raise _Wrong("twice", str(before))
        return value


class _Wrong(Exception):
    """A cell that cannot be taken."""

    def __init__(self, code: str, given: str = "") -> None:
        super().__init__(code)
        self.code, self.given = code, given


def _refuse_hidden(cell: str) -> None:
    if mark := bad_mark(cell):
        raise _Wrong("mark", mark)


def _name(cell: str, language: str) -> str:
    name = naming.tidy(cell)
    if not name:
        raise _Wrong("missing")
    if flaw := naming.flaw(name, language):
        raise _Wrong(f"name_{flaw}")
    return name


def _day(cell: str) -> date | None:
    if not cell:
        return None
    try:
        read_day = dates.read(cell)
    except dates.Unreadable as reason:
        raise _Wrong(f"date_{reason.code}", shown(cell)) from reason
    if read_day.precision != dates.DAY:
        raise _Wrong("date_day", shown(cell))
    return read_day.value


def _email(cell: str) -> str:
    if cell and (len(cell) > LONGEST_EMAIL or not _EMAIL.fullmatch(cell)):
        raise _Wrong("email")
    return cell.lower()
