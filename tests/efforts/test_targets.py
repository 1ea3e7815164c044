"""Where a measure shall be: never bare, never worse than the start, drawn and told; and how far it has come (R-A4)."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction
from django.utils import translation

from tansiq.efforts.models import Target
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as, public_token
from tests.efforts.defined import aimed, defined, start
from tests.pages import statements, text
from tests.secretariat import en
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
LATER = date(2026, 9, 1)  # After today, which in tests is 8 June 2026.


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def measure(secretariat):
    return defined(start=start("0"))


def page(measure, slug="", language="en"):
    return text(client(slug).get(at("measure", measure.pk, language=language)))


def told(measure, slug="", language="en"):
    """The sentence on progress."""
    held = page(measure, slug, language)
    begin = held.index("Progress ") + len("Progress ")
    return held[begin : held.index(" Where it shall be")]


def test_a_target_stands_on_the_page_and_in_the_drawing(secretariat, measure):
    aimed(measure, "400", qualifier="at_least")
    secretariat.figure(measure, "100")
    held = client().get(at("measure", measure.pk)).content.decode()
    assert "By Target Source 1 September 2015 at least 400 persons by the ministers" in page(measure)
    assert "target by 1 September 2015: at least 400 persons" in held
    assert held.count('class="tg"') == 2  # In the drawing for a desk and in that for a phone.
    assert "The broken line leads to the targets." in held
    with acting_as(token("officer")):
        assert Entry.objects.filter(kind="target.set").count() == 1


def test_a_later_target_for_the_same_day_stands_and_the_former_stays(secretariat, measure):
    aimed(measure, "400")
    aimed(measure, "300")
    held = page(measure)
    assert (held.count("persons former target"), held.count("400 persons"), held.count("300 persons")) == (1, 1, 1)


@pytest.mark.parametrize(
    ("kind", "value", "given", "words"),
    [
        ("to_date", "400", {"basis": None}, "never bare"),
        ("to_date", None, {}, "not of the measure’s kind"),
        ("to_date", None, {"level": "halted"}, "not of the measure’s kind"),
        ("level", "4", {}, "not of the measure’s kind"),
        ("level", None, {"level": "gone"}, "not of the measure’s kind"),
        ("text", None, {"level": "yes"}, "Set a milestone"),
        ("to_date", "400", {"on": date(2014, 9, 1)}, "after the start"),
        ("to_date", "9", {}, "worse than the start"),
        ("to_date", "400", {"high": Decimal(300), "qualifier": "range"}, "smaller number"),
    ],
)
def test_what_cannot_be_a_target_is_refused(secretariat, kind, value, given, words):
    begun = {"start": start("10")} if kind == "to_date" else {}
    with pytest.raises(ValidationError, match=words):
        aimed(defined(kind, **begun), value, **given)


def test_nobody_else_aims(secretariat, measure):
    with pytest.raises(PermissionDenied):
        aimed(measure, "400", by="alif")
    held = {"audience": measure.audience, "created_at": measure.created_at, "on": LATER, "basis": en("mine")}
    with acting_as(token("jim")), pytest.raises(ProgrammingError), transaction.atomic():
        Target.objects.create(measure=measure, value=1, owner_id=secretariat.member("NW").pk, **held)


def test_a_target_is_not_released_more_widely_than_its_measure(secretariat):
    with pytest.raises(ValidationError, match="not released to all"):
        aimed(defined("stock", "SH", "secretariat"), "9", "WA")


def test_a_hidden_target_leaves_no_trace(secretariat, measure):
    secretariat.figure(measure, "100")
    pages = [at(name) for name in ("home", "lines", "measures", "record")] + [at("measure", measure.pk)]
    before = {(slug, one): bare(client(slug).get(one).content) for slug in ("", "ba") for one in pages}
    aimed(measure, "400", "SH")
    assert {(slug, one): bare(client(slug).get(one).content) for slug, one in before} == before
    assert "25 per cent of the way" in page(measure, "alif")
    assert "Released to 2 readers; not to the public" in page(measure, "alif")
    with acting_as(public_token()):
        assert Target.objects.count() == 0


class TestProgress:
    """The share of the way, by direction; of a level in steps; of words nothing (R-A4)."""

    @pytest.mark.parametrize(
        ("direction", "way", "words"),
        [
            ("up", ("0", "400", "100"), "25 per cent of the way from the baseline to the target of 1 September 2015"),
            ("down", ("33000", "0", "22000"), "33.3 per cent of the way"),
            ("up", ("100", "200", "50"), "-50 per cent of the way"),
            ("up", ("0", "400", "500"), "125 per cent of the way"),
            ("none", ("0", "400", "100"), "not told: the way has no one beginning or no one end"),
        ],
    )
    def test_R_A4_progress_is_the_share_of_the_way(self, secretariat, direction, way, words):
        begin, aim, now = way
        measure = defined("stock", direction=direction, start=start(begin))
        aimed(measure, aim)
        secretariat.figure(measure, now)
        assert told(measure).startswith(words)

    def test_R_A4_of_a_level_it_is_told_in_words_and_never_as_a_share(self, secretariat):
        measure = defined("level", start=start(None, level="none"))
        aimed(measure, None, level="halted")
        secretariat.figure(measure, None, level="slowed")
        assert (
            told(measure)
            == "from “none” to “halted”; now “slowed”: 2 of 3 steps Scale none, advancing, slowed, halted, reversed"
        )
        assert "22 Mar 2017 slowed All of them" in page(measure)

    def test_R_A4_of_words_there_is_none(self, secretariat):
        measure = defined("text")
        secretariat.figure(measure, None, qualifier="words_only", words=en("from zero to halted"))
        assert "Progress" not in page(measure)

    def test_a_hedge_is_said(self, secretariat, measure):
        aimed(measure, "400")
        secretariat.figure(measure, "100", qualifier="more_than")
        assert told(measure).startswith("by hedged figures 25 per cent")

    def test_figures_of_one_day_that_differ_make_none(self, secretariat, measure):
        aimed(measure, "400")
        for value in ("100", "200"):
            secretariat.figure(measure, value)
        assert told(measure).startswith("not told: no figure stands alone")

    def test_R_A7_what_pools_is_told_of_the_readers_own_total(self, secretariat):
        measure = defined("to_date", pools="sum", start=start("0"))
        aimed(measure, "400")
        for value, code, *codes in (("100", "SH"), ("60", "WA"), ("40", "NW", "SH")):
            secretariat.figure(measure, value, *codes, said_by=secretariat.member(code))
        words = "40 per cent of the way from the baseline to the target of 1 September 2015"
        assert told(measure) == f"{words} · from 2 figures released to you"
        assert told(measure, "alif").startswith("50 per cent of the way")
        assert "3 figures released to you" in told(measure, "alif")

    def test_the_next_target_counts_and_the_last_one_where_all_days_have_passed(self, secretariat, measure):
        aimed(measure, "400")
        aimed(measure, "800", on=LATER)
        secretariat.figure(measure, "100")
        assert told(measure) == "12.5 per cent of the way from the baseline to the target of 1 September 2026"

    def test_without_a_start_or_a_target_nothing_is_told(self, secretariat, measure):
        assert "Progress" not in page(measure)
        bare_one = defined("stock")
        aimed(bare_one, "400")
        assert "Progress" not in page(bare_one)


def test_the_page_sets_a_target(secretariat, measure):
    given = {"on": "1 September 2026", "value": "٤٠٠", "basis_en": "by the ministers", "release": "public", "once": "1"}
    assert client("officer").post(at("target_set", measure.pk), {**given, "value": "400."}).status_code == 400
    assert client("officer").post(at("target_set", measure.pk), given).status_code == 302
    with acting_as(token("officer")):
        assert [(one.on, one.value) for one in Target.objects.all()] == [(LATER, 400)]


def test_as_many_statements_for_one_target_as_for_three(secretariat, measure):
    counts = []
    for number in (1, 2, 3):
        aimed(measure, f"{number}00", on=date(2015 + number, 1, 1), source=secretariat.source(f"paper {number}"))
        secretariat.figure(measure, f"{number}0")
        counts.append(statements(client(), at("measure", measure.pk)))
    assert counts == [16, 16, 16]
