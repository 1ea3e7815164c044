"""Members in time, their bodies and seats, their people, and the accounts by which those sign in."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.translation import gettext_lazy as _

from tansiq import chance
from tansiq.engines import order
from tansiq.engines.profiles import CONSENSUS, SILENCE
from tansiq.engines.zones import UTC
from tansiq.languages.words import WordsField
from tansiq.release.found import Found
from tansiq.release.models import Guest, Member, Releasable
from tansiq.sources.models import Source


class Precision(models.TextChoices):
    """How exactly a date is known."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")
    NOT_STATED = "not_stated", _("not stated")


class Coalition(models.Model):
    """The coalition whose house this is, and its way with words."""

    class Months(models.TextChoices):
        BOTH = "both", _("كانون الثاني/يناير")
        LEVANT = "levant", _("كانون الثاني (Iraq, Jordan, Lebanon, Syria)")
        GULF = "gulf", _("يناير (Egypt, the Gulf)")
        MAGHREB = "maghreb", _("جانفي (Algeria, Tunisia)")
        MOROCCO = "morocco", _("يناير، غشت (Morocco)")

    class Order(models.TextChoices):
        NAME = order.BY_NAME, _("by name, as the language of the page sorts it")
        ACCESSION = order.BY_ACCESSION, _("by accession")
        CUSTOM = order.CUSTOM, _("as they have agreed")

    key = models.UUIDField(primary_key=True, default=chance.key, editable=False)
    name = WordsField(_("name"))
    about = WordsField(_("about"), null=True)
    months = models.CharField(_("month names in Arabic"), max_length=16, choices=Months, default=Months.BOTH)
    demonstration = models.BooleanField(default=False)
    invented = models.BooleanField(default=False)  # Whether everything in this house is an exercise, its record too.
    founded_on = models.DateField(null=True)
    profile = models.JSONField(null=True)  # Its words, rooms, circles and rules (engines/profiles); none, not founded.
    member_order = models.CharField(_("order of members"), max_length=16, choices=Order, default=Order.NAME)
    sequence = models.JSONField(default=list)  # The members' codes as they have agreed to be listed.
    version = models.PositiveIntegerField(default=1)

    @property
    def founded(self) -> bool:
        """Whether it has been founded: an empty house waits for it."""
        return self.profile is not None

    @property
    def shut_modules(self) -> tuple[str, ...]:
        """The rooms that this coalition does without."""
        return tuple(name for name, on in self.profile["modules"].items() if not on) if self.profile else ()


class Standing(Releasable):
    """A dated step in a member's standing: accession, suspension, reinstatement, withdrawal."""

    class Step(models.TextChoices):
        ACCESSION = "accession", _("accession")
        SUSPENSION = "suspension", _("suspension")
        REINSTATEMENT = "reinstatement", _("reinstatement")
        WITHDRAWAL = "withdrawal", _("withdrawal")

    member = models.ForeignKey(Member, models.PROTECT, related_name="standings")
    step = models.CharField(_("step"), max_length=16, choices=Step)
    not_before = models.DateField(_("not before"), null=True)
    not_later = models.DateField(_("not later than"), null=True)
    ordinal = models.PositiveIntegerField(_("number of accession"), null=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="standings")
    note = WordsField(_("note"), null=True)


class Body(Releasable):
    """A body of the coalition: the plenary, the small group, a working group."""

    found = Found(_("Body"), title=("name",), text=("about",), also=("cadence",), page="body")

    class Rule(models.TextChoices):
        CONSENSUS = CONSENSUS, _("by consensus")
        SILENCE = SILENCE, _("by silence")

    name = WordsField(_("name"))
    kind = models.CharField(_("kind"), max_length=32)
    about = WordsField(_("about"), null=True)
    cadence = WordsField(_("agreed cadence"), null=True)
    cadence_months = models.PositiveSmallIntegerField(null=True)
    cadence_hedged = models.BooleanField(default=False)
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="bodies")  # Of the agreed cadence.
    decides = models.CharField(_("decides"), max_length=16, choices=Rule, blank=True)  # Empty where none is on record.
    silence_hours = models.PositiveSmallIntegerField(_("least hours of silence"), null=True)
    zone = models.CharField(_("time zone"), max_length=64, default=UTC)  # By its IANA name, for its due times.

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decides=SILENCE, silence_hours__isnull=False, silence_hours__gte=1)
                | (~models.Q(decides=SILENCE) & models.Q(silence_hours__isnull=True)),
                name="silence_has_its_hours",
            )
        ]


