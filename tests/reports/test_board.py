"""The page of a call: who has reported, as released to its reader, and that reader's own totals."""

from datetime import datetime
from decimal import Decimal

import pytest

from tansiq.release.acting import acting_as
from tansiq.reports.commands.asking import agree_overlap, rule_on, state_overlap
from tansiq.reports.models import Call, Ruling
from tests.pages import ABSENT, statements, text
from tests.reports.answered import answer, typed
from tests.reports.reported import figure
from tests.secretariat import en, readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
ALL = ("SH", "WA", "NW", "secretariat")


def board(call, slug="alif"):
    return text(client(slug).get(at("call", call.pk)))


def together(call, slug="alif"):
    told = board(call, slug)
    return told[told.index("What they make together") :]


def test_what_is_not_released_looks_like_what_was_not_reported(secretariat, call, trained):
    before = {slug: bare(client(slug).get(at("call", call.pk)).content) for slug in ("ba", "jim", "officer")}
    secretariat.report(call, trained, "SH", figure("1200"), "secretariat")
    after = {slug: bare(client(slug).get(at("call", call.pk)).content) for slug in before}
    assert (after["ba"], after["jim"]) == (before["ba"], before["jim"])
    assert "1,200 persons" in board(call, "officer")
    assert "Reported 1 as released to you" in board(call, "officer")


def test_no_data_withheld_and_no_report_are_themselves_shown(secretariat, call, trained):
    secretariat.report(call, trained, "SH", figure(None, answer="no_data", reason=en("The office is shut.")), *ALL)
    secretariat.report(call, trained, "WA", figure(None, answer="no_report"), *ALL)
    secretariat.report(call, trained, "NW", figure(None, answer="withheld", reason=en("For safety.")), *ALL)
    told = board(call)
    for words in ("no data exist: The office is shut.", "no report to this circle", "withheld: For safety."):
        assert words in told
    assert "1 says that no data exist" in together(call)
    assert "1 withholds it" in together(call)
    assert "1 does not report to this circle" in together(call)
    assert "nothing to count yet" in together(call)


def test_late_is_what_was_filed_after_it_was_due(secretariat, trained):
    call = secretariat.call(trained, due_at=datetime.fromisoformat("2026-06-08T10:00:01+00:00"))
    secretariat.report(call, trained, "SH", figure("12"), *ALL)
    assert "filed after it was due" not in board(call)


def test_its_own_answers_with_their_release_and_what_is_left(secretariat, trained):
    land = secretariat.counted("land", name="Land held")
    call = secretariat.call(trained, land)
    secretariat.report(call, trained, "SH", figure("12"), "secretariat")
    told = board(call)
    assert "What your member has answered Land held not answered yet Persons trained 12 persons" in told
    assert "Released to 2 readers; not to the public" in told
    assert "Answer for my member" in told
    for slug in ("officer", "chair"):
        assert "What your member has answered" not in client(slug).get(at("call", call.pk)).content.decode()


def test_R_A7_a_total_is_of_the_reports_released_to_its_reader(secretariat, call, trained):
    secretariat.report(call, trained, "SH", figure("12", qualifier="about"), *ALL)
    secretariat.report(call, trained, "WA", figure("100", high=Decimal(200), qualifier="range"), "secretariat")
    assert "12 persons of 1 report released to you no report of 2 members is released to you" in together(call)
    assert "between 112 and 212 persons of 2 reports released to you" in together(call, "officer")


def test_R_A7_what_two_agree_to_have_counted_is_taken_off_and_said(secretariat, call, trained):
    for code, value in (("SH", "12"), ("WA", "20")):
        secretariat.report(call, trained, code, figure(value), *ALL)
    wa = secretariat.member("WA")
    with acting_as(token("alif")):
        stated = state_overlap(call=call, measure=trained, other=wa, value=Decimal(3), note=None, readers=readers(*ALL))
    assert "32 persons of 2 reports" in together(call)
    with acting_as(token("ba")):
        agree_overlap(overlap=stated)
    assert "29 persons 3 persons that two of them both counted is taken off once, as they agreed" in together(call)


