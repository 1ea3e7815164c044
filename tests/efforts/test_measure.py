"""One measure's page: each figure with its hedge, denominator, dates and source; contradictions side by side."""

from datetime import date

import pytest

from tests.efforts.measured import DAY
from tests.pages import ABSENT, statements, text
from tests.secretariat import en
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db
LATER = date(2018, 2, 13)


def page(measure, slug="", language="en"):
    return text(client(slug).get(at("measure", measure.pk, language=language)))


def test_what_it_is_and_from_which_start(secretariat):
    measure = secretariat.counted(
        "freed",
        name="People freed",
        baseline=0,
        baseline_qualifier="exact",
        baseline_from=date(2014, 9, 1),
        baseline_until=date(2014, 9, 30),
        baseline_precision="month",
        baseline_basis=en("by definition: counted from that month"),
        note=en("Nobody counts twice."),
    )
    told = page(measure)
    for words in (
        "measure of effectiveness People freed total to date · persons · up is better",
        "Baseline 0 persons · September 2014 · by definition: counted from that month",
        "Goal none on record Remark on it Nobody counts twice.",
        "No figure is on record for you Missing is missing: it does not mean zero.",
    ):
        assert words in told


def test_a_baseline_that_somebody_stated_keeps_its_hedge_and_its_source(secretariat):
    source = secretariat.source("A journal")
    dated = {"baseline_from": DAY, "baseline_until": DAY, "baseline_precision": "day"}
    measure = secretariat.counted("m", baseline=33000, baseline_qualifier="about", baseline_source=source, **dated)
    assert "Baseline about 33,000 persons · 22 March 2017 · A journal" in page(measure)


def test_a_figure_says_who_when_of_what_and_on_which_source(secretariat, land, held, review):
    person = secretariat.person("A Speaker")
    secretariat.figure(
        land,
        "60",
        qualifier="more_than",
        base=held,
        speaker=person,
        speaker_label=None,
        said_by=secretariat.member("WA"),
        review=review,
        stated_from=LATER,
        stated_until=LATER,
        source=secretariat.source("A gazette"),
        note=en("in the first hour"),
    )
    told = page(land)
    assert (
        "22 Mar 2017 stated 13 Feb 2018 more than 60 per cent of the territory that was held in the first hour "
        "A Speaker · Wadina A gazette First review"
    ) in told


@pytest.mark.parametrize(
    ("qualifier", "value", "more", "words"),
    [
        ("none_stated", "62", {}, "62 persons"),
        ("exact", "62", {}, "exactly 62 persons"),
        ("about", "33.3", {}, "about 33.3 persons"),
        ("nearly", "8000000", {}, "nearly 8 million persons"),
        ("more_than", "703414098", {}, "more than 703,414,098 persons"),
        ("at_least", "1", {}, "at least 1 person"),
        ("at_most", "9000", {}, "at most 9,000 persons"),
        ("less_than", "2100000000", {}, "less than 2.1 billion persons"),
        ("range", "18000", {"high": 22000}, "between 18,000 and 22,000 persons"),
        ("words_only", None, {"words": en("hardly any")}, "“hardly any”"),
        ("about", "20", {"words": en("a fifth")}, "“a fifth” (about 20 persons)"),
    ],
)
def test_a_hedge_is_never_lost_and_none_is_made_up(secretariat, qualifier, value, more, words):
    measure = secretariat.counted("m")
    secretariat.figure(measure, value, qualifier=qualifier, **more)
    told = page(measure)
    assert f"22 Mar 2017 {words} All of them" in told.replace("no qualifier stated", "")
    assert "no qualifier" not in told


def test_shares_of_two_denominators_stand_in_two_tables(secretariat, land, held):
    populated = secretariat.base(land, "of the populated territory", stated=False, place=1)
    secretariat.figure(land, "40", base=populated, qualifier="about")
    secretariat.figure(land, "25", base=held)
    told = page(land)
    assert "2 denominators. Shares of two of them are never one line and never one column." in told
    marks = ["of the territory that was held As of", "25 per cent of the territory that was held"]
    marks += ["of the populated territory Whoever stated these did not say of what exactly"]
    marks += ["about 40 per cent of the populated territory"]
    table = told[told.index("Every figure as it was stated") :]
    places = [table.index(mark) for mark in marks]
    assert places == sorted(places)


def test_how_much_a_denominator_is_and_who_says_so(secretariat, land):
    size = {"value": 90800, "unit": en("km²"), "source": secretariat.source("A survey")}
    secretariat.figure(land, "70", base=secretariat.base(land, "of what was held in January", **size))
    assert "of what was held in January · 90,800 (km²) · A survey" in page(land)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            "Two figures of 22 March 2017 contradict each other more than 60 per cent of the territory that was held",
        ),
        ("ar", "رقمان متعارضان في 22 آذار/مارس 2017 أكثر من 60 في المائة"),
    ],
)
def test_R_A6_contradictions_stand_side_by_side_at_the_top_and_in_the_table(secretariat, land, held, language, words):
    one = secretariat.figure(land, "60", qualifier="more_than", base=held)
    other = secretariat.figure(land, "62", base=held, speaker_label=en("An editorial"))
    secretariat.conflict(one, other, words=en("On one day."))
    content = client().get(at("measure", land.pk, language=language)).content.decode()
    told = page(land, language=language)
    assert words in told
    assert told.index(words) < told.index("On one day.")
    assert content.index('id="conflicts"') < content.index("<dl")
    assert (content.count('class="clash"'), content.count(f'href="#f-{one.pk}"')) == (2, 1)


