"""The coordinator's briefing for a review: what changed, line by line, and what might be done next."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.developments.models import Development
from tansiq.languages.words import WordsField
from tansiq.release.found import Found
from tansiq.release.models import Releasable
from tansiq.reviews.agenda.models import AgendaItem
from tansiq.reviews.models import Review, Subject


class Briefing(Releasable):
    """One version of a briefing: a draft that its office alone reads, or what was given to the review's circle."""

    class Step(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("briefing", "draft")
        GIVEN = "given", pgettext_lazy("briefing", "given")

    found = Found(_("Briefing"), title=("review.title",), text=("words",), page="briefing", by="review_id", on="as_of")

    review = models.ForeignKey(Review, models.PROTECT, related_name="briefings")
    step = models.CharField(_("step"), max_length=8, choices=Step)
    as_of = models.DateField(_("as of"))
    words = WordsField(_("opening words"))
    turn = models.PositiveSmallIntegerField()  # Of its office's versions for a review; what was said before stays.

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "review", "turn"], name="one_briefing_of_a_turn")]


class BriefingDevelopment(Releasable):
    """A development on which a briefing tells, in its place; to those who read both."""

    briefing = models.ForeignKey(Briefing, models.PROTECT, related_name="developments")
    development = models.ForeignKey(Development, models.PROTECT, related_name="briefings")
    place = models.PositiveSmallIntegerField()


class NextStep(Releasable):
    """What a briefing proposes to do next, along a line of effort or on the whole."""

    briefing = models.ForeignKey(Briefing, models.PROTECT, related_name="steps")
    line = models.ForeignKey(Subject, models.PROTECT, null=True, related_name="next_steps")
    words = WordsField(_("next step"))
    place = models.PositiveSmallIntegerField()


class StepTaken(Releasable):
    """That a next step went onto the agenda of its review as an item; to those who read both."""

    step = models.ForeignKey(NextStep, models.PROTECT, related_name="taken")
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="steps")


class BriefingQuestion(Releasable):
    """What a member asks about a briefing, to those whom it chooses among its readers."""

    briefing = models.ForeignKey(Briefing, models.PROTECT, related_name="questions")
    words = WordsField(_("question"))


class BriefingAnswer(Releasable):
    """What whoever gave a briefing answers to a question about it, to those chosen among the question's readers."""

    question = models.ForeignKey(BriefingQuestion, models.PROTECT, related_name="answers")
    words = WordsField(_("answer"))
