"""The pages by which an item goes on elsewhere: referred to another level, or taken up where it waited."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from tansiq.record.answers import sent_to
from tansiq.release.doors import Entered, for_office
from tansiq.release.wording import stripe
from tansiq.reviews.agenda import commands, queries, waiting
from tansiq.reviews.agenda.forms import ReferralForm, TakeUpForm, offered
from tansiq.reviews.agenda.models import AgendaItem
from tansiq.reviews.agenda.referring import refer_item, refer_to_series, take_up
from tansiq.reviews.agenda.told import audiences_of
from tansiq.reviews.agenda.views import answered, beside_of
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.models import Review


@for_office(*OPENERS)
def agenda_refer(request: Entered, key: UUID) -> HttpResponse:
    """Referring an item to a review of another level, or to a series for its next one, with the reason."""
    found = get_object_or_404(queries.items(), pk=key)
    others = {str(one.pk): one for one in waiting.referable_to(found)}
    series = {str(one.pk): one for one in waiting.series_for(found)}
    form = ReferralForm(
        sent_to(request),
        reviews=others,
        series=series,
        kind=commands.KIND,
        **offered(found.audience, found.review, _("All who read this item")),
    )

    def do() -> AgendaItem:
        given: dict[str, Any] = {"reason": form.words(), "readers": form.cleaned_data["readers"]}
        to = form.chosen_one()
        if isinstance(to, Review):
            return refer_item(item=found, to=to, **given)
        refer_to_series(item=found, to=to, **given)
        return found

    beside = beside_of(found)
    shown = [found.audience, found.review.audience, *(one.audience for one in (*others.values(), *series.values()))]
    return answered(
        request, form, do, "reviews/agenda_refer.html", beside | {"others": [*others, *series], "stripe": stripe(shown)}
    )


@for_office(*OPENERS)
def agenda_take_up(request: Entered, key: UUID) -> HttpResponse:
    """Setting what waited for the next review of a series on its agenda."""
    held = get_object_or_404(waiting.waiting(), pk=key)
    found = held.item
    others = {str(one.pk): one for one in waiting.prepared_in(held.series_id)}
    form = TakeUpForm(
        sent_to(request),
        reviews=others,
        kind=commands.KIND,
        **offered(found.audience, found.review, _("All who read this item")),
    )

    def do() -> AgendaItem:
        return take_up(waiting=held, to=form.review(), readers=form.cleaned_data["readers"])

    beside = beside_of(found)
    shown = [held.audience, held.series.audience, *audiences_of([found]), *(one.audience for one in others.values())]
    given = {"waiting": held, "others": others, "stripe": stripe(shown)}
    return answered(request, form, do, "reviews/agenda_take_up.html", beside | given)
