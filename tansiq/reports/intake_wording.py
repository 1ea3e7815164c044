"""Why a file or a cell is left outside, in the reader's language, each with what mends it."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tansiq.engines.workbook import Flaw
from tansiq.languages.numbers import written
from tansiq.reports.workbooks import HEADINGS

REASONS: Mapping[str, Any] = {
    "large": gettext_lazy("It is too large. A file holds 2 MB at most."),
    "empty": gettext_lazy("There is nothing in it."),
    "kind": gettext_lazy("It is no workbook and no table, whatever its name says."),
    "old": gettext_lazy("It is an old or a locked workbook. Save it as XLSX without a password."),
    "broken": gettext_lazy("It cannot be read: it is damaged, or was not written by a spreadsheet."),
    "encoding": gettext_lazy("Its letters cannot be read. Save it as UTF-8."),
    "rows": gettext_lazy("It has more rows than are read."),
    "columns": gettext_lazy("It has more columns than are read."),
    "quote": gettext_lazy("A quotation mark is not closed, or stands where none may stand."),
    "headings": gettext_lazy("Its headings are not those of the form. Fill in the workbook of this call."),
    "form": gettext_lazy("It holds the answers of several members or calls. Send one file for each."),
    "version": gettext_lazy("It was made for an older form. Fetch the workbook of this call again."),
    "other_call": gettext_lazy("It answers another call."),
    "other_member": gettext_lazy("It holds another member’s answers."),
    "whose": gettext_lazy("It does not say whose answers it holds. Use the member’s own workbook."),
    "not_asked": gettext_lazy("This call does not ask the member that it names."),
    "again": gettext_lazy("Another file of this sending answers for the same member."),
    "macros": gettext_lazy("It holds a program (macros). Save it as XLSX without one."),
    "external": gettext_lazy("It draws on other files or addresses. Save it with its values alone."),
    "embedded": gettext_lazy("Another file or program is embedded in it. Take that out."),
    "dde": gettext_lazy("A formula in it would start a program. Save it with its values alone."),
    "heavy": gettext_lazy("Reading it takes more time or memory than a form of figures needs."),
}
HOSTILE: Any = gettext_lazy("It is not packed as a spreadsheet packs its files, and was not opened.")
OVERGROWN: Any = gettext_lazy("It holds more cells, styles, sheets or words than a form of figures needs.")
GROWN = frozenset(("dimension", "far", "cells", "styles", "strings", "merged", "sheets"))

FLAWS: Mapping[str, Any] = {
    "missing": gettext_lazy("This cell must be filled in."),
    "unknown": gettext_lazy("This call asks for no measure of this code (%(given)s). Codes stay as they are."),
    "twice": gettext_lazy("The same measure for the same period stands in row %(given)s already."),
    "ragged": gettext_lazy("This row has more cells than there are headings."),
    "formula": gettext_lazy("Put the value itself here, not a formula."),
    "mark": gettext_lazy("A mark in these words cannot be seen and could disguise them (%(given)s)."),
    "choice": gettext_lazy("“%(given)s” is not on the list."),
    "order": gettext_lazy("The period ends before it begins."),
    "a_day": gettext_lazy("The spreadsheet made a date of this number. Type it again, as text."),
    "precise": gettext_lazy("At most six digits behind the point are kept (%(given)s)."),
    "number_empty": gettext_lazy("This cell must be filled in."),
    "number_letters": gettext_lazy("“%(given)s” is no number."),
    "number_long": gettext_lazy("“%(given)s” has too many digits."),
    "number_ambiguous": gettext_lazy("“%(given)s” is a thousand times as much in some countries. Leave the point out."),
    "number_separators": gettext_lazy("The separators in “%(given)s” can be read in two ways. Write 1234.5 or ١٢٣٤٫٥."),
    "day_words": gettext_lazy("“%(given)s” is no date. Write it as 2015-01-22."),
    "day_year": gettext_lazy("The year in “%(given)s” cannot be right."),
    "day_no_year": gettext_lazy("“%(given)s” has no year."),
    "day_ambiguous": gettext_lazy("“%(given)s” can be two days. Write the month as a word, or the year first."),
    "day_impossible": gettext_lazy("There is no such day as “%(given)s”."),
    "day_weekday": gettext_lazy("The weekday in “%(given)s” is not that of its date."),
    "day_empty": gettext_lazy("This cell must be filled in."),
    "no_figure": gettext_lazy("This answer says that there is no figure, so nothing stands here."),
    "no_reason": gettext_lazy("“No report to this circle” gives no reason."),
    "ends": gettext_lazy("The upper end of a range is larger than the lower one."),
    "ends_hedged": gettext_lazy("A range has no other qualifier."),
    "words_only": gettext_lazy("A number is not “in words only”. Leave the value empty, or choose another qualifier."),
    "no_share": gettext_lazy("This measure is no share: it has no numerator and no denominator."),
    "not_positive": gettext_lazy("A denominator is larger than nought."),
    "parts": gettext_lazy("Numerator and denominator make %(given)s per cent."),
    "no_number": gettext_lazy("This measure has levels, not numbers."),
    "below_zero": gettext_lazy("It is less than nought. Mend it, or say in the last column why."),
    "over_whole": gettext_lazy("It is more than a hundred per cent. Mend it, or say in the last column why."),
    "far_more": gettext_lazy("It is many times last time’s %(given)s. Mend it, or say in the last column why."),
    "far_less": gettext_lazy("It is a small part of last time’s %(given)s. Mend it, or say in the last column why."),
    "falls": gettext_lazy("It fell from last time’s %(given)s. Mend it, or say in the last column why."),
    "why_restated": gettext_lazy("Another figure stands here. Say why it is restated, in this row or for all files."),
    "own_word": gettext_lazy("The member filed this figure itself; only the member restates it."),
}  # fmt: skip


def why_refused(code: str, row: int = 0) -> str:
    """Why nothing of a file is taken, with the row where one is to blame."""
    words = str(REASONS.get(code) or (OVERGROWN if code in GROWN else HOSTILE))
    return _("Row %(row)s: %(why)s") % {"row": written(row), "why": words} if row else words


def why_wrong(flaw: Flaw) -> str:
    """What is wrong with a cell."""
    return str(FLAWS[flaw.code]) % {"given": f"\u2068{flaw.given}\u2069"}


def column_of(flaw: Flaw) -> str:
    """The heading of a cell's column."""
    return str(HEADINGS.get(flaw.column, ""))
