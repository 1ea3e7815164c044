"""The form of answers: all measures on one page, typed in either script, filed at one go, all of them or none."""

from datetime import date
from decimal import Decimal
from unittest.mock import patch

import pytest

from tansiq.languages.words import Words
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.reports.commands.drafting import demand_clearance
from tansiq.reports.models import Evidence, Report, ReportDraft
from tansiq.reports.views import answering
from tests.pages import ABSENT, statements, text
from tests.reports.answered import answer, typed
from tests.reports.reported import figure
from tests.visits import at, client
from tests.world import token

pytestmark = pytest.mark.django_db
APRIL = (date(2026, 4, 1), date(2026, 4, 30))
STEPS = [
    {"code": code, "name": Words.of("en", en=name, ar=arabic).as_json()}
    for code, name, arabic in (("advancing", "advancing", "يتقدم"), ("halted", "halted", "متوقف"))
]


def filed(slug="alif"):
    with acting_as(token(slug)):
        return list(
            Report.objects.select_related("figure", "audience", "measure").order_by("measure__code", "created_at")
        )


@pytest.fixture
def five(secretariat):
    """A measure of each kind."""
    land = secretariat.measure("a_land", name="Land")
    secretariat.base(land, "of the valley")
    return (
        land,
        secretariat.measure("b_advance", kind="level", scale=STEPS, name="Advance"),
        secretariat.measure("c_law", kind="yes_no", name="Law passed"),
        secretariat.measure("d_words", kind="text", name="In words"),
        secretariat.trained(),
    )


def test_five_figures_of_every_kind_at_one_go(secretariat, five):
    land, advance, law, words, trained = five
    call = secretariat.call(*five)
    base = secretariat.base(land, "of the plain").pk
    page = answer(
        "alif",
        call,
        typed(land, numerator="١٥", denominator="100", base=str(base)),
        typed(advance, level="halted"),
        typed(law, level="yes"),
        typed(words, words="Two camps were closed."),
        typed(trained, value="١٬٢٠٠", high="1,300", method="By name.", evidence="Lists of names."),
    )
    assert (page.status_code, page.url) == (302, at("call", call.pk) + "#mine")
    figures = {row.measure.code: row.figure for row in filed()}
    share = figures["a_land"]
    assert (share.numerator, share.denominator, share.value, share.base_id) == (15, 100, 15, base)
    assert (figures["b_advance"].level, figures["c_law"].level) == ("halted", "yes")
    assert figures["d_words"].words.plain() == "Two camps were closed."
    assert (figures["trained"].value, figures["trained"].high, figures["trained"].qualifier) == (1200, 1300, "range")
    assert [str(day) for day in (figures["trained"].as_of_from, figures["trained"].as_of_until)] == [
        "2026-05-01",
        "2026-06-01",
    ]
    assert str(share.as_of_from) == "2026-06-01"
    with acting_as(token("alif")):
        assert Entry.objects.filter(kind="report.filed").count() == 5
        assert [one.words.plain() for one in Evidence.objects.all()] == ["Lists of names."]
    with acting_as(token("ba")):
        assert (Report.objects.count(), Evidence.objects.count()) == (5, 0)


def test_a_double_tap_files_once(call, trained):
    for _tap in range(2):
        assert answer("alif", call, typed(trained, value="12"), once="tapped").status_code == 302
    assert [row.figure.value for row in filed()] == [12]
    with acting_as(token("alif")):
        assert ReportDraft.objects.count() == 0
    assert answer("alif", call, typed(trained, value="13"), once="tapped").status_code == 422


