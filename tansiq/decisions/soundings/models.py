"""What the chair hears of a member before a decision: its office's own notes."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.decisions.texts.models import Paragraph, Text
from tansiq.languages.words import WordsField
from tansiq.release.models import Member, Releasable


class Sounding(Releasable):
    """How a member seemed to see a text when the chair asked around: no position, in no count, the chair's alone."""

    class Leaning(models.TextChoices):
        ALONG = "along", pgettext_lazy("sounding", "would go along")
        CHANGE = "change", pgettext_lazy("sounding", "would go along with a change")
        TROUBLE = "trouble", pgettext_lazy("sounding", "has trouble with it")
        OPEN = "open", pgettext_lazy("sounding", "has not made up its mind")

    text = models.ForeignKey(Text, models.PROTECT, related_name="soundings")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    leaning = models.CharField(_("how it leans"), max_length=8, choices=Leaning)
    paragraph = models.ForeignKey(Paragraph, models.PROTECT, null=True, related_name="soundings")
    words = WordsField(_("note"), null=True)
