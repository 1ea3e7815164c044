"""The first page: where the coalition stands, the last review and the next, what changed, what contradicts what."""

from datetime import date

import pytest

from tests.efforts.measured import Measured
from tests.pages import statements, text
from tests.reports.reported import Reported, figure
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db
LAST = date(2026, 2, 9)


@pytest.fixture
def secretariat(db):
    return Measured()


def page(slug="", language="en"):
    return text(client(slug).get(at("home", language=language)))


def contradiction(secretariat, number, *codes):
    """Two figures of one measure against each other."""
    on = date(2017, 3, number)
    measure = secretariat.measure(f"m{number}", *codes, name=f"Measured {number}", line="military")
    base = secretariat.base(measure, "of it all", *codes)
    paper = secretariat.source(f"paper {number}", *codes)
    one = secretariat.figure(measure, "60", *codes, base=base, on=on, qualifier="more_than", source=paper)
    other = secretariat.figure(measure, "62", *codes, base=base, on=on, source=paper)
    secretariat.conflict(one, other, *codes)


def test_the_last_review_and_that_no_next_one_is_on_record(secretariat):
    told = page()
    assert "The last review First review 22 January 2015 · Small group" in told
    assert "The next one No date of it is on record" in told
    secretariat.review("Next review", date(2026, 6, 18))
    secretariat.review("The one after", date(2026, 9, 1))
    assert "The next one Next review 18 June 2026 · Small group in 10 days" in page()


def test_lines_with_their_measures_from_the_start_to_now(secretariat):
    secretariat.subject("military", "Operations", number=1)
    start = {"baseline": 0, "baseline_from": LAST, "baseline_until": LAST, "baseline_precision": "day"}
    measure = secretariat.counted(
        "freed", name="People freed", baseline_basis={"source": "en", "words": {"en": "x"}}, **start
    )
    secretariat.figure(measure, "8000000", qualifier="nearly", on=LAST)
    assert "1 Operations People freed 0 persons 9 February 2026 nearly 8 million persons 9 February 2026" in page()


def test_contradictions_are_in_the_open(secretariat):
    for number in range(1, 7):
        contradiction(secretariat, number)
    told = page()
    assert "6 pairs of figures contradict each other" in told
    assert (
        "6 March 2017 Measured 6 more than 60 per cent of it all ( All of them · paper 6 ) ≠ 62 per cent of it all"
        in told
    )
    assert ("Measured 3 more" in told, "Measured 2 more" in told) == (True, False)
    assert 'measures/?figures=conflict"' in client().get(at("home")).content.decode()


def test_what_was_stated_and_settled_at_the_last_review_and_since(secretariat):
    secretariat.review("Last review", LAST)
    measure = secretariat.counted("members", name="Members counted")
    secretariat.figure(measure, "89", on=date(2025, 1, 1))
    secretariat.figure(measure, "90", on=LAST)
    paper = secretariat.source("A gazette")
    secretariat.decision("Meet again.", paper, starts_on=LAST, ends_on=LAST)
    secretariat.decision("Met before.", paper, starts_on=date(2025, 1, 1), ends_on=date(2025, 1, 1))
    told = page()
    since = told[told.index("At the last review and since") :]
    assert "9 February 2026 Members counted : 90 persons All of them" in since
    assert ("Meet again." in since, "Met before." in since, "89 persons" in since) == (True, False, False)


def test_what_is_missing_is_said(secretariat):
    told = page()
    for words in (
        "No line of effort is released to you",
        "No figure and no decision of it or since is on record for you",
    ):
        assert words in told
    assert "contradict" not in told


def test_what_is_not_released_leaves_no_trace(secretariat):
    secretariat.subject("military", "Operations", number=1)
    contradiction(secretariat, 1)
    asked = [("", "en"), ("ba", "en"), ("", "ar")]
    before = [bare(client(slug).get(at("home", language=language)).content) for slug, language in asked]
    contradiction(secretariat, 2, "SH")
    secretariat.review("Hidden review", LAST, "SH")
    secretariat.review("Hidden next", date(2026, 7, 1), "SH")
    secretariat.decision("Hidden decision.", secretariat.source("hidden", "SH"), "SH", starts_on=LAST, ends_on=LAST)
    after = [bare(client(slug).get(at("home", language=language)).content) for slug, language in asked]
    assert after == before
    seen = page("alif")
    for words in ("Hidden review", "Hidden next", "Measured 2", "2 pairs", "Hidden decision."):
        assert words in seen


def test_as_many_statements_for_one_of_each_as_for_three(secretariat):
    secretariat.review("Last review", date(2016, 1, 1))
    counts = []
    for number in (1, 2, 3):
        secretariat.subject("military" if number == 1 else f"line{number}", f"Line {number}", number=number)
        contradiction(secretariat, number)
        paper = secretariat.source(f"gazette {number}")
        secretariat.decision(
            f"Decided {number}.", paper, starts_on=date(2016, 2, number), ends_on=date(2016, 2, number)
        )
        counts.append(statements(client(), at("home")))
    assert counts == [19, 19, 19]


def test_what_the_coalition_needs_from_my_member_and_by_when(db):
    secretariat = Reported()
    trained, land = secretariat.trained(), secretariat.counted("land")
    call = secretariat.call(trained, land, members=["SH"])
    secretariat.report(call, trained, "SH", figure("12"))
    before = statements(client("alif"), at("home"))
    for _time in range(2):
        secretariat.call(trained, land, members=["SH"])
    told = page("alif")
    assert "What the coalition needs from my member, by when" in told
    assert told.count("Answer for 2 measures") == 2
    assert told.count("Answer for 1 measure") == 1
    assert "in time Saturday 20 June 2026, 12:00 (UTC) in 12 days" in told
    assert statements(client("alif"), at("home")) == before
    secretariat.report(call, land, "SH", figure("12"))
    assert "Answer for 1 measure" not in page("alif")
    for other in ("ba", "officer", ""):
        assert "Answer for" not in page(other)
