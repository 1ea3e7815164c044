"""Own forecasts: kept, dated, due, resolved by an office, scored and seen otherwise by their author (R-A11)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction

from tansiq.efforts.milestones.models import Attestation, Milestone
from tansiq.forecasts.foretelling import By
from tansiq.forecasts.models import Demur, Horizon, Prediction, Resolution
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as, public_token
from tansiq.release.commands import audience_of
from tests.forecasts.foretold import dated, demurred, foretold, past, resolved
from tests.pages import ABSENT, statements, text
from tests.secretariat import en, readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db


def told(name, *args, slug="", **asked):
    return text(client(slug).get(at(name, *args), asked))


def test_R_A11_claim_horizon_probability_hedge_and_author_each_stand(secretariat):
    secretariat.subject("relief", "Relief")
    made = foretold(
        "alif",
        claim="All land is dry.",
        low=60,
        high=80,
        hedge=en("a year or two"),
        line="relief",
        when=By(date(2028, 1, 1), date(2027, 1, 1), hedged=True),
    )
    shown = told("forecast", made.pk)
    for words in (
        "Relief All land is dry. Sahlan · 8 June 2026",
        "60 to 80 per cent in what hedge a year or two",
        "By when about between 1 January 2027 and 1 January 2028",
    ):
        assert words in shown
    assert "All land is dry. in what hedge: a year or two Sahlan 8 June 2026 about between" in told("forecasts")
    with acting_as(token("officer")):
        assert [one.kind for one in Entry.objects.filter(item=made.pk)] == ["forecast.made"]


def test_R_A11_without_a_horizon_it_is_kept_asked_for_a_date_and_never_scored(secretariat):
    made = foretold("alif", low=90, high=90, when=None)
    assert "no horizon was named: never judged" in told("forecast", made.pk)
    assert "The river falls." in told("my_needs", slug="alif")
    assert "Say by when your forecast is to come true" in told("my_needs", slug="alif")
    assert "The river falls." not in told("my_needs", slug="jim")
    with pytest.raises(ValidationError, match="has not passed yet, or none"):
        resolved(made, outcome="did_not_happen")
    resolved(made, came=date(2026, 6, 1))
    shown = told("forecast", made.pk)
    assert ("Brier" in shown, "no horizon was named: never judged" in shown) == (False, True)


def test_R_A11_a_horizon_is_named_once_by_its_author_and_never_moved(secretariat):
    made = foretold("alif", when=None)
    with pytest.raises(PermissionDenied):
        dated(made, "jim")
    dated(made, "alif")
    assert "by 1 July 2026" in told("forecast", made.pk)
    with pytest.raises(Stale):
        dated(made, "alif", when=By(date(2027, 1, 1)))
    for wrong, words in ((By(date(2026, 6, 8)), "to come"), (By(date(2026, 7, 1), date(2026, 8, 1)), "ends before")):
        with pytest.raises(ValidationError, match=words):
            foretold("alif", when=wrong)


@pytest.mark.parametrize(("low", "high"), [(70, 60), (50, None), (-1, 5), (5, 101)])
def test_a_probability_lies_between_none_and_all(secretariat, low, high):
    with pytest.raises(ValidationError, match="between 0 and 100"):
        foretold("alif", low=low, high=high)


def test_R_A11_what_is_due_stands_on_the_next_review_and_in_what_needs_the_office(secretariat):
    made = past("alif", claim="It was to fall.")
    foretold("alif", claim="It is to come.")
    ahead = secretariat.review("Next review", date(2026, 7, 1))
    shown = told("review", ahead.pk)
    assert "did it happen?" in shown
    assert ("It was to fall." in shown, "It is to come." in shown) == (True, False)
    assert "It was to fall." not in told("review", secretariat.first().pk)
    listed = told("forecasts", outcome="due")
    assert ("It was to fall." in listed, "It is to come." in listed) == (True, False)
    for slug, needed in (("officer", True), ("alif", False)):
        assert ("It was to fall." in told("my_needs", slug=slug)) == needed
    resolved(made)
    assert "It was to fall." not in told("review", ahead.pk) + told("my_needs", slug="officer")


def test_R_A11_an_office_says_what_came_of_it_with_evidence_and_never_of_its_own(secretariat):
    made, own = past("alif", low=70, high=70), past("officer", claim="The office’s own.")
    source = secretariat.source("gazette")
    resolved(made, source=source)
    shown = told("forecast", made.pk)
    for words in ("it happened · 20 April 2026 · in the time foretold", "Brier score 0.09", "The gauge says so."):
        assert words in shown
    assert "gazette" in shown
    for by, of in (("jim", made), ("alif", made), ("officer", own)):
        with pytest.raises(PermissionDenied):
            resolved(of, by=by)
    for given, words in (({"came": None}, "has its day"), ({"came": date(2027, 1, 1)}, "not come yet")):
        with pytest.raises(ValidationError, match=words):
            resolved(made, **given)


@pytest.mark.parametrize(
    ("outcome", "came", "verdict", "score"),
    [
        ("happened", date(2026, 4, 1), "in the time foretold", "0.04"),
        ("happened", date(2026, 6, 1), "later than foretold, by", "0.64"),
        ("did_not_happen", None, "not in the time foretold", "0.64"),
        ("cannot_tell", None, "not scored: it cannot be told", None),
    ],
)
def test_R_A11_a_probability_is_scored_by_what_came_in_its_time(secretariat, outcome, came, verdict, score):
    made = past("alif", low=80, high=80)
    resolved(made, outcome=outcome, came=came)
    shown = told("forecast", made.pk)
    assert (verdict in shown, "Brier" in shown) == (True, score is not None)
    assert score is None or f"Brier score {score}" in shown


def test_R_A11_words_alone_are_judged_in_words(secretariat):
    made = past("alif", hedge=en("soon"))
    resolved(made, came=date(2026, 6, 1))
    shown = told("forecast", made.pk)
    assert ("in words only" in shown, "later than foretold" in shown, "Brier" in shown) == (True, True, False)


def test_R_A11_its_author_may_see_it_otherwise_beside_it_and_the_last_resolution_stands(secretariat):
    made = past("alif", low=80, high=80)
    first = resolved(made, outcome="did_not_happen")
    demurred(first, "alif")
    with pytest.raises(PermissionDenied):
        demurred(first, "jim")
    resolved(made)
    shown = told("forecast", made.pk)
    assert "The gauge was broken." in shown
    assert "it happened · 20 April 2026 · in the time foretold Brier score 0.04" in shown
    assert "it did not happen ·" in shown


def test_a_forecast_names_a_milestone_which_makes_it_due_when_it_is_reached(secretariat):
    secretariat.subject("relief", "Relief")
    words = en("The pumps run.")
    stone = secretariat.put(Milestone, line="relief", what=words, doer_name=words, attester=secretariat.member("SH"))
    with acting_as(token("jim")):
        found = Milestone.objects.get(pk=stone.pk)
    foretold("jim", claim="Before the rains.", when=None, milestone=found)
    shown = told("milestone", stone.pk)
    assert "What is foretold of it" in shown
    assert "Before the rains." in shown
    assert "Before the rains." not in told("forecasts", outcome="due")
    with acting_as(token("alif")):
        own = ownership(audience_of(readers("SH", "secretariat")))
        Attestation.objects.create(milestone=found, state="reached", on=date(2026, 6, 1), evidence=words, **own)
    due = {slug: "Before the rains." in told("forecasts", slug=slug, outcome="due") for slug in ("officer", "jim", "")}
    assert due == {"officer": True, "jim": False, "": False}


def test_the_record_and_own_words_stand_in_one_list_the_newest_first(secretariat):
    paper = secretariat.source("paper")
    days = {"starts_on": date(2015, 1, 22), "ends_on": date(2015, 1, 22)}
    said = secretariat.statement("A year or two.", paper, kind="forecast", **days)
    secretariat.forecast(
        said,
        "All land is dry.",
        hedge=en("a year or two"),
        horizon_from=date(2016, 1, 22),
        horizon_until=date(2017, 1, 22),
        horizon_precision="not_stated",
        outcome="happened",
        outcome_from=date(2017, 12, 9),
        outcome_until=date(2017, 12, 9),
        outcome_precision="day",
    )
    foretold("alif", claim="It is to come.")
    shown = told("forecasts")
    assert shown.index("It is to come.") < shown.index("All land is dry.")
    assert "later than foretold, by about 11 months" in shown
    only = {outcome: told("forecasts", outcome=outcome) for outcome in ("open", "happened", "cannot_tell")}
    assert [("It is to come." in one, "All land is dry." in one) for one in only.values()] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_postgresql_lets_nobody_speak_in_the_place_of_another(secretariat):
    made, undated = past("alif"), past("alif", until=None)
    resolution = resolved(made)
    with acting_as(token("jim")):
        own = ownership(audience_of(readers("NW")))
    tries = (
        (Horizon, {"prediction": undated, "until_on": date(2027, 1, 1)}),
        (Resolution, {"prediction": made, "outcome": "did_not_happen", "evidence": en("No.")}),
        (Demur, {"resolution": resolution, "words": en("No.")}),
    )
    for model, given in tries:
        with (
            acting_as(token("jim")),
            pytest.raises(ProgrammingError, match="row-level security"),
            transaction.atomic(),
        ):
            model.objects.create(**given, **own)


def test_what_is_hidden_leaves_no_trace(secretariat):
    review, ahead = secretariat.first(), secretariat.review("Next review", date(2026, 7, 1))
    made = past("jim", claim="Seen by all.")
    rooms = [at(name) for name in ("home", "forecasts", "calibration", "my_needs", "record")]
    rooms += [
        at("review", review.pk),
        at("review", ahead.pk),
        at("forecast", made.pk),
        at("forecasts") + "?outcome=due",
    ]
    before = {(slug, one): bare(client(slug).get(one).content) for slug in ("", "jim") for one in rooms}
    hidden = past("alif", "WA", "secretariat", claim="Hidden.", low=10, high=20)
    foretold("ba", "SH", claim="Hidden too.", when=None, review=ahead)
    resolution = resolved(hidden, "SH", "WA", "secretariat")
    demurred(resolution, "alif", "WA", "secretariat")
    past("alif", "WA", claim="Hidden and due.", review=review)
    assert {(slug, one): bare(client(slug).get(one).content) for slug, one in before} == before
    assert "Hidden." in told("forecasts", slug="ba")
    with acting_as(public_token()):
        assert [model.objects.count() for model in (Prediction, Horizon, Resolution, Demur)] == [1, 1, 0, 0]


def test_a_hidden_forecast_and_an_absent_one_are_the_same_bytes(secretariat):
    made = past("ba", "SH")
    for name in ("forecast", "forecast_date", "forecast_resolve", "forecast_demur"):
        hidden, absent = (client("jim").get(at(name, key)) for key in (made.pk, ABSENT))
        assert (hidden.status_code, absent.status_code) == (404, 404)
        assert bare(hidden.content).replace(str(made.pk), ABSENT) == bare(absent.content)


def test_the_pages_foretell_date_resolve_and_demur(secretariat):
    given = {"text": "The river falls.", "language": "en", "low": "60", "high": "80", "release": "public", "once": "1"}
    bad = client("alif").post(at("forecast_make"), {**given, "low": "", "from_on": "1 July 2026"})
    assert (bad.status_code, "lower end too" in text(bad), "Say by when, too." in text(bad)) == (400, True, True)
    assert client("alif").post(at("forecast_make"), {**given, "once": "2"}).status_code == 302
    with acting_as(token("alif")):
        made = Prediction.objects.get()
    date_it = {"until_on": "1 July 2026", "about": "on", "release": "public", "once": "3"}
    assert client("alif").post(at("forecast_date", made.pk), date_it).status_code == 302
    again = client("alif").post(at("forecast_date", made.pk), {**date_it, "once": "4"})
    assert (again.status_code, "Somebody was quicker" in text(again)) == (409, True)
    assert client("jim").get(at("forecast_date", made.pk)).status_code == 403
    assert client("alif").get(at("forecast_demur", made.pk)).status_code == 403
    came = {"outcome": "happened", "came_on": "1 June 2026", "text": "Seen.", "language": "en", "release": "public"}
    assert client("jim").post(at("forecast_resolve", made.pk), {**came, "once": "5"}).status_code == 403
    assert client("officer").post(at("forecast_resolve", made.pk), {**came, "once": "6"}).status_code == 302
    otherwise = {"text": "Not so.", "language": "en", "release": "public", "once": "7"}
    assert client("alif").post(at("forecast_demur", made.pk), otherwise).status_code == 302
    assert "Not so." in told("forecast", made.pk)


def test_as_many_statements_for_one_as_for_three(secretariat):
    counts, stone = [], None
    secretariat.subject("relief", "Relief")
    words, ahead = en("The pumps run."), secretariat.review("Next review", date(2026, 7, 1))
    stone = secretariat.put(Milestone, line="relief", what=words, doer_name=words, attester=secretariat.member("SH"))
    for number in (1, 2, 3):
        review = secretariat.review(f"Review {number}", date(2015 + number, 1, 1))
        made = past("alif", low=50, high=50, review=review, milestone=stone)
        past("ba", claim=f"Due {number}", milestone=stone)
        demurred(resolved(made, source=secretariat.source(f"source {number}")), "alif")
        rooms = [at("forecast", made.pk), at("forecasts"), at("milestone", stone.pk), at("review", ahead.pk)]
        counts.append([statements(client("jim"), one) for one in [*rooms, at("calibration")]])
    assert counts == [[9, 12, 12, 11, 8]] * 3
