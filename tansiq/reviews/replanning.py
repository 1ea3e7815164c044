"""Changing the plan of a review that is not published yet: its day, time and place, or that it is held at all."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.languages.words import Words
from tansiq.record.acts import act, edit, is_own
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.models import Phase, Review
from tansiq.reviews.queries import phases_of


@dataclass(frozen=True)
class When:
    """When and where a review is planned to be."""

    on: date
    starts_at: datetime | None = None
    zone: str = ""
    minutes: int | None = None
    place: Words | None = None

    @property
    def columns(self) -> dict[str, Any]:
        """The review's own columns."""
        zone = self.zone if self.starts_at else ""
        given = {"starts_on": self.on, "ends_on": self.on, "starts_at": self.starts_at, "zone": zone}
        return {**given, "minutes": self.minutes, "place": self.place}


def told(review: Review) -> dict[str, Any]:
    """The plan of a review as an entry of the record tells it."""
    return {
        "on": review.starts_on.isoformat() if review.starts_on else None,
        "at": review.starts_at.isoformat() if review.starts_at else None,
        "zone": review.zone,
        "minutes": review.minutes,
        "place": review.place.as_json() if review.place else None,
    }


def may_replan(review: Review, phases: list[Phase]) -> bool:
    """Whether the acting office may change its plan: it opened it, and it is neither published nor called off."""
    opened_here = acting().code in OPENERS and is_own(review)
    return bool(opened_here and phases and phases[-1].step != Phase.Step.PUBLISHED and not review.called_off_at)


@act("review.replanned")
def replan_review(*, review: Review, when: When, version: int) -> Review:
    """Change when and where a review is planned to be; its invitation then takes the former one's place.

    Raises:
        ValidationError: nothing would change.
    """
    _only_where_possible(review)
    before = told(review)
    if review.version == version and all(getattr(review, name) == value for name, value in when.columns.items()):
        raise ValidationError(_("This is the plan that stands already."))
    edit(review, version=version, moves=review.moves + 1, moved_at=clock.now(), **when.columns)
    append(
        "review.replanned",
        about=review,
        audience=review.audience,
        content={**told(review), "before": before, "version": review.version},
    )
    return review


@act("review.called_off")
def call_off(*, review: Review, version: int) -> Review:
    """Say that a review is not held; it stays on the record, and its invitation takes the former one away."""
    _only_where_possible(review)
    edit(review, version=version, moves=review.moves + 1, moved_at=clock.now(), called_off_at=clock.now())
    append(
        "review.called_off",
        about=review,
        audience=review.audience,
        content={"on": review.starts_on.isoformat() if review.starts_on else None, "version": review.version},
    )
    return review


def _only_where_possible(review: Review) -> None:
    """Refuse what is not this office's to change, or no longer."""
    if not may_replan(review, list(phases_of(review.pk))):
        raise PermissionDenied
