"""A salted tree of fixed height: its root commits to a set of leaves and hides how many there are.

Leaves sit at keyed-permuted places; an empty place, and an empty subtree, is HMAC(key, address), which nobody without
the key can tell from a hash. So a proof is always as long, and tells nothing of the neighbours.
"""

import hmac
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import Final

from tansiq.engines.entries import node

HEIGHT: Final = 16
ROUNDS: Final = 8


def place(key: bytes, index: int, height: int = HEIGHT) -> int:
    """Where the leaf of an index sits: a keyed permutation of all places (a balanced Feistel network).

    >>> len({place(b"k", index) for index in range(1000)})
    1000

    Raises:
        ValueError: the tree has no place of this number; a leaf that it would drop is never committed to.
    """
    if not 0 <= index < 1 << height:
        raise ValueError(index)
    return _permuted(index, height, partial(_turned, key))


def places(key: bytes, count: int, height: int = HEIGHT) -> list[int]:
    """Where the leaves of the first so many indices sit: half a number has few values, and each is hashed once.

    >>> places(b"k", 300) == [place(b"k", index) for index in range(300)]
    True

    Raises:
        ValueError: the tree has not so many places.
    """
    if count > 1 << height:
        raise ValueError(count)
    turned = cache(partial(_turned, key))
    return [_permuted(index, height, turned) for index in range(count)]


def _permuted(index: int, height: int, turned: Callable[[int, int], int]) -> int:
    half = height // 2
    mask = (1 << half) - 1
    left, right = index >> half, index & mask
    for turn in range(ROUNDS):
        left, right = right, left ^ (turned(turn, right) & mask)
    return (left << half) | right


def _turned(key: bytes, turn: int, right: int) -> int:
    message = b"place" + bytes([turn]) + right.to_bytes(4, "big")
    return int.from_bytes(hmac.digest(key, message, "sha256")[:4], "big")


def empty(key: bytes, level: int, index: int) -> bytes:
    """What stands where nothing stands."""
    return hmac.digest(key, b"empty" + bytes([level]) + index.to_bytes(4, "big"), "sha256")


def levels(key: bytes, leaves: Mapping[int, bytes], height: int = HEIGHT) -> list[dict[int, bytes]]:
    """Every node that has a leaf under it and its neighbour, level by level, the root last. O(leaves × height).

    Raises:
        ValueError: a leaf lies beyond the tree's places.
    """
    if beyond := [index for index in leaves if not 0 <= index < 1 << height]:
        raise ValueError(beyond[0])
    rows = [dict(leaves)]
    for level in range(height):
        below = rows[-1]
        for lonely in [index ^ 1 for index in below if index ^ 1 not in below]:
            below[lonely] = empty(key, level, lonely)
        rows.append({index >> 1: node(one, below[index + 1]) for index, one in below.items() if not index & 1})
    return rows


def root(key: bytes, leaves: Mapping[int, bytes], height: int = HEIGHT) -> bytes:
    """The root over leaves at their places."""
    return levels(key, leaves, height)[-1].get(0) or empty(key, height, 0)


def proof(key: bytes, leaves: Mapping[int, bytes], index: int, height: int = HEIGHT) -> list[bytes]:
    """The neighbours from a leaf's place up to the root: always `height` hashes."""
    rows = levels(key, leaves, height)
    return [rows[level].get((index >> level) ^ 1) or empty(key, level, (index >> level) ^ 1) for level in range(height)]


def committed(key: bytes, leaves: Mapping[int, bytes], height: int = HEIGHT) -> tuple[bytes, dict[int, bytes]]:
    """The root, and for each leaf's place its proof as one string of `height` hashes."""
    rows = levels(key, leaves, height)
    paths = {0: b""}
    for level in reversed(range(height)):  # Those under one node share their way up from it.
        row = rows[level]
        held = row if level else leaves
        paths = {index: row[index ^ 1] + paths[index >> 1] for index in held}
    return rows[-1].get(0) or empty(key, height, 0), paths if leaves else {}


def root_from(leaf: bytes, index: int, path: Sequence[bytes]) -> bytes:
    """The root that a proof leads to."""
    for level, neighbour in enumerate(path):
        leaf = node(neighbour, leaf) if (index >> level) & 1 else node(leaf, neighbour)
    return leaf
