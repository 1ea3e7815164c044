"""How somebody wants to be written to, what somebody was told, and letters to many that wait to leave."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tansiq import chance
from tansiq.languages.words import WordsField
from tansiq.release.models import Member, Releasable
from tansiq.reports.models import Call


class NoticeChoice(models.Model):
    """How often a person wants letters under one hat, and in which language; its secret ends older letters’ links."""

    class Way(models.TextChoices):
        DIGEST = "digest", _("once a day, where something new needs me")
        AT_ONCE = "at_once", _("at once, whenever something new needs me")
        NONE = "none", _("never: I look for myself")

    class Language(models.TextChoices):
        BOTH = "both", _("Arabic and English")
        ARABIC = "ar", _("Arabic")
        ENGLISH = "en", _("English")

    key = models.UUIDField(primary_key=True, default=chance.key, editable=False)
    owner = models.ForeignKey(Member, models.PROTECT, related_name="+", editable=False)
    account = models.UUIDField(editable=False)
    way = models.CharField(_("letters about what needs me"), max_length=16, choices=Way, default=Way.DIGEST)
    language = models.CharField(_("language"), max_length=4, choices=Language, default=Language.BOTH)
    secret = models.CharField(max_length=43, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "account"], name="one_choice_of_a_hat")]


class Told(models.Model):
    """That a person was told of one thing at one step: written with the letter, so that it is told at most once."""

    key = models.UUIDField(primary_key=True, default=chance.key, editable=False)
    owner = models.ForeignKey(Member, models.PROTECT, related_name="+")
    account = models.UUIDField()
    need = models.UUIDField()
    step = models.CharField(max_length=32)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "account", "need", "step"], name="told_once")]


class MassLetter(Releasable):
    """A letter to everyone whom a call asks: it lies in the outbox until a person lets it leave, or throws it away.

    Its office reads it; once it may leave, so do those whom the call reached, and by that it finds its recipients.
    """

    call = models.ForeignKey(Call, models.PROTECT, related_name="letters")
    subject = WordsField(_("subject"))
    text = WordsField(_("text"))
    released_at = models.DateTimeField(null=True, editable=False)
    discarded_at = models.DateTimeField(null=True, editable=False)

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has decided on it yet."""
        return self.released_at is None and self.discarded_at is None