def test_all_of_them_or_none_each_error_beside_its_field(secretariat, trained):
    land = secretariat.counted("land", name="Land held")
    call = secretariat.call(trained, land)
    page = answer("alif", call, typed(trained, value="12"), typed(land, value="many"))
    assert page.status_code == 400
    assert "Land held: Write digits alone" in text(page)
    assert filed() == []
    with acting_as(token("alif")):
        assert {draft.measure_id: draft.given["value"] for draft in ReportDraft.objects.all()} == {
            trained.pk: "12",
            land.pk: "many",
        }


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("1.234", "Is this 1,234 or 1.2340?"),
        ("١٬٢٣٤,٥", "The separators do not fit"),
        ("1,23", "The separators do not fit"),
        ("3 million", "Write digits alone"),
        ("1" * 31, "This number is too long"),
        ("0.1234567", "Six places behind the point at most"),
    ],
)
def test_R_A13_a_number_is_never_read_as_a_thousand_times_itself(call, trained, value, said):
    page = answer("alif", call, typed(trained, value=value))
    assert (page.status_code, said in text(page)) == (400, True)
    assert filed() == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"answer": "no_data"}, "Say why there is no figure."),
        ({"answer": "withheld", "value": "3", "reason": "Secret."}, "You wrote a figure and chose that there is none."),
        ({"value": "3", "reason": "Secret."}, "You wrote a figure and why there is none."),
        ({"method": "By name."}, "Write the figure, or say why there is none."),
        ({"value": "3", "high": "2"}, "The upper end of a range is above the lower one."),
        ({"value": "3", "high": "4", "qualifier": "about"}, "A range has no other hedge."),
        ({"value": "3", "as_of": "31/2/2026"}, "There is no such day."),
    ],
)
def test_what_is_not_whole_is_asked_about(call, trained, given, said):
    page = answer("alif", call, typed(trained, **given))
    assert (page.status_code, said in text(page)) == (400, True)


@pytest.mark.parametrize("kind", ["no_data", "withheld"])
def test_why_there_is_no_figure(call, trained, kind):
    assert answer("alif", call, typed(trained, answer=kind, reason="The office is shut.")).status_code == 302
    (row,) = filed()
    assert (row.answer, row.reason.plain(), row.figure) == (kind, "The office is shut.", None)


def test_no_report_to_this_circle_needs_no_reason(call, trained):
    assert answer("alif", call, typed(trained, answer="no_report")).status_code == 302
    assert [row.answer for row in filed()] == ["no_report"]


def test_a_share_is_both_its_parts_or_said_alone(secretariat):
    land = secretariat.measure("land", name="Land")
    base = str(secretariat.base(land, "of the valley").pk)
    call = secretariat.call(land)
    for given, said in (
        ({"numerator": "5"}, "A share has two parts: write both."),
        ({"numerator": "5", "denominator": "0"}, "the whole is more than nothing"),
        ({"numerator": "5", "denominator": "9", "value": "55"}, "Write both parts, or the share alone."),
        ({"numerator": "5", "denominator": "9", "base": ""}, "A share is of something: say of what."),
    ):
        assert said in text(answer("alif", call, typed(land, **{"base": base, **given})))
    page = answer("alif", call, typed(land, value="60", qualifier="about", base=base))
    assert page.status_code == 302, text(page)
    assert [(row.figure.value, row.figure.numerator) for row in filed()] == [(Decimal(60), None)]


def test_R_A13_what_looks_unlikely_stops_once_and_is_filed_with_its_reason(secretariat, trained):
    before = secretariat.call(trained, period=APRIL)
    secretariat.report(before, trained, "SH", figure("12"), "SH", "WA", "NW", "secretariat")
    call = secretariat.call(trained)
    assert "Last time: 12 persons" in text(client("alif").get(at("call_answer", call.pk)))
    page = answer("alif", call, typed(trained, value="12000"))
    told = "This is many times what was reported last: 12,000 persons, and last time 12 persons."
    assert (page.status_code, told in text(page)) == (400, True)
    again = typed(trained, value="12000", overruled="A new camp opened.")
    assert answer("alif", call, again).status_code == 302
    assert {row.overruled and row.overruled.plain() for row in filed()} == {None, "A new camp opened."}


def test_a_reason_that_nobody_asked_for_is_not_kept(call, trained):
    answer("alif", call, typed(trained, value="12", overruled="Sure."))
    assert [row.overruled for row in filed()] == [None]


def test_one_of_them_goes_to_others_than_the_rest(secretariat, trained):
    land = secretariat.counted("land")
    call = secretariat.call(trained, land)
    answer("alif", call, typed(trained, value="12", to="secretariat"), typed(land, value="3"))
    assert [row.measure.code for row in filed("ba")] == ["land"]
    assert [row.measure.code for row in filed("officer")] == ["land", "trained"]


def test_no_way_leads_out_of_the_circle(secretariat, trained):
    call = secretariat.call(trained, members=["SH"], readers=[])
    shown = client("alif").get(at("call_answer", call.pk)).content.decode()
    assert [way for way in ("mine", "secretariat", "circle", "public") if f'value="{way}" required' in shown] == [
        "mine",
        "secretariat",
        "circle",
    ]
    assert 'name="chosen" value="WA"' not in shown
    assert answer("alif", call, typed(trained, value="12"), release="public").status_code == 400


