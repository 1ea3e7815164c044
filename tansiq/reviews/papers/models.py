"""Documents: what members put before a review, or before one item of its agenda."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tansiq.engines.papers import Kind
from tansiq.languages.words import WordsField
from tansiq.release.found import Found
from tansiq.release.models import Releasable
from tansiq.reviews.agenda.models import AgendaItem
from tansiq.reviews.models import Review

NAMES = {
    Kind.PDF: _("PDF"),
    Kind.PNG: _("Image (PNG)"),
    Kind.JPEG: _("Image (JPEG)"),
    Kind.WEBP: _("Image (WebP)"),
    Kind.DOCX: _("Text document (DOCX)"),
    Kind.XLSX: _("Workbook (XLSX)"),
    Kind.PPTX: _("Slides (PPTX)"),
    Kind.CSV: _("Table (CSV)"),
    Kind.TEXT: _("Plain text"),
}


class Document(Releasable):
    """A document as it is kept: told by its content, without what it tells of its makers; it is only replaced."""

    found = Found(_("Document"), title=("title",), also=("name",), page="document", on="created_at")

    review = models.ForeignKey(Review, models.PROTECT, related_name="documents")
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="documents")
    title = WordsField(_("title"))
    language = models.CharField(_("language"), max_length=2)
    name = models.CharField(_("file name"), max_length=100)
    media = models.CharField(_("kind"), max_length=100, choices=[(kind.value, name) for kind, name in NAMES.items()])
    size = models.PositiveIntegerField(_("size"))
    digest = models.CharField(_("SHA-256"), max_length=64)
    content = models.BinaryField()


class Replacement(Releasable):
    """That a document stands in the place of a former version, for those who read both."""

    earlier = models.ForeignKey(Document, models.PROTECT, related_name="replaced_by")
    later = models.ForeignKey(Document, models.PROTECT, related_name="replaces")
