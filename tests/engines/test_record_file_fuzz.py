"""Whatever becomes of a record file, it is read or refused: never another failure."""

import copy
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tansiq.engines.record_file import RecordFile, Refused, read
from tansiq.engines.record_file.problems import CODES, MOST_PROBLEMS
from tests.engines.small_record import SMALL, octets

WHOLE = octets(SMALL)
STRINGS = ["SH", "public", "2015-02-30", "gazette", "day", "month", "\u202e", "\x00", "٢", "", "x" * 5000, "\ufeff"]
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(exclude_categories=[]))  # Lone surrogates too.
    | st.sampled_from(STRINGS)
)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
)


def places(value, way=()):
    yield way
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from places(inner, (*way, step))


PLACES = list(places(SMALL))[1:]
ACTS = ("replace", "remove", "add", "repeat", "swap")


def mutate(file, way, act, value, key):
    """Change a file at one place; what is not there any more is left."""
    for step in way[:-1]:
        try:
            file = file[step]
        except (KeyError, IndexError, TypeError):
            return
    last = way[-1]
    if not isinstance(file, dict | list) or (isinstance(file, list) and (isinstance(last, str) or last >= len(file))):
        return
    if act == "replace":
        file[last] = value
    elif act == "remove" and (isinstance(file, list) or last in file):
        del file[last]
    elif act == "add" and isinstance(file, dict):
        file[key] = value
    elif act == "repeat" and isinstance(file, list):
        file.append(copy.deepcopy(file[last]))
    elif act == "swap" and isinstance(file, dict):
        file[last] = copy.deepcopy(SMALL.get(key, file))


def read_or_refused(data):
    """The record, or what the file was refused for; whichever it is, it is whole."""
    try:
        record = read(data)
    except Refused as refused:
        return refused.problems
    assert read(octets(record.as_json())) == record
    return record


def is_refusal(problems):
    """Whether a few problems are told, each with its parameters, and nothing unprintable of the file."""
    shown = [problem.path for problem in problems]
    shown += [str(value) for problem in problems for value in problem.params.values()]
    return (
        0 < len(problems) <= MOST_PROBLEMS
        and all(tuple(problem.params) == CODES[problem.code] for problem in problems)
        and "".join(shown).isprintable()
    )


@settings(deadline=None)  # How long it may take is measured with the bounds.
@given(
    st.lists(
        st.tuples(st.sampled_from(PLACES), st.sampled_from(ACTS), VALUES, st.sampled_from(sorted(SMALL)) | st.text()),
        min_size=1,
        max_size=4,
    )
)
def test_values_that_change_their_places(changes):
    file = copy.deepcopy(SMALL)
    for way, act, value, key in changes:
        mutate(file, way, act, copy.deepcopy(value), key)
    answer = read_or_refused(json.dumps(file).encode())
    assert isinstance(answer, RecordFile) or is_refusal(answer)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 8), st.binary(max_size=8)), min_size=1, max_size=4
    )
)
def test_octets_that_change(changes):
    data = bytearray(WHOLE)
    for at, length, put in changes:
        data[at : at + length] = put
    answer = read_or_refused(bytes(data))
    assert isinstance(answer, RecordFile) or is_refusal(answer)


@settings(deadline=None)
@given(st.binary(max_size=200) | VALUES.map(lambda value: json.dumps(value).encode()))
def test_what_was_never_a_record_file(data):
    assert is_refusal(read_or_refused(data))


@settings(deadline=None)
@given(st.integers(0, len(WHOLE) - 1))
def test_a_file_that_was_cut_off(length):
    assert is_refusal(read_or_refused(WHOLE[:length]))
