"""The periods that a call offers: since the last review of its body, and since the start."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from tansiq import clock
from tansiq.languages.dates import days
from tansiq.members.models import Body
from tansiq.reviews.models import Review
from tansiq.reviews.queries import reviews

SINCE_LAST, SINCE_START, OWN = "last", "start", "own"


@dataclass(frozen=True)
class Window:
    """A period that is offered: its word, and its two days."""

    value: str
    label: str
    start: date
    end: date

    @property
    def told(self) -> Any:
        """Its days in words."""
        return days(self.start, self.end)


def windows(body: Body, review: Review | None, founded_on: date | None) -> list[Window]:
    """What can be offered: nothing since a review where there was none, nothing since a start that is not known."""
    today = clock.today()
    end = min(review.starts_on or today, today) if review else today
    held = reviews().filter(body=body, starts_on__lt=end).order_by("-starts_on", "key")
    last = held.values_list("starts_on", flat=True).first()
    offered = []
    if last:
        offered.append(Window(SINCE_LAST, _("Since the last review of this body"), last, end))
    if founded_on and founded_on <= end:
        offered.append(Window(SINCE_START, _("Since the start"), founded_on, end))
    return offered
