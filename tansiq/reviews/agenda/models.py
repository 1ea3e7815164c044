"""The agenda of a review: its items, each with its time and its kind, and what was changed of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.languages.words import WordsField
from tansiq.release.models import Member, Releasable
from tansiq.reviews.models import Review


class Placed(models.Model):
    """What is said of an item of an agenda: what it is called, of which kind, when, for how long, by whom."""

    class Kind(models.TextChoices):
        INFORMATION = "information", pgettext_lazy("agenda item", "for information")
        DISCUSSION = "discussion", pgettext_lazy("agenda item", "for discussion")
        DECISION = "decision", pgettext_lazy("agenda item", "for decision")
        CLOSED = "closed", pgettext_lazy("agenda item", "closed")

    title = WordsField(_("title"))
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    starts_at = models.DateTimeField(_("time"), null=True)  # Said, never added up: a sum would tell of hidden items.
    minutes = models.PositiveSmallIntegerField(_("minutes planned"), null=True)
    presented_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    note = WordsField(_("note"), null=True)
    place = models.BigIntegerField()  # Only an order: each page numbers what it shows.

    class Meta:
        abstract = True


class AgendaItem(Placed, Releasable):
    """An item of a review's agenda as it was first said; `now` is what stands of it, with queries.items()."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="agenda")
    origin = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")  # The first of which it goes on.

    @property
    def now(self) -> "AgendaItem | AgendaChange":
        """What stands of it: what was said last."""
        said: list[AgendaChange] = self.said  # type: ignore[attr-defined] # queries.items
        return said[-1] if said else self

    @property
    def withdrawn(self) -> bool:
        """Whether it is on the agenda no more."""
        return getattr(self.now, "is_withdrawal", False)

    @property
    def matter(self) -> object:
        """The key of the first item of which this one goes on: by it the way between levels is found."""
        return self.origin_id or self.pk


class AgendaChange(Placed, Releasable):
    """What an item says from now on, or that it is withdrawn: a row of whoever changed it, so that chairs act alike."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="changes")
    turn = models.PositiveSmallIntegerField()  # The one that was seen when it was changed counts: no two are alike.
    is_withdrawal = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "turn"], name="one_change_of_a_turn")]
