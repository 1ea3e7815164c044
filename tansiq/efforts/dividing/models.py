"""Figures told apart: by what, and their parts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.efforts.models import Figure, Qualifier
from tansiq.languages.words import WordsField
from tansiq.release.models import Releasable


class Breakdown(Releasable):
    """By what a figure is told apart; its parts make the whole, or it says why they do not."""

    class Dimension(models.TextChoices):
        PLACE = "place", pgettext_lazy("breakdown", "place")
        SEX = "sex", pgettext_lazy("breakdown", "sex")
        AGE = "age", pgettext_lazy("breakdown", "age")
        OWN = "own", pgettext_lazy("breakdown", "something else")

    figure = models.ForeignKey(Figure, models.PROTECT, related_name="breakdowns")
    dimension = models.CharField(_("told apart by"), max_length=8, choices=Dimension)
    by = WordsField(_("by what else"), null=True)  # Of an own dimension: its name.
    why_not = WordsField(_("why the parts do not make the whole"), null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="what_is_told_apart_otherwise_says_by_what",
                condition=~models.Q(dimension="own") | models.Q(by__isnull=False),
            )
        ]


class Part(Releasable):
    """A part of a figure: what it is, and how much of the whole."""

    breakdown = models.ForeignKey(Breakdown, models.PROTECT, related_name="parts")
    label = WordsField(_("part"))
    value = models.DecimalField(_("value"), max_digits=26, decimal_places=6)
    qualifier = models.CharField(_("qualifier"), max_length=16, choices=Qualifier, default=Qualifier.NONE_STATED)
    place = models.PositiveSmallIntegerField(default=0)  # Its order among the parts.
