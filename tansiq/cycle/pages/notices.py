"""How I am written to, and the link in a letter that ends them."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt

from tansiq.cycle.notices.choosing import choose, end_by, is_held, named_by, own_choice
from tansiq.cycle.notices.models import NoticeChoice
from tansiq.record.answers import BAD, OK, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, for_members
from tansiq.release.wording import own_stripe


class NoticeForm(forms.Form):
    """How often, and in which language."""

    way = forms.ChoiceField(
        label=_("Letters about what needs me"), choices=NoticeChoice.Way.choices, widget=forms.RadioSelect
    )
    language = forms.ChoiceField(
        label=_("Language of letters"), choices=NoticeChoice.Language.choices, widget=forms.RadioSelect
    )


@for_members
def my_notices(request: Entered) -> HttpResponse:
    """How I am written to under this hat."""
    sent, status = sent_to(request), OK
    held = own_choice()
    form = NoticeForm(sent, initial={"way": held.way, "language": held.language})
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            choose(**form.cleaned_data)
            messages.success(request, _("Kept. Links in older letters hold no longer."))
            return HttpResponseRedirect(reverse("my_notices"))
    return render(request, "cycle/notices.html", {"form": form, "stripe": own_stripe()}, status=status)


@csrf_exempt
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """No more letters, by the signed link in one; a mail program sends it by itself, a person is asked first.

    It needs no token against forgery: whoever has the link may use it, and it does nothing else.
    """
    named = named_by(token)
    if named is None or not is_held(*named):
        raise Http404
    if request.method == "POST":
        end_by(*named)
    given = {"ended": request.method == "POST"}
    return render(request, "cycle/notices_stop.html", given)
