"""Milestones: what shall be reached, by whom, for what; when it is expected, what its attester says of it (R-A5)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.efforts.models import Measure
from tansiq.languages.words import WordsField
from tansiq.members.models import Precision
from tansiq.release.found import Found
from tansiq.release.models import Member, Releasable


class Milestone(Releasable):
    """A state that shall be reached along a line of effort: by whom, ready for what, and who attests it."""

    found = Found(_("Milestone"), title=("what",), text=("ready_for",), page="milestone", lines="line")

    line = models.CharField(max_length=32)  # The code of a line of effort.
    measure = models.ForeignKey(Measure, models.PROTECT, null=True, related_name="milestones")
    what = WordsField(_("what shall be reached"))
    doer = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    doer_name = WordsField(_("who must reach it"), null=True)  # Whoever is no member: the forces of a state, a firm.
    ready_for = WordsField(_("ready for what"), null=True)
    attester = models.ForeignKey(Member, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="somebody_must_reach_a_milestone",
                condition=models.Q(doer__isnull=False) | models.Q(doer_name__isnull=False),
            )
        ]


class Expectation(Releasable):
    """When a milestone is expected; each slip is a row of its own, and the former days stay."""

    milestone = models.ForeignKey(Milestone, models.PROTECT, related_name="expectations")
    on = models.DateField(_("expected"))
    precision = models.CharField(max_length=16, choices=Precision, default=Precision.DAY)
    reason = WordsField(_("why"), null=True)
    place = models.PositiveSmallIntegerField(default=0)  # Its order among those that its owner saw.


class Attestation(Releasable):
    """That a milestone was reached, or was lost again, and by what its attester knows it."""

    class State(models.TextChoices):
        REACHED = "reached", pgettext_lazy("milestone", "reached")
        LOST = "lost", pgettext_lazy("milestone", "lost again")

    milestone = models.ForeignKey(Milestone, models.PROTECT, related_name="attestations")
    state = models.CharField(_("state"), max_length=8, choices=State)
    on = models.DateField(_("since"))
    evidence = WordsField(_("by what this is known"))
    place = models.PositiveSmallIntegerField(default=0)  # Its order among those that its attester saw.


class Waiting(Releasable):
    """What waits for a milestone: another one, or something in words; a link with an audience of its own."""

    milestone = models.ForeignKey(Milestone, models.PROTECT, related_name="waited_for")
    waits = models.ForeignKey(Milestone, models.PROTECT, null=True, related_name="waits_for")
    words = WordsField(_("what waits for it"), null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="what_waits_is_one_thing",
                condition=models.Q(waits__isnull=False, words__isnull=True)
                | models.Q(waits__isnull=True, words__isnull=False),
            ),
            models.CheckConstraint(
                name="no_milestone_waits_for_itself",
                condition=models.Q(waits__isnull=True) | ~models.Q(waits=models.F("milestone")),
            ),
        ]
