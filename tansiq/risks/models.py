"""Risks as somebody raised them, hedge and all; stated anew at later reviews, ended, and ranked by each member."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.languages.words import WordsField
from tansiq.members.models import Precision
from tansiq.release.found import Found
from tansiq.release.models import Member, Releasable
from tansiq.reviews.models import Review
from tansiq.sources.models import Source


class Scale(Releasable):
    """On what the coalition places a risk: its levels, and how likely and how grave, each from the lowest step up.

    A risk keeps the scale on which it was placed; a later scale changes nothing that was said before.
    """

    levels = models.JSONField(_("levels"), default=list)  # Words of each step.
    likelihoods = models.JSONField(_("how likely"), default=list)
    impacts = models.JSONField(_("how grave"), default=list)


class Risk(Releasable):
    """What may go wrong: the level in the words in which it was stated, hedge and all (R-A12)."""

    found = Found(
        _("Risk"),
        title=("text",),
        text=("level",),
        also=("mitigation", "note", "said_by_name"),
        page="risk",
        on="starts_on",
        precision="precision",
        lines="line",
    )

    text = WordsField(_("risk"))
    level = WordsField(_("level as stated"))
    hedge = WordsField(_("hedge of the level"), null=True)  # As it stands in the level, in each of its languages.
    line = models.CharField(max_length=32, blank=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    precision = models.CharField(max_length=16, choices=Precision, default=Precision.DAY)
    review = models.ForeignKey(Review, models.PROTECT, null=True, related_name="risks")
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="risks")
    note = WordsField(_("note"), null=True)
    # The same in all that its author says of one risk; none in what the record brought, which nobody states anew.
    thread = models.UUIDField(null=True, editable=False)
    turn = models.PositiveSmallIntegerField(default=0)  # How often its author said it before.
    scale = models.ForeignKey(Scale, models.PROTECT, null=True, related_name="risks")
    step = models.PositiveSmallIntegerField(_("level on the scale"), null=True)  # 0 is the lowest.
    likelihood = models.PositiveSmallIntegerField(_("how likely"), null=True)
    impact = models.PositiveSmallIntegerField(_("how grave"), null=True)
    answers = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")  # Who answers for it.
    mitigation = WordsField(_("what is done against it"), null=True)
    again_on = models.DateField(_("to be looked at again"), null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_step_is_of_a_scale",
                condition=models.Q(scale__isnull=False)
                | models.Q(step__isnull=True, likelihood__isnull=True, impact__isnull=True),
            ),
            models.CheckConstraint(
                name="a_risk_is_known_from_somewhere",
                condition=models.Q(source__isnull=False) | models.Q(thread__isnull=False),
            ),
        ]


class Renewal(Releasable):
    """That an author says anew what it said of a risk, and why; to those who read both."""

    earlier = models.ForeignKey(Risk, models.PROTECT, related_name="renewed_by")
    later = models.ForeignKey(Risk, models.PROTECT, related_name="renews")
    reason = WordsField(_("what has changed"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["earlier"], name="a_risk_is_renewed_once")]


class Ending(Releasable):
    """That a risk is closed, or has come to pass, since when, why, and by what that is known."""

    class Way(models.TextChoices):
        CLOSED = "closed", pgettext_lazy("risk", "closed")
        CAME = "came", pgettext_lazy("risk", "has come to pass")

    risk = models.ForeignKey(Risk, models.PROTECT, related_name="endings")
    way = models.CharField(_("how it ended"), max_length=8, choices=Way)
    on = models.DateField(_("since"))
    reason = WordsField(_("why"))
    evidence = WordsField(_("by what this is known"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["risk"], name="a_risk_ends_once")]


class Ranking(Releasable):
    """How one member or office ranks the risks that it reads, for a review: the greatest first."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="rankings")
    words = WordsField(_("why in this order"), null=True)
    turn = models.PositiveSmallIntegerField(default=0)  # How often it was made before; the last one stands.

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "review", "turn"], name="one_ranking_at_a_time")]


class Ranked(Releasable):
    """A risk at its place in a ranking: whoever reads the ranking reads every risk in it, so that no place is empty."""

    ranking = models.ForeignKey(Ranking, models.PROTECT, related_name="ranked")
    risk = models.ForeignKey(Risk, models.PROTECT, related_name="ranked")
    place = models.PositiveSmallIntegerField(_("place"))  # 0 is the greatest.

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ranking", "risk"], name="a_risk_is_ranked_once"),
            models.UniqueConstraint(fields=["ranking", "place"], name="one_risk_at_a_place"),
        ]
