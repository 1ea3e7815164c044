"""Three things may differ between two worlds; a fourth needs this list and docs/two-worlds.md to change."""

from tests.two_worlds.masks import MASKS, masked


def test_there_are_three_masks():
    assert [mask.name for mask in MASKS] == ["date", "csrf token", "session id"]


def test_each_blanks_what_it_names_and_nothing_else():
    secret = b"a" * 64
    raw = (
        b"200 OK\nDate: Mon, 08 Jun 2026\nETag: 3\nsessionid=abc-_1; Path=/\ncsrftoken=" + secret[:32] + b"; Path=/\n\n"
        b'<input type="hidden" name="csrfmiddlewaretoken" value="' + secret + b'"> Date: today <p>' + secret + b"</p>"
    )
    assert masked(raw) == (
        b"200 OK\nDate: *\nETag: 3\nsessionid=*; Path=/\ncsrftoken=*; Path=/\n\n"
        b'<input type="hidden" name="csrfmiddlewaretoken" value="*"> Date: today <p>' + secret + b"</p>"
    )
