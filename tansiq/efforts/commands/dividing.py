"""Telling a figure apart: its parts make the whole, or its reporter says why they do not."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.dividing.models import Breakdown, Part
from tansiq.efforts.models import Figure, Qualifier
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.engines.figures import Told, make_the_whole
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.record.acts import act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import remember_choice

KIND = "parts"
FEWEST, MOST = 2, 60


@dataclass(frozen=True, slots=True)
class Slice:
    """One part, as a form or a file gives it."""

    label: Words
    value: Decimal
    qualifier: str = Qualifier.NONE_STATED


def whole_of(figure: Figure) -> Told | None:
    """What the parts of a figure must make: its number; of a share its numerator; nothing where it has none."""
    if figure.base_id is not None or figure.numerator is not None:
        return Told(figure.numerator) if figure.numerator is not None else None
    return Told(figure.value, figure.qualifier, figure.high) if figure.value is not None else None


@act("parts.added")
def add_parts(  # noqa: PLR0913 -- a figure, by what, its parts, and to whom
    *,
    figure: Figure,
    dimension: str,
    by: Words | None = None,
    parts: Sequence[Slice],
    why_not: Words | None = None,
    readers: Sequence[int],
) -> Breakdown:
    """Tell a figure of one's own apart into its parts.

    Raises:
        ValidationError: it has no number, there are too few parts, or they do not make the whole and nobody says why.
    """
    if figure.owner_id != acting().member:
        raise PermissionDenied
    whole = whole_of(figure)
    if whole is None:
        raise ValidationError(_("Only a number can be told apart; of a share, its numerator."))
    if not FEWEST <= len(parts) <= MOST:
        raise ValidationError(_("A figure is told apart into two parts or more, sixty at most."))
    if (dimension == Breakdown.Dimension.OWN) != (by is not None):
        raise ValidationError(_("Say by what else it is told apart."))
    fits = make_the_whole(whole, [Told(one.value, one.qualifier) for one in parts])
    if not fits and why_not is None:
        raise ValidationError(_("These parts do not make the whole. Correct them, or say why they do not."))
    audience = audience_for(readers)
    with within_its_release():
        made = Breakdown.objects.create(
            figure=figure, dimension=dimension, by=by, why_not=None if fits else why_not, **ownership(audience)
        )
        Part.objects.bulk_create(
            Part(
                breakdown=made,
                label=one.label,
                value=one.value,
                qualifier=one.qualifier,
                place=place,
                **ownership(audience),
            )
            for place, one in enumerate(parts)
        )
    remember_choice(KIND, audience)
    append(
        "parts.added",
        about=made,
        audience=audience,
        content={
            "figure": str(figure.pk),
            "dimension": str(dimension),
            "by": by.as_json() if by else None,
            "parts": [
                {"label": one.label.as_json(), "value": str(one.value), "qualifier": str(one.qualifier)}
                for one in parts
            ],
            "why_not": why_not.as_json() if why_not and not fits else None,
        },
        first=True,
    )
    return made
