"""What is done about members: admitting them, their standing, their people, invitations and sign-ins."""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from tansiq import chance, clock
from tansiq.finding.commands import keep_findable
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.invitations import INVITATION_LIFE, SECRET, digest
from tansiq.members.models import Account, Accreditation, Invitation, Person, Session, Standing
from tansiq.members.sessions import digest as session_digest
from tansiq.record.acts import Stale, act, edit
from tansiq.record.commands import append
from tansiq.release.acting import account_token, acting
from tansiq.release.commands import audience_of, own_reader
from tansiq.release.models import PUBLIC, Audience, Member
from tansiq.release.queries import forget_everyone

ANOTHER_MEMBER = "P0001"  # How tansiq.accept_invitation refuses a second member for one person.

ROLE = Accreditation.Role
STEP = Standing.Step
FOLLOWS = {  # Which steps may come after which.
    STEP.ACCESSION: {STEP.SUSPENSION, STEP.WITHDRAWAL},
    STEP.SUSPENSION: {STEP.REINSTATEMENT, STEP.WITHDRAWAL},
    STEP.REINSTATEMENT: {STEP.SUSPENSION, STEP.WITHDRAWAL},
    STEP.WITHDRAWAL: {STEP.REINSTATEMENT},
}


def ownership(audience: Audience, **given: Any) -> dict[str, Any]:
    """What every new row of the acting member carries."""
    own = acting().member
    return {"owner_id": own, "said_by_id": own, "audience": audience, "created_at": clock.now(), **given}


@act("member.admitted")
def admit_member(*, code: str, kind: str, name: Words, joined_on: date) -> Member:
    """Admit a member to the coalition, from a date on."""
    offices.only(offices.SECRETARIAT)
    if Member.objects.filter(code__iexact=code).exists():
        raise ValidationError(_("A member of this code is already in the coalition."))
    last = Member.objects.order_by("-reader").values_list("reader", flat=True).first() or 0
    member = Member.objects.create(code=code, kind=kind, name=name, reader=last + 2, joined_on=joined_on)
    forget_everyone()
    public = audience_of({PUBLIC})
    Standing.objects.create(
        member=member, step=Standing.Step.ACCESSION, not_before=joined_on, not_later=joined_on, **ownership(public)
    )
    append(
        "member.admitted",
        about=member,
        audience=public,
        content={"code": code, "kind": kind, "name": name.as_json(), "joined_on": joined_on.isoformat()},
        first=True,
    )
    return member


@act("standing.recorded")
def record_standing(*, member: Member, step: str, on: date) -> Standing:
    """Record that a member is suspended, reinstated or has withdrawn, from a date on.

    Raises:
        Stale: the step does not follow on where the member stands, or somebody was quicker.
    """
    offices.only(offices.SECRETARIAT)
    if member.is_office or step not in STEP.values or step == STEP.ACCESSION:
        raise ValidationError(_("This is no step in a member’s standing."))
    last = latest_step(member)
    if step not in FOLLOWS[STEP(last.step) if last else STEP.ACCESSION]:
        raise Stale(_("This step does not follow on where the member stands now. Look at the page again."))
    if last and on < (last.not_before or last.not_later or on):
        raise ValidationError(_("This step would come before the one that it follows on."))
    public = audience_of({PUBLIC})
    standing = Standing.objects.create(member=member, step=step, not_before=on, not_later=on, **ownership(public))
    left_on = on if step == STEP.WITHDRAWAL else None
    if left_on != member.left_on:
        edit(member, version=member.version, left_on=left_on)
    append(
        "standing.recorded",
        about=standing,
        audience=public,
        content={"member": member.code, "step": step, "on": on.isoformat()},
        first=True,
    )
    return standing


def latest_step(member: Member) -> Standing | None:
    """The last step in a member's standing."""
    return member.standings.order_by(F("not_later").desc(nulls_last=True), "-created_at", "key").first()


def roles_to_give(member: Member) -> list[str]:
    """The roles in which the acting person may accredit people of a member."""
    who = acting()
    if who.code == offices.SECRETARIAT:
        return [ROLE.OFFICER] if member.is_office else [ROLE.ADMINISTRATOR]
    keeps = who.member == member.pk and who.hat in Accreditation.KEEPERS
    return [role for role in ROLE if role != ROLE.OFFICER] if keeps else []


