"""What is done in a run of silence, and what each member lets its people do there."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.decisions.texts.models import Paragraph, Question
from tansiq.engines import silence
from tansiq.languages.words import WordsField
from tansiq.release.models import Releasable
from tansiq.reviews.papers.models import Document


class SilenceAct(Releasable):
    """One act in a run: a row of whoever acts, never changed; where the run stands is computed from all of them."""

    class Kind(models.TextChoices):
        PROPOSED = "proposed", pgettext_lazy("silence", "silence proposed")
        USE_OBJECTED = "use_objected", pgettext_lazy("silence", "objection to using silence")
        STARTED = "started", pgettext_lazy("silence", "silence began")
        EXTENDED = "extended", pgettext_lazy("silence", "silence extended")
        ASKED_AGAIN = "asked_again", pgettext_lazy("silence", "all asked again")
        SUSPENDED = "suspended", pgettext_lazy("silence", "clock stopped")
        RESUMED = "resumed", pgettext_lazy("silence", "clock set going again")
        WITHDRAWN = "withdrawn", pgettext_lazy("silence", "withdrawn by the chair")
        NOTICE = "notice", pgettext_lazy("silence", "chair’s notice of adoption")
        SETTLED = "settled", pgettext_lazy("silence", "contested run settled")
        ACKNOWLEDGED = "acknowledged", pgettext_lazy("silence", "acknowledged, which is not consent")
        ASSOCIATED = "associated", pgettext_lazy("silence", "associates")
        COMMENTED = "commented", pgettext_lazy("silence", "comment")
        STATED = "stated", pgettext_lazy("silence", "interpretative statement")
        RESERVED = "reserved", pgettext_lazy("silence", "reservation")
        ASKED_TIME = "asked_time", pgettext_lazy("silence", "asks for more time")
        PREPARED = "prepared", pgettext_lazy("silence", "break prepared, for a second person to confirm")
        OBJECTED = "objected", pgettext_lazy("silence", "breaks silence: objection")
        AMENDED = "amended", pgettext_lazy("silence", "breaks silence: amendment")
        PAPER = "paper", pgettext_lazy("silence", "objection on paper")
        UNDELIVERED = "undelivered", pgettext_lazy("silence", "notice not delivered")
        DELIVERED = "delivered", pgettext_lazy("silence", "notice delivered")

    class Verdict(models.TextChoices):
        """What became of a break, as it was when it came upon the record."""

        BREAKS = "breaks", pgettext_lazy("silence", "breaks silence")
        LATE = "late", pgettext_lazy("silence", "late")
        CONTESTS = "contests", pgettext_lazy("silence", "contests what followed the end")

    question = models.ForeignKey(Question, models.PROTECT, related_name="silence_acts")
    kind = models.CharField(_("what was done"), max_length=16, choices=Kind)
    turn = models.PositiveSmallIntegerField()  # How many acts of this run stood before it for the same readers.
    until_at = models.DateTimeField(_("end of silence"), null=True)
    received_at = models.DateTimeField(_("reached the chair"), null=True)
    words = WordsField(_("words"), null=True)
    paragraph = models.ForeignKey(Paragraph, models.PROTECT, null=True, related_name="silence_acts")
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="silence_acts")
    verdict = models.CharField(max_length=16, choices=Verdict, blank=True)
    plain = models.BooleanField(default=False)  # At a meeting; that an objection holds; that the chair attested.
    account = models.UUIDField(null=True, editable=False)  # Who prepared a break: another confirms it.

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_break_has_its_verdict",
                condition=models.Q(kind__in=sorted(silence.BREAKS), verdict__in=["breaks", "late", "contests"])
                | (~models.Q(kind__in=sorted(silence.BREAKS)) & models.Q(verdict="")),
            ),
            models.CheckConstraint(
                name="a_paper_was_received",
                condition=models.Q(kind="paper", received_at__isnull=False)
                | (~models.Q(kind="paper") & models.Q(received_at__isnull=True)),
            ),
            models.UniqueConstraint(
                fields=["question"], condition=models.Q(kind="started"), name="silence_begins_once"
            ),
        ]


class SilenceChoice(Releasable):
    """What a member has decided for itself: who breaks silence in its name, and when it rests; the newest counts."""

    class Breakers(models.TextChoices):
        HEADS = "heads", _("the head of delegation and the alternates")
        ANY = "any", _("anybody accredited, administrators excepted")

    breakers = models.CharField(_("who breaks silence"), max_length=8, choices=Breakers, default=Breakers.HEADS)
    two_persons = models.BooleanField(_("two persons are needed"), default=False)
    weekend = models.JSONField(_("weekend"), null=True)  # Weekdays, 0 is Monday; none: that of its country.
    holidays = models.JSONField(_("days of rest"), default=dict)  # By day, as the member calls it.
