"""Words in every language that they are held in, each with the standing of its translation."""

from dataclasses import dataclass

from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _

from tansiq.languages.words import Words

STANDINGS = {
    "official": gettext_lazy("official translation"),
    "unofficial": gettext_lazy("unofficial translation"),
    "machine": gettext_lazy("machine translation"),
    "stale": gettext_lazy("translation of former words"),
}


def language_name(code: str) -> str:
    """A language by its name in the reader's language; its code where nobody has named it."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


@dataclass(frozen=True)
class Version:
    """Words in one of the languages that they are held in."""

    code: str
    language: str
    standing: str
    words: str


def versions(words: Words) -> list[Version]:
    """Words in every language that they are held in, the reader's first."""
    first = words.language()
    return [
        Version(code, language_name(code), _standing(words, code), words.words[code])
        for code in sorted(words.words, key=lambda code: (code != first, code))
    ]


def _standing(words: Words, code: str) -> str:
    if code == words.source:
        return _("as it was entered")
    return str(STANDINGS.get(words.standing.get(code, ""), STANDINGS["unofficial"]))
