"""Bad values: what a stranger, a broken program or an old form may send into any field, filter or address."""

PRODUCT = "5332114"  # What the template syntax below would make of itself; no page says this number otherwise.
SCRIPT = "<script>alert(4321)</script>"
ABSENT = "00000000-0000-4000-8000-000000000000"

QUOTES = ["' OR '1'='1", "x'; DROP TABLE tansiq_remark; --", 'a" UNION SELECT 1', "%' ESCAPE '!", "name DESC; SELECT 1"]
OCTETS = [b"\x00", b"a\x00b", b"\xed\xa0\x80", b"\xff\xfe", b"\xc0\xaf", b"caf\xe9"]  # NUL, lone surrogate, no UTF-8.
UNSEEN = ["cod\u202efdp", "a\u2066b", "zero\u200bwidth", "\ufeff", "\U000e0041tag", "\u200f"]
MARKS = [SCRIPT, f'"><svg onload=x>{SCRIPT}', "javascript:alert(1)", "<!--", "&lt;b&gt;"]
SYNTAX = ["{{ 1234*4321 }}", "{% set a = 1234*4321 %}{{ a }}", "${1234*4321}", "%(name)s %s {0.__class__}"]
LINES = ["a\r\nBcc: x@y.example", "a\rb\nc", "\r\n\r\n<html>", 'a@b"\r\nBcc:x@y.example']
LONG = ["x" * 100_000, "ا" * 34_000]
NUMBERS = ["9" * 4400, "-1", "1e400", "NaN", "Infinity", "99999999999999999999", "٣", "0x10", "-0", "1٬000"]
DATES = ["0000-00-00", "2015-02-30", "9999-12-31T23:59:60", "10000-01-01", "٢٠١٥", "٣٠ شباط ٢٠١٥"]
NAMES = ["Еgypt", "a" * 400 + "@a.example", "ـــــ", "ﷺ"]
WAYS_OUT = ["//evil.example", "\\\\evil.example", "https:evil.example", "/\\evil.example", "%2f%2fevil.example"]
PATHS = ["../../etc/passwd", "..%2f..%2fsecret", "/etc/passwd\x00.html"]
KEYS = [ABSENT, "not-a-key", ABSENT[:-1], "{" + ABSENT + "}"]
LOOKUPS = ["__class__", "owner__email__startswith", "_connector", "[]", '{"$ne": 1}', "secret_field"]

VALUES: tuple[str | bytes, ...] = (
    *QUOTES, *OCTETS, *UNSEEN, *MARKS, *SYNTAX, *LINES, *LONG, *NUMBERS,
    *DATES, *NAMES, *WAYS_OUT, *PATHS, *KEYS, *LOOKUPS,
)  # fmt: skip


def share(number: int, of: int) -> tuple[str | bytes, ...]:
    """What one of several places of a kind is sent: together, that many in a row are sent the whole corpus."""
    return VALUES[number % of :: of]


def told(value: str | bytes) -> str:
    """A value as a failing test names it."""
    return repr(value)[:60]
