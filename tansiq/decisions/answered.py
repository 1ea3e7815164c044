"""How a form about texts, questions and actions is answered: looked at, refused, or done."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from tansiq.record.acts import Stale
from tansiq.record.answers import BAD, OK, refused
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered


def answered(
    request: Entered, form: Form, do: Callable[[], str], template: str, beside: dict[str, Any]
) -> HttpResponse:
    """A form, and where it leads once it is done; where somebody was quicker, that is said."""
    status, stale = OK, False
    if form.is_bound:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                address = do()
            except ValidationError as refusal:
                status, stale = refused(form, refusal), isinstance(refusal, Stale)
            else:
                messages.success(request, _("It stands on the record."))
                return HttpResponseRedirect(address)
    return render(request, template, {"form": form, "stale": stale, **beside}, status=status)
