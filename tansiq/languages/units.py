"""Units: what is counted, with the forms that it takes beside a number in each language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Self

from tansiq.engines.counting import Forms
from tansiq.languages.words import Words, WordsField


@dataclass(frozen=True)
class Unit(Words):
    """What is counted: its name, and by language the phrases in which a number of it is told."""

    forms: Mapping[str, Forms] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def from_json(cls, held: Mapping[str, Any]) -> Self:
        """A unit as the database and the record hold it."""
        return cls(held["source"], held["words"], held.get("standing", {}), held.get("forms", {}))

    def as_json(self) -> dict[str, Any]:
        """The same, as JSON with ASCII keys."""
        forms = {language: dict(phrases) for language, phrases in self.forms.items()}
        return {**super().as_json(), **({"forms": forms} if forms else {})}


class UnitField(WordsField):
    """A column of a unit: its words, and `forms` beside them."""

    holds = Unit
