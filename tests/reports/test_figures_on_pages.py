"""A member's own report on the pages of figures: who reported it, to which call, and never bare."""

from datetime import date
from decimal import Decimal

import pytest

from tests.pages import statements, text
from tests.reports.reported import figure
from tests.secretariat import en
from tests.visits import at, client

pytestmark = pytest.mark.django_db
SCALE = [
    {"code": "none", "name": {"source": "en", "words": {"en": "none", "ar": "لا شيء"}}},
    {"code": "halted", "name": {"source": "en", "words": {"en": "halted", "ar": "متوقف"}}},
]
PAGES = ("measure", "measures", "home", "review", "member", "line")


@pytest.fixture
def land(secretariat):
    return secretariat.measure("land", name="Territory retaken")


@pytest.fixture
def held(secretariat, land):
    return secretariat.base(land, "of the territory that was held")


@pytest.fixture
def advance(secretariat):
    return secretariat.measure("advance", name="The advance", kind="level", scale=SCALE)


def public(secretariat, call, measure, answer, code="SH"):
    return secretariat.report(call, measure, code, answer, "WA", "NW", "secretariat")


def address(name, measure, language="en"):
    given = {"measure": measure.pk, "member": "SH", "line": "military"}
    return at(name, *([given[name]] if name in given else []), language=language)


@pytest.fixture
def reported(secretariat, land, held):
    secretariat.subject("military", "Military line")
    call = secretariat.call(land, review=secretariat.first())
    parts = {"numerator": Decimal(15), "denominator": Decimal(100), "base": held.pk}
    return public(secretariat, call, land, figure("15", **parts))


@pytest.mark.parametrize(
    ("language", "share", "who"),
    [
        ("en", "15 per cent ( 15/100 ) of the territory that was held", "reported by Sahlan"),
        ("ar", "15 في المائة ( 15/100 )", "بإبلاغ من سهلان"),
    ],
)
@pytest.mark.parametrize("name", PAGES)
def test_R_A1_R_A3_it_is_never_bare(reported, land, name, language, share, who):
    if name == "review":
        page = client("ba").get(at("review", reported.call.review_id, language=language))
    else:
        page = client("ba").get(address(name, land, language))
    told = text(page)
    assert share in told
    assert at("report", reported.pk, language=language) in page.content.decode()
    assert "Reports of May" in told
    if name != "member":
        assert who in told
    assert ("speaker not named" in told, "None" in told) == (False, False)
