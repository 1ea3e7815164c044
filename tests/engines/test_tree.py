"""The salted tree: every proof leads to the root, and none tells how many leaves there are."""

import hashlib
import hmac

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tansiq.engines.entries import leaf
from tansiq.engines.tree import HEIGHT, committed, empty, levels, place, places, proof, root, root_from

KEY = b"the key of an epoch"


def leaves_of(count: int, height: int, key: bytes = KEY) -> dict[int, bytes]:
    return {place(key, index, height): leaf(bytes([index]) * 32, b"entry") for index in range(count)}


@pytest.mark.parametrize("height", range(1, 11))
@pytest.mark.parametrize("key", [b"", b"k", b"another" * 30])
def test_places_are_a_permutation(height, key):
    assert sorted(place(key, index, height) for index in range(1 << height)) == [*range(1 << height)]


def test_the_first_thousands_lie_apart_in_the_whole_tree():
    taken = {place(KEY, index) for index in range(5000)}
    assert len(taken) == 5000
    assert 0 <= min(taken) < max(taken) < 1 << HEIGHT


@pytest.mark.parametrize("index", [-1, 1 << HEIGHT, (1 << HEIGHT) + 1, 10**9])
def test_there_is_no_place_beyond(index):
    with pytest.raises(ValueError, match=str(index)):
        place(KEY, index)
    with pytest.raises(ValueError, match=str(index)):
        root(KEY, {0: b"x" * 32, index: b"y" * 32})


@pytest.mark.parametrize("height", range(1, 5))
def test_every_proof_of_every_small_tree_leads_to_its_root(height):
    for count in range((1 << height) + 1):
        leaves = leaves_of(count, height)
        top = root(KEY, leaves, height)
        both, paths = committed(KEY, leaves, height)
        assert both == top
        assert set(paths) == set(leaves)
        for index, one in leaves.items():
            path = proof(KEY, leaves, index, height)
            assert b"".join(path) == paths[index]
            assert len(path) == height
            assert root_from(one, index, path) == top


@settings(max_examples=15, deadline=None)
@given(st.sets(st.integers(0, (1 << HEIGHT) - 1), min_size=1, max_size=40), st.binary(max_size=40), st.data())
def test_a_proof_is_as_long_whatever_the_tree_holds(indexes, key, data):
    leaves = {place(key, index): leaf(index.to_bytes(32, "big"), b"entry") for index in indexes}
    asked = data.draw(st.sampled_from(sorted(leaves)))
    path = proof(key, leaves, asked)
    assert [len(one) for one in path] == [32] * HEIGHT
    assert root_from(leaves[asked], asked, path) == root(key, leaves)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 16), st.integers(0, 15), st.integers(0, 5), st.integers(0, 255))
def test_nothing_else_leads_to_the_root(count, which, where, bit):
    """Another leaf, place or neighbour is another root."""
    height = 4
    leaves = leaves_of(count, height)
    index = sorted(leaves)[which % len(leaves)]
    top, path = root(KEY, leaves, height), proof(KEY, leaves, index, height)

    def flipped(octets: bytes) -> bytes:
        changed = bytearray(octets)
        changed[bit // 8] ^= 1 << bit % 8
        return bytes(changed)

    level = where % height
    assert root_from(flipped(leaves[index]), index, path) != top
    assert root_from(leaves[index], index ^ (1 << level), path) != top
    assert root_from(leaves[index], index, [*path[:level], flipped(path[level]), *path[level + 1 :]]) != top
    assert root_from(leaves[index], index, path[:-1]) != top


@pytest.mark.parametrize("count", [0, 1, 2, 16])
def test_the_root_hides_behind_its_key(count):
    keys = [KEY, b"another", b"", b"k" * 65]
    assert len({root(key, leaves_of(count, 4, key), 4) for key in keys}) == len(keys)


def test_an_empty_place_is_drawn_from_its_address():
    drawn = [empty(KEY, level, index) for level in range(5) for index in range(16)]
    assert len(set(drawn)) == len(drawn)
    assert {len(one) for one in drawn} == {32}
    assert empty(KEY, 3, 7) == hmac.digest(KEY, b"empty\x03\x00\x00\x00\x07", "sha256")
    assert root(KEY, {}) == empty(KEY, HEIGHT, 0)


def test_only_what_has_a_leaf_under_it_and_its_neighbours_are_reckoned():
    """So an append costs a path, not a tree."""
    leaves = leaves_of(3, HEIGHT)
    rows = levels(KEY, leaves)
    assert set(rows[0]) == {near for at in leaves for near in (at, at ^ 1)}
    assert max(map(len, rows)) <= 2 * 3
    assert len(rows[-1]) == 1


@pytest.mark.parametrize("count", [0, 1, 255, 1000])
def test_places_found_together_are_those_found_one_by_one(count):
    assert places(KEY, count) == [place(KEY, index) for index in range(count)]


def test_a_tree_has_no_more_places_than_it_has():
    with pytest.raises(ValueError, match="17"):
        places(KEY, 17, 4)


def test_a_leaf_is_no_node():
    """What stands within the tree is never taken for a leaf: leaves are hashed under another prefix."""
    leaves = leaves_of(2, 1)
    inner = hashlib.sha256(b"\1" + leaves[0] + leaves[1]).digest()
    assert root(KEY, leaves, 1) == inner
    assert leaf(b"", leaves[0] + leaves[1]) != inner
