"""Doubts about an answer in words: what looks unlikely, beside what, so that whoever files it looks again."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.models import Measure
from tansiq.efforts.wording import amount_of
from tansiq.engines.likely import Doubt
from tansiq.languages.dates import day

SENTENCES = {
    "far_more": _("This is many times what was reported last: {given}, and last time {beside}."),
    "far_less": _("This is a small part of what was reported last: {given}, and last time {beside}."),
    "falls": _("A total to date does not fall: {given}, and last time {beside}."),
    "below_zero": _("This is less than nothing: {given}."),
    "over_whole": _("This is more than the whole: {given} of {beside}."),
    "future": _("The day lies ahead: {given}; today is {beside}."),
    "early": _("The day lies before the period, which begins on {beside}: {given}."),
    "late": _("The day lies after the period, which ends on {beside}: {given}."),
    "parts": _("The parts do not make the whole: together {given}, the whole {beside}."),
}


def sentence(doubt: Doubt, measure: Measure) -> SafeString:
    """A doubt in words."""
    return format_html(
        str(SENTENCES[doubt.code]), given=_told(doubt.given, measure), beside=_told(doubt.beside, measure)
    )


def _told(value: Decimal | date | None, measure: Measure) -> Any:
    if value is None:
        return ""
    return day(value) if isinstance(value, date) else amount_of(value, measure)
