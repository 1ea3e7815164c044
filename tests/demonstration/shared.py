"""The record as it was gathered, beside the repository: where it is absent, what compares with it is skipped."""

import json
import re
from decimal import Decimal

import pytest

from tests.world import ROOT

FILE = ROOT / "tansiq" / "demonstration" / "coalition.json"
FOLDER = ROOT.parent / "shared" / "data" / "record"
HEDGES = {"exact": "none_stated", "approx": "about", "doubtful": "none_stated", "unknown": "words_only"}
PRECISIONS = {4: "year", 7: "month", 10: "day"}
ALIKE = str.maketrans("أإآىة", "ااايه")  # A word is the same word without its hamza's seat, or with another end.


def gathered(name):
    """A file of the gathered record; absent, the test is skipped with the reason (CI fails on a skip)."""
    if not (FOLDER / name).exists():
        pytest.skip(f"shared/data/record/{name} does not lie beside this repository")
    words = (FOLDER / name).read_text()
    return json.loads(words) if name.endswith(".json") else words


def words_of(text):
    return re.findall(r"\w+", re.sub("[\u0640\u064b-\u0652]", "", text).translate(ALIKE))


def sequences(text, length=4):
    """Every run of so many words, however they are spelt or set apart."""
    words = words_of(text)
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def strings(value, path=""):
    """Every string of a JSON value, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from strings(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from strings(inner, f"{path}[{index}]")


def english(text):
    return dict(text.words)["en"] if text else ""


def in_arabic(text):
    return dict(text.words)["ar"] if text else ""


def by_ref(rows):
    return {row.ref: row for row in rows}


def hedge(qualifier):
    """No source says that its number is exact: where it states no hedge, none is stated."""
    return HEDGES.get(qualifier, qualifier)


def number(value):
    return None if value is None else Decimal(str(value))


def is_when(when, words):
    """Whether a time is the one that was gathered, as exactly as it was."""
    ends = (str(when.from_).startswith(words), str(when.until).startswith(words))
    return (when.precision, ends) == (PRECISIONS[len(words)], (True, True))
