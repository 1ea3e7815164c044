"""The drawing of a rhythm: a band for each year, a mark for each meeting, a tick for each agreed day."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from tansiq.engines.cadence.rhythm import agreed
from tansiq.engines.cadence.sheet import HEAD, Sheet
from tansiq.engines.dates.partial import DAY, MONTH, YEAR, Partial

RADIUS, NEAR, STEP, HIGHEST = 4.5, 10, 9, 3  # Marks nearer than NEAR stand on one another, at most HIGHEST of them.
LETTER, GAP = 6.6, 4  # Units for a letter of a name, generously; the least space between two names.
JOINERS = "\u200c\u200d"


@dataclass(frozen=True)
class Meeting:
    """One meeting: when, as exactly as it is known, where, and whether at the highest level."""

    on: Partial
    place: str
    full: bool


@dataclass(frozen=True)
class Lettering:
    """The words of a drawing: the sentence that says it, the months, and how the reader's language is written."""

    title: str
    months: Sequence[str]
    rtl: bool = False
    arabic_digits: bool = False


def draw(  # noqa: PLR0913 -- a rhythm is drawn with all that it is measured by
    meetings: Sequence[Meeting],
    lettering: Lettering,
    *,
    until: date,
    every_months: int | None = None,
    days: Sequence[date] = (),
    narrow: bool = False,
) -> str:
    """The meetings of a body as SVG: full marks at the highest level, hollow ones else, a tick for each agreed day.

    The agreed days are given, or every so many months from the first meeting on.

    A meeting of which the month or the year alone is known is a bar with caps; places are named where there is room.
    """
    series = sorted(meetings, key=lambda meeting: (meeting.on.value, meeting.place))
    if not series:
        return ""
    first = min([series[0].on.value, *days[:1]])
    sheet = Sheet(first, max(until, series[-1].on.value), narrow, lettering.rtl, lettering.arabic_digits)
    bands = {year: [meeting for meeting in series if meeting.on.value.year == year] for year in sheet.years}
    return "".join(
        [
            f'<svg class="{"narrow" if narrow else "wide"}" viewBox="0 0 {sheet.width} {sheet.height}" direction="ltr"',
            f' role="img"><title>{escape(_seen(lettering.title))}</title>',
            *_months(sheet, lettering.months),
            *_lines(sheet, {year: len(band) for year, band in bands.items()}),
            *_ticks(sheet, agreed(first, sheet.last, every_months) if every_months else days),
            *(part for band in bands.values() for part in _band(sheet, band)),
            "</svg>",
        ]
    )


def _months(sheet: Sheet, months: Sequence[str]) -> Iterator[str]:
    for number in range(0, 12, 6 if sheet.narrow else 3):
        yield _text(sheet.x(date(sheet.first.year, number + 1, 1)), HEAD - 10, months[number], "q")


def _lines(sheet: Sheet, counts: dict[int, int]) -> Iterator[str]:
    """A line for each year: the year where reading begins, the number of its meetings where it ends."""
    start, end = sheet.edges
    before, after = (start - 10, "end"), (end + 10, "start")
    for year, count in counts.items():
        begin = sheet.x(sheet.first) if year == sheet.first.year else start
        finish = sheet.x(sheet.last) if year == sheet.last.year else end
        yield f'<path class="g" d="M{begin:g} {sheet.y(year)}H{finish:g}"/>'
        (x, anchor), other = (after, before) if sheet.rtl else (before, after)
        yield _text(x, sheet.y(year) + 4, sheet.number(year), "h", anchor)
        if count:
            yield _text(other[0], sheet.y(year) + 4, sheet.number(count), "q", other[1])


def _ticks(sheet: Sheet, days: Sequence[date]) -> Iterator[str]:
    if days:
        yield f'<path class="ax" d="{"".join(f"M{sheet.x(day):g} {sheet.y(day.year)}v6" for day in days)}"/>'


def _band(sheet: Sheet, band: Sequence[Meeting]) -> Iterator[str]:
    """The meetings of one year: bars, marks, names."""
    groups: list[list[Meeting]] = []
    for meeting in band:
        if meeting.on.precision != DAY:
            yield _bar(sheet, meeting.on)
        elif groups and sheet.x(meeting.on.value) - sheet.x(groups[-1][0].on.value) < NEAR:
            groups[-1].append(meeting)
        else:
            groups.append([meeting])
    for group in groups:
        x, y = sheet.x(group[0].on.value), sheet.y(group[0].on.value.year)
        for place, meeting in enumerate(group[:HIGHEST]):
            kind = "so" if meeting.full else "ho"
            yield f'<circle class="{kind} c1" cx="{x:g}" cy="{y - STEP * place}" r="{RADIUS}"/>'
    yield from _names(sheet, groups)


def _bar(sheet: Sheet, when: Partial) -> str:
    """A meeting somewhere within a month or a year; a year's bar lies lower, so that marks stay legible."""
    start = when.value
    ends = {MONTH: start.replace(day=monthrange(start.year, start.month)[1]), YEAR: date(start.year, 12, 31)}
    y = sheet.y(start.year) + (5 if when.precision == YEAR else 0)
    return f'<path class="ln c1" d="M{sheet.x(start):g} {y - 3}v6m0-3H{sheet.x(ends[when.precision]):g}m0-3v6"/>'


def _names(sheet: Sheet, groups: Sequence[Sequence[Meeting]]) -> Iterator[str]:
    """The places by name, each above its mark, where the last name and the next mark leave room."""
    starts = [sheet.x(group[0].on.value) - RADIUS for group in groups]
    limits = [*starts, sheet.edges[1] + RADIUS][1:]
    taken = 0.0
    for group, start, limit in zip(groups, starts, limits, strict=True):
        places = {meeting.place for meeting in group}
        beyond = f"+{sheet.number(len(group) - HIGHEST)} " if len(group) > HIGHEST else ""
        words = beyond + (places.pop() if len(places) == 1 else "")
        begin = start + (2 * RADIUS + 3 if len(group) > 1 else 0)
        end = begin + LETTER * len(words)
        if words and begin >= taken and end <= limit:
            yield _text(begin, sheet.y(group[0].on.value.year) - 9, words, "")
            taken = end + GAP


def _text(x: float, y: float, words: str, kind: str, anchor: str = "start") -> str:
    """Words on the drawing, in an isolate of their own direction, so that no neighbour turns them round."""
    said = escape(_seen(words))
    rtl = any("\u0590" <= letter <= "\u08ff" for letter in words)
    shown = f"\u2067{said}\u2069" if rtl else said
    drawn = f' class="{kind}"' if kind else ""
    placed = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{x:g}" y="{y:g}"{drawn}{placed}>{shown}</text>'


def _seen(words: str) -> str:
    """Words without vowel signs, which break tagged paper, and without signs that turn text round unseen."""
    spaced = (" " if letter.isspace() else letter for letter in words if not "\u064b" <= letter <= "\u0652")
    return "".join(letter for letter in spaced if letter.isprintable() or letter in JOINERS)
