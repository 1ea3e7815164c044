"""Positions on a text, the reasons for them, the wordings by which an objection is lifted, and explanations."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.decisions.texts.models import Paragraph, Question
from tansiq.engines import deciding
from tansiq.languages.words import WordsField
from tansiq.release.models import Audience, Releasable


class Voiced(Releasable):
    """What a member says on a question, each time it speaks; where the body hides it, others see it from the close."""

    by_audience_alone = False  # Once the question is over, those read it to whom it opens.

    question = models.ForeignKey(Question, models.PROTECT, related_name="%(class)ss")
    turn = models.PositiveSmallIntegerField()  # How often the member has spoken on it; what it said last counts.
    opened = models.ForeignKey(Audience, models.PROTECT, related_name="+")  # Who reads it from the close on.

    class Meta:
        abstract = True


class Reason(Voiced):
    """Why a member takes its position, to those whom it chose for this alone."""

    text = WordsField(_("reason"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "owner", "turn"], name="one_reason_of_a_turn")]


class Position(Voiced):
    """Where a member stands on a text (R-S12)."""

    class Kind(models.TextChoices):
        AGREES = deciding.AGREES, pgettext_lazy("position", "agrees")
        STATEMENT = deciding.STATEMENT, _("agrees, with a statement")
        REFERENDUM = deciding.REFERENDUM, _("agrees ad referendum")
        RESERVATION = deciding.RESERVATION, _("agrees, with a reservation")
        AWAITING = deciding.AWAITING, _("awaits instructions")
        ASIDE = deciding.ASIDE, _("stands aside")
        OBJECTS = deciding.OBJECTS, _("objects")
        OUT = deciding.OUT, _("does not participate")

    kind = models.CharField(_("position"), max_length=16, choices=Kind)
    paragraph = models.ForeignKey(Paragraph, models.PROTECT, null=True, related_name="positions")  # Else on the whole.
    words = WordsField(_("statement or reservation"), null=True)
    no_reason = models.BooleanField(_("no reason given"), default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "owner", "turn"], name="one_position_of_a_turn"),
            models.CheckConstraint(
                name="an_objection_alone_may_bear_no_reason",
                condition=models.Q(no_reason=False) | models.Q(kind=deciding.OBJECTS),
            ),
            models.CheckConstraint(
                name="a_statement_and_a_reservation_have_words",
                condition=~models.Q(kind__in=[deciding.STATEMENT, deciding.RESERVATION])
                | models.Q(words__isnull=False),
            ),
        ]


class Condition(Voiced):
    """A wording of a paragraph by which a member lifts its objection."""

    paragraph = models.ForeignKey(Paragraph, models.PROTECT, related_name="conditions")
    text = WordsField(_("I lift it if this paragraph reads"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["question", "owner", "turn", "paragraph"], name="one_wording_of_a_paragraph"
            )
        ]


class Explanation(Releasable):
    """How a member explains its position, verbatim and in its own language, before or after the adoption (R-S14)."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="explanations")
    text = WordsField(_("explanation of position"))
