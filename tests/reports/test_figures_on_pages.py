"""A member's own report on the pages of figures: who reported it, to which call, and never bare."""

from decimal import Decimal

import pytest

from tansiq.release.acting import acting_as
from tansiq.reports.commands.filing import restate_report
from tests.pages import text
from tests.reports.reported import figure
from tests.secretariat import en, readers
from tests.visits import at, client
from tests.world import token

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
def reported(secretariat, land, held):
    """Sahlan's share of what was held, in answer to a call at the first review."""
    secretariat.subject("military", "Military line")
    call = secretariat.call(land, review=secretariat.first())
    parts = {"numerator": Decimal(15), "denominator": Decimal(100), "base": held.pk}
    return secretariat.report(call, land, "SH", figure("15", **parts), "WA", "NW", "secretariat")


def address(name, report, language="en"):
    given = {"measure": report.measure_id, "member": "SH", "line": "military", "review": report.call.review_id}
    return at(name, *([given[name]] if name in given else []), language=language)


SAID = {
    "en": ("15 per cent ( 15/100 ) of the territory that was held", "reported by Sahlan"),
    "ar": ("15 في المائة ( 15/100 )", "بإبلاغ من سهلان"),
}


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("name", PAGES)
def test_R_A1_R_A3_it_is_never_bare(reported, name, language):
    share, who = SAID[language]
    page = client("ba").get(address(name, reported, language))
    told = text(page)
    assert (share in told, name == "member" or who in told, "Reports of May" in told) == (True, True, True)
    assert at("report", reported.pk, language=language) in page.content.decode()
    assert "speaker not named" not in told


def test_R_A6_contradictions_name_both_reports(secretariat, reported, land, held):
    call = secretariat.call(land, review=secretariat.first())
    other = secretariat.report(call, land, "WA", figure("20", base=held.pk), "SH", "NW", "secretariat")
    secretariat.conflict(reported.figure, other.figure, "SH", "WA")
    for name in ("measure", "home", "review"):
        page = client("ba").get(address(name, reported)).content.decode()
        assert [at("report", one.pk) in page for one in (reported, other)] == [True, True]


TOLD = {
    "level": ({"level": "halted"}, "halted", "متوقف"),
    "level in words": ({"level": "halted", "words": en("at the river")}, "“at the river” (halted)", "(متوقف)"),
    "level that is no more": ({"level": "gone"}, "gone", "gone"),
    "yes_no": ({"level": "yes"}, "yes", "نعم"),
    "text": ({"words": en("hardly any"), "qualifier": "words_only"}, "“hardly any”", "hardly any"),
}


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("name", ["measure", "measures", "member", "review"])
def test_levels_and_words_are_told_in_words(secretariat, name, told):
    answer, *words = TOLD[told]
    kind = told.partition(" ")[0]
    measure = secretariat.measure("advance", name="The advance", kind=kind, scale=SCALE if kind == "level" else [])
    call = secretariat.call(measure, review=secretariat.first())
    report = secretariat.report(call, measure, "SH", figure(**{"value": None, **answer}), "WA", "secretariat")
    for language, said in zip(("en", "ar"), words, strict=True):
        shown = text(client("ba").get(address(name, report, language)))
        assert said in shown.replace("( ", "(").replace(" )", ")")


def test_what_was_restated_is_marked_where_both_are_read(secretariat, reported, held):
    with acting_as(token("alif")):
        to = readers("WA")
        restate_report(report=reported, answer=figure("16", base=held.pk), reason=en("One was missing."), readers=to)
    assert "corrected One was missing." in text(client("ba").get(address("measure", reported)))
    assert "corrected" in text(client("ba").get(address("member", reported)))
    assert "corrected" not in text(client("jim").get(address("measure", reported)))
