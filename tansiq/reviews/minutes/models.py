"""The minutes of an item: what was written at each step, the corrections that members propose, and the seal."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.languages.words import WordsField
from tansiq.release.models import Releasable
from tansiq.reviews.agenda.models import AgendaItem


class Minutes(Releasable):
    """The minutes of an item as they stood at a step: a row of whoever wrote them, to whom they went then."""

    class Step(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("minutes", "draft")
        CIRCULATED = "circulated", pgettext_lazy("minutes", "circulated")
        ADOPTED = "adopted", pgettext_lazy("minutes", "adopted")

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="minuted")
    step = models.CharField(_("step"), max_length=16, choices=Step)
    text = WordsField(_("minutes"))
    until_on = models.DateField(_("corrections until"), null=True)
    place = models.PositiveSmallIntegerField(default=1)  # Its order among those of its step: drafts alone have several.

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "step", "place"], name="one_text_of_a_place"),
            models.CheckConstraint(
                name="circulated_minutes_have_a_date_for_corrections",
                condition=models.Q(step="circulated", until_on__isnull=False)
                | (~models.Q(step="circulated") & models.Q(until_on__isnull=True)),
            ),
            models.CheckConstraint(
                name="minutes_are_circulated_and_adopted_once",
                condition=models.Q(step="draft") | models.Q(place=1),
            ),
        ]


class MinutesCorrection(Releasable):
    """A correction that a member proposes to circulated minutes, to those whom it chose among their readers."""

    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="corrections")
    text = WordsField(_("correction"))


class MinutesAnswer(Releasable):
    """Whether a correction was taken in, and why not or how."""

    correction = models.ForeignKey(MinutesCorrection, models.PROTECT, related_name="answers")
    taken = models.BooleanField(_("taken in"))
    reason = WordsField(_("why"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["correction"], name="one_answer_to_a_correction")]


class MinutesSeal(Releasable):
    """That the adopted minutes of an item are sealed: nothing is written of it any more."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="seals")
    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="seals")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item"], name="one_seal_of_an_item")]
