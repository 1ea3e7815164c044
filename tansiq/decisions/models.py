"""Decisions and what became of them: what carries them on, and the actions that follow from them."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.decisions.texts.models import Paragraph, TextVersion
from tansiq.languages.words import WordsField
from tansiq.members.models import Body, Precision
from tansiq.release.found import Found
from tansiq.release.models import Member, Releasable
from tansiq.reviews.models import Review
from tansiq.sources.models import Source


class Decision(Releasable):
    """What a review decided, or set out to do, in our paraphrase until a text of the body is adopted here."""

    class Kind(models.TextChoices):
        DECISION = "decision", _("decision")
        INTENTION = "intention", _("intention")
        DIRECTION = "direction", _("direction")
        COMMITMENT = "commitment", _("commitment")
        METHOD = "method", _("method")
        PROPOSAL = "proposal", _("proposal")
        ROADMAP = "roadmap", _("road map")
        SELF_ASSESSMENT = "self_assessment", _("self-assessment")

    found = Found(
        _("Decision"),
        title=("review.title",),
        text=("text",),
        also=("note",),
        page="decision",
        on="starts_on",
        precision="precision",
        lines="line",
    )

    review = models.ForeignKey(Review, models.PROTECT, null=True, related_name="decisions")
    code = models.CharField(max_length=64, blank=True)  # The number of an adopted text, given at its adoption.
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    line = models.CharField(max_length=32, blank=True)
    text = WordsField(_("text"))
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    precision = models.CharField(max_length=16, choices=Precision, default=Precision.DAY)
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="decisions")
    note = WordsField(_("note"), null=True)
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="decisions")
    text_version = models.ForeignKey(TextVersion, models.PROTECT, null=True, related_name="decisions")  # Adopted here.

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_decision_rests_on_a_source_or_is_adopted_here",
                condition=models.Q(source__isnull=False, text_version__isnull=True)
                | models.Q(source__isnull=True, text_version__isnull=False, body__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["body", "audience", "code"],
                condition=models.Q(text_version__isnull=False),
                name="one_decision_of_a_number",
            ),
            models.UniqueConstraint(fields=["text_version"], name="a_version_is_adopted_once"),
        ]


class FollowUp(Releasable):
    """That a later decision carries an earlier one on."""

    earlier = models.ForeignKey(Decision, models.PROTECT, related_name="carried_on")
    later = models.ForeignKey(Decision, models.PROTECT, related_name="carries_on")


class Action(Releasable):
    """What somebody is to do, by when, and the evidence that it was done (R-D3).

    Of the record it rests on a source and stands as the source has it; laid here it follows from a decision, and where
    it stands is worked out of its steps.
    """

    class Status(models.TextChoices):
        NOT_STARTED = "not_started", _("not started")
        PLANNED = "planned", _("planned")
        IN_PROGRESS = "in_progress", _("in progress")
        DROP_ASKED = "drop_asked", pgettext_lazy("action", "to be dropped, as its owner asks")
        DONE = "done", _("done")
        LATE = "late", _("late")
        DROPPED = "dropped", _("dropped")

    found = Found(
        _("Action"),
        title=("text",),
        text=("evidence",),
        page="action",
        on="due_until",
        precision="due_precision",
        lines="line",
    )

    decision = models.ForeignKey(Decision, models.PROTECT, null=True, related_name="actions")
    paragraph = models.ForeignKey(Paragraph, models.PROTECT, null=True, related_name="actions")  # That binds to it.
    line = models.CharField(max_length=32, blank=True)
    text = WordsField(_("what is to be done"))
    due_from = models.DateField(null=True)
    due_until = models.DateField(null=True)
    due_precision = models.CharField(max_length=16, choices=Precision, blank=True)
    status = models.CharField(_("status"), max_length=16, choices=Status)
    evidence = WordsField(_("evidence"), null=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="actions")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_action_rests_on_a_source_or_is_laid_here",
                condition=models.Q(source__isnull=False)
                | models.Q(decision__isnull=False, due_until__isnull=False, status="not_started", evidence=None),
            )
        ]

    @property
    def stands(self) -> str:
        """Where it stands, worked out of its steps where it was read with them (queries.stated)."""
        return str(getattr(self, "state", self.status))

    @property
    def stands_said(self) -> str:
        """The same in words."""
        return str(self.Status(self.stands).label)

    @property
    def due_now(self) -> date | None:
        """The day by which it is due now."""
        moved = getattr(self, "moved_to", None)
        return (date.fromisoformat(moved) if isinstance(moved, str) else moved) or self.due_until


class ActionOwner(Releasable):
    """A member that an action falls to; one of several may lead."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="owners")
    member = models.ForeignKey(Member, models.PROTECT, related_name="actions")
    lead = models.BooleanField(default=False)
    place = models.PositiveSmallIntegerField(default=0)
