"""Stating whether a measure moved, after all that was given."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.contributions.spent.models import Movement
from tansiq.efforts.models import Measure
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.record.acts import act
from tansiq.record.commands import append
from tansiq.release.commands import remember_choice
from tansiq.sources.models import Source

KIND = "movement"


@act("movement.stated")
def state_movement(  # noqa: PLR0913 -- of what, what, as of when, by what it is known, to whom
    *, measure: Measure, verdict: str, words: Words, source: Source, as_of: date, readers: Sequence[int]
) -> Movement:
    """State that a measure moved, did not move, or was reached and then lost; with the source that says so."""
    if as_of > clock.today():
        raise ValidationError(_("This day has not come yet."))
    given = ownership(audience_for(readers))
    with within_its_release():
        made = Movement.objects.create(
            measure=measure, verdict=verdict, words=words, source=source, as_of=as_of, **given
        )
    remember_choice(KIND, made.audience)
    content = {
        "measure": str(measure.pk),
        "verdict": str(verdict),
        "text": words.as_json(),
        "source": str(source.pk),
        "as_of": as_of.isoformat(),
    }
    append("movement.stated", about=made, audience=made.audience, content=content, first=True)
    return made
