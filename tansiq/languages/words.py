"""Text in two languages or more, with its source language and the standing of each translation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from types import MappingProxyType
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
STANDINGS = ("official", "unofficial", "machine", "stale")


@dataclass(frozen=True)
class Words:
    """What somebody said, in each language that it is held in."""

    source: str
    words: Mapping[str, str]
    standing: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, source: str = "en", **words: str) -> Self:
        """Words from keyword arguments: `Words.of("en", en="Report", ar="تقرير")`."""
        return cls(source, words)

    @classmethod
    def from_json(cls, held: Mapping[str, Any]) -> Self:
        """Words as the database and the record hold them."""
        return cls(held["source"], held["words"], held.get("standing", {}))

    def as_json(self) -> dict[str, Any]:
        """The same, as JSON with ASCII keys."""
        return {
            "source": self.source,
            "words": dict(self.words),
            **({"standing": dict(self.standing)} if self.standing else {}),
        }

    def language(self, wanted: str | None = None) -> str:
        """The language in which a reader of the wanted one gets these words."""
        wanted = (wanted or get_language() or self.source).split("-")[0]
        return wanted if wanted in self.words else self.source

    def plain(self, wanted: str | None = None) -> str:
        """The words in the reader's language, else in their own."""
        return self.words[self.language(wanted)]

    def __str__(self) -> str:
        return self.plain()

    def __html__(self) -> SafeString:
        """The words, marked with their language and direction where these are not the page's."""
        here = (get_language() or "").split("-")[0]
        language = here if here in self.words else self.source
        if language == here:
            return SafeString(escape(self.words[language]))
        return format_html('<span lang="{}" dir="{}">{}</span>', language, direction(language), self.words[language])


def direction(language: str) -> str:
    """The direction of a language's script."""
    return "rtl" if language.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT else "ltr"


def said(words: Words | Mapping[str, Any] | str | None) -> SafeString | str:
    """People's words for a page."""
    if isinstance(words, Mapping):
        words = Words.from_json(words)
    return words.__html__() if isinstance(words, Words) else (words or "")


def plain(words: Words | Mapping[str, Any] | str | None) -> str:
    """People's words for a title or an attribute."""
    if isinstance(words, Mapping):
        words = Words.from_json(words)
    return str(words) if words else ""


class WordsField(models.JSONField):
    """A column of words: `{"source": "en", "words": {"en": …, "ar": …}}`, its source language always present."""

    description = _("Words in several languages")
    holds: type[Words] = Words

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("encoder", DjangoJSONEncoder)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """For migrations: the encoder goes without saying."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("encoder", None)
        return name, path, args, kwargs

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Words | None:
        """Words from the column."""
        held = super().from_db_value(value, expression, connection)
        return self.holds.from_json(held) if isinstance(held, dict) else None

    def to_python(self, value: Any) -> Words | None:
        """Words from what a caller gives."""
        return self.holds.from_json(value) if isinstance(value, dict) else value

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: FBT001, FBT002 -- Django's own signature
        """The column's value for words."""
        return super().get_db_prep_value(value.as_json() if isinstance(value, Words) else value, connection, prepared)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Refuse words that lack their source language."""
        if not isinstance(value, Words) or not value.words.get(value.source):
            raise ValidationError(_("These words lack their own language."))
