"""Reading members: their list, their standing, their seats, and the people who speak for them."""

from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import F, Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.engines import order as orders
from tansiq.members.hats import Hat, hats_of
from tansiq.members.invitations import digest
from tansiq.members.models import Accreditation, Body, GuestInvitation, Invitation, Seat, Session, Standing
from tansiq.release.models import GUEST, Member
from tansiq.release.order import in_order, order_of

AS_GUEST = _("guest for one session")


@dataclass(frozen=True)
class Listed:
    """A member in the list: how it came in, and where it stands today."""

    member: Member
    accession: Standing | None
    last: Standing | None

    @property
    def state(self) -> str:
        """The last step in its standing; an accession where nothing came after it."""
        return self.last.step if self.last else Standing.Step.ACCESSION


def listed_members(order: str = "") -> list[Listed]:
    """The parties to the coalition, in its own order or in the one that is asked for; offices are none."""
    members = in_order(Member.objects.exclude(kind=Member.Kind.OFFICE), order)
    steps: dict[UUID, list[Standing]] = {}
    for step in standings():
        steps.setdefault(step.member_id, []).append(step)
    rows = [_listed(member, steps.get(member.pk, [])) for member in members]
    return sorted(rows, key=_by_accession) if order_of(order) == orders.BY_ACCESSION else rows


def _listed(member: Member, steps: list[Standing]) -> Listed:
    today = clock.today()
    accession = next((step for step in steps if step.step == Standing.Step.ACCESSION), None)
    begun = [step for step in steps if step.not_later is None or step.not_later <= today]
    return Listed(member, accession, begun[-1] if begun else accession)


def _by_accession(row: Listed) -> tuple[bool, str, int]:
    """Those that came first, first; what is known only as "by then" counts from then, what is not known comes last."""
    on = row.accession.not_later or row.accession.not_before if row.accession else None
    return on is None, on.isoformat() if on else "", (row.accession.ordinal or 0) if row.accession else 0


def offices() -> list[Member]:
    """The offices of the coalition."""
    return in_order(Member.objects.filter(kind=Member.Kind.OFFICE))


def standings() -> QuerySet[Standing]:
    """Steps in members' standing, the earliest first."""
    rows = Standing.objects.select_related("audience", "source", "source__audience")
    return rows.order_by(F("not_later").asc(nulls_first=True), "created_at", "key")


def standings_of(member: Member) -> QuerySet[Standing]:
    """One member's standing over time."""
    return standings().filter(member=member)


def bodies() -> QuerySet[Body]:
    """The bodies of the coalition."""
    return Body.objects.select_related("audience", "source", "source__audience").order_by("kind", "key")


def kinds_of_bodies() -> set[str]:
    """The kinds of which a body is there."""
    return set(Body.objects.values_list("kind", flat=True))


def _seats() -> QuerySet[Seat]:
    rows = Seat.objects.select_related("audience", "source", "source__audience")
    return rows.order_by(F("ends_on").desc(nulls_first=True), F("starts_on").desc(nulls_last=True), "role", "key")


def seats_of(member: Member) -> QuerySet[Seat]:
    """A member's seats by body, those that it holds today first."""
    return _seats().filter(member=member).select_related("body", "body__audience")


def seats_in(body: Body) -> list[Seat]:
    """The seats of a body: those that are held today first, the chair before the others, then by name."""
    roles: list[str] = list(Seat.Role.values)
    places = {
        member.pk: place for place, member in enumerate(in_order(Member.objects.filter(seats__body=body).distinct()))
    }
    seats = _seats().filter(body=body).select_related("member")
    return sorted(seats, key=lambda seat: (seat.ends_on is not None, roles.index(seat.role), places[seat.member_id]))


def people_of(member: Member) -> QuerySet[Accreditation]:
    """The people of a member that I may know, those who have ended last, each with the invitation if I may know it."""
    invitations = Prefetch("invitations", Invitation.objects.order_by("-expires_at", "key"), to_attr="invited")
    rows = Accreditation.objects.filter(member=member).select_related("person", "audience", "owner")
    return rows.prefetch_related(invitations).order_by(
        F("ended_at").asc(nulls_first=True), "role", "-valid_from", "key"
    )


def sessions_of(account: UUID) -> QuerySet[Session]:
    """An account's open sign-ins, the newest first."""
    return Session.objects.filter(account_id=account, expire_date__gt=clock.now()).order_by("-opened_at", "session_key")


def role_in_words(role: str) -> str:
    """A role as its holder is told it."""
    return str(AS_GUEST if role == GUEST else Accreditation.Role(role).label)


class HatInWords(NamedTuple):
    """A hat with its member; a guest has none."""

    hat: Hat
    member: Member | None

    @property
    def role(self) -> str:
        """The role in words."""
        return role_in_words(self.hat.role)


def hats_in_words(account: UUID) -> list[HatInWords]:
    """The hats that an account may wear now, each with its member."""
    hats = hats_of(account)
    members = Member.objects.in_bulk([hat.member for hat in hats if hat.member])
    return [HatInWords(hat, members.get(hat.member) if hat.member else None) for hat in hats]


@dataclass(frozen=True)
class Invited:
    """What the holder of an invitation's secret may know: for whom, as what, and for which address."""

    accreditation: UUID
    member: Member | None  # None for a guest, who is told where once it has come in.
    role: str
    email: str

    @property
    def role_words(self) -> str:
        """The role in words."""
        return role_in_words(self.role)


def invited(token: str) -> Invited | None:
    """The invitation of a secret; None where it is used, ended, expired or never was."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT accreditation, member, hat, email FROM tansiq.invitation(%s)", [token])
        row = cursor.fetchone()
    if row is None:
        return None
    accreditation, member, role, email = row
    return Invited(accreditation, Member.objects.get(pk=member) if member else None, role, email)


def has_accepted(token: str, account: UUID | None) -> bool:
    """Whether an account has accepted the invitation of a secret; known to the member that gave it, and to a guest."""
    if account is None:
        return False
    held = digest(token)
    if GuestInvitation.objects.filter(token_digest=held, account=account).exists():
        return True
    return Invitation.objects.filter(token_digest=held, accreditation__account=account).exists()
