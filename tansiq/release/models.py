"""Who may see: members as readers, audiences, and what every releasable row carries."""

from functools import cache
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from tansiq import chance
from tansiq.languages.words import WordsField
from tansiq.release.found import Found

PUBLIC = 0  # The reader that everybody is.
GUEST = "guest"  # The kind of whoever acts as a guest: no member's (database/sql/definers.sql).


class Member(models.Model):
    """A party to the coalition: a state, an organisation, or an office that reads and writes like any other."""

    class Kind(models.TextChoices):
        STATE = "state", _("State")
        ORGANISATION = "organisation", _("Organisation")
        CITY = "city", _("City")
        OTHER = "other", _("Member")
        OFFICE = "office", _("Office")

    found: ClassVar[Found] = Found(
        _("Member"), title=("name",), also=("code",), page="member", by="code", on="joined_on", member="pk"
    )

    key = models.UUIDField(primary_key=True, default=chance.key, editable=False)
    code = models.CharField(_("code"), max_length=24, unique=True)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    name = WordsField(_("name"))
    reader = models.PositiveIntegerField(unique=True)  # Even: any accredited person; the odd one after it: heads only.
    joined_on = models.DateField(_("joined on"), null=True)
    left_on = models.DateField(_("left on"), null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["code"]
        constraints = [models.CheckConstraint(condition=models.Q(reader__gt=0), name="member_is_not_public")]

    @property
    def heads(self) -> int:
        """The reader's number of this member's heads of delegation."""
        return self.reader + 1

    @property
    def is_office(self) -> bool:
        """Whether this is an office of the coalition."""
        return self.kind == self.Kind.OFFICE

    def __str__(self) -> str:
        return str(self.name)


class Audience(models.Model):
    """An explicit set of readers; its id is drawn from its content and never changes."""

    id = models.BigIntegerField(primary_key=True)
    readers = ArrayField(models.IntegerField())

    @property
    def is_public(self) -> bool:
        """Whether everybody reads it."""
        return PUBLIC in self.readers


class AudienceReader(models.Model):
    """One reader of one audience: the index from which every policy starts."""

    pk = models.CompositePrimaryKey("reader", "audience")
    reader = models.IntegerField()
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")

    class Meta:
        db_table = "tansiq_audience_reader"


class Released(models.Model):
    """A row under release control: who may widen it, and who may read it."""

    by_audience_alone: ClassVar[bool] = True  # Whether no other rule lets anybody read it.
    found: ClassVar[Found | None] = None  # How its rows are found by their words, where they are.

    key = models.UUIDField(primary_key=True, default=chance.key, editable=False)
    owner = models.ForeignKey(Member, models.PROTECT, related_name="+", editable=False)
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+", editable=False)

    class Meta:
        abstract = True

    def _get_FIELD_display(self, field: "models.Field[Any, Any]") -> str:  # noqa: N802 -- Django's own name
        """The word for a choice; Django would translate all of them to find the one."""
        value = getattr(self, field.attname)
        return str(_choices(field).get(value, value))


@cache
def _choices(field: "models.Field[Any, Any]") -> dict[Any, Any]:
    """The words for the choices of a column, in whatever language they are asked for."""
    return dict(field.flatchoices)


class Releasable(Released):
    """A row that a member put in, released to an audience that PostgreSQL enforces."""

    said_by = models.ForeignKey(Member, models.PROTECT, related_name="+", null=True, editable=False)
    said_by_name = WordsField(null=True, editable=False)  # A named outsider: donors, a joint text, an agency.
    created_at = models.DateTimeField(editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    @property
    def on_the_word_of(self) -> Any:
        """Whose word it is, where that is not the member that entered it."""
        if self.said_by_id is not None:
            return self.said_by if self.said_by_id != self.owner_id else None
        return self.said_by_name


class Guest(Releasable):
    """Somebody from outside who reads, until a session ends, what is shown to it by name; it is no member."""

    by_audience_alone = False  # A guest reads what is said of itself.

    review_id = models.UUIDField(_("review"))  # A review's model stands in a later step; the database knows the key.
    name = WordsField(_("name"))
    speaks_for = WordsField(_("speaks for"))
    session = WordsField(_("session"))
    reader = models.IntegerField(unique=True)  # Below zero, where no member's is, and drawn by chance.
    until_at = models.DateTimeField(_("until"))


class ReleaseHabit(models.Model):
    """A member's usual release for one kind of item, set by its head, and what it chose last time."""

    key = models.UUIDField(primary_key=True, default=chance.key, editable=False)
    owner = models.ForeignKey(Member, models.PROTECT, related_name="+")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=32)
    usual = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "kind", "usual"], name="one_habit_per_kind")]
