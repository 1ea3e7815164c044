"""What a page is asked for: each filter and each field allow-listed; anything else is refused, never ignored."""

from collections.abc import Iterable
from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import BadRequest
from django.http import HttpRequest, QueryDict

CARRIED = {"csrfmiddlewaretoken", "once", "worn"}  # By every form of the house.


class Asked(dict[str, Any]):
    """What a list is filtered by, each by its name; what is not filtered by is not in it."""

    @property
    def kept(self) -> str:
        """The filters as the pages of a list carry them on, such as `kind=risk&`."""
        return urlencode({name: str(value) for name, value in self.items()}) + "&" if self else ""


def asked(request: HttpRequest, form: forms.Form) -> Asked:
    """What a list is filtered by, read strictly.

    Raises:
        BadRequest: the list has no such filter, or a filter has no such value.
    """
    _only(request.GET, {*form.fields, "page"})
    if any(len(values) > 1 for _, values in request.GET.lists()) or not form.is_valid():
        raise BadRequest
    return Asked({name: value for name, value in form.cleaned_data.items() if value})


def only_fields(request: HttpRequest, form: forms.Form, *buttons: str) -> None:
    """Refuse a form that was sent with fields that it does not have, such as another owner.

    Raises:
        BadRequest: there is such a field.
    """
    _only(request.POST, {*form.fields, *buttons, *CARRIED})


def _only(given: QueryDict, known: set[str]) -> None:
    if not set(given) <= known:
        raise BadRequest


def offer(form: forms.Form, name: str, whole: Any, held: Iterable[tuple[str, str]]) -> None:
    """What may be chosen in a filter: everything, or one of these."""
    cast("forms.ChoiceField", form.fields[name]).choices = [("", whole), *held]
