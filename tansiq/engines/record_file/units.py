"""Units: words that say what is counted, and the forms that they take beside a number."""

# ruff: noqa: D102 -- what each method of a kind is for, Kind says once

import re
from dataclasses import dataclass
from typing import Any, Final

from tansiq.engines.counting import ALWAYS, MAY_BE_MORE
from tansiq.engines.record_file.kinds import read_string, refuse_twice
from tansiq.engines.record_file.places import Place, Wrong
from tansiq.engines.record_file.wording import Text
from tansiq.engines.record_file.words import Words

LONGEST: Final = 120
FORM: Final = re.compile(r"(\{\})?[^{}]*[^{}\s][^{}]*")
WITHOUT_NUMBER: Final = frozenset({"zero", "one", "two", "two_after"})  # Each says its number itself, where it may.


@dataclass(frozen=True, slots=True)
class Unit(Text):
    """What is counted, and by language the phrases in which a number of it is told, each by its plural category."""

    forms: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The unit as a file states it."""
        return {**Text.as_json(self), **self._forms()}

    def as_words(self) -> dict[str, Any]:
        """The unit as the house holds it."""
        return {**Text.as_words(self), **self._forms()}

    def _forms(self) -> dict[str, Any]:
        return {"forms": {language: dict(forms) for language, forms in self.forms}} if self.forms else {}


@dataclass(frozen=True, slots=True)
class Units(Words):
    """A text with `forms` beside its languages."""

    def read(self, value: object, place: Place) -> Unit:
        if not isinstance(value, dict):
            raise Wrong("wrong_type", wanted="text")
        refuse_twice(value, place)
        text = Words.read(self, {key: said for key, said in value.items() if key != "forms"}, place)
        known = [language for language, _words in text.words if language in ALWAYS]
        forms = _read_forms(value.get("forms") or {}, known, place.field("forms"))
        return Unit(text.source, text.words, text.standing, forms)

    def described(self) -> str:
        return f"text ≤ {self.limit}, may have forms"


def _read_forms(given: object, known: list[str], place: Place) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """The forms in each language, which must be one of the unit's own whose rules the house knows."""
    if not isinstance(given, dict):
        place.refuse("wrong_type", wanted="object")
        return ()
    refuse_twice(given, place)
    for language, forms in given.items():
        if language not in known:
            place.field(language).refuse("unknown_field", field=language)
        elif not isinstance(forms, dict):
            place.field(language).refuse("wrong_type", wanted="object")
        else:
            _check(forms, language, place.field(language))
    return tuple((one, tuple(sorted(given[one].items()))) for one in known if isinstance(given.get(one), dict))


def _check(forms: dict[str, object], language: str, place: Place) -> None:
    """All the forms of the language; or the general one alone, of what never bends."""
    refuse_twice(forms, place)
    bends = set(forms) != {"other"}
    for name in ALWAYS[language] if bends else ():
        if name not in forms:
            place.refuse("missing", field=name)
    for name, form in forms.items():
        if name in (*ALWAYS[language], *MAY_BE_MORE[language]):
            place.field(name).read(_read_form if name in WITHOUT_NUMBER else _read_form_of_number, form)
        else:
            place.field(name).refuse("unknown_field", field=name)


def _read_form(value: object, _place: Place) -> str:
    form = read_string(value, LONGEST)
    if not FORM.fullmatch(form):
        raise Wrong("wrong_shape", wanted="form", given=form)
    return form


def _read_form_of_number(value: object, place: Place) -> str:
    form = _read_form(value, place)
    if not form.startswith("{}"):
        raise Wrong("wrong_shape", wanted="form", given=form)
    return form
