"""The chain of a contribution: each stage as one of its ends states it, who consents to a joint gift, and caveats."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.contributions.models import Contribution
from tansiq.efforts.models import Qualifier
from tansiq.languages.units import UnitField
from tansiq.languages.words import WordsField
from tansiq.members.models import Precision
from tansiq.release.models import Member, Releasable


class Step(Releasable):
    """A stage that a contribution has reached, as its giver or its recipient states it, each for its own end (R-C4).

    A step back, a fall and a dispute carry their reason; an instalment is a part of what was promised.
    """

    class Side(models.TextChoices):
        GIVER = "giver", _("the giver’s word")
        RECIPIENT = "recipient", _("the recipient’s word")

    STAGES = (*Contribution.Stage.choices, ("disputed", pgettext_lazy("stage", "disputed by the recipient")))

    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="steps")
    side = models.CharField(_("whose word"), max_length=16, choices=Side)
    stage = models.CharField(_("stage"), max_length=16, choices=STAGES)
    amount = models.DecimalField(max_digits=26, decimal_places=6, null=True)
    high = models.DecimalField(max_digits=26, decimal_places=6, null=True)
    qualifier = models.CharField(_("qualifier"), max_length=16, choices=Qualifier)
    words = WordsField(_("as it was said"), null=True)
    unit = UnitField(_("unit"), null=True)
    currency = models.CharField(max_length=3, blank=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    precision = models.CharField(max_length=16, choices=Precision, default=Precision.DAY)
    instalment = models.BooleanField(default=False)
    reason = WordsField(_("reason"), null=True)
    place = models.PositiveSmallIntegerField(default=0)  # In the order in which this end stated them.

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="each_end_states_its_own_stages",
                condition=models.Q(side="giver") & ~models.Q(stage__in=["confirmed", "disputed"])
                | models.Q(side="recipient", stage__in=["in_delivery", "delivered", "confirmed", "disputed"]),
            ),
            models.CheckConstraint(
                name="a_fall_and_a_dispute_have_a_reason",
                condition=~models.Q(stage__in=["reduced", "withdrawn", "lapsed", "disputed"])
                | models.Q(reason__isnull=False),
            ),
        ]


class StepCorrection(Releasable):
    """That one states a stage anew, and why; without an earlier step it corrects how the contribution was stated."""

    earlier = models.ForeignKey(Step, models.PROTECT, null=True, related_name="corrected_by")
    later = models.ForeignKey(Step, models.PROTECT, related_name="corrects")
    reason = WordsField(_("why it is corrected"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["earlier"], name="a_step_is_corrected_once")]


class JointGiver(Releasable):
    """A member that is named as one of several givers of one gift."""

    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="givers")
    member = models.ForeignKey(Member, models.PROTECT, related_name="gives_jointly")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contribution", "member"], name="a_joint_giver_once")]


class Consent(Releasable):
    """That a named giver consents to a joint gift, or does not; the newest word of each counts (R-C7)."""

    giver = models.ForeignKey(JointGiver, models.PROTECT, related_name="consents")
    consents = models.BooleanField()
    words = WordsField(_("remark"), null=True)
    place = models.PositiveSmallIntegerField(default=0)


class Caveat(Releasable):
    """A member's limit on the use of what it gives, to those alone whom it chooses among its readers (R-C5)."""

    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="caveats")
    text = WordsField(_("limit"))
    place = WordsField(_("where"), null=True)
    activity = WordsField(_("for which activity"), null=True)
    hours = WordsField(_("at which time of day"), null=True)
    against = WordsField(_("against whom"), null=True)
    approval = WordsField(_("whose approval is needed"), null=True)
    starts_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    lifted_on = models.DateField(null=True)
