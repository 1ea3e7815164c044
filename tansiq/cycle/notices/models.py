"""How somebody wants to be written to, and what somebody was told."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tansiq import chance
from tansiq.release.models import Member


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
