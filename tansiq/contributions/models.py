"""Contributions from pledge to confirmation: each stage as somebody stated it, kinds never added to each other."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.efforts.models import Measure, Qualifier
from tansiq.languages.units import UnitField
from tansiq.languages.words import WordsField
from tansiq.members.models import Precision
from tansiq.release.found import Found
from tansiq.release.models import Member, Releasable
from tansiq.reviews.models import Review
from tansiq.sources.models import Source


class Contribution(Releasable):
    """What somebody gives or promises, at the stage that was stated on that day (R-C1 to R-C3)."""

    class Kind(models.TextChoices):
        CASH = "cash", _("money")
        IN_KIND = "in_kind", _("in kind")
        PERSONNEL = "personnel", _("personnel")
        TRAINING = "training", _("training")
        BASING = "basing", _("basing and transit")
        INFORMATION = "information", _("information")
        HOSTING = "hosting", _("hosting")

    class Stage(models.TextChoices):
        PLEDGED = "pledged", _("pledged")
        COMMITTED = "committed", _("committed")
        ALLOCATED = "allocated", _("allocated")
        IN_DELIVERY = "in_delivery", _("in delivery")
        DELIVERED = "delivered", _("delivered")
        CONFIRMED = "confirmed", _("confirmed by the recipient")
        REDUCED = "reduced", _("reduced")
        WITHDRAWN = "withdrawn", _("withdrawn")
        LAPSED = "lapsed", _("lapsed")

    class Earmarking(models.TextChoices):
        NONE = "none", pgettext_lazy("earmarking", "not earmarked")
        SOFTLY = "softly", pgettext_lazy("earmarking", "softly: a region or a theme")
        TIGHTLY = "tightly", pgettext_lazy("earmarking", "tightly: one project")

    class Context(models.TextChoices):
        BEFORE = "before", _("spent before the start")
        OUTSIDE = "outside", _("spent outside the coalition")

    found = Found(
        _("Contribution"),
        title=("giver.name", "giver_label"),
        text=("text",),
        also=("words", "earmark", "recipient", "note"),
        page="contribution",
        on="starts_on",
        precision="precision",
        lines="line",
        member="giver_id",
    )

    giver = models.ForeignKey(Member, models.PROTECT, null=True, related_name="contributions")
    giver_label = WordsField(null=True)  # Several donors together: nobody's own gift (R-C7).
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    text = WordsField(_("what"))
    amount = models.DecimalField(max_digits=26, decimal_places=6, null=True)
    high = models.DecimalField(max_digits=26, decimal_places=6, null=True)
    qualifier = models.CharField(_("qualifier"), max_length=16, choices=Qualifier)
    words = WordsField(_("as it was said"), null=True)
    unit = UnitField(_("unit"), null=True)
    currency = models.CharField(max_length=3, blank=True)  # As it was stated; money without one is not added to any.
    stage = models.CharField(_("stage"), max_length=16, choices=Stage)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    precision = models.CharField(max_length=16, choices=Precision, default=Precision.DAY)
    review = models.ForeignKey(Review, models.PROTECT, null=True, related_name="contributions")
    line = models.CharField(max_length=32, blank=True)
    earmark = WordsField(_("earmarked for"), null=True)
    recipient = WordsField(_("recipient"), null=True)
    doubtful = WordsField(_("why it cannot be right"), null=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="contributions")  # None: its own word.
    note = WordsField(_("note"), null=True)
    recipient_member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="receives")
    earmarking = models.CharField(_("earmarking"), max_length=8, choices=Earmarking, blank=True)
    context = models.CharField(_("context"), max_length=8, choices=Context, blank=True)  # Told beside, never counted.
    measure = models.ForeignKey(Measure, models.PROTECT, null=True, related_name="contributions")  # Which it serves.
    shown_amount = models.DecimalField(max_digits=26, decimal_places=6, null=True)  # The same in another currency,
    shown_currency = models.CharField(max_length=3, blank=True)
    rate_on = models.DateField(null=True)  # at the rate of this day.

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_conversion_has_its_day",
                condition=models.Q(shown_amount__isnull=True, shown_currency="", rate_on__isnull=True)
                | models.Q(shown_amount__isnull=False, rate_on__isnull=False) & ~models.Q(shown_currency=""),
            ),
            models.CheckConstraint(
                name="a_contribution_is_somebodys",
                condition=models.Q(giver__isnull=False) | models.Q(giver_label__isnull=False),
            ),
            models.CheckConstraint(
                name="an_amount_or_words",
                condition=models.Q(amount__isnull=False) | models.Q(words__isnull=False),
            ),
        ]


class ContributionLink(Releasable):
    """How one stated contribution hangs on another: it fulfils it, or is a part of it."""

    class Relation(models.TextChoices):
        FULFILS = "fulfils", _("fulfils")
        PART_OF = "part_of", _("is a part of")

    earlier = models.ForeignKey(Contribution, models.PROTECT, related_name="continued")
    later = models.ForeignKey(Contribution, models.PROTECT, related_name="continues")
    relation = models.CharField(max_length=16, choices=Relation)
