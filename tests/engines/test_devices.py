"""Devices in words."""

import pytest

from tansiq.engines.devices import device

CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1 Version/17.6 Safari/604"


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (CHROME, "Chrome · Linux"),
        (EDGE, "Edge · Windows"),
        (PHONE, "Safari · iPhone"),
        ("curl/8.5", ""),
        ("", ""),
        ("x" * 400 + "Firefox/1 Windows", ""),
        ("Firefox/1", "Firefox"),
    ],
)
def test_a_device_in_words(agent, words):
    assert device(agent) == words
