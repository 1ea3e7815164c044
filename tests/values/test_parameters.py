"""What lists are asked for: what a list does not know is refused, never guessed at, and nobody is led away."""

from urllib.parse import urlencode

import pytest

from tansiq.engines import dates
from tansiq.members.models import Account
from tansiq.release.acting import acting_as
from tests.values.corpus import ABSENT, VALUES, WAYS_OUT, share, told
from tests.values.probing import FORM, afresh, browser, wrong
from tests.visits import at

pytestmark = pytest.mark.django_db

LISTS = {
    "statements": ("kind", "member", "review", "page"),
    "forecasts": ("outcome", "page"),
    "decisions": ("kind", "line", "body", "year", "page"),
    "actions": ("status", "member", "page"),
    "contributions": ("kind", "stage", "member", "line", "page"),
    "contributions_doubtful": ("kind", "stage", "member", "line", "page"),
    **dict.fromkeys(("needs", "needs_matrix"), ("kind", "line", "page")),
    "risks": ("line", "year", "state", "page"),
    "texts": ("body", "kind", "page"),
    "sources": ("kind", "language", "page"),
    "reviews": ("body", "order", "page"),
    "members": ("order", "page"),
    "record": ("page",),
    "my_items": ("as", "page"),
    "search": ("kind", "member", "line", "since", "until", "page"),
}
CHOICES = [(name, one) for name, filters in LISTS.items() for one in filters if one != "page"]
PAGES = [(name, "page") for name in LISTS]
SHARED = {pair: share(number, 4) for pairs in (CHOICES, PAGES) for number, pair in enumerate(pairs)}
STRICT = (
    *("statements", "sources", "reviews", "members", "search"),
    *("forecasts", "decisions", "actions", "contributions", "risks"),
)
UNKNOWN = ("owner__email__startswith", "__class__", "_connector", "per_page", "sort", "pk", "kind__in", "page[]")
BAD_PAGES = ("0", "-1", "1e9", "9" * 6, "9" * 7, "", " 1", "١", "1.0", "last", b"\x00")
DAYS = ("since", "until")
DOORS = ("enter", "account_login", "account_reset_password")


def is_day(value):
    """Whether a value, bad elsewhere, is a day or a year that people write."""
    try:
        return bool(dates.read(value)) if isinstance(value, str) else False
    except dates.Unreadable:
        return False


def asked(held, name, **given):
    return held.get(f"{at(name)}?{urlencode(given)}")


@pytest.mark.parametrize("name", LISTS)
def test_a_value_that_a_filter_does_not_have_is_refused(alif, name):
    held = browser("alif")
    answers = {
        (one, told(value)): asked(held, name, **{one: value})
        for one in LISTS[name]
        for value in SHARED[name, one]
        if not (one in DAYS and is_day(value))
    }
    assert {case: (answer.status_code, wrong(answer)) for case, answer in answers.items()} == {
        case: (404 if case[0] == "as" and answer.status_code == 404 else 400, []) for case, answer in answers.items()
    }


@pytest.mark.parametrize("name", LISTS)
def test_a_page_that_is_no_page_is_refused(alif, name):
    held = browser("alif")
    found = {told(number): asked(held, name, page=number).status_code for number in BAD_PAGES}
    assert found == {told(number): 404 if number in ("0", "9" * 6) else 400 for number in BAD_PAGES}


@pytest.mark.parametrize("name", STRICT)
def test_a_filter_that_a_list_does_not_have_is_refused(alif, name):
    held = browser("alif")
    assert {one: asked(held, name, **{one: "1"}).status_code for one in UNKNOWN} == dict.fromkeys(UNKNOWN, 400)


def test_the_key_of_something_else_is_no_filter(matter):
    held = browser("alif")
    for name, one, key in [("statements", "review", matter["body"].pk), ("reviews", "body", matter["review"].pk)]:
        assert [asked(held, name, **{one: given}).status_code for given in (key, ABSENT)] == [400, 400]


@pytest.mark.parametrize("name", DOORS)
def test_the_way_in_leads_nobody_away(alif, name):
    held = browser("")
    for value in VALUES:
        answer = asked(held, name, next=value)
        assert (told(value), answer.status_code in {200, 302, 400}, wrong(answer)) == (told(value), True, [])


def test_whoever_has_come_in_is_not_led_away(alif):
    held = browser("")
    for value in VALUES:
        with afresh(held) as attempt:
            answer = attempt.post(at("enter_as", "public"), urlencode({"next": value}), content_type=FORM)
            assert (told(value), answer.status_code, wrong(answer)) == (told(value), 302, [])


@pytest.mark.parametrize("value", WAYS_OUT)
def test_whoever_has_signed_in_is_not_led_away(alif, value):
    with acting_as(alif):
        account = Account.objects.get(email__startswith="alif@")
        account.set_password("a sentence that is long")
        account.save(update_fields=["password"])
    given = {"login": account.email, "password": "a sentence that is long", "next": value}
    answer = browser("").post(at("account_login"), given)
    assert (answer.status_code, wrong(answer)) == (302, [])
