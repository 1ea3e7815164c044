"""Dates as people type them: the digits of either script, any family of month names, and days of the Hijri calendar."""

import re
from datetime import date
from functools import lru_cache

from tansiq.engines.dates.hijri import MONTHS as HIJRI
from tansiq.engines.dates.hijri import SPELLINGS as HIJRI_SPELLINGS
from tansiq.engines.dates.hijri import YEARS as HIJRI_YEARS
from tansiq.engines.dates.hijri import gregorian
from tansiq.engines.dates.months import ENGLISH, FAMILIES, GULF, LEVANT, SPELLINGS, WEEKDAYS
from tansiq.engines.dates.partial import DAY, MONTH, YEAR, Partial
from tansiq.engines.digits import western

EARLIEST, LATEST = 1900, 2199
LONGEST = 80

_UNSEEN = re.compile("[\u064b-\u0652\u0640\u200e\u200f\u061c\u2066-\u2069]")
_ALIKE = str.maketrans("أإآٱىةؤئ", "اااايهوي")
_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_FILLERS = re.compile(r"\b(?:of|the|on|في|من|عام|سنه|م|ه|ah)\b")


class Unreadable(ValueError):
    """What was typed is no date; the code says why: empty, words, year, no_year, ambiguous, impossible, weekday."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _bare(text: str) -> str:
    """The letters that count: Western digits, small letters, Arabic without vowel signs and hamza seats."""
    return _UNSEEN.sub("", western(text)).casefold().translate(_ALIKE)


def _names() -> dict[str, int]:
    known = {_bare(spelling): month for spelling, month in SPELLINGS.items()}
    for family in (LEVANT, GULF, FAMILIES["maghreb"], FAMILIES["morocco"], ENGLISH, [name[:3] for name in ENGLISH]):
        known |= {_bare(name): month for month, name in enumerate(family, 1)}
    return known


def _hijri_names() -> dict[str, int]:
    known = {_bare(spelling): month for spelling, month in HIJRI_SPELLINGS.items()}
    for family in HIJRI.values():
        known |= {_bare(name): month for month, name in enumerate(family, 1)}
    return known


_HIJRI_MONTHS = _hijri_names()
_HIJRI_MONTH = re.compile("|".join(sorted(map(re.escape, _HIJRI_MONTHS), key=len, reverse=True)))
_MONTHS = _names()
_MONTH = re.compile("|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True)))
_DAYS = {_bare(name): number for names in WEEKDAYS.values() for number, name in enumerate(names)}
_WEEKDAY = re.compile("|".join(map(re.escape, _DAYS)))


def plain_day(text: str) -> date | None:
    """A day typed as programs write it, in the years that are read; nothing where it is typed in any other way.

    >>> plain_day("2015-01-22"), plain_day("2015-1-22"), plain_day("1436-01-22")
    (datetime.date(2015, 1, 22), None, None)
    """
    if len(text) != len("2015-01-22") or text[4] != "-" or text[7] != "-":
        return None
    try:
        value = date.fromisoformat(text)
    except ValueError:
        return None
    return value if EARLIEST <= value.year <= LATEST and not _is_hijri(value.year) else None


@lru_cache(maxsize=1024)  # The rows of a file name the same few days.
def read(text: str) -> Partial:
    """The date that was typed, as exactly as it was typed.

    A day whose year is one of the Hijri era is a Hijri day.

    >>> read("٢٢ كانون الثاني/يناير ٢٠١٥").iso, read("سبتمبرأيلول 2014").iso, read("٢ ربيع الآخر ١٤٣٦ هـ").iso
    ('2015-01-22', '2014-09', '2015-01-22')

    Raises:
        Unreadable: with the code of the reason.
    """
    if text.isascii() and (found := _YEAR_FIRST.fullmatch(text)):
        return _partial(*found.groups())
    bare = " ".join(_bare(text).split())
    if not bare:
        raise Unreadable("empty")
    if len(bare) > LONGEST or any(sign.isdigit() and not sign.isascii() for sign in bare):
        raise Unreadable("words")
    if found := _YEAR_FIRST.fullmatch(bare):
        return _partial(*found.groups())
    if found := _YEAR_LAST.fullmatch(bare):
        return _year_last(*found.groups())
    return _named(bare)


def _year_last(first: str, second: str, year: str) -> Partial:
    """Day, month, year: where either could be the month, people of two countries read two days."""
    if int(first) != int(second) and max(int(first), int(second)) <= 12:  # noqa: PLR2004 -- months
        raise Unreadable("ambiguous")
    month, day = sorted((int(first), int(second)))
    return _partial(year, str(month), str(day))


def _named(bare: str) -> Partial:
    """A date with its month by name, in any order of day, month and year."""
    weekdays = {_DAYS[name] for name in _WEEKDAY.findall(bare)}
    rest = _WEEKDAY.sub(" ", bare)
    names, known = (_HIJRI_MONTH, _HIJRI_MONTHS) if _HIJRI_MONTH.search(rest) else (_MONTH, _MONTHS)
    months = {known[name] for name in names.findall(rest)}
    rest = _FILLERS.sub(" ", _ORDINAL.sub("", names.sub(" ", rest)))
    if len(months) != 1 or re.search(r"[^\d\s,،./()-]", rest):
        raise Unreadable("words")
    numbers = re.findall(r"\d+", rest)
    years = [number for number in numbers if len(number) == 4]  # noqa: PLR2004 -- digits of a year
    days = [number for number in numbers if len(number) < 3]  # noqa: PLR2004 -- digits of a day
    if years and (known is _HIJRI_MONTHS) != _is_hijri(int(years[0])):
        raise Unreadable("year")
    if not years:
        raise Unreadable("year" if len(numbers) > 1 else "no_year")
    if len(years) > 1 or len(days) > 1 or len(years) + len(days) != len(numbers):
        raise Unreadable("words")
    made = _partial(years[0], str(months.pop()), days[0] if days else None)
    if weekdays and (made.precision != DAY or weekdays != {made.value.weekday()}):
        raise Unreadable("weekday")
    return made


def _is_hijri(year: int) -> bool:
    return HIJRI_YEARS[0] <= year <= HIJRI_YEARS[1]


def _partial(year: str, month: str | None = None, day: str | None = None) -> Partial:
    if _is_hijri(int(year)) and month and day:
        found = gregorian(int(year), int(month), int(day))
        if found is None:
            raise Unreadable("impossible")
        return Partial(found)
    if not EARLIEST <= int(year) <= LATEST:
        raise Unreadable("year")
    try:
        value = date(int(year), int(month or 1), int(day or 1))
    except ValueError as impossible:
        raise Unreadable("impossible") from impossible
    return Partial(value, DAY if day else MONTH if month else YEAR)
