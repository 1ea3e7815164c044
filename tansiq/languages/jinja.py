"""The environment of every page: strict, escaped, in the reader's language."""

from collections.abc import Callable
from functools import cache, lru_cache
from types import FunctionType
from typing import Any
from uuid import UUID

from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from tansiq.languages import dates, numbers, zones
from tansiq.languages.terms import term
from tansiq.languages.ways import HELD
from tansiq.languages.words import direction, plain, said

ANY = UUID(int=0)  # Stands for the key of whatever item.
WRITTEN: dict[str, Callable[..., object]] = {
    "said": said,
    "plain": plain,
    "number": numbers.number,
    "day": dates.day,
    "days": dates.days,
    "written": dates.written,
    "day_in": zones.day_in,
    "meets_at": zones.meets_at,
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
        before, after = _around(name, get_language())
        return f"{before}{args[0]}{after}"
    return reverse(name, args=args, kwargs=kwargs) if kwargs else _address(name, get_language(), *args)


@cache
def _around(name: str, _language: str | None) -> tuple[str, str]:
    """What stands before and after the key in any item's address: a long list asks for it hundreds of times."""
    before, _key, after = reverse(name, args=[ANY]).partition(str(ANY))
    return before, after


@lru_cache(maxsize=HELD)
def _address(name: str, _language: str | None, *args: object) -> str:
    """The address of a page that is asked for many times, such as a member's."""
    return reverse(name, args=args)


def spoken(text: str, /, **given: object) -> Markup:
    """The house's words in the reader's language; what is given in them is escaped."""
    words = Markup(translation.gettext(text))  # noqa: S704 -- our own words
    return words % given if given or "%" in words else words


class _Straight(Context):
    """A context that calls macros and functions at once; Jinja first asks each of them, every time, what it wants."""

    def call(self, called: Any, /, *args: Any, **options: Any) -> Any:
        """Call what a template calls."""
        if type(called) is Macro:
            args = (self.eval_ctx, *args)
        elif type(called) is not FunctionType or hasattr(called, "jinja_pass_arg"):
            return super().call(called, *args, **options)
        options.pop("_loop_vars", None)
        options.pop("_block_vars", None)
        return called(*args, **options)


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
    made.context_class = _Straight
    words = translation
    made.install_gettext_callables(  # type: ignore[attr-defined] # the i18n extension brings it
        words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext, npgettext=words.npgettext
    )
    made.globals.update(_=spoken, static=static, url=url, direction=direction, term=term, notices_of=get_messages)
    made.filters.update({name: _for_each_reader(written) for name, written in WRITTEN.items()})
    return made
