"""Assessments: how a line of effort stands in the eyes of those who rate it, each beside the others (R-A8, R-A9)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.efforts.models import Figure
from tansiq.languages.words import WordsField
from tansiq.members.models import Precision
from tansiq.release.found import Found
from tansiq.release.models import Releasable
from tansiq.reviews.models import Review, Subject
from tansiq.sources.models import Source


class Assessment(Releasable):
    """How a line of effort stands over a window of time: a rating, how sure it is and why, and words (R-A8).

    Of our own performance and of the state of the context; whoever leads the line, its peers, the coordinator and
    independent eyes each have their own, and none replaces another's.
    """

    class Stance(models.TextChoices):
        SELF = "self", pgettext_lazy("stance", "by those who lead it")
        COORDINATOR = "coordinator", pgettext_lazy("stance", "by the coordinator")
        SECRETARIAT = "secretariat", pgettext_lazy("stance", "by the secretariat")
        PEER = "peer", pgettext_lazy("stance", "by another member")
        INDEPENDENT = "independent", pgettext_lazy("stance", "independent")

    class Aspect(models.TextChoices):
        PERFORMANCE = "performance", _("Our own performance")
        CONTEXT = "context", _("The state of the context")

    class Window(models.TextChoices):
        START = "start", _("since the start")
        LAST = "last", _("since the last review")

    class Rating(models.TextChoices):
        ON_TRACK = "on_track", pgettext_lazy("rating", "on track")
        AT_RISK = "at_risk", pgettext_lazy("rating", "at risk")
        OFF_TRACK = "off_track", pgettext_lazy("rating", "off track")
        NO_DATA = "no_data", pgettext_lazy("rating", "no data")

    class Trend(models.TextChoices):
        BETTER = "better", pgettext_lazy("trend", "better")
        SAME = "same", pgettext_lazy("trend", "the same")
        WORSE = "worse", pgettext_lazy("trend", "worse")
        UNKNOWN = "unknown", pgettext_lazy("trend", "not known")

    class Confidence(models.TextChoices):
        HIGH = "high", pgettext_lazy("confidence", "high confidence")
        MODERATE = "moderate", pgettext_lazy("confidence", "moderate confidence")
        LOW = "low", pgettext_lazy("confidence", "low confidence")

    found = Found(
        _("Assessment"),
        title=("line.name",),
        text=("words",),
        also=("why",),
        page="assessment",
        on="as_of",
        lines="line.code",
    )

    line = models.ForeignKey(Subject, models.PROTECT, related_name="assessments")
    review = models.ForeignKey(Review, models.PROTECT, null=True, related_name="assessments")
    stance = models.CharField(_("who assesses"), max_length=16, choices=Stance)
    aspect = models.CharField(_("of what"), max_length=16, choices=Aspect)
    window = models.CharField(_("window"), max_length=8, choices=Window)
    since_on = models.DateField(_("since"), null=True)  # Where the window begins; none where that is not on record.
    since_precision = models.CharField(max_length=16, choices=Precision, default=Precision.DAY)
    since_hedged = models.BooleanField(_("about"), default=False)
    as_of = models.DateField(_("as of"))
    rating = models.CharField(_("rating"), max_length=16, choices=Rating, blank=True)  # Of our own performance alone.
    trend = models.CharField(_("trend"), max_length=8, choices=Trend)
    confidence = models.CharField(_("confidence"), max_length=8, choices=Confidence)
    why = WordsField(_("why so sure or unsure"))
    words = WordsField(_("assessment"))
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="assessments")
    turn = models.PositiveSmallIntegerField(default=0)  # How often it was revised before.

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="our_own_performance_alone_is_rated",
                condition=models.Q(aspect="context", rating="") | models.Q(aspect="performance") & ~models.Q(rating=""),
            ),
            models.CheckConstraint(
                name="independent_eyes_have_a_source_and_a_name",
                condition=~models.Q(stance="independent") | models.Q(source__isnull=False, said_by_name__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["owner", "line", "review", "aspect", "window", "stance", "said_by_name", "turn"],
                name="one_assessment_at_a_time",
                nulls_distinct=False,
            ),
        ]


class Revision(Releasable):
    """That one says anew what one said of a line of effort, and why; to those who read both."""

    earlier = models.ForeignKey(Assessment, models.PROTECT, related_name="revised_by")
    later = models.ForeignKey(Assessment, models.PROTECT, related_name="revises")
    reason = WordsField(_("why it is revised"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["earlier"], name="an_assessment_is_revised_once")]


class Ground(Releasable):
    """A figure on which an assessment rests, to those who read both."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="grounds")
    figure = models.ForeignKey(Figure, models.PROTECT, related_name="grounds")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assessment", "figure"], name="a_ground_once")]


class Dissent(Releasable):
    """That somebody sees it otherwise, and how; it stands beside the assessment and changes nothing in it."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="dissents")
    words = WordsField(_("how one sees it otherwise"))
