"""What the secretariat does to a coalition as a whole: founding it, changing its ways, making bodies, a whole list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.engines.profiles import Profile, Rule
from tansiq.engines.zones import UTC
from tansiq.languages.words import Words
from tansiq.members import commands, offices
from tansiq.members.models import Accreditation, Body, Coalition, Seat, Standing
from tansiq.record.acts import Stale, act, edit
from tansiq.record.commands import append, disclose
from tansiq.release.acting import acting
from tansiq.release.commands import audience_of, own_reader, release_anew
from tansiq.release.models import PUBLIC, Audience, Member, Releasable
from tansiq.release.queries import forget_everyone, named_readers

ADMINISTRATOR = Words.of("en", en="Administrator", ar="مسؤول الحسابات")


@act("coalition.founded")
def found_coalition(*, name: Words, profile: Profile, founded_on: date, member_order: str) -> Coalition:
    """Make an empty house a coalition's own.

    Raises:
        Stale: it has been founded already.
    """
    offices.only(offices.SECRETARIAT)
    coalition = Coalition.objects.get()
    if coalition.founded:
        raise Stale(_("The coalition is founded already."))
    given = {"name": name, "founded_on": founded_on, "member_order": member_order, "profile": profile.as_json()}
    edit(coalition, version=coalition.version, **given)
    _name_secretariat(profile)
    _enter("coalition.founded", coalition, {"founded_on": founded_on.isoformat()})
    return coalition


@act("coalition.changed")
def change_coalition(
    *, coalition: Coalition, version: int, profile: Profile, member_order: str, sequence: Sequence[str]
) -> Coalition:
    """Change the coalition's words, rooms, rules of decision for bodies to come, and the order of its members."""
    offices.only(offices.SECRETARIAT)
    changed = {"profile": profile.as_json(), "member_order": member_order, "sequence": list(sequence)}
    edit(coalition, version=version, **changed)
    _name_secretariat(profile)
    _enter("coalition.changed", coalition, {"sequence": list(sequence)})
    return coalition


def _name_secretariat(profile: Profile) -> None:
    """Call the secretariat what the profile calls it."""
    office = offices.office(offices.SECRETARIAT)
    words = Words("en", profile.terms["secretariat"])
    if office.name != words:
        edit(office, version=office.version, name=words)
        forget_everyone()


def _enter(kind: str, coalition: Coalition, more: Mapping[str, Any]) -> None:
    content = {
        "name": coalition.name.as_json(),
        "profile": coalition.profile,
        "member_order": coalition.member_order,
        **more,
    }
    append(kind, about=coalition, audience=audience_of({PUBLIC}), content=content)


@dataclass(frozen=True)
class NewBody:
    """A body that is about to be made, and the members that get its first seats."""

    kind: str
    name: Words
    rule: Rule
    members: tuple[Member, ...]
    zone: str = UTC


@act("body.made")
def make_bodies(*, bodies: Sequence[NewBody], readers: Sequence[int]) -> Body:
    """Make bodies with their rules and first seats: all of them, or none; who shall read them reads their seats too.

    Raises:
        ValidationError: a body of that kind is there already, or there is none to make.
    """
    offices.only(offices.SECRETARIAT)
    if not bodies or Body.objects.filter(kind__in=[one.kind for one in bodies]).exists():
        raise ValidationError(_("Such a body is there already."))
    audience = audience_of({*readers, own_reader()})
    first, *_others = [_make_body(one, audience) for one in bodies]
    return first


def _make_body(one: NewBody, audience: Audience) -> Body:
    given = commands.ownership(audience)
    founded_on = Coalition.objects.get().founded_on or clock.today()
    body = Body.objects.create(
        kind=one.kind,
        name=one.name,
        decides=one.rule.way,
        silence_hours=one.rule.hours,
        zone=one.zone,
        **given,
    )
    Seat.objects.bulk_create(
        Seat(body=body, member=member, role=Seat.Role.MEMBER, starts_on=_since(member, founded_on), **given)
        for member in one.members
    )
    append(
        "body.made",
        about=body,
        audience=audience,
        content={
            "kind": one.kind,
            "name": one.name.as_json(),
            "rule": one.rule.as_json(),
            "zone": one.zone,
            "seats": [member.code for member in one.members],
        },
        first=True,
    )
    return body


@act("body.released")
def release_body(*, body: Body, version: int, readers: Sequence[int], along: Sequence[type[Releasable]] = ()) -> Body:
    """Release a body to more readers, and with it the seats that were released as it was.

    Args:
        body: the secretariat's own.
        version: the one that it saw.
        readers: those who shall read it.
        along: what else later steps of the loop hang on a body, and goes with it where it was released as the body was.

    Raises:
        Stale: somebody was quicker.
        ValidationError: somebody who reads it would no longer.
    """
    offices.only(offices.SECRETARIAT)
    if body.version != version:
        raise Stale(_("This was changed meanwhile. Look at it again before you release it."))
    former = body.audience
    audience = release_anew([body], readers)
    disclose(body.pk, audience)
    for model in (Seat, *along):
        alike = model.objects.filter(body=body, owner_id=acting().member, audience=former)  # type: ignore[attr-defined] # each has its manager
        keys = [] if model is Seat else list(alike.values_list("pk", flat=True))  # The seats stand in the body's entry.
        alike.update(audience=audience, version=F("version") + 1)
        for key in keys:
            disclose(key, audience)
    append("body.released", about=body, audience=audience, content={"readers": named_readers(audience)})
    return body


@act("body.zoned")
def change_zone(*, body: Body, version: int, zone: str) -> Body:
    """Tell a body's due times in another zone; the instants stay as they are.

    Raises:
        Stale: somebody was quicker.
    """
    offices.only(offices.SECRETARIAT)
    edit(body, version=version, zone=zone)
    append("body.zoned", about=body, audience=body.audience, content={"zone": zone})
    return body


def _since(member: Member, founded_on: date) -> date:
    """From when a member holds a first seat: from the founding, or from its own accession after it."""
    return max(founded_on, member.joined_on) if member.joined_on else founded_on


@dataclass(frozen=True)
class Newcomer:
    """A row of a list of members; with an address, its first administrator is invited by that secret."""

    code: str
    kind: str
    name: Words
    joined_on: date
    email: str = ""
    token: str = ""


@act("member.admitted")
def admit_members(*, newcomers: Sequence[Newcomer]) -> Standing:
    """Admit the members of a list and invite their first administrators: all of them, or none.

    Returns:
        The last one's accession.
    """
    offices.only(offices.SECRETARIAT)
    if not newcomers:
        raise ValidationError(_("There is nobody in this list."))
    admitted = [_admit(one) for one in newcomers]
    return admitted[-1].standings.get(step=Standing.Step.ACCESSION)


def _admit(one: Newcomer) -> Member:
    member = commands.admit_member(code=one.code, kind=one.kind, name=one.name, joined_on=one.joined_on)
    if one.email:
        commands.accredit(
            member=member,
            name=ADMINISTRATOR,
            role=Accreditation.Role.ADMINISTRATOR,
            email=one.email,
            valid_from=clock.today(),
            token=one.token,
        )
    return member