def test_what_is_kept_comes_back_and_is_nobody_elses(call, trained):
    page = client("alif").post(at("call_draft", call.pk), {**typed(trained, value="1.234"), "release": "mine"})
    assert (page.status_code, page.content.decode()) == (200, "Kept at 10:00 UTC.")
    shown = client("alif2").get(at("call_answer", call.pk)).content.decode()
    assert 'value="1.234"' in shown
    assert "kept as draft" in text(client("alif").get(at("call", call.pk)))
    for other in ("ba", "officer"):
        assert "kept as draft" not in text(client(other).get(at("call", call.pk)))
    assert (
        client("alif").post(at("call_answer", call.pk), {**typed(trained, value="12"), "draft": "1"}).status_code == 302
    )
    with acting_as(token("alif")):
        assert [draft.given["value"] for draft in ReportDraft.objects.all()] == ["12"]
        assert Report.objects.count() == 0
    assert client("alif").get(at("call_draft", call.pk)).status_code == 405


def test_a_draft_that_another_sending_keeps_just_now_is_tried_again(call, trained):
    with patch.object(answering, "keep_draft", side_effect=Stale("")):
        page = client("alif").post(at("call_draft", call.pk), {**typed(trained, value="12"), "release": "mine"})
        assert (page.status_code, page.content.decode()) == (409, "Not kept yet.")
        assert answer("alif", call, typed(trained, value="12")).status_code == 302
    assert [row.figure.value for row in filed()] == [12]


def test_last_time_is_a_hint_and_never_a_value(secretariat, trained):
    before = secretariat.call(trained, period=APRIL)
    secretariat.report(before, trained, "SH", figure("12"))
    call = secretariat.call(trained)
    shown = client("alif").get(at("call_answer", call.pk)).content.decode()
    assert ("12 persons" in text(client("alif").get(at("call_answer", call.pk))), 'value="12"' in shown) == (
        True,
        False,
    )
    page = client("alif").post(at("call_answer", call.pk), {**typed(trained), "release": "mine"})
    assert "Nothing is answered yet" in text(page) or "required" in text(page)


def test_where_the_head_clears_others_hand_their_drafts_and_the_head_files(call, trained):
    with acting_as(token("alif")):
        demand_clearance()
    assert "Hand to the head" in text(client("alif2").get(at("call_answer", call.pk)))
    assert answer("alif2", call, typed(trained, value="12")).status_code == 302
    assert filed() == []
    assert "ready for the head to clear" in text(client("alif2").get(at("call", call.pk)))
    page = client("alif").get(at("call_answer", call.pk))
    assert "Your delegation has these answers ready. Look at them and file them." in text(page)
    assert 'value="12"' in page.content.decode()
    assert answer("alif", call, typed(trained, value="12")).status_code == 302
    assert [row.figure.value for row in filed()] == [12]


def test_who_answered_meanwhile_is_seen_before_it_is_answered_twice(secretariat, call, trained):
    secretariat.report(call, trained, "SH", figure("11"))
    page = answer("alif", call, typed(trained, value="12"))
    assert (page.status_code, "Your member has answered meanwhile" in text(page)) == (409, True)
    (first,) = filed()
    assert answer("alif", call, typed(trained, value="12", seen=str(first.pk))).status_code == 302
    assert sorted(row.figure.value for row in filed()) == [11, 12]


def test_an_answered_measure_opens_again_only_where_it_is_asked_for(secretariat, call, trained):
    secretariat.report(call, trained, "SH", figure("11"))
    browser = client("alif")
    assert "Your member has answered all that is asked" in text(browser.get(at("call_answer", call.pk)))
    assert (
        f'name="{trained.pk}-value"' in browser.get(f"{at('call_answer', call.pk)}?also={trained.pk}").content.decode()
    )


def test_only_a_member_that_is_asked_has_the_form(secretariat, trained):
    call = secretariat.call(trained, members=["SH"])
    for who in ("ba", "officer", "chair"):
        for name in ("call_answer", "call_draft"):
            assert client(who).post(at(name, call.pk)).status_code == 404
    assert client("alif").get(at("call_answer", ABSENT)).status_code == 404
    assert client().get(at("call_answer", call.pk)).status_code == 302
    assert client("alif").post(at("call_answer", call.pk), {"owner": "NW"}).status_code == 400


def test_more_measures_need_no_more_statements(secretariat, trained):
    counts = []
    for codes in (("one",), ("two", "three", "four")):
        call = secretariat.call(*(secretariat.counted(code) for code in codes))
        counts.append(statements(client("alif"), at("call_answer", call.pk)))
    assert counts[0] == counts[1] == 12
