"""Founds a coalition in an empty house: its name, its offices, and the first officer, who admits the members."""

from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from django.db import connections

from tansiq import chance
from tansiq.database.unforced import unforced
from tansiq.finding.commands import gather_all
from tansiq.finding.models import Findable
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.models import Account, Accreditation, Coalition, Person
from tansiq.release.models import Audience, AudienceReader, Member

OWNER = "owner"  # The set-up's connection.


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
    name: Words,
    about: Words | None,
    founded_on: date | None,
    officer: Words,
    email: str,
    demonstration: bool,
) -> Founder:
    """Found a coalition: three offices and one officer of the secretariat, who may then admit members."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT tansiq.now()")
        (now,) = cursor.fetchone()
    tables = (Coalition, Member, Audience, AudienceReader, Person, Accreditation, Findable)
    with unforced(*tables):
        Coalition(name=name, about=about, founded_on=founded_on, demonstration=demonstration).save(using=OWNER)
        for place, (code, words) in enumerate(offices.NAMES.items(), start=1):
            Member(code=code, kind=Member.Kind.OFFICE, name=words, reader=2 * place).save(using=OWNER)
        secretariat = Member.objects.using(OWNER).get(code=offices.SECRETARIAT)
        account = Account(email=email, password="!" + chance.token())
        account.save(using=OWNER)
        audience = _audience(secretariat.reader)
        row = {"owner": secretariat, "audience": audience, "said_by": secretariat, "created_at": now}
        person = Person(name=officer, **row)
        person.save(using=OWNER)
        accreditation = Accreditation(
            person=person,
            member=secretariat,
            role=Accreditation.Role.OFFICER,
            valid_from=founded_on or now.date(),
            account=account,
            accepted_at=now,
            **row,
        )
        accreditation.save(using=OWNER)
        gather_all(Person, keeper=secretariat.pk, public=audience.pk, using=OWNER)
    return Founder(account.key, accreditation.key)


def _audience(reader: int) -> Audience:
    """The first audience, before anybody can ask for one."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT tansiq.audience_id(ARRAY[%s])", [reader])
        (made,) = cursor.fetchone()
    audience = Audience(id=made, readers=[reader])
    audience.save(using=OWNER, force_insert=True)
    AudienceReader(reader=reader, audience=audience).save(using=OWNER, force_insert=True)
    return audience
