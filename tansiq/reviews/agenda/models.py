"""The agenda of a review: its items, each with its time and its kind, and what was changed of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tansiq.languages.words import Words, WordsField
from tansiq.release.found import Found
from tansiq.release.models import Member, Releasable
from tansiq.reviews.models import Review, Series


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


class Matter(Releasable):
    """What an item is about: the same at every level to which the item is referred."""


class AgendaItem(Placed, Releasable):
    """An item of a review's agenda as it was first said; `now` is what stands of it, with queries.items()."""

    found = Found(
        _("Agenda item"),
        title=("called",),
        text=("noted",),
        page="agenda_item",
        on="review.starts_on",
        precision="review.precision",
    )

    review = models.ForeignKey(Review, models.PROTECT, related_name="agenda")
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="items")  # Kept where it is referred.

    @property
    def now(self) -> "AgendaItem | AgendaChange":
        """What stands of it: what was said last."""
        said = self._said
        return said[-1] if said else self

    @property
    def called(self) -> Words:
        """What the office that set it calls it: by this it is found."""
        return self._own.title

    @property
    def noted(self) -> Words | None:
        """The note of the same office."""
        return self._own.note

    @property
    def _own(self) -> "AgendaItem | AgendaChange":
        return next((one for one in reversed(self._said) if one.owner_id == self.owner_id), self)

    @property
    def _said(self) -> "list[AgendaChange]":
        """What was changed of it, read with queries.items or else now."""
        held: list[AgendaChange] | None = getattr(self, "said", None)
        return list(self.changes.order_by("turn", "key")) if held is None else held

    @property
    def withdrawn(self) -> bool:
        """Whether it is on the agenda no more."""
        return getattr(self.now, "is_withdrawal", False)

    @property
    def turn(self) -> int:
        """Which version of it its reader sees; what was said first is the first."""
        return self.now.turn if isinstance(self.now, AgendaChange) else 1


class AgendaChange(Placed, Releasable):
    """What an item says from now on, or that it is withdrawn: a row of whoever changed it, so that chairs act alike."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="changes")
    turn = models.PositiveSmallIntegerField()  # The one that was seen when it was changed counts: no two are alike.
    is_withdrawal = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "turn"], name="one_change_of_a_turn")]


class Referral(Releasable):
    """That an item was referred to a review of another level, and why; there it goes on as the same matter."""

    earlier = models.ForeignKey(AgendaItem, models.PROTECT, related_name="referred_to")
    later = models.ForeignKey(AgendaItem, models.PROTECT, related_name="referred_from")
    reason = WordsField(_("why"))


class ReferralToSeries(Releasable):
    """That an item was referred to a series that prepares no review, and why: its matter waits there for the next."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="referred_to_series")
    series = models.ForeignKey(Series, models.PROTECT, related_name="waiting")
    reason = WordsField(_("why"))
