"""Which item of an agenda announces which decision."""

from django.db import models

from tansiq.decisions.models import Decision
from tansiq.release.models import Releasable
from tansiq.reviews.agenda.models import AgendaItem


class Announcement(Releasable):
    """That an item of an agenda announces a decision that was adopted by silence (R-S9); the house makes both."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="announcements")
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="announces")
