"""The environment of every page: strict, escaped, in the reader's language."""

from collections.abc import Callable
from functools import cache
from typing import Any
from uuid import UUID

from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from jinja2 import Environment, StrictUndefined, pass_context

from tansiq.languages import dates, numbers
from tansiq.languages.terms import term
from tansiq.languages.words import direction, plain, said

ANY = UUID(int=0)  # Stands for the key of whatever item.
WRITTEN: dict[str, Callable[..., object]] = {
    "said": said,
    "plain": plain,
    "number": numbers.number,
    "day": dates.day,
    "days": dates.days,
    "written": dates.written,
    "moment": dates.moment,
    "away": dates.away,
    "hijri": dates.hijri,
}


def _for_each_reader(written: Callable[..., object]) -> Callable[..., object]:
    """A filter that is never worked out beforehand: a literal would be written in the language of its first reader."""

    @pass_context
    def filtered(_context: object, *values: object, **options: object) -> object:
        return written(*values, **options)

    return filtered


def url(name: str, *args: object, **kwargs: object) -> str:
    """The address of a page in the reader's language."""
    if len(args) == 1 and isinstance(args[0], UUID) and not kwargs:
        return _around(name, get_language()).replace(str(ANY), str(args[0]))
    return reverse(name, args=args or None, kwargs=kwargs or None)


@cache
def _around(name: str, _language: str | None) -> str:
    """The address of any item's page: a long list would ask for it hundreds of times."""
    return reverse(name, args=[ANY])


def environment(*, autoescape: bool, **options: Any) -> Environment:
    """The environment that Django's Jinja2 backend asks for; what a template lacks is a fault, never a blank."""
    made = Environment(
        **{
            **options,
            "undefined": StrictUndefined,
            "extensions": ["jinja2.ext.i18n"],
            "trim_blocks": True,
            "lstrip_blocks": True,
        },
        autoescape=autoescape,  # noqa: S701 -- Django asks for it
    )
    words = translation
    made.install_gettext_callables(  # type: ignore[attr-defined] # the i18n extension brings it
        words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext, npgettext=words.npgettext
    )
    made.globals.update(static=static, url=url, direction=direction, term=term, notices_of=get_messages)
    made.filters.update({name: _for_each_reader(written) for name, written in WRITTEN.items()})
    return made
