"""Developments on a line of effort, what they make doubtful, and who claims that something came of something."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.assessments.models import Assessment
from tansiq.efforts.models import Figure, Measure
from tansiq.languages.words import WordsField
from tansiq.members.models import Precision
from tansiq.release.found import Found
from tansiq.release.models import Releasable
from tansiq.reviews.models import Review, Subject
from tansiq.sources.models import Source

ON_WHOSE_WORD = models.Q(said_by__isnull=False) | models.Q(said_by_name__isnull=False, source__isnull=False)


class Development(Releasable):
    """What changed on the ground, along a line of effort or on the whole, since when, and who saw it."""

    found = Found(
        _("Development"),
        title=("words",),
        also=("line.name",),
        page="development",
        on="since_on",
        precision="since_precision",
        lines="line.code",
    )

    line = models.ForeignKey(Subject, models.PROTECT, null=True, related_name="developments")  # None: on the whole.
    review = models.ForeignKey(Review, models.PROTECT, null=True, related_name="developments")
    words = WordsField(_("what changed"))
    since_on = models.DateField(_("since"))
    since_precision = models.CharField(max_length=16, choices=Precision, default=Precision.DAY)
    since_hedged = models.BooleanField(_("about"), default=False)
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="developments")

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_development_was_seen_by_somebody", condition=ON_WHOSE_WORD),
            models.CheckConstraint(
                name="a_development_is_dated", condition=~models.Q(since_precision=Precision.NOT_STATED)
            ),
        ]


class DevelopmentCorrection(Releasable):
    """That a later development corrects an earlier one, and why; to those who read both."""

    earlier = models.ForeignKey(Development, models.PROTECT, related_name="corrected_by")
    later = models.ForeignKey(Development, models.PROTECT, related_name="corrects")
    reason = WordsField(_("why it is corrected"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["earlier"], name="a_development_is_corrected_once")]


class DevelopmentWithdrawal(Releasable):
    """That whoever put a development on the record takes it back, and why; it stays to be read."""

    development = models.ForeignKey(Development, models.PROTECT, related_name="withdrawals")
    reason = WordsField(_("why it is withdrawn"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["development"], name="a_development_is_withdrawn_once")]


class DoubtedMeasure(Releasable):
    """That a development makes a measure doubtful; to those who read both."""

    development = models.ForeignKey(Development, models.PROTECT, related_name="doubted_measures")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="doubts")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["development", "measure"], name="a_measure_doubted_once")]


class DoubtedAssessment(Releasable):
    """That a development makes an assessment doubtful; to those who read both."""

    development = models.ForeignKey(Development, models.PROTECT, related_name="doubted_assessments")
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="doubts")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["development", "assessment"], name="an_assessment_doubted_once")]


class Claim(Releasable):
    """That somebody says something came of something, and on what grounds; the house itself claims no cause (R-A10)."""

    found = Found(
        _("Claim of cause"),
        title=("effect",),
        text=("cause",),
        also=("grounds",),
        page="claim",
        lines="line.code",
    )

    line = models.ForeignKey(Subject, models.PROTECT, null=True, related_name="claims")  # Along which it is told.
    effect = WordsField(_("what came about"))
    development = models.ForeignKey(Development, models.PROTECT, null=True, related_name="claims")
    measure = models.ForeignKey(Measure, models.PROTECT, null=True, related_name="claims")
    cause = WordsField(_("thanks to what"))
    cause_line = models.ForeignKey(Subject, models.PROTECT, null=True, related_name="claimed_causes")
    grounds = WordsField(_("grounds"))
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="claims")

    class Meta:
        constraints = [models.CheckConstraint(name="a_claim_has_its_claimant", condition=ON_WHOSE_WORD)]


class ClaimFigure(Releasable):
    """A figure on which a claim of cause rests; to those who read both."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="figures")
    figure = models.ForeignKey(Figure, models.PROTECT, related_name="claims")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["claim", "figure"], name="a_claim_rests_on_a_figure_once")]


class ClaimAnswer(Releasable):
    """That somebody disputes or supports a claim of cause; it stands beside the claim and changes nothing in it."""

    class Side(models.TextChoices):
        DISPUTES = "disputes", pgettext_lazy("claim", "disputes it")
        SUPPORTS = "supports", pgettext_lazy("claim", "supports it")

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="answers")
    side = models.CharField(_("side"), max_length=8, choices=Side)
    words = WordsField(_("in what words"))
