"""What is wrong with a file, and where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

MOST_PROBLEMS: Final = 50
LONGEST_SHOWN: Final = 60

# Every code, and what its sentence needs.
CODES: Final[Mapping[str, tuple[str, ...]]] = {
    "too_large": ("limit", "size"),
    "not_utf8": ("octet",),
    "not_json": ("line", "column"),
    "too_deep": ("limit",),
    "too_many": ("limit", "count"),
    "duplicate_key": ("field",),
    "unknown_field": ("field",),
    "missing": ("field",),
    "no_audience": (),
    "wrong_type": ("wanted",),
    "wrong_shape": ("wanted", "given"),
    "not_one_of": ("given", "allowed"),
    "empty": (),
    "too_long": ("limit", "length"),
    "bad_text": ("mark",),
    "bad_name": ("flaw",),
    "not_a_number": (),
    "number_out_of_range": ("least", "most"),
    "impossible_date": ("given",),
    "ends_before_it_starts": ("first", "last"),
    "not_greater": ("low", "high"),
    "not_whole": ("precision",),
    "duplicate": ("first",),
    "dangling": ("ref", "section"),
    "one_of": ("fields",),
    "only_one_of": ("fields",),
    "not_here": ("field",),
    "wider_than_parent": (),
    "wider_than_reference": ("ref",),
    "not_a_share": ("ref",),
    "of_another_measure": ("ref",),
    "no_conflict": ("ref",),
    "not_earlier": ("ref",),
    "not_later": ("ref",),
    "cycle": ("ref",),
}

Params = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: the path to the place, a code, and what the code's sentence needs."""

    path: str
    code: str
    params: Params


class Refused(Exception):
    """A file that is not read: nothing of it is used."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("; ".join(f"{problem.path}: {problem.code}" for problem in self.problems))


def shown(value: str) -> str:
    """A piece of the file that is safe to show: short, and whatever could disguise itself is escaped."""
    cut = value[:LONGEST_SHOWN]
    plain = "".join(mark if mark.isprintable() else ascii(mark)[1:-1] for mark in cut)
    return f"{plain}…" if len(value) > LONGEST_SHOWN else plain
