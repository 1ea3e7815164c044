"""Risks as somebody raised them, with the hedge of the level as it was stated."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tansiq.languages.words import WordsField
from tansiq.members.models import Precision
from tansiq.release.found import Found
from tansiq.release.models import Releasable
from tansiq.reviews.models import Review
from tansiq.sources.models import Source


class Risk(Releasable):
    """What may go wrong: the level in the words in which it was stated, hedge and all (R-A12)."""

    found = Found(
        _("Risk"),
        title=("text",),
        text=("level",),
        also=("note", "said_by_name"),
        on="starts_on",
        precision="precision",
        lines="line",
    )

    text = WordsField(_("risk"))
    level = WordsField(_("level as stated"))
    line = models.CharField(max_length=32, blank=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    precision = models.CharField(max_length=16, choices=Precision, default=Precision.DAY)
    review = models.ForeignKey(Review, models.PROTECT, null=True, related_name="risks")
    source = models.ForeignKey(Source, models.PROTECT, related_name="risks")
    note = WordsField(_("note"), null=True)
