"""What comes from elsewhere, or is far too much, is refused before anybody acts by it."""

from urllib.parse import urlencode

import pytest

from tests.pages import text
from tests.values.probing import FORM, stored
from tests.visits import at, client

pytestmark = pytest.mark.django_db

WORDS = "Reports come <late> and {{ 7*7 }} of them."
MB = 1024 * 1024


def test_without_a_token_nobody_acts_and_the_words_are_kept(matter):
    held, before = client("alif", enforce_csrf_checks=True), stored("alif")
    answer = held.post(at("remark_make", matter["review"].pk), {"text": WORDS, "language": "en", "release": "mine"})
    assert answer.status_code == 403
    assert "Reports come &lt;late&gt; and {{ 7*7 }} of them." in text(answer)
    assert stored("alif") == before


def test_a_token_of_elsewhere_is_none(matter):
    held = client("alif", enforce_csrf_checks=True)
    held.cookies["csrftoken"] = "a" * 32
    given = {"text": WORDS, "csrfmiddlewaretoken": "b" * 32}
    assert held.post(at("remark_make", matter["review"].pk), given).status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "localhost:x", "a\r\nb", "", "[::1"])
def test_a_forged_host_is_refused(alif, host):
    assert client("alif").get(at("home"), headers={"host": host}).status_code == 400


def test_a_forwarded_host_is_not_believed(alif):
    answer = client("alif").get(at("home"), headers={"x-forwarded-host": "evil.example"})
    assert (answer.status_code, b"evil.example" in answer.content) == (200, False)


@pytest.mark.parametrize(
    "body", [urlencode({"text": "x" * 10 * MB}), urlencode([(f"f{number}", "1") for number in range(3000)])]
)
def test_far_too_much_is_refused_before_it_is_read(matter, body):
    before = stored("alif")
    for slug, address in [("alif", at("remark_make", matter["review"].pk)), ("", at("account_login"))]:
        answer = client(slug, raise_request_exception=False).post(address, body, content_type=FORM)
        assert answer.status_code in {400, 413}
    assert stored("alif") == before
