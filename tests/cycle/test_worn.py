"""A form acts for the hat under which it was opened, or not at all."""

import re
from datetime import date

import pytest

from tansiq.languages.words import Words
from tansiq.members.commands import accredit, bind, new_token
from tansiq.members.models import Account, Accreditation
from tansiq.release.acting import acting_as
from tansiq.release.models import Member
from tansiq.reviews.models import Remark, Review
from tests.visits import at, client

pytestmark = pytest.mark.django_db


@pytest.fixture
def chairs(officer: str) -> Accreditation:
    """The delegate of Wadina is the chair's officer as well."""
    secret, account = new_token(), Account.objects.get(email__startswith="ba@")
    with acting_as(officer):
        given = {"role": "officer", "email": account.email, "valid_from": date(2020, 1, 1), "token": secret}
        made = accredit(member=Member.objects.get(code="chair"), name=Words.of("en", en="B"), **given)
    bind(secret, account)
    return made


def form(here, address: str) -> dict[str, str]:
    """The hidden fields of the page's form."""
    page = here.get(address).content.decode()
    main = page[page.index("<main") :]
    return dict(re.findall(r'<input type="hidden" name="(once|worn)" value="([^"]+)"', main))


def test_a_form_that_was_opened_under_another_hat_acts_for_nobody(chairs, ba):
    here = client("ba")
    with acting_as(ba):
        address = at("remark_make", Review.objects.get().pk)
    opened = form(here, address)
    assert set(opened) == {"once", "worn"}
    here.post(at("hat"), {"hat": str(chairs.pk)})
    words = {"text": "Only Wadina says so.", "language": "en", "release": "mine"}
    answer = here.post(address, {**opened, **words})
    page = answer.content.decode()
    assert (answer.status_code, "You wear another hat now" in page, "Only Wadina says so." in page) == (409, True, True)
    assert "mine" in page
    assert Remark.objects.count() == 0
    assert here.post(address, {**form(here, address), **words}).status_code == 302
    with acting_as(ba):
        assert Remark.objects.count() == 0  # It is the chair's own.


def test_whoever_was_signed_out_finds_the_words_again(ba):
    here = client("ba")
    with acting_as(ba):
        address = at("remark_make", Review.objects.get().pk)
    opened = form(here, address)
    here.post(at("account_logout"))
    answer = here.post(address, {**opened, "text": "Not lost.", "password": "secret words"})
    page = answer.content.decode()
    assert (answer.status_code, "Not lost." in page, "secret words" in page) == (409, True, False)


@pytest.mark.parametrize("worn", ["None", "x", "00000000-0000-4000-8000-000000000000"])
def test_nobody_else_is_named_as_worn(worn):
    for slug in ("", "alif"):
        answer = client(slug).post(at("reading"), {"months": "gulf", "digits": "western", "worn": worn})
        assert answer.status_code == (302 if (slug, worn) == ("", "None") else 409)
