"""Lines of effort: who leads, where each stands, what was settled, given and said on it."""

import re
from datetime import date
from itertools import pairwise

import pytest

from tests.assessments.assessed import assessed, dissented
from tests.developments.changed import changed
from tests.efforts.measured import Measured
from tests.pages import ABSENT, statements, text
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db
DAY = date(2015, 1, 22)


@pytest.fixture
def secretariat(db):
    return Measured()


@pytest.fixture
def relief(secretariat):
    return secretariat.subject("relief", "Relief", number=4, since_on=date(2014, 12, 3))


def page(code, slug="", language="en"):
    return text(client(slug).get(at("line", code, language=language)))


def filled(secretariat, number, *codes):
    """One of each on the line."""
    on = date(2015, 1, number)
    measure = secretariat.counted(f"m{number}", *codes, name=f"Counted {number}", line="relief")
    paper = secretariat.source(f"paper {number}", *codes)
    secretariat.figure(measure, f"{number}0", *codes, on=on, source=paper)
    secretariat.decision(f"Decided {number}.", paper, *codes, line="relief", starts_on=on, ends_on=on)
    secretariat.action(f"To do {number}.", paper, *codes, line="relief", due_from=on, due_until=on)
    secretariat.gift(f"Given {number}.", paper, *codes, line="relief", amount=7 + number, starts_on=on, ends_on=on)
    secretariat.risk(f"Risked {number}.", paper, *codes, line="relief", starts_on=on, ends_on=on)
    secretariat.statement(f"Said {number}.", paper, *codes, line="relief", starts_on=on, ends_on=on)
    secretariat.review(f"Review {number}", on, *codes, lines=["relief"])


def test_who_leads_it_since_when_and_in_what_it_goes_on(secretariat, relief):
    recovery = secretariat.subject("recovery", "Recovery")
    secretariat.succession(relief, recovery)
    secretariat.lead(relief, "SH", starts_on=DAY, source=secretariat.source("A list"))
    assert "Relief since 3 December 2014 Led by Sahlan · since 22 January 2015 · A list Goes on in Recovery" in page(
        "relief"
    )
    assert "Goes on from Relief" in page("recovery")


def test_a_subject_is_no_line(secretariat):
    secretariat.subject("all", "All lines", is_line=False)
    told = page("all")
    assert ("Lines of effort · subject All lines" in told, "Led by" in told) == (True, False)
    listed = text(client().get(at("lines")))
    assert "Other subjects All lines" in listed


def test_what_was_measured_settled_given_risked_and_said(secretariat, relief):
    filled(secretariat, 1)
    told = page("relief")
    for words in (
        "Counted 1 measure of effectiveness none on record 10 persons 1 January 2015 · All of them · paper 1",
        "Decided 1. 1 January 2015 · decision · paper 1",
        "To do 1. planned · due: 1 January 2015 · paper 1",
        "Sahlan Given 1. money · 1 January 2015 · paper 1 about 8 US dollars pledged",
        "Risked 1. 1 January 2015 · paper 1 “perhaps large” not named",
        "Said 1.",
        "1 January 2015 Review 1",
    ):
        assert words in told


def test_the_newest_few_of_each(secretariat, relief):
    for number in range(1, 8):
        filled(secretariat, number)
    told = page("relief")
    assert [told.count(word) for word in ("Decided", "To do", "Given", "Risked", "Said", "Review ")] == [5] * 6
    assert ("Decided 7." in told, "Decided 2." in told) == (True, False)


def test_what_is_not_released_leaves_no_trace(secretariat, relief):
    filled(secretariat, 1)
    asked = [at("line", "relief"), at("lines"), at("home"), at("measures"), at("line", "relief", language="ar")]
    before = {(slug, address): bare(client(slug).get(address).content) for slug in ("", "ba") for address in asked}
    filled(secretariat, 2, "SH")
    secretariat.lead(relief, "SH", "SH")
    secretariat.succession(relief, secretariat.subject("hidden", "Hidden line", "SH", number=1), "SH")
    assert {(slug, address): bare(client(slug).get(address).content) for slug, address in before} == before
    seen = page("relief", "alif")
    for words in ("Counted 2", "Decided 2.", "To do 2.", "Given 2.", "Risked 2.", "Said 2.", "Review 2", "Hidden line"):
        assert words in seen


def test_a_hidden_line_and_an_absent_one_are_the_same_bytes(secretariat):
    secretariat.subject("hidden", "Hidden line", "SH")
    hidden, absent = (client("ba").get(at("line", code)) for code in ("hidden", ABSENT))
    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert bare(hidden.content).replace("/hidden/", f"/{ABSENT}/") == bare(absent.content)


