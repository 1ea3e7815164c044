"""A lesson from its identification to where it now stands, and each of its steps."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.advice.models import Advice
from tansiq.decisions.models import Action
from tansiq.languages.words import WordsField
from tansiq.release.found import Found
from tansiq.release.models import Releasable


class Lesson(Releasable):
    """What a weak point or a piece of advice teaches, to all who read it; its steps tell where it stands."""

    found = Found(
        _("Lesson"), title=("words",), text=("analysis",), page="lesson", on="created_at", lines="advice.line"
    )

    advice = models.ForeignKey(Advice, models.PROTECT, related_name="lessons")
    words = WordsField(_("what is to be learned"))
    analysis = WordsField(_("why it came about"), null=True)


class LessonStep(Releasable):
    """One step of a lesson: the action that cures it, what another saw of its working, and where it now stands."""

    class Kind(models.TextChoices):
        ACTION = "action", pgettext_lazy("lesson", "an action is to cure it")
        VALIDATED = "validated", pgettext_lazy("lesson", "validation")
        LEARNED = "learned", pgettext_lazy("lesson", "learned")

    class Place(models.TextChoices):
        DOCTRINE = "doctrine", pgettext_lazy("lesson", "in doctrine")
        RULE = "rule", pgettext_lazy("lesson", "in a rule")
        PRACTICE = "practice", pgettext_lazy("lesson", "in training and practice")

    lesson = models.ForeignKey(Lesson, models.PROTECT, related_name="steps")
    kind = models.CharField(_("step"), max_length=16, choices=Kind)
    words = WordsField(_("in what words"))
    action = models.ForeignKey(Action, models.PROTECT, null=True, related_name="lesson_steps")  # Named, or validated.
    works = models.BooleanField(_("does it work"), null=True)
    place = models.CharField(_("where it now stands"), max_length=16, choices=Place, blank=True)
    turn = models.PositiveSmallIntegerField()  # How many steps came before it: of two at once one counts.

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lesson", "turn"], name="one_step_of_a_lesson_at_a_time"),
            models.CheckConstraint(
                name="a_lesson_goes_its_way",
                condition=models.Q(kind="action", action__isnull=False, works=None, place="")
                | models.Q(kind="validated", action__isnull=False, works__isnull=False, place="")
                | models.Q(kind="learned", action=None, works=None) & ~models.Q(place=""),
            ),
        ]
