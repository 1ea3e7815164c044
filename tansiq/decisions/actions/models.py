"""The steps of an action, each as it was said, and how far it was carried out in the eyes of its owners and others."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.decisions.models import Action
from tansiq.languages.words import WordsField
from tansiq.release.models import Releasable
from tansiq.reports.models import Report
from tansiq.reviews.papers.models import Document


class ActionStep(Releasable):
    """One step of an action, to all who read it: where an owner says that it stands, or what an office rules on it."""

    class Kind(models.TextChoices):
        NOT_STARTED = "not_started", _("not started")
        IN_PROGRESS = "in_progress", _("in progress")
        DONE = "done", _("done")
        DROP_ASKED = "drop_asked", pgettext_lazy("action", "asks to drop it")
        MOVED = "moved", pgettext_lazy("action", "due date moved")
        DROPPED = "dropped", _("dropped")

    action = models.ForeignKey(Action, models.PROTECT, related_name="steps")
    kind = models.CharField(_("step"), max_length=16, choices=Kind)
    words = WordsField(_("in what words"), null=True)
    due_on = models.DateField(_("due now"), null=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="action_steps")
    report = models.ForeignKey(Report, models.PROTECT, null=True, related_name="action_steps")
    turn = models.PositiveSmallIntegerField()  # How many steps came before it: of two at once one counts.

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["action", "turn"], name="one_step_of_an_action_at_a_time"),
            models.CheckConstraint(
                name="a_step_says_what_it_must",
                condition=models.Q(kind="moved", due_on__isnull=False, words__isnull=False)
                | models.Q(kind__in=["dropped", "drop_asked"], due_on=None, words__isnull=False)
                | models.Q(kind="done", due_on=None)
                & (models.Q(words__isnull=False) | models.Q(document__isnull=False) | models.Q(report__isnull=False))
                | models.Q(kind__in=["not_started", "in_progress"], due_on=None),
            ),
        ]


class Completion(Releasable):
    """How far an action was carried out, in five points: an owner's own view, or another's judgement; both stand."""

    class Points(models.TextChoices):
        UNKNOWN = "unknown", _("no evidence to judge by")
        NOT_STARTED = "not_started", _("not started")
        LIMITED = "limited", pgettext_lazy("completion", "limited")
        SUBSTANTIAL = "substantial", pgettext_lazy("completion", "substantial")
        COMPLETE = "complete", pgettext_lazy("completion", "complete")

    action = models.ForeignKey(Action, models.PROTECT, related_name="completions")
    points = models.CharField(_("carried out"), max_length=16, choices=Points)
    words = WordsField(_("on what grounds"))
    turn = models.PositiveSmallIntegerField()  # How often it was said before; the last one stands.

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "action", "turn"], name="one_judgement_at_a_time")]
