"""The forms of what every coalition counts in: millions, billions and a few currencies."""

from collections.abc import Mapping
from typing import Final

from tansiq.engines.counting.phrases import Forms

_MILLION = {"few": "{} ملايين", "other": "{} مليون", "one": "مليون"}
_BILLION = {"few": "{} مليارات", "other": "{} مليار", "one": "مليار"}

# By scale, and by whether something is named after it: two million are مليونان, two million persons مليونا شخص.
SCALES: Final[Mapping[tuple[str, bool], Mapping[str, Forms]]] = {
    ("million", False): {
        "en": {"other": "{} million"},
        "ar": {**_MILLION, "two": "مليونان", "two_after": "مليونين", "many": "{} مليونًا"},
    },
    ("million", True): {
        "en": {"other": "{} million"},
        "ar": {**_MILLION, "two": "مليونا", "two_after": "مليوني", "many": "{} مليون"},
    },
    ("billion", False): {
        "en": {"other": "{} billion"},
        "ar": {**_BILLION, "two": "ملياران", "two_after": "مليارين", "many": "{} مليارًا"},
    },
    ("billion", True): {
        "en": {"other": "{} billion"},
        "ar": {**_BILLION, "two": "مليارا", "two_after": "ملياري", "many": "{} مليار"},
    },
}

CURRENCIES: Final[Mapping[str, Mapping[str, Forms]]] = {
    "USD": {
        "en": {"one": "{} US dollar", "other": "{} US dollars"},
        "ar": {
            "one": "دولار أمريكي واحد",
            "two": "دولاران أمريكيان",
            "two_after": "دولارين أمريكيين",
            "few": "{} دولارات أمريكية",
            "many": "{} دولارًا أمريكيًا",
            "other": "{} دولار أمريكي",
        },
    },
    "CAD": {
        "en": {"one": "{} Canadian dollar", "other": "{} Canadian dollars"},
        "ar": {
            "one": "دولار كندي واحد",
            "two": "دولاران كنديان",
            "two_after": "دولارين كنديين",
            "few": "{} دولارات كندية",
            "many": "{} دولارًا كنديًا",
            "other": "{} دولار كندي",
        },
    },
    "EUR": {"en": {"one": "{} euro", "other": "{} euros"}, "ar": {"other": "{} يورو"}},
}
