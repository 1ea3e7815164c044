"""One spelling for each body, and it is RFC 8785's."""

import enum
import json
from collections import OrderedDict
from decimal import Decimal
from types import MappingProxyType

import pytest
import rfc8785
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tansiq.engines.canonical import LARGEST, NotCanonical, canonical

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
KEYS = st.text(st.characters(max_codepoint=127), max_size=8)
LEAVES = st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | WORDS
BODIES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(KEYS, inner, max_size=5))


@settings(max_examples=150, deadline=None)
@given(BODIES)
@example({"": "", "\x00": "\x7f", "\n": '\x1f\x08\x0c\r\t\\"/'})
@example({"B": 1, "a": 2, "A": 3, "_": 4, "1": 5, "10": 6, "2": 7, "~": 8, " ": 9})
@example(["\u2028\u2029\ufeff\uffff\U0010ffff", "ؤلا", "é", "é", "\u202eabc"])
@example([LARGEST, -LARGEST, 0, -0, True, False, None])
@example([[], {}, [[]], [{}], {"a": {}}])
def test_it_is_rfc_8785(body):
    assert canonical(body) == rfc8785.dumps(body)


@settings(max_examples=80, deadline=None)
@given(BODIES)
def test_it_says_the_same_again(body):
    assert canonical(json.loads(canonical(body))) == canonical(body)


@given(st.dictionaries(KEYS, LEAVES, max_size=8), st.randoms())
def test_the_order_of_keys_does_not_matter(body, chance):
    shuffled = [*body.items()]
    chance.shuffle(shuffled)
    assert canonical(dict(shuffled)) == canonical(body)


class Kind(enum.StrEnum):
    REMARK = "remark"


@pytest.mark.parametrize(
    ("body", "plain"),
    [
        ((1, 2), [1, 2]),
        (OrderedDict(b=1, a=2), {"a": 2, "b": 1}),
        (Kind.REMARK, "remark"),
        ({Kind.REMARK: 1}, {"remark": 1}),
    ],
)
def test_what_python_takes_for_the_same_is_spelt_the_same(body, plain):
    assert canonical(body) == canonical(plain)


@pytest.mark.parametrize(
    "body",
    [
        1.0, 0.1, float("nan"), float("inf"), -0.0, Decimal("1.5"), LARGEST + 1, -LARGEST - 1, 10**400,
        {1: "a"}, {None: 1}, {True: 1}, {"ا": 1}, {"é": 1}, {b"a": 1},
        b"abc", bytearray(b"abc"), {1, 2}, frozenset(), range(3), MappingProxyType({}), object(), (x for x in ()), 1j,
        "\ud800", {"a": "\udfff"}, ["\ud83d"],
    ],
)  # fmt: skip
@pytest.mark.parametrize("where", [lambda one: one, lambda one: [one], lambda one: {"a": {"b": [one]}}])
def test_a_body_of_more_than_one_spelling_is_refused(body, where):
    with pytest.raises(NotCanonical):
        canonical(where(body))
