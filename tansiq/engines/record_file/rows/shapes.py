"""The shapes and lengths that the fields of the format share."""

from typing import Final

from tansiq.engines.naming import LONGEST
from tansiq.engines.record_file.kinds import Shape
from tansiq.engines.record_file.links import Readers, Reference
from tansiq.engines.record_file.units import Units
from tansiq.engines.record_file.words import Words

REF: Final = Shape("ref", r"[A-Za-z0-9][A-Za-z0-9._-]*", 64)
CODE: Final = Shape("ref", r"[A-Za-z0-9][A-Za-z0-9._-]*", 24)
TERM: Final = Shape("ref", r"[a-z][a-z0-9_]*", 32)
URL: Final = Shape("address", r"https?://[^\s/?#@\"<>\\^`{|}]+([/?#][^\s\"<>\\^`{|}]*)?", 1000)
LANGUAGE: Final = Shape("language", r"[a-z]{2,3}", 8)
UNIT: Final = Shape("unit", r"[A-Za-z][A-Za-z0-9_]*", 32)
CURRENCY: Final = Shape("currency", r"[A-Z]{3}", 3)
ISO3: Final = Shape("country", r"[A-Z]{3}", 3)
NAME: Final = Words(LONGEST, name=True)
SHORT: Final = Words(300)
COUNTED_IN: Final = Units(300)
LONG: Final = Words(4000, lines=True)
SOURCE: Final = Reference("sources")
MEMBER: Final = Reference("members")
PERSON: Final = Reference("people")
TERMS: Final = Reference("lines")
REVIEW: Final = Reference("reviews")
READERS: Final = Readers(inherited=True)
OWN_REF: Final = "its name in this file: no other row bears it"
OWN_AUDIENCE: Final = "its readers, where these are fewer than the readers of what it stands in"
PRECISIONS: Final = ("day", "month", "year", "not_stated")
