"""Making a series: the reviews of a body at one level, how often they come, and what they may decide by themselves."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import PermissionDenied

from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.members.models import Body
from tansiq.record.acts import act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.models import Series


@act("series.made")
def make_series(  # noqa: PLR0913 -- what is agreed of a series
    *,
    body: Body,
    level: str,
    name: Words,
    first_on: date,
    every: int,
    unit: str,
    weekday: int | None = None,
    nth: int | None = None,
    hedged: bool = False,
    skipped: Sequence[int] = (),
    decides: Words | None = None,
) -> Series:
    """Make a series of reviews of a body; the body's readers read it."""
    if acting().code not in OPENERS:
        raise PermissionDenied
    series = Series.objects.create(
        body=body,
        level=level,
        name=name,
        first_on=first_on,
        every=every,
        unit=unit,
        weekday=weekday,
        nth=nth,
        hedged=hedged,
        skipped=sorted(set(skipped)),
        decides=decides,
        **ownership(body.audience),
    )
    append(
        "series.made",
        about=series,
        audience=body.audience,
        content={
            "body": str(body.pk),
            "level": level,
            "name": name.as_json(),
            "first": first_on.isoformat(),
            "every": every,
            "unit": unit,
            "weekday": weekday,
            "nth": nth,
            "hedged": hedged,
            "skipped": series.skipped,
            "decides": decides.as_json() if decides else None,
        },
        first=True,
    )
    return series
