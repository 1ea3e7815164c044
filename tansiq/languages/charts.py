"""Charts in the reader's language: the engines draw, the words and the month names are given here."""

from collections.abc import Sequence
from datetime import date

from django.utils.safestring import SafeString, mark_safe

from tansiq.engines import cadence
from tansiq.engines.dates import months
from tansiq.languages.ways import language, way


def rhythm(
    meetings: Sequence[cadence.Meeting], *, title: str, until: date, every_months: int | None = None
) -> tuple[SafeString, SafeString]:
    """The agreed against the actual rhythm of a body's meetings: the drawing for a desk, and the one for a phone."""
    names = [months.name(number, language(), way().months, short=True) for number in range(1, 13)]
    lettering = cadence.Lettering(title, names, rtl=language() == "ar", arabic_digits=way().digits == "eastern")
    drawn = (
        cadence.draw(meetings, lettering, until=until, every_months=every_months, narrow=narrow)
        for narrow in (False, True)
    )
    wide, small = (mark_safe(svg) for svg in drawn)  # noqa: S308 -- the engine escapes every word that it draws
    return wide, small
