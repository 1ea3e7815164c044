"""What somebody says of a measure after all that was given: that it moved, did not, or was reached and lost."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.models import Measure
from tansiq.languages.words import WordsField
from tansiq.release.models import Releasable
from tansiq.sources.models import Source


class Movement(Releasable):
    """A sourced statement of whether a measure moved; nothing is computed from what was given (R-A10)."""

    class Verdict(models.TextChoices):
        MOVED = "moved", _("it moved")
        NONE = "none", _("no movement")
        LOST = "lost", _("reached, then lost")

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="movements")
    verdict = models.CharField(_("whether it moved"), max_length=8, choices=Verdict)
    words = WordsField(_("in words"))
    source = models.ForeignKey(Source, models.PROTECT, related_name="movements")
    as_of = models.DateField(_("as of"))
