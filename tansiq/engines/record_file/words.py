"""Words in one language or more, as a field holds them."""

# ruff: noqa: D102 -- what each method of a kind is for, Kind says once

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from tansiq.engines.naming import SCRIPTS, flaw
from tansiq.engines.record_file.kinds import Choice, Kind, read_string, refuse_twice
from tansiq.engines.record_file.places import Place, Wrong
from tansiq.engines.record_file.wording import STANDINGS, Text

MOST_LANGUAGES: Final = 20
LANGUAGE: Final = re.compile(r"[a-z]{2,3}", re.ASCII)
STANDING: Final = Choice(STANDINGS)


@dataclass(frozen=True, slots=True)
class Words(Kind):
    """Words in one language or more."""

    limit: int
    lines: bool = False
    name: bool = False

    def read(self, value: object, place: Place) -> Text:
        if not isinstance(value, dict):
            raise Wrong("wrong_type", wanted="text")
        refuse_twice(value, place)
        words = {key: said for key, said in value.items() if key not in ("source", "standing")}
        if not words:
            raise Wrong("missing", field="en")
        if len(words) > MOST_LANGUAGES:
            raise Wrong("too_many", limit=MOST_LANGUAGES, count=len(words))
        for language, said in words.items():
            if LANGUAGE.fullmatch(language):
                place.field(language).read(self._in(language), said)
            else:
                place.field(language).refuse("unknown_field", field=language)
        source = value.get("source", "en" if "en" in words else next(iter(words)))
        place.field("source").read(Choice(tuple(words)).read, source)
        translations = {language: "unofficial" for language in words if language != source}
        standing = self._standing(value.get("standing", {}), translations, place.field("standing"))
        return Text(source, tuple(sorted(words.items())), tuple(sorted(standing.items())))

    def _in(self, language: str) -> Callable[[object, Place], str]:
        """How the words of one language are read."""

        def read(said: object, _place: Place) -> str:
            words = read_string(said, self.limit, lines=self.lines)
            if self.name and language in SCRIPTS and (found := flaw(words, language)):
                raise Wrong("bad_name", flaw=found)
            return words

        return read

    @staticmethod
    def _standing(given: object, translations: dict[str, str], place: Place) -> dict[str, str]:
        if not isinstance(given, dict):
            place.refuse("wrong_type", wanted="object")
            return translations
        refuse_twice(given, place)
        for language, standing in given.items():
            if language in translations:
                place.field(language).read(STANDING.read, standing)
            else:
                place.field(language).refuse("unknown_field", field=language)
        return translations | given

    def write(self, value: Text | None) -> dict[str, Any] | None:
        return value.as_json() if value else None

    def described(self) -> str:
        return f"text ≤ {self.limit}" + (", may have lines" if self.lines else "")
