"""The list of measures: from the start to what was stated last, line by line."""

from datetime import date

import pytest

from tests.pages import statements, text
from tests.visits import at, client

pytestmark = pytest.mark.django_db
EARLIER, LATER = date(2015, 1, 1), date(2018, 2, 13)


def page(**given):
    return text(client().get(at("measures"), given))


def test_the_latest_is_told_with_its_hedge_and_figures_of_one_date_together(secretariat, land, held):
    secretariat.figure(land, "10", base=held, on=EARLIER)
    secretariat.figure(land, "60", base=held, qualifier="more_than", on=LATER)
    secretariat.figure(land, "62", base=held, on=LATER)
    told = page()
    assert ("more than 60 per cent of the territory that was held 13 February 2018" in told) is True
    assert ("62 per cent of the territory that was held 13 February 2018" in told, "10 per cent" in told) == (
        True,
        False,
    )


def test_lines_stand_in_their_order_and_effectiveness_before_performance(secretariat):
    secretariat.subject("relief", "Relief", number=4)
    secretariat.subject("finance", "Finance", number=3)
    for code, line, role in (
        ("given", "relief", "input"),
        ("trained", "relief", "performance"),
        ("returned", "relief", "effectiveness"),
        ("cut", "finance", "effectiveness"),
        ("other", "unheard", "effectiveness"),
    ):
        secretariat.counted(code, name=f"Of {code}", line=line, role=role)
    told = page()[len("Measures") :]
    told = told[told.index("Show") :]
    marks = ["Finance", "Of cut", "Relief", "Of returned", "Of trained", "Of given", "unheard", "Of other"]
    places = [told.index(mark) for mark in marks]
    assert places == sorted(places)
    assert ("Of cut" in page(line="relief"), "Of given" in page(line="relief")) == (False, True)


def test_those_that_contradict_themselves_can_be_asked_for(secretariat, land, held):
    secretariat.counted("other", name="At peace")
    secretariat.conflict(secretariat.figure(land, "60", base=held), secretariat.figure(land, "62", base=held))
    assert ("At peace" in page(figures="conflict"), "Territory retaken" in page(figures="conflict")) == (False, True)
    assert client().get(at("measures"), {"figures": "x"}).status_code == 400
    assert client().get(at("measures"), {"line": "hidden"}).status_code == 400


def test_many_measures_are_paged(secretariat, monkeypatch):
    monkeypatch.setattr("tansiq.efforts.views.SIZE", 2)
    for number in (1, 2, 3):
        secretariat.counted(f"m{number}", name=f"Counted {number}")
    assert [page(page=number).count("Counted") for number in ("1", "2")] == [2, 1]


def test_as_many_statements_for_one_measure_as_for_three(secretariat):
    counts = []
    for number in (1, 2, 3):
        measure = secretariat.measure(f"m{number}")
        one = secretariat.figure(measure, "60", base=secretariat.base(measure, "of it"), on=date(2015, 1, number))
        secretariat.conflict(one, secretariat.figure(measure, "62", base=secretariat.base(measure, "of more")))
        counts.append(statements(client(), at("measures")))
    assert counts == [8, 8, 8]
