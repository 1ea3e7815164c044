"""What two worlds may differ in: three things that say nothing, each masked where it stands and nowhere else."""

import re
from typing import NamedTuple


class Mask(NamedTuple):
    """A pattern whose second group is blanked."""

    name: str
    pattern: re.Pattern[bytes]


MASKS = (
    Mask("date", re.compile(rb"(?m)^(Date: )(.*)$")),
    Mask("csrf token", re.compile(rb'(csrftoken=|name="csrfmiddlewaretoken" value=")([A-Za-z0-9]{32,64})')),
    Mask("session id", re.compile(rb"(sessionid=)([\w-]*)")),
)


def masked(raw: bytes) -> bytes:
    """The bytes of an answer without what may differ."""
    for mask in MASKS:
        raw = mask.pattern.sub(rb"\1*", raw)
    return raw
