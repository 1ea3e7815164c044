"""Developments in words: since when, and of what an assessment spoke that is doubted."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tansiq.assessments.models import Assessment
from tansiq.developments.models import Development
from tansiq.languages.dates import day, written


def since(of: Development) -> SafeString:
    """Since when it is so, as exactly as that is known, hedge and all."""
    words = _("since about {}") if of.since_hedged else _("since {}")
    return format_html(words, day(of.since_on, of.since_precision))


def said_of(one: Assessment) -> str:
    """An assessment in a list to choose from: whose, of what, how, as of when."""
    who = one.said_by_name or one.owner.name
    rated = one.get_rating_display() or one.get_trend_display()
    return f"{who.plain()} · {one.get_aspect_display()} · {rated} · {written(one.as_of)}"


def all_who_read() -> str:
    """The circle of what hangs on something."""
    return _("All who read it")
