"""Where it is known from: public pages and press reports, each with its address and its kind."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tansiq.languages.words import WordsField
from tansiq.release.found import Found
from tansiq.release.models import Releasable


class Source(Releasable):
    """A page or a paper on which items of the record rest."""

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("Official")
        OFFICIAL_COPY = "official_copy", _("Copy of an official text")
        AGENCY = "agency", _("News agency")
        MEDIA = "media", _("Media")
        RESEARCH = "research", _("Research")

    found = Found(
        _("Source"),
        title=("publisher",),
        text=("note",),
        also=("agency", "dateline", "event_place", "url"),
        page="source",
        on="story_on",
    )

    url = models.URLField(_("address"), max_length=1000, blank=True)
    publisher = WordsField(_("publisher"))
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    language = models.CharField(_("language"), max_length=8)
    note = WordsField(_("note"), null=True)
    # A press report is itself a chain: where it is written from, and where and when it happened, are kept apart.
    agency = WordsField(_("agency"), null=True)
    dateline = WordsField(_("dateline"), null=True)
    event_place = WordsField(_("place of the event"), null=True)
    event_on = models.DateField(_("date of the event"), null=True)
    story_on = models.DateField(_("date of the report"), null=True)