def test_R_A7_only_what_was_accepted_counts_where_reports_are_accepted(secretariat, trained):
    call = secretariat.call(trained, way=Call.Way.ACCEPTANCE)
    one = secretariat.report(call, trained, "SH", figure("12"), *ALL)
    secretariat.report(call, trained, "WA", figure("20"), *ALL)
    assert "2 more are not accepted yet and do not count" in together(call)
    with acting_as(token("officer")):
        rule_on(reports=[one], verdict=Ruling.Verdict.ACCEPTED, reason=None)
    assert "12 persons of 1 report released to you 1 more is not accepted yet and does not count" in together(call)


def test_R_A3_shares_pool_by_both_their_parts_and_never_over_two_wholes(secretariat):
    land = secretariat.measure("land", name="Land", pools="sum")
    one, other = secretariat.base(land, "of the valley"), secretariat.base(land, "of the plain")
    call = secretariat.call(land)
    part = {"numerator": "1", "denominator": "3", "base": str(one.pk)}
    assert answer("alif", call, typed(land, **part)).status_code == 302
    assert answer("ba", call, typed(land, **{**part, "numerator": "14", "denominator": "97"})).status_code == 302
    assert "about 33.33 per cent ( 1/3 ) of the valley" in board(call)
    assert "15 per cent ( 15/100 ) of the valley of 2 reports released to you" in together(call)
    assert answer("jim", call, typed(land, **{**part, "base": str(other.pk)})).status_code == 302
    assert "no total: these are shares of different wholes" in together(call)


def test_R_A7_levels_are_counted_in_words_and_words_stand_by_themselves(secretariat):
    law = secretariat.measure("law", kind="yes_no", name="Law")
    words = secretariat.measure("words", kind="text", name="Words")
    call = secretariat.call(law, words)
    for slug, level in (("alif", "yes"), ("ba", "yes"), ("jim", "no")):
        answer(slug, call, typed(law, level=level), typed(words, words="So it is."))
    assert "yes : 2 members no : 1 member of 3 reports released to you none" in together(call)
    assert "each stands alone of 3 reports" in together(call)


def test_of_each_member_the_newest_counts_once(secretariat, call, trained):
    for _time in range(2):
        secretariat.report(call, trained, "SH", figure("12"), *ALL)
    assert "12 persons of 1 report" in together(call)


def test_more_measures_than_stand_beside_each_other_are_a_link_away(secretariat):
    call = secretariat.call(*(secretariat.counted(f"m{number}") for number in range(7)))
    shown = client("alif").get(at("call", call.pk)).content.decode()
    assert (shown.count('<th scope="col">'), "?part=2" in shown) == (6 + 4, True)
    assert client("alif").get(at("call", call.pk) + "?part=2").content.decode().count('<th scope="col">') == 3 + 4
    for wrong in ("3", "0", "x", "٢"):
        assert client("alif").get(f"{at('call', call.pk)}?part={wrong}").status_code == 400


def test_a_hidden_call_and_an_absent_one_answer_alike(secretariat, trained):
    call = secretariat.call(trained, members=["SH"], readers=[])
    pages = [client("jim").get(at("call", key)) for key in (call.pk, ABSENT)]
    assert [page.status_code for page in pages] == [404, 404]
    hidden, absent = (bare(page.content).replace(str(call.pk), "").replace(ABSENT, "") for page in pages)
    assert hidden == absent


def test_more_reports_measures_and_members_need_no_more_statements(secretariat, trained):
    counts = []
    for codes in (("one",), ("two", "three", "four")):
        measures = [secretariat.counted(code) for code in codes]
        call = secretariat.call(*measures, members=ALL[: len(codes)])
        for measure in measures:
            for code in ALL[: len(codes)]:
                secretariat.report(call, measure, code, figure("3"), *ALL)
        counts.append(
            (statements(client("alif"), at("call", call.pk)), statements(client("officer"), at("call", call.pk)))
        )
    assert counts[0] == counts[1] == (11, 10)