class Person(Releasable):
    """A human being whom the record names; most never sign in."""

    found = Found(_("Person"), title=("name",))

    name = WordsField(_("name"))


class Seat(Releasable):
    """A member's place in a body, from one date to another."""

    class Role(models.TextChoices):
        CHAIR = "chair", _("chair")
        CO_CHAIR = "co_chair", _("co-chair")
        LEAD = "lead", _("lead")
        HOST = "host", _("host")
        MEMBER = "member", _("member")
        OBSERVER = "observer", _("observer")

    body = models.ForeignKey(Body, models.PROTECT, related_name="seats")
    member = models.ForeignKey(Member, models.PROTECT, related_name="seats")
    role = models.CharField(_("role"), max_length=16, choices=Role)
    starts_on = models.DateField(_("from"), null=True)
    ends_on = models.DateField(_("until"), null=True)
    precision = models.CharField(max_length=16, choices=Precision, default=Precision.DAY)
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="seats")
    note = WordsField(_("note"), null=True)


class Account(AbstractBaseUser):
    """What signs in: a random key and an e-mail address, nothing else."""

    key = models.UUIDField(primary_key=True, default=chance.key, editable=False)
    email = models.EmailField(_("e-mail"), unique=True)
    is_active = models.BooleanField(default=True)

    objects = BaseUserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.email


class Accreditation(Releasable):
    """A person's right to speak for a member, or to hold an office, under one hat, for a time."""

    class Role(models.TextChoices):
        HEAD = "head", _("head of delegation")
        ALTERNATE = "alternate", _("alternate")
        ADVISER = "adviser", _("adviser")
        ADMINISTRATOR = "administrator", _("administrator")
        OFFICER = "officer", _("officer")

    person = models.ForeignKey(Person, models.PROTECT, related_name="accreditations")
    member = models.ForeignKey(Member, models.PROTECT, related_name="accreditations")
    role = models.CharField(_("role"), max_length=16, choices=Role)
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    account = models.ForeignKey(Account, models.PROTECT, null=True, editable=False, related_name="+")
    accepted_at = models.DateTimeField(null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)

    # Whoever may accredit and end accreditations of the member's own people.
    KEEPERS = (Role.HEAD, Role.ADMINISTRATOR)


class Invitation(Releasable):
    """The one way in: bound to one accreditation, used once, gone after a while; its secret is kept as a digest."""

    accreditation = models.ForeignKey(Accreditation, models.PROTECT, related_name="invitations")
    email = models.EmailField(_("e-mail"))
    token_digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()


class GuestInvitation(Releasable):
    """The one way in for a guest, and under whose account it came: its hat, as long as the guest reads here."""

    guest = models.ForeignKey(Guest, models.PROTECT, related_name="invitations")
    email = models.EmailField(_("e-mail"))
    token_digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    account = models.ForeignKey(Account, models.PROTECT, null=True, editable=False, related_name="+")
    accepted_at = models.DateTimeField(null=True, editable=False)


class FactorDemand(Releasable):
    """A member's demand that everyone who speaks for it has a second factor, until it is lifted."""

    lifted_at = models.DateTimeField(null=True, editable=False)


class Session(AbstractBaseSession):
    """A sign-in on one device; its key is kept only as a digest, so that a stolen table opens nothing."""

    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="+")
    opened_at = models.DateTimeField(null=True)
    device = models.CharField(max_length=200, blank=True)
