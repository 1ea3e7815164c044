"""The environment of every page: strict, escaped, in the reader's language."""

from typing import Any

from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined

from tansiq.languages import dates, numbers
from tansiq.languages.words import direction, plain, said


def url(name: str, *args: object, **kwargs: object) -> str:
    """The address of a page in the reader's language."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def environment(*, autoescape: bool, **options: Any) -> Environment:
    """The environment that Django's Jinja2 backend asks for; what a template lacks is a fault, never a blank."""
    made = Environment(
        **{
            **options,
            "undefined": StrictUndefined,
            "optimized": False,  # Else a literal in a template is written once, in the language of its first reader.
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
    made.globals.update(
        static=static, url=url, direction=direction, language_of=translation.get_language, notices_of=get_messages
    )
    made.filters.update(
        said=said,
        plain=plain,
        number=numbers.number,
        day=dates.day,
        days=dates.days,
        written=dates.written,
        moment=dates.moment,
        away=dates.away,
        hijri=dates.hijri,
    )
    return made