@act("accreditation.given")
def accredit(  # noqa: PLR0913 -- what a letter of accreditation says
    *,
    member: Member,
    name: Words,
    role: str,
    email: str,
    valid_from: date,
    valid_until: date | None = None,
    token: str,
) -> Accreditation:
    """Accredit a person for a member and invite that person to sign in.

    A member's head or administrator accredits its own people; the secretariat, a member's administrator and the
    holders of offices. Only the digest of the invitation's secret is kept.
    """
    if role not in roles_to_give(member):
        raise PermissionDenied
    if valid_until and valid_until < valid_from:
        raise ValidationError(_("The accreditation would end before it begins."))
    if valid_from > clock.today() + INVITATION_LIFE:
        raise ValidationError(_("Begin it within the seven days for which its invitation can be accepted."))
    seen_by = audience_of({member.reader, *_always_see()} | {own_reader()})
    person = Person.objects.create(name=name, **ownership(seen_by))
    keep_findable(person, first=True)
    accreditation = Accreditation.objects.create(
        person=person, member=member, role=role, valid_from=valid_from, valid_until=valid_until, **ownership(seen_by)
    )
    own = audience_of({own_reader()})
    Invitation.objects.create(
        accreditation=accreditation,
        email=email.lower(),
        token_digest=digest(token),
        expires_at=clock.now() + INVITATION_LIFE,
        **ownership(own),
    )
    append(
        "accreditation.given",
        about=accreditation,
        audience=seen_by,
        content={"member": member.code, "name": name.as_json(), "role": role, "valid_from": valid_from.isoformat()},
        first=True,
    )
    return accreditation


def _always_see() -> set[int]:
    """Who sees every accreditation beside the member itself: the secretariat and the chair."""
    codes = (offices.SECRETARIAT, offices.CHAIR)
    return set(Member.objects.filter(code__in=codes).values_list("reader", flat=True))


def new_token() -> str:
    """A secret for an invitation, 160 bits."""
    return chance.token(SECRET)


def open_account(*, email: str, password: str) -> Account:
    """Open the account of an invited person.

    Raises:
        ValidationError: the address has an account already; told to whoever holds the invitation alone.
    """
    account = Account(email=email)
    account.set_password(password)
    try:
        with transaction.atomic():
            account.save(force_insert=True)
    except IntegrityError as taken:
        raise ValidationError(
            _("There is an account for this address already. Sign in first, then open the invitation again.")
        ) from taken
    return account


def bind(token: str, account: Account) -> UUID | None:
    """Bind an invitation to the account of the invited person, once; None where it is used, ended or expired.

    Raises:
        ValidationError: the account already speaks for another member; told to its holder alone.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT tansiq.accept_invitation(%s, %s)", [token, account_token(account.pk)])
            (bound,) = cursor.fetchone()
    except ProgrammingError as refusal:
        if getattr(refusal.__cause__, "sqlstate", "") != ANOTHER_MEMBER:
            raise
        raise ValidationError(
            _("You already speak for another member. One person speaks for one member only.")
        ) from refusal
    return bound if isinstance(bound, UUID) else None


@act("accreditation.accepted")
def accept(*, accreditation: Accreditation) -> Accreditation:
    """Enter on the record that the accredited person has accepted; acted under the new hat itself."""
    if accreditation.pk != acting().accreditation:
        raise PermissionDenied
    append(
        "accreditation.accepted",
        about=accreditation,
        audience=accreditation.audience if accreditation.owner_id == acting().member else _shared(accreditation),
        content={"member": accreditation.member.code, "role": accreditation.role},
    )
    return accreditation


def _shared(accreditation: Accreditation) -> Audience:
    """The readers of an accreditation that somebody else gave."""
    return audience_of({*accreditation.audience.readers, own_reader()})


def may_end(accreditation: Accreditation) -> bool:
    """Whether the acting person may end it: the member's keeper, or the secretariat where it gave it; never its own.

    Whoever ends the accreditation that it acts under could no longer enter the act on the record.
    """
    who = acting()
    if accreditation.pk == who.accreditation:
        return False
    if who.code == offices.SECRETARIAT:
        return accreditation.owner_id == who.member
    return who.member == accreditation.member_id and who.hat in Accreditation.KEEPERS


@act("accreditation.ended")
def end_accreditation(*, accreditation: Accreditation, version: int) -> Accreditation:
    """End a person's accreditation at once: its sessions close, and PostgreSQL shows it nothing more."""
    if not may_end(accreditation):
        raise PermissionDenied
    rows = Accreditation.objects.filter(pk=accreditation.pk, version=version, ended_at=None)
    if rows.update(ended_at=clock.now(), version=version + 1) != 1:
        raise Stale(_("This accreditation was changed meanwhile. Look at the page again."))
    # Asked anew: the person may have accepted since the page was opened.
    bound = Accreditation.objects.filter(pk=accreditation.pk, account__isnull=False).values("account")
    Session.objects.filter(account__in=bound).delete()
    append(
        "accreditation.ended",
        about=accreditation,
        audience=_shared(accreditation),
        content={"member": accreditation.member.code, "role": accreditation.role},
    )
    return accreditation


def close_session(*, account: UUID, key_digest: str) -> int:
    """Close one of an account's own sign-ins; how many were closed."""
    closed, _by_table = Session.objects.filter(account_id=account, session_key=key_digest).delete()
    return closed


def close_other_sessions(*, account: UUID, session_key: str | None) -> int:
    """Close all of an account's sign-ins but the one that asks; how many were closed."""
    others = Session.objects.filter(account_id=account).exclude(session_key=session_digest(session_key))
    closed, _by_table = others.delete()
    return closed
