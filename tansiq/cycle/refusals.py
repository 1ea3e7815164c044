"""Why a record file was refused, in the reader's language: one sentence for each thing that is wrong with it."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language_bidi, gettext_lazy
from django.utils.translation import gettext as _

from tansiq.engines.record_file import Problem
from tansiq.members.forms import FLAWS

SENTENCES: Final[Mapping[str, Promise]] = {
    "too_large": gettext_lazy("The file has %(size)s bytes; at most %(limit)s are read."),
    "not_utf8": gettext_lazy("The file is not UTF-8 text (from byte %(octet)s on)."),
    "not_json": gettext_lazy("The file is not JSON (line %(line)s, column %(column)s)."),
    "too_deep": gettext_lazy("The file is nested deeper than %(limit)s levels."),
    "too_many": gettext_lazy("There are too many values here: %(count)s; at most %(limit)s are read."),
    "duplicate_key": gettext_lazy("The field “%(field)s” stands here twice."),
    "unknown_field": gettext_lazy("The format has no field “%(field)s” here."),
    "missing": gettext_lazy("The field “%(field)s” is missing."),
    "no_audience": gettext_lazy("The file must say who may read it: “public”, or a list of members."),
    "wrong_type": gettext_lazy("Here must stand: %(wanted)s."),
    "wrong_shape": gettext_lazy("“%(given)s” is not what must stand here: %(wanted)s."),
    "not_one_of": gettext_lazy("“%(given)s” is none of: %(allowed)s."),
    "empty": gettext_lazy("There are no words here."),
    "too_long": gettext_lazy("There are too many characters here: %(length)s; at most %(limit)s are read."),
    "bad_text": gettext_lazy("These words hold a character that may not stand in them: %(mark)s."),
    "bad_name": gettext_lazy("This cannot be a name. %(flaw)s"),
    "not_a_number": gettext_lazy("NaN and Infinity are not numbers."),
    "number_out_of_range": gettext_lazy("The number must lie between %(least)s and %(most)s."),
    "impossible_date": gettext_lazy("“%(given)s” is not a date of the calendar; write it like 2015-01-22."),
    "ends_before_it_starts": gettext_lazy("The end, %(last)s, lies before the start, %(first)s."),
    "not_greater": gettext_lazy("The upper end of the range, %(high)s, is not greater than its lower end, %(low)s."),
    "not_whole": gettext_lazy("With the precision “%(precision)s” the dates must be its first and its last day."),
    "duplicate": gettext_lazy("This stands already at %(first)s."),
    "dangling": gettext_lazy("No row in “%(section)s” bears the ref “%(ref)s”."),
    "one_of": gettext_lazy("One of these fields must be there: %(fields)s."),
    "only_one_of": gettext_lazy("Only one of these fields may be there: %(fields)s."),
    "not_here": gettext_lazy("The field “%(field)s” may not be there beside what the other fields say."),
    "wider_than_parent": gettext_lazy("These readers are more than the readers of what it stands in."),
    "wider_than_reference": gettext_lazy("“%(ref)s” is released to fewer readers than the row that names it."),
    "not_a_share": gettext_lazy("The measure “%(ref)s” is no share: it has no base."),
    "of_another_measure": gettext_lazy("“%(ref)s” belongs to another measure."),
    "no_conflict": gettext_lazy("“%(ref)s” says the same: that is no contradiction."),
    "not_earlier": gettext_lazy("“%(ref)s” is later than what follows it."),
    "not_later": gettext_lazy("“%(ref)s” does not begin after what it takes the place of."),
    "cycle": gettext_lazy("By way of “%(ref)s” this leads back to itself."),
}
WANTED: Final[Mapping[str, Promise]] = {
    "string": gettext_lazy("words in quotation marks"),
    "text": gettext_lazy('words by language, like {"en": "…", "ar": "…"}'),
    "integer": gettext_lazy("a whole number"),
    "decimal": gettext_lazy('a number in quotation marks, like "33.3"'),
    "boolean": gettext_lazy("true or false"),
    "date": gettext_lazy("a date like 2015-01-22"),
    "list": gettext_lazy("a list"),
    "object": gettext_lazy("an object with named fields"),
    "ref": gettext_lazy("a ref: letters, digits, points, hyphens and underscores, without spaces"),
    "address": gettext_lazy("a web address"),
    "language": gettext_lazy("the code of a language, like ar"),
    "country": gettext_lazy("the three letters of a country, like JOR"),
    "currency": gettext_lazy("the three letters of a currency, like JOD"),
    "unit": gettext_lazy("a unit in Latin letters, digits and underscores, like km2"),
    "form": gettext_lazy("a phrase that begins with {}, where the number stands; without {} only for none, one or two"),
}
ISOLATE, END = "\u2068", "\u2069"  # They keep a path in one piece inside a sentence from right to left.


def sentence(problem: Problem) -> str:
    """What is wrong and where, as a person reads it."""
    params = {name: _apart(_said(name, value)) for name, value in problem.params.items()}
    reason = str(SENTENCES[problem.code]) % params
    if not problem.path:
        return reason
    return _("At %(path)s: %(reason)s") % {"path": _apart(problem.path), "reason": reason}


def _said(name: str, value: str | int) -> str:
    """A parameter as it is read: what has words of its own in them."""
    return str({"wanted": WANTED, "flaw": FLAWS}.get(name, {}).get(str(value), value))


def _apart(words: str) -> str:
    return f"{ISOLATE}{words}{END}" if get_language_bidi() else words
