"""Needs, and which contribution is offered for which."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.contributions.models import Contribution
from tansiq.efforts.models import Qualifier
from tansiq.languages.units import UnitField
from tansiq.languages.words import WordsField
from tansiq.release.found import Found
from tansiq.release.models import Releasable
from tansiq.reviews.models import Subject


class Need(Releasable):
    """What is needed along a line of effort: of what kind, how much, where and by when (R-C6)."""

    found = Found(
        _("Need"),
        title=("text",),
        also=("place", "words"),
        page="need",
        on="by_on",
        lines="line.code",
    )

    line = models.ForeignKey(Subject, models.PROTECT, null=True, related_name="needs")
    kind = models.CharField(_("kind"), max_length=16, choices=Contribution.Kind)
    text = WordsField(_("what"))
    amount = models.DecimalField(max_digits=26, decimal_places=6, null=True)
    high = models.DecimalField(max_digits=26, decimal_places=6, null=True)
    qualifier = models.CharField(_("qualifier"), max_length=16, choices=Qualifier)
    words = WordsField(_("as it was said"), null=True)
    unit = UnitField(_("unit"), null=True)
    currency = models.CharField(max_length=3, blank=True)
    place = WordsField(_("where"), null=True)
    by_on = models.DateField(_("by when"), null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_need_in_numbers_or_words",
                condition=models.Q(amount__isnull=False) | models.Q(words__isnull=False),
            ),
        ]


class NeedState(Releasable):
    """What became of a need, in its owner's words, to all who read it; the newest word counts, and each is kept."""

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("need", "open again")
        MET = "met", pgettext_lazy("need", "met")
        WITHDRAWN = "withdrawn", pgettext_lazy("need", "withdrawn")
        NOT_NEEDED = "not_needed", pgettext_lazy("need", "no longer needed")

    need = models.ForeignKey(Need, models.PROTECT, related_name="states")
    state = models.CharField(_("what became of it"), max_length=16, choices=State)
    words = WordsField(_("why"))
    place = models.PositiveSmallIntegerField(default=0)  # In the order in which they were said.

    class Meta:
        constraints = [models.UniqueConstraint(fields=["need", "place"], name="one_word_on_a_need_at_a_time")]


class Offer(Releasable):
    """That a contribution is offered for a need, to those who read both."""

    need = models.ForeignKey(Need, models.PROTECT, related_name="offers")
    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="offers")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["need", "contribution"], name="an_offer_once")]
