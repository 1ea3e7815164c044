"""My calendar: the page where its address is made and revoked, and what a calendar program reads there."""

from hashlib import sha256

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tansiq import clock
from tansiq.engines import invitations
from tansiq.record.answers import BAD, OK, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, for_members
from tansiq.release.wording import own_stripe
from tansiq.reviews import queries
from tansiq.reviews.calendar import feeds
from tansiq.reviews.calendar.meetings import house, meeting, of_late

MAKE, REVOKE = "make", "revoke"


class FeedForm(forms.Form):
    """What is to be done with the address."""

    what = forms.ChoiceField(choices=[(MAKE, MAKE), (REVOKE, REVOKE)])


@for_members
def my_calendar(request: Entered) -> HttpResponse:
    """Whether my calendar has an address under this hat; a new one is shown once, in answer to whoever made it."""
    sent, status, address = sent_to(request), OK, ""
    if sent is not None:
        form = FeedForm(sent)
        only_fields(request, form)
        what = form.cleaned_data["what"] if form.is_valid() else ""
        if what == REVOKE:
            feeds.revoke_feed()
            messages.success(request, _("The address holds no longer. Whoever looks there finds nothing."))
            return HttpResponseRedirect(reverse("my_calendar"))
        if what == MAKE:
            address = request.build_absolute_uri(reverse("calendar_feed", args=[feeds.make_feed()]))
        else:
            status = BAD
    given = {"address": address, "held": feeds.own_feed(), "stripe": own_stripe()}
    return render(request, "reviews/my_calendar.html", given, status=status)


@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """The reviews of the last year and to come that an address's person reads; of any other address there is none."""
    named = feeds.named_by(token)
    if named is None:
        raise Http404
    with feeds.reading_as(named) as in_force:
        if not in_force:
            raise Http404
        held = [meeting(request, one) for one in of_late(queries.reviews(), clock.today())]
        made = invitations.feed(held, house(), _("Reviews in Tansiq"))
    answer = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="reviews.ics"'
    answer["Cache-Control"] = "private, no-cache"
    answer["ETag"] = f'"{sha256(made).hexdigest()[:32]}"'
    return get_conditional_response(request, etag=answer["ETag"], response=answer) or answer
