"""Amounts that cannot be right, though the file does not say so: they are entered, and marked as doubtful (R-A13)."""

from collections.abc import Iterator
from typing import Protocol

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from tansiq.engines import plausible
from tansiq.engines import record_file as files
from tansiq.languages.words import Words

LANGUAGES = ("en", "ar")
WHY = {
    "far_larger": _("It is many times larger than every other amount of this currency along this line."),
    "goal_of_all": _("It equals what all members together aimed at in that year."),
}


class _Released(Protocol):
    @property
    def audience(self) -> files.Audience:
        """Who may read it."""


def doubtful(file: files.RecordFile) -> dict[str, Words]:
    """Why an amount is doubtful, by the ref of its contribution; the file's own reason stands before ours.

    A row is compared only with what all its readers may read: else the doubt would tell of what is hidden from them.
    """
    found = {}
    for readers in dict.fromkeys(row.audience for row in file.contributions):
        own = {row.ref for row in file.contributions if row.audience == readers}
        for doubt in plausible.doubts(list(_gifts(file, readers)), _goals(file, readers)):
            if doubt.ref in own:
                found[doubt.ref] = _in_words(doubt.code)
    return found


def _in_words(code: str) -> Words:
    words = {}
    for language in LANGUAGES:
        with override(language):
            words[language] = str(WHY[code])
    return Words.of(**words)


def _read_by(row: _Released, readers: files.Audience) -> bool:
    return readers.within(row.audience)


def _gifts(file: files.RecordFile, readers: files.Audience) -> Iterator[plausible.Gift]:
    for row in file.contributions:
        if row.kind == "cash" and row.amount is not None and _read_by(row, readers):
            year = row.on.from_.year if row.on.from_ else None
            yield plausible.Gift(row.ref, row.member, row.currency, row.line, year, row.amount)


def _goals(file: files.RecordFile, readers: files.Audience) -> Iterator[plausible.Goal]:
    """The figures of measures that are goals, in money."""
    units = {one.ref: one.unit_code for one in file.measures if one.role == "target" and _read_by(one, readers)}
    for row in file.figures:
        unit, on = units.get(row.measure), row.as_of.from_
        if unit and row.value is not None and on and _read_by(row, readers):
            yield plausible.Goal(row.ref, unit, on.year, row.value, row.qualifier, row.high)