def test_two_denominators_in_contradiction_are_said_to_be_two(secretariat, land, held):
    other = secretariat.figure(land, "62", base=secretariat.base(land, "of what is lived in"), on=LATER)
    secretariat.conflict(secretariat.figure(land, "60", base=held), other)
    told = page(land)
    assert "A figure of 22 March 2017 and a figure of 13 February 2018 contradict each other" in told
    assert "They are shares of two denominators." in told


def test_what_is_doubtful_or_corrected_stays_with_its_reason(secretariat, land, held):
    wrong = secretariat.figure(land, "162", base=held, doubtful=en("more than all of it"))
    right = secretariat.figure(land, "62", base=held, on=LATER)
    secretariat.correction(wrong, right, reason=en("a slip of the pen"))
    told = page(land)
    assert (
        "162 per cent of the territory that was held doubtful more than all of it corrected a slip of the pen" in told
    )
    assert "2 figures; the latest: 62 per cent of the territory that was held" in told


def test_a_goal_and_what_it_is_the_goal_of_point_at_each_other(secretariat):
    given, wanted = secretariat.counted("given", name="Given"), secretariat.counted("wanted", name="Wanted")
    secretariat.goal(given, wanted)
    assert ("Goal Wanted" in page(given), "Its figures are the goal of Given" in page(wanted)) == (True, True)


def test_a_figure_for_few_says_for_whom(secretariat, land, held):
    secretariat.figure(land, "60", "SH", base=held)
    told = page(land, "alif")
    assert "Released to 2 readers; not to the public" in told
    assert "60 per cent" not in page(land)


def test_what_is_not_released_leaves_no_trace(secretariat, land, held):
    shown, line = secretariat.figure(land, "60", base=held), secretariat.subject("military", "Operations", number=1)
    asked = [at("measure", land.pk), at("measure", land.pk, language="ar"), at("measures"), at("home"), at("lines")]
    before = {(slug, address): bare(client(slug).get(address).content) for slug in ("", "ba") for address in asked}
    hidden = secretariat.figure(land, "62", "SH", base=held, on=LATER, source=shown.source)
    against = secretariat.figure(
        land, "55", "SH", base=secretariat.base(land, "of hidden land", "SH"), source=shown.source
    )
    secretariat.conflict(shown, against, "SH")
    secretariat.conflict(shown, hidden, "SH")
    secretariat.correction(shown, hidden, "SH", reason=en("hidden reason"))
    secretariat.goal(land, secretariat.measure("hidden", "SH", name="Hidden goal"), "SH")
    secretariat.lead(line, "SH", "SH")
    after = {(slug, address): bare(client(slug).get(address).content) for slug, address in before}
    assert after == before
    seen = page(land, "alif")
    for words in ("62 per cent", "of hidden land", "hidden reason", "Hidden goal", "contradict each other"):
        assert words in seen


def test_a_hidden_measure_and_an_absent_one_are_the_same_bytes(secretariat):
    measure = secretariat.measure("hidden", "SH")
    for slug in ("", "ba"):
        hidden, absent = (client(slug).get(at("measure", key)) for key in (measure.pk, ABSENT))
        assert (hidden.status_code, absent.status_code) == (404, 404)
        assert bare(hidden.content).replace(str(measure.pk), ABSENT) == bare(absent.content)


def test_many_figures_are_paged(secretariat, land, held, monkeypatch):
    monkeypatch.setattr("tansiq.efforts.views.FIGURES", 2)
    for value in ("1", "2", "3"):
        secretariat.figure(land, value, base=held, on=date(2015, 1, int(value)))
    address = at("measure", land.pk)
    pages = [text(client().get(address, {"page": number})) for number in ("1", "2")]
    assert [told.count("per cent of the territory that was held All of them") for told in pages] == [2, 1]
    assert [client().get(address, {"page": number}).status_code for number in ("3", "x")] == [404, 400]


def test_as_many_statements_for_one_figure_as_for_three(secretariat, land, held):
    counts = []
    for number in (1, 2, 3):
        one = secretariat.figure(land, f"{number}", base=secretariat.base(land, f"base {number}", place=number))
        secretariat.conflict(one, secretariat.figure(land, f"5{number}", base=held))
        secretariat.correction(one, secretariat.figure(land, f"6{number}", base=held), reason=en("why"))
        secretariat.goal(land, secretariat.measure(f"goal{number}"))
        counts.append(statements(client(), at("measure", land.pk)))
    assert counts == [16, 16, 16]


def test_millions_are_written_as_each_language_counts_them(secretariat):
    measure = secretariat.counted("m")
    secretariat.figure(measure, "3000000", qualifier="more_than")
    assert "أكثر من 3 ملايين شخص" in page(measure, language="ar")
