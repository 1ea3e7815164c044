"""Opens an empty house: the coalition's row, its offices, and the first officer, who founds it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import cast
from uuid import UUID

from django.db import connections

from tansiq import chance
from tansiq.database.unforced import unforced
from tansiq.engines.profiles import SHIPPED
from tansiq.finding.commands import gather_all
from tansiq.finding.models import Findable
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.invitations import INVITATION_LIFE, SECRET, digest
from tansiq.members.models import Account, Accreditation, Coalition, Invitation, Person
from tansiq.release.models import Audience, AudienceReader, Member

OWNER = "owner"  # The set-up's connection.
TABLES = (Coalition, Member, Audience, AudienceReader, Person, Accreditation, Invitation, Findable)
NAME = Words.of("en", en="Our coalition", ar="تحالفنا")  # Until it is founded.
OFFICER = Words.of("en", en="First officer", ar="المسؤول الأول")


@dataclass(frozen=True)
class Founder:
    """The first officer of the secretariat."""

    account: UUID
    accreditation: UUID


def founded() -> Words | None:
    """The name of the house's coalition, where it has one already."""
    with unforced(Coalition):
        coalition = Coalition.objects.using(OWNER).first()
    return coalition.name if coalition else None


def first_officer() -> Founder:
    """The founder of a house that is founded."""
    with unforced(Accreditation, Member):
        found = Accreditation.objects.using(OWNER).filter(member__code=offices.SECRETARIAT).earliest("created_at")
    return Founder(cast("UUID", found.account_id), found.key)


def found(  # noqa: PLR0913 -- what a founding needs
    *,
    name: Words = NAME,
    about: Words | None = None,
    founded_on: date | None = None,
    officer: Words,
    email: str,
    demonstration: bool,
    invented: bool = False,
    profile: str | None = "states",
) -> Founder:
    """Open a house with an officer who is in already; without a profile it waits for that officer to found it."""
    coalition = Coalition(
        name=name,
        about=about,
        founded_on=founded_on,
        demonstration=demonstration,
        invented=invented,
        profile=SHIPPED[profile].as_json() if profile else None,
    )
    with unforced(*TABLES):
        now = _now()
        accreditation = _open(coalition, officer, founded_on or now.date(), now)
        account = Account(email=email, password="!" + chance.token())
        account.save(using=OWNER)
        accreditation.account, accreditation.accepted_at = account, now
        accreditation.save(using=OWNER)
    return Founder(account.key, accreditation.key)


def expect_officer(email: str) -> str:
    """Open a house of one's own, where none is; the secret by which its first officer comes in, once.

    Asked again before that officer came, it gives another secret and the former one is void. Afterwards, and in a
    demonstration, it gives none.
    """
    with unforced(*TABLES):
        now = _now()
        coalition = Coalition.objects.using(OWNER).first()
        if coalition is None:
            _open(Coalition(name=NAME), OFFICER, now.date(), now)
        officers = Accreditation.objects.using(OWNER).filter(member__code=offices.SECRETARIAT)
        expected = officers.earliest("created_at")
        if expected.account_id is not None:
            return ""
        secret = chance.token(SECRET)
        known = {"email": email.lower(), "token_digest": digest(secret), "expires_at": now + INVITATION_LIFE}
        if not Invitation.objects.using(OWNER).filter(accreditation=expected).update(**known):
            _save(Invitation(accreditation=expected, **known), expected.owner, expected.audience, now)
    return secret


def _now() -> datetime:
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT tansiq.now()")
        (now,) = cursor.fetchone()
    return cast("datetime", now)


def _open(coalition: Coalition, officer: Words, since: date, now: datetime) -> Accreditation:
    """The coalition's row, its three offices, and the accreditation of its first officer."""
    coalition.save(using=OWNER)
    terms = coalition.profile["terms"] if coalition.profile else {}
    for place, (code, usual) in enumerate(offices.NAMES.items(), start=1):
        words = Words("en", terms[code]) if code in terms else usual
        Member(code=code, kind=Member.Kind.OFFICE, name=words, reader=2 * place).save(using=OWNER)
    secretariat = Member.objects.using(OWNER).get(code=offices.SECRETARIAT)
    audience = _audience(secretariat.reader)
    person = Person(name=officer)
    _save(person, secretariat, audience, now)
    made = Accreditation(person=person, member=secretariat, role=Accreditation.Role.OFFICER, valid_from=since)
    _save(made, secretariat, audience, now)
    gather_all(Person, keeper=secretariat.pk, public=audience.pk, using=OWNER)
    return made


def _save(row: Person | Accreditation | Invitation, owner: Member, audience: Audience, now: datetime) -> None:
    row.owner, row.audience, row.said_by, row.created_at = owner, audience, owner, now
    row.save(using=OWNER)


def _audience(reader: int) -> Audience:
    """The first audience, before anybody can ask for one."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT tansiq.audience_id(ARRAY[%s])", [reader])
        (made,) = cursor.fetchone()
    audience = Audience(id=made, readers=[reader])
    audience.save(using=OWNER, force_insert=True)
    AudienceReader(reader=reader, audience=audience).save(using=OWNER, force_insert=True)
    return audience
