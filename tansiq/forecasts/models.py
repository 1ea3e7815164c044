"""Forecasts that members and offices put on the record themselves: by when, how probable, and what came of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.milestones.models import Milestone
from tansiq.languages.words import WordsField
from tansiq.release.found import Found
from tansiq.release.models import Releasable
from tansiq.reviews.models import Review
from tansiq.sources.models import Source

WHOLE = 100  # Per cent.


class Prediction(Releasable):
    """What a member or an office foretells on its own word: a probability, a range, or words with a hedge (R-A11)."""

    found = Found(
        _("Forecast on one’s own word"),
        title=("claim",),
        text=("hedge",),
        page="forecast",
        on="said_on",
        lines="line",
    )

    claim = WordsField(_("what is foretold"))
    hedge = WordsField(_("in what hedge"), null=True)
    low = models.PositiveSmallIntegerField(_("probability, per cent"), null=True)
    high = models.PositiveSmallIntegerField(null=True)  # The same as the low end where it is no range.
    said_on = models.DateField(_("said on"))
    line = models.CharField(max_length=32, blank=True)
    review = models.ForeignKey(Review, models.PROTECT, null=True, related_name="predictions")
    milestone = models.ForeignKey(Milestone, models.PROTECT, null=True, related_name="predictions")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_probability_has_both_its_ends",
                condition=models.Q(low__isnull=True, high__isnull=True)
                | models.Q(low__isnull=False, low__gte=0, low__lte=models.F("high"), high__lte=WHOLE),
            )
        ]


class Horizon(Releasable):
    """By when a forecast is to come true: said once, at first or when its author is asked for it, and never moved."""

    prediction = models.OneToOneField(Prediction, models.PROTECT, related_name="horizon")
    from_on = models.DateField(_("not before"), null=True)
    until_on = models.DateField(_("by"))
    hedged = models.BooleanField(_("about"), default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_horizon_ends_after_it_begins",
                condition=models.Q(from_on__isnull=True) | models.Q(from_on__lte=models.F("until_on")),
            )
        ]


class Resolution(Releasable):
    """What came of a forecast, by what that is known, as an office says that did not make it; the last one stands."""

    class Outcome(models.TextChoices):
        HAPPENED = "happened", _("it happened")
        DID_NOT_HAPPEN = "did_not_happen", _("it did not happen")
        CANNOT_TELL = "cannot_tell", _("it cannot be told")

    prediction = models.ForeignKey(Prediction, models.PROTECT, related_name="resolutions")
    outcome = models.CharField(_("what came of it"), max_length=16, choices=Outcome)
    came_on = models.DateField(_("when it happened"), null=True)
    evidence = WordsField(_("by what this is known"))
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="resolutions")
    turn = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="what_happened_has_its_day",
                condition=models.Q(outcome="happened", came_on__isnull=False)
                | ~models.Q(outcome="happened") & models.Q(came_on__isnull=True),
            ),
            models.UniqueConstraint(fields=["prediction", "owner", "turn"], name="one_resolution_at_a_time"),
        ]


class Demur(Releasable):
    """That the author of a forecast sees otherwise what came of it; it stands beside the resolution."""

    resolution = models.ForeignKey(Resolution, models.PROTECT, related_name="demurs")
    words = WordsField(_("how the author sees it"))


class PublishedCalibration(Releasable):
    """An author's calibration as it stood on a day, released by the author as figures of their own."""

    as_of = models.DateField(_("as of"))
    figures = models.JSONField(_("figures"))  # As engines.scoring gives them, numbers as text.