def test_the_list_says_where_each_line_stands(secretariat, relief):
    secretariat.lead(relief, "WA")
    secretariat.subject("empty", "Without figures", number=5)
    told = secretariat.counted("told", name="Told often", line="relief")
    once = secretariat.counted("once", name="Told once", line="relief")
    acted = secretariat.counted("acted", name="Acted", line="relief", role="performance")
    for measure, days in ((told, (1, 2)), (once, (1,)), (acted, (1, 2, 3))):
        for day in days:
            secretariat.figure(measure, f"{day}", on=date(2015, 1, day))
    listed = text(client().get(at("lines")))
    assert "4 Relief led by Wadina Told often none on record 2 persons 2 January 2015" in listed
    assert ("Told once" in listed, "Acted" in listed) == (True, False)
    assert "5 Without figures no figure on record" in listed


@pytest.mark.parametrize("language", ["ar", "en"])
def test_both_languages(secretariat, relief, language):
    filled(secretariat, 1)
    for address in (at("lines", language=language), at("line", "relief", language=language)):
        assert client().get(address).status_code == 200


def test_as_many_statements_for_one_of_each_as_for_three(secretariat, relief):
    counts = []
    for number in (1, 2, 3):
        filled(secretariat, number)
        secretariat.lead(relief, "SH", starts_on=date(2015, 1, number), source=secretariat.source(f"list {number}"))
        secretariat.succession(relief, secretariat.subject(f"line{number}", f"Line {number}"))
        counts.append((statements(client(), at("line", "relief")), statements(client(), at("lines"))))
    assert counts == [(18, 7), (18, 7), (18, 7)]


def test_each_list_leads_on_to_all_of_its_kind_and_whatever_is_named_to_its_page(secretariat, relief):
    filled(secretariat, 1)
    page_of_it = client().get(at("line", "relief")).content.decode()
    lists = ("decisions", "actions", "statements", "contributions", "risks", "reviews")
    assert set(re.findall(r'href="([^"]+\?line=relief)"', page_of_it)) == {f"{at(name)}?line=relief" for name in lists}
    secretariat.subject("other", "Other")
    filled(secretariat, 2)
    secretariat.decision("Elsewhere.", secretariat.source("p"), line="other", starts_on=DAY, ends_on=DAY)
    secretariat.action("Elsewhere to do.", secretariat.source("q"), line="other")
    for name, words in zip(lists, ("Decided", "To do", "Said", "Given", "Risked", "Review"), strict=True):
        listed = text(client().get(at(name), {"line": "relief"}))
        assert [f"{words} {number}" in listed for number in (1, 2)] == [True, True], name
        assert "Elsewhere" not in listed
        assert client().get(at(name), {"line": "nowhere"}).status_code == 400
    decided = re.search(r'<a href="(/en/decisions/[^"]+)">Decided 1\.', page_of_it)
    given = re.search(r'<a href="(/en/contributions/[^"]+)">Given 1\.', page_of_it)
    for found in (decided, given):
        whole = client().get(found[1])
        assert f'<a href="{at("line", "relief")}">Relief</a>' in whole.content.decode()


def test_inputs_outputs_and_outcomes_stand_in_one_view_and_no_cause_is_claimed(secretariat, relief):
    filled(secretariat, 1)
    for role, name in (("input", "Spent"), ("performance", "Done"), ("output", "Made"), ("context", "Around us")):
        secretariat.counted(role, name=name, line="relief", role=role)
    assessed(relief, "alif", rating="at_risk")
    seen = assessed(relief, "ba", aspect="context", rating="", trend="worse")
    dissented(seen, "alif", words="Not worse.")
    changed(relief, "alif", words="The road is open.")
    told = page("relief")
    places = [told.index(words) for words in ("Inputs", "Outputs", "Outcomes", "Decisions")]
    inputs, outputs, outcomes = (told[one:other] for one, other in pairwise(places))
    assert "that one comes of another is claimed by nobody here" in told
    assert ("Given 1." in inputs, "Spent" in inputs) == (True, True)
    assert ("Done" in outputs, "Made" in outputs, "at risk" in outputs) == (True, True, True)
    for words in ("Counted 1", "Around us", "trend: worse", "seen otherwise Sahlan : Not worse.", "The road is open."):
        assert words in outcomes


def test_of_inputs_outputs_and_outcomes_what_is_missing_is_said(secretariat, relief):
    told = page("relief")
    for words in (
        "No contribution to it is on record for you.",
        "No measure of performance is on record for you.",
        "No measure of effectiveness is on record for you.",
        "No development of it is released to you.",
    ):
        assert words in told
    assert told.count("Not assessed for you yet") == 2
