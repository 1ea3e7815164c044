"""Sending bad values and looking at what comes back, each attempt as if it were the first."""

import copy
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.apps import apps
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils.translation import override

from tansiq.release.acting import acting_as
from tansiq.release.models import Released
from tests.two_worlds.filling import well_filled
from tests.two_worlds.pages import Field, Form, forms, links
from tests.two_worlds.routes import routes
from tests.values.corpus import PRODUCT, share
from tests.visits import client
from tests.world import token

PEOPLE = ("alif", "admin.sh", "officer", "")
FORM = "application/x-www-form-urlencoded"


def browser(slug: str) -> Client:
    """Somebody's browser; a fault of the house is an answer here, not an exception."""
    return client(slug, raise_request_exception=False)


@contextmanager
def afresh(held: Client) -> Iterator[Client]:
    """The same browser for one attempt that leaves nothing behind, neither here nor in the house."""
    made = Client(raise_request_exception=False)
    made.cookies = copy.deepcopy(held.cookies)
    with transaction.atomic():
        yield made
        transaction.set_rollback(True)


def stored(slug: str) -> list[int]:
    """How many rows somebody sees in each table of what is released; for the public, as the secretariat sees them."""
    tables = [
        model._meta.db_table for model in apps.get_app_config("tansiq").get_models() if issubclass(model, Released)
    ]
    counts = ", ".join(f"(SELECT count(*) FROM {table})" for table in sorted(tables))
    with acting_as(token(slug or "officer")), connection.cursor() as cursor:
        cursor.execute(f"SELECT {counts}")
        return list(cursor.fetchone())


def route_of(address: str) -> str:
    """The pattern that an address follows; nothing where it leads nowhere."""
    path = urlsplit(address).path
    with override("ar" if path.startswith("/ar/") else "en"):
        try:
            return resolve(path).route
        except Resolver404:
            return ""


def pages(held: Client, language: str = "en") -> dict[str, HttpResponse]:
    """One page of each route that somebody can open: those that need nothing, and those that links lead to."""
    queue = [one.path({}) for one in routes() if not one.slots and one.route.startswith(f"{language}/")]
    found: dict[str, HttpResponse] = {}
    seen = set()
    for link in queue:
        route = route_of(link)
        if route and route not in seen:
            answer = held.get(link)
            if answer.status_code == 200:
                seen.add(route)
                found[link] = answer
                queue += [one for one in links(answer.content) if one.startswith(f"/{language}/") and one not in queue]
    return found


def forms_of(slug: str, held: Client) -> list[Form]:
    """Each form that somebody comes upon, once."""
    found = {}
    for address, page in pages(held).items():
        for form in forms(slug, address.partition("?")[0], page.content):
            found.setdefault((route_of(form.action), form.method, *form.fields), form)
    return list(found.values())


def attempts(found: list[Form]) -> Iterator[tuple[Form, Field, str | bytes]]:
    """Each field with its share of the corpus; together the fields of one name get all of it."""
    named: dict[str, list[tuple[Form, Field]]] = defaultdict(list)
    for form in found:
        for one in form.fields.values():
            if one.name != "csrfmiddlewaretoken":  # Not looked at here (test_forgery.py).
                named[one.name].append((form, one))
    for fields in named.values():
        shares = len(fields)
        for number, (form, one) in enumerate(fields):
            for value in share(number, shares):
                yield form, one, value


def sent(held: Client, form: Form, name: str, value: str | bytes) -> HttpResponse:
    """The form as it is meant, but for one field."""
    filled = {**dict(parse_qsl(well_filled(form), keep_blank_values=True)), name: value}
    if form.method == "GET":
        return held.get(f"{form.action}?{urlencode(filled)}")
    return held.post(form.action, urlencode(filled), content_type=FORM)


def wrong(answer: HttpResponse) -> list[str]:
    """What is wrong with an answer, whatever was sent."""
    body, onward = answer.content.decode(), answer.headers.get("Location", "/")
    return [
        *(["a fault"] if answer.status_code >= 500 else []),
        *(["a script"] if "<script>alert" in body or "<svg onload" in body else []),
        *(["a template"] if PRODUCT in body else []),
        *([f"led away to {onward[:60]}"] if not local(onward) else []),
    ]


def local(address: str) -> bool:
    """Whether an address stays inside the house, however a browser reads it."""
    return address.startswith("/") and address[1:2] not in {"/", "\\"} and not set(address) & set("\r\n\x00")
