"""Sending bad values and looking at what comes back, each attempt as if it were the first."""

import copy
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import zip_longest
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
from tests.two_worlds.pages import Form, forms, links
from tests.two_worlds.routes import routes
from tests.values.corpus import PRODUCT, share
from tests.visits import client
from tests.world import token

PEOPLE = ("alif", "admin.sh", "officer", "")
FORM = "application/x-www-form-urlencoded"
NAMED = re.compile(r'id="id_(\w+)_error"')  # How a form says which of its fields it refuses.
UNSEEN = {"hidden", "button"}  # Nobody fills these in, and no form says that it refuses one.
LED_ON = 302  # What was sent was taken.
Bad = Mapping[str, str | bytes]  # By the field's name.


def browser(slug: str) -> Client:
    """Somebody's browser; a fault of the house is an answer here, not an exception."""
    return client(slug, raise_request_exception=False)


@contextmanager
def afresh(held: Client) -> Iterator[Client]:
    """The same browser for one attempt that leaves nothing behind, neither here nor in the house."""
    made = browser("")
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


def attempts(found: list[Form]) -> Iterator[tuple[Form, dict[str, str | bytes]]]:
    """Each field with its share of the corpus; together the fields of one name get all of it.

    What a person fills in by hand is sent a bad value in every field at once, each another one; the rest alone, and so
    is what is no text, by which a form is refused before it is read.
    """
    named: dict[str, list[Form]] = defaultdict(list)
    for form in found:
        for name in form.fields:
            if name != "csrfmiddlewaretoken":  # Not looked at here (test_forgery.py).
                named[name].append(form)
    for form in found:
        by_hand = []
        for place, name in enumerate(one for one in form.fields if one in named):
            others = named[name]
            values = share([other is form for other in others].index(True), len(others))
            if form.method == "POST" and form.fields[name].kind not in UNSEEN:
                texts = [value for value in values if isinstance(value, str)]
                turn = place % max(len(texts), 1)
                by_hand.append([(name, value) for value in texts[turn:] + texts[:turn]])
                values = [value for value in values if isinstance(value, bytes)]
            yield from ((form, {name: value}) for value in values)
        yield from ((form, dict(filter(None, row))) for row in zip_longest(*by_hand))


def played(held: Client, form: Form, bad: Bad, refused: set[str]) -> Iterator[tuple[Client, Bad, HttpResponse]]:
    """What comes of bad values, each answer while its attempt lasts.

    Fields that a form refuses by name hide what it would have made of the others: these are sent again without them,
    and each of them is sent alone, once. Where the form does not say which, each is sent alone.
    """
    waiting = [bad]
    for given in waiting:
        with afresh(held) as attempt:
            answer = sent(attempt, form, given)
            yield attempt, given, answer
        if len(given) > 1 and answer.status_code != LED_ON:
            named = given.keys() & set(NAMED.findall(answer.content.decode()))
            alone = named - refused if named else given.keys()
            refused |= named
            waiting += [{name: given[name]} for name in sorted(alone)]
            waiting += [rest] if named and (rest := {name: given[name] for name in given if name not in named}) else []


def sent(held: Client, form: Form, bad: Bad) -> HttpResponse:
    """The form as it is meant, but for some fields."""
    filled = {**dict(parse_qsl(well_filled(form), keep_blank_values=True)), **bad}
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
