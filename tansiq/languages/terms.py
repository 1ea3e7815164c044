"""A coalition's own words for its members, bodies and lines: spoken of in one function, `term`."""

from collections.abc import Mapping
from contextvars import ContextVar
from typing import Any

from django.utils.translation import gettext_lazy as _

from tansiq.languages.ways import language

HOUSE: Mapping[str, Any] = {
    "coalition": _("Coalition"),
    "member": _("Member"),
    "members": _("Members"),
    "secretariat": _("Secretariat"),
    "plenary": _("Plenary"),
    "small_group": _("Small group"),
    "line": _("Line of effort"),
    "lines": _("Lines of effort"),
}
Terms = Mapping[str, Mapping[str, str]]
_terms: ContextVar[Terms] = ContextVar("terms", default={})  # noqa: B039 -- it is never changed


def speak_in(terms: Terms | None) -> None:
    """Speak in these terms from now on, as one activates a language; in the house's own where there are none."""
    _terms.set(terms or {})


def term(name: str) -> str:
    """The coalition's word, in the reader's language."""
    own = _terms.get().get(name)
    return own[language()] if own else str(HOUSE[name])
