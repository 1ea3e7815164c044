"""The form of an entry: each hash as RFC 9162 and docs/record.md spell it."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.entries import FORM, GROUPS, Clear, commitment, leaf, node

SALT = bytes(range(32))
OCTETS = st.binary(min_size=32, max_size=32)
CLEAR = Clear(
    kind="remark.made",
    item="2f3a9c1e-0000-4000-8000-000000000000",
    previous=None,
    epoch=494_698,
    commitments={name: hashlib.sha256(name.encode()).digest() for name in GROUPS},
)


def sha256(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def test_a_commitment_is_the_salt_and_then_the_words():
    assert commitment(SALT, {"b": 1, "a": "ا"}) == sha256(SALT, '{"a":"ا","b":1}'.encode())


def test_a_leaf_and_a_node_are_told_apart():
    assert leaf(SALT, b"words") == sha256(b"\0", sha256(SALT, b"words"))
    assert node(b"l" * 32, b"r" * 32) == sha256(b"\1", b"l" * 32, b"r" * 32)


def test_an_entry_is_spelt_out():
    groups = ",".join(f'"{name}":"{CLEAR.commitments[name].hex()}"' for name in sorted(GROUPS))
    spelt = f'{{"epoch":494698,"groups":{{{groups}}},"item":"{CLEAR.item}","previous":null,"type":"remark.made","v":1}}'
    assert CLEAR.hash() == sha256(spelt.encode())
    assert CLEAR.leaf(SALT) == sha256(b"\0", sha256(SALT, spelt.encode()))


def test_the_form_is_the_one_that_was_promised():
    """A change of the form changes this hash: then FORM is a new number, and the old one is still verified."""
    assert (FORM, GROUPS) == (1, ("actor", "time", "content", "person", "attachment"))
    assert CLEAR.hash().hex() == "ce29859ddd5e4539a22c0d230b78fae0895e82c909d4aed44db9e073759d8360"


@pytest.mark.parametrize(
    "other",
    [
        replace(CLEAR, kind="remark.corrected"),
        replace(CLEAR, item="2f3a9c1e-0000-4000-8000-000000000001"),
        replace(CLEAR, previous=b"\0" * 32),
        replace(CLEAR, epoch=494_699),
        *(replace(CLEAR, commitments={**CLEAR.commitments, name: b"\0" * 32}) for name in GROUPS),
        replace(CLEAR, commitments={name: CLEAR.commitments[name] for name in GROUPS[1:]}),
    ],
)
def test_every_part_counts(other):
    assert other.hash() != CLEAR.hash()
    assert other.leaf(SALT) != CLEAR.leaf(SALT)


@given(OCTETS, OCTETS)
def test_without_the_salt_a_leaf_tells_nothing(one, two):
    assert (CLEAR.leaf(one) == CLEAR.leaf(two)) is (one == two)
    assert (commitment(one, {}) == commitment(two, {})) is (one == two)
