"""Giving a proxy and withdrawing it: the head of a delegation does, and all of the body read it."""

from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.decisions.proxies.models import Proxy, ProxyEnd
from tansiq.decisions.texts.queries import electorate, rule_of
from tansiq.members.commands import ownership
from tansiq.members.models import Accreditation, Body
from tansiq.record.acts import Stale, act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.models import Member
from tansiq.reviews.commands import within

WIDER = _("The body is not released to all of these readers.")
NONE_HERE = _("In this body nobody speaks through another.")


def may_give(body: Body) -> bool:
    """Whether whoever acts may give its member's proxy in a body: its head, where the rule of today allows it."""
    who, rule = acting(), rule_of(body)
    heads = who.hat == Accreditation.Role.HEAD and who.kind != Member.Kind.OFFICE
    return heads and rule is not None and rule.proxies and who.member in {one.pk for one in electorate(body)}


@act("proxy.given")
def give_proxy(*, body: Body, holder: Member, from_on: date, until_on: date) -> Proxy:
    """Let another member of a body speak for one's own, from one day to another, while one says nothing oneself.

    Raises:
        ValidationError: the body allows none, the days are past or out of order, the other holds no seat, or one of
            the two has such a proxy in these days already.
    """
    who, rule = acting(), rule_of(body)
    if who.hat != Accreditation.Role.HEAD or who.kind == Member.Kind.OFFICE:
        raise PermissionDenied
    if rule is None or not rule.proxies:
        raise ValidationError(NONE_HERE)
    seated = {one.pk for one in electorate(body)}
    if who.member not in seated:
        raise PermissionDenied
    if holder.pk == who.member or holder.pk not in seated:
        raise ValidationError({"holder": _("A proxy goes to another member that is entitled in this body.")})
    if from_on < clock.today():
        raise ValidationError({"from_on": _("This day is past.")})
    if until_on < from_on:
        raise ValidationError({"until_on": _("It ends before it begins.")})
    _one_at_a_time(body.pk)
    for one in Proxy.objects.filter(body=body, end=None, from_on__lte=until_on, until_on__gte=from_on):
        if one.owner_id == who.member:
            raise ValidationError(_("Your member has given its proxy for these days already: withdraw that one first."))
        if one.holder_id == holder.pk:
            raise ValidationError({"holder": _("This member holds another's proxy in these days: one at a time.")})
    with within(WIDER):
        made = Proxy.objects.create(
            body=body, holder=holder, from_on=from_on, until_on=until_on, **ownership(body.audience)
        )
    told = {"body": str(body.pk), "holder": holder.code, "from": from_on.isoformat(), "until": until_on.isoformat()}
    append("proxy.given", about=made, audience=made.audience, content=told, first=True)
    return made


@act("proxy.withdrawn")
def withdraw_proxy(*, proxy: Proxy) -> ProxyEnd:
    """Withdraw a proxy: from now on it counts nowhere.

    Raises:
        Stale: it was withdrawn already.
    """
    who = acting()
    if who.member != proxy.owner_id or who.hat != Accreditation.Role.HEAD:
        raise PermissionDenied
    try:
        with transaction.atomic():
            made = ProxyEnd.objects.create(proxy=proxy, **ownership(proxy.audience))
    except IntegrityError as twice:
        raise Stale(_("This proxy was withdrawn already.")) from twice
    append("proxy.withdrawn", about=made, audience=made.audience, content={"proxy": str(proxy.pk)}, first=True)
    return made


def _one_at_a_time(body: UUID) -> None:
    """Two heads give theirs one after the other; only who reads the body knows by which number one waits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"proxy {body}"])
