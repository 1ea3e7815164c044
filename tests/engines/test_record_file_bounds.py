"""The largest and the most spiteful files: answered, within 256 megabytes."""

import tracemalloc

import pytest

from tansiq.engines.record_file import LARGEST, Refused, read
from tests.engines.small_record import SMALL, octets

HEAD = b'{"format":"tansiq-record","version":1,"audience":"public",'
NAME = b'"coalition":{"name":{"en":"'
MANY = 290_000
HOSTILE = {
    "brackets that open": lambda: b"[" * LARGEST,
    "brackets that close": lambda: b"]" * LARGEST,
    "spaces": lambda: b" " * LARGEST,
    "a string without its end": lambda: b'"' + b'\\"' * (LARGEST // 2 - 1),
    "small numbers": lambda: b"[" + b"1," * (LARGEST // 2 - 2) + b"1]",
    "one large number": lambda: b'{"version":' + b"9" * (LARGEST - 20) + b"}",
    "empty objects": lambda: b'{"people":[' + b"{}," * (MANY // 3) + b"{}]}",
    "unknown fields": lambda: HEAD + b",".join(b'"k%d":1' % number for number in range(MANY)) + b"}",
    "one key again and again": lambda: HEAD + b",".join(b'"k":1' for _number in range(MANY)) + b"}",
    "an audience of codes": lambda: b'{"audience":[' + b",".join(b'"c%d"' % number for number in range(MANY)) + b"]}",
    "a name of escapes": lambda: HEAD + NAME + b"\\u0041" * (LARGEST // 6 - 100) + b'"}}}',
    "a name of isolates": lambda: HEAD + NAME + "\u2066".encode() * (LARGEST // 3 - 100) + b'"}}}',
    "one wide character": lambda: HEAD + b'"x":"' + b"a" * (LARGEST - 200) + "😀".encode() + b'"}',
    "rows of one ref": lambda: HEAD + b'"people":[' + b",".join(b'{"ref":"a"}' for _row in range(MANY // 4)) + b"]}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_spiteful_file_is_refused(name):
    data = HOSTILE[name]()
    assert len(data) <= LARGEST
    with pytest.raises(Refused):
        read(data)


@pytest.mark.parametrize("name", ["unknown fields", "one wide character", "one key again and again", "empty objects"])
def test_a_spiteful_file_is_refused_within_bounds(name):
    data = HOSTILE[name]()
    tracemalloc.start()
    try:
        with pytest.raises(Refused):
            read(data)
        assert tracemalloc.get_traced_memory()[1] + len(data) < 256_000_000
    finally:
        tracemalloc.stop()


def test_a_file_one_octet_too_long_is_not_looked_at():
    with pytest.raises(Refused) as refused:
        read(b"\xff" * (LARGEST + 1))
    assert [(problem.code, dict(problem.params)) for problem in refused.value.problems] == [
        ("too_large", {"limit": LARGEST, "size": LARGEST + 1})
    ]


def test_a_long_record_is_read():
    said = {**SMALL["statements"][0], "forecast": None}
    many = {**SMALL, "statements": [{**said, "ref": f"said-{number}"} for number in range(6000)]}
    data = octets(many)
    assert len(read(data).statements) == 6000
