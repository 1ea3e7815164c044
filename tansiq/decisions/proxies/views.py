"""The pages of proxies: those of a body with the form of one's own, and one of them."""

from collections.abc import Iterable
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from tansiq import clock
from tansiq.decisions.answered import answered
from tansiq.decisions.proxies import commands, queries
from tansiq.decisions.proxies.forms import GiveForm, WithdrawForm
from tansiq.decisions.proxies.models import Proxy
from tansiq.decisions.texts.queries import electorate, rule_of
from tansiq.members.models import Accreditation
from tansiq.members.queries import bodies
from tansiq.record.answers import sent_to
from tansiq.release.doors import Entered, for_members
from tansiq.release.models import Audience
from tansiq.release.order import in_order
from tansiq.release.pages import page_of
from tansiq.release.wording import stripe

SIZE = 30


@for_members
def proxies(request: Entered, key: UUID) -> HttpResponse:
    """Who speaks for whom in a body, now and before; and, for a head whose body allows it, the form of one's own."""
    body = get_object_or_404(bodies(), pk=key)
    rule, sent = rule_of(body), sent_to(request)
    may_give = commands.may_give(body)
    if sent is not None and not may_give:
        raise PermissionDenied
    page = page_of(request, queries.proxies_of(key), SIZE)
    own = request.acting.member
    members = in_order(one for one in electorate(body) if one.pk != own) if may_give else []
    form = GiveForm(sent, initial={"from_on": clock.today().isoformat()}, members=members)

    def do() -> str:
        commands.give_proxy(body=body, **form.cleaned_data)
        return reverse("proxies", args=[key])

    beside = {
        "body": body,
        "rule": rule,
        "page": page,
        "today": clock.today(),
        "may_give": may_give,
        "stripe": stripe([body.audience, *_audiences(page)]),
    }
    if sent is None:
        return render(request, "decisions/proxies.html", {"form": form, **beside})
    return answered(request, form, do, "decisions/proxies.html", beside)


@for_members
def proxy(request: Entered, key: UUID) -> HttpResponse:
    """One proxy, which the head of the member that gave it withdraws here."""
    found = get_object_or_404(queries.proxy(key))
    speaks = request.acting.member == found.owner_id and request.acting.hat == Accreditation.Role.HEAD
    sent = sent_to(request)
    if sent is not None and not speaks:
        raise PermissionDenied

    def do() -> str:
        commands.withdraw_proxy(proxy=found)
        return reverse("proxies", args=[found.body_id])

    beside = {
        "proxy": found,
        "may_withdraw": speaks and found.withdrawal is None,
        "stripe": stripe([found.audience, found.body.audience]),
    }
    return answered(request, WithdrawForm(sent), do, "decisions/proxy.html", beside)


def _audiences(rows: Iterable[Proxy]) -> Iterable[Audience]:
    return (one.audience for one in rows)
