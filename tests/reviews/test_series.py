"""A series: its rule in words and days, agreed against held, and a review opened in it or in three fields."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.reviews import cadence
from tansiq.reviews.models import FormerRule, Participation, Review, Series
from tansiq.reviews.phases import enter_phase
from tansiq.reviews.series import Rule, make_series
from tests.pages import ABSENT, statements, text
from tests.secretariat import en
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
THURSDAYS = {"first_on": "1 January 2026", "every": "1", "unit": "months", "nth": "1", "weekday": "3", "skipped": ["8"]}
TITLE = {"title_ar": "استعراض المياه", "title_en": "Review of water", "on": "3 July 2026", "level": "experts"}


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def made(secretariat, body=None, slug="officer", **given):
    body = body or secretariat.small_group()
    held = {"body": str(body.pk), "name_en": "Experts", "name_ar": "الخبراء", "level": "experts", **THURSDAYS, **given}
    answer = client(slug).post(at("series_make"), held)
    assert answer.status_code == 302, text(answer)
    with acting_as(token(slug)):
        return Series.objects.get(pk=answer["Location"].split("/")[-2])


def a_series(**given):
    held = {"first_on": date(2026, 1, 1), "every": 1, "unit": "months", "skipped": [], **given}
    return Series(name=en("Experts"), **held)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"hedged": True}, "about every month"),
        ({"nth": 1, "weekday": 3, "skipped": [8]}, "every month; on the first Thursday of the month; not in August"),
        ({"every": 2, "unit": "weeks", "weekday": 0}, "every 2 weeks; on Monday"),
        ({"every": 3, "nth": -1, "weekday": 6}, "every 3 months; on the last Sunday of the month"),
    ],
)
def test_the_rule_in_words(given, words):
    assert cadence.told(a_series(**given)) == words


def test_each_agreed_day_with_the_review_nearest_to_it():
    series = a_series(first_on=date(2026, 3, 5), nth=1, weekday=3)
    held = [Review(starts_on=day) for day in (date(2026, 3, 5), date(2026, 4, 5), date(2026, 4, 3))]
    kept = [(one.on.isoformat(), one.apart) for one in cadence.kept(series, held)]
    assert kept == [("2026-06-04", None), ("2026-05-07", None), ("2026-04-02", 1), ("2026-03-05", 0)]
    assert [day.isoformat() for day in cadence.coming(series)][:2] == ["2026-07-02", "2026-08-06"]


def test_the_page_tells_rule_agreed_days_next_days_and_numbers(secretariat):
    series = made(secretariat, decides_en="Who briefs next.", hedged="on")
    answer = client("officer").post(
        at("review_open"),
        {
            **TITLE,
            "body": str(series.body_id),
            "mode": "virtual",
            "series": str(series.pk),
            "at": "٩:٣٠",
            "zone": "Asia/Amman",
        },
    )
    told = text(client("jim").get(at("series", series.pk)))
    for words in (
        "Agreed: about every month; on the first Thursday of the month; not in August",
        "4 June 2026 none on record for you",
        "Thursday 2 July 2026 Thursday 3 September 2026",
        "Who briefs next.",
        "Review of water not published yet: without a number",
    ):
        assert words in told
    with acting_as(token("officer")):
        review = Review.objects.get(pk=answer["Location"].split("/")[-2])
        assert (review.starts_at.isoformat(), review.zone) == ("2026-07-03T06:30:00+00:00", "Asia/Amman")
        enter_phase(review=review, step="published")
    assert "Review of water No. 1 of the series" in text(client("jim").get(at("series", series.pk)))
    assert "Series Experts · No. 1" in text(client("jim").get(answer["Location"]))
    assert ", Experts" in text(client("jim").get(at("reviews"), {"body": str(series.body_id)}))


def test_what_is_no_rule_is_told_and_nothing_is_stored(secretariat):
    body = str(secretariat.small_group().pk)
    base = {"body": body, "name_en": "Experts", "level": "experts", **THURSDAYS}
    wrong = (
        {"every": "0"},
        {"weekday": ""},
        {"unit": "weeks"},
        {"skipped": [str(number) for number in range(1, 13)]},
        {"first_on": "30 February 2026"},
        {"body": ABSENT},
        {"nth": "5"},
    )
    for one in wrong:
        assert client("officer").post(at("series_make"), base | one).status_code == 400, one
    with acting_as(token("officer")):
        assert Series.objects.count() == 1


def test_only_the_two_offices_make_series(secretariat):
    for slug in ("alif", "coordinator", ""):
        assert client(slug).get(at("series_make")).status_code == 404
    body = secretariat.small_group()
    with acting_as(token("alif")), pytest.raises(PermissionDenied):
        make_series(body=body, level="experts", name=en("Mine"), rule=Rule(date(2026, 1, 1), 1, "months"))


def test_a_hidden_series_and_an_absent_one_are_the_same_bytes(secretariat):
    before = {slug: bare(client(slug).get(at("reviews")).content) for slug in ("jim", "")}
    series = made(secretariat, secretariat.body("Hidden body", "SH"))
    assert "Experts" in text(client("alif").get(at("reviews")))
    for slug, page in before.items():
        assert bare(client(slug).get(at("reviews")).content) == page
        hidden, absent = (client(slug).get(at("series", key)) for key in (series.pk, ABSENT))
        assert bare(hidden.content).replace(str(series.pk), ABSENT) == bare(absent.content)


def test_a_review_is_opened_in_its_own_bodys_series_alone(secretariat):
    series = made(secretariat, secretariat.body("Other body"))
    given = {**TITLE, "body": str(secretariat.small_group().pk), "mode": "virtual", "series": str(series.pk)}
    assert "another body’s" in text(client("officer").post(at("review_open"), given))


def test_as_many_statements_for_many_reviews_as_for_one(secretariat):
    series, counts = made(secretariat), []
    for month in (2, 3, 4):
        secretariat.review(f"Review {month}", date(2026, month, 1), series=series)
        counts.append(statements(client("officer"), at("series", series.pk)))
    assert counts == [11, 11, 11]


def test_a_short_round_takes_three_fields(secretariat):
    body = secretariat.small_group()
    for code in ("SH", "WA"):
        secretariat.seat(body, code, starts_on=date(2026, 1, 1))
    secretariat.seat(body, "NW", ends_on=date(2026, 1, 1))
    given = {"title": "Two words on water", "when": "9 June 2026 ١٤:٣٠", "who": str(body.pk)}
    answer = client("chair").post(at("round_open"), given)
    told = text(client("jim").get(answer["Location"]))
    for words in (
        "Two words on water Tuesday 9 June 2026, 14:30 (UTC)",
        "Planned for 30 minutes",
        "Invited Sahlan , Wadina",
    ):
        assert words in told
    with acting_as(token("chair")):
        assert Participation.objects.filter(part="invited").count() == 2
    for wrong in ("tomorrow", "9 June 2026", "9 June 2026 25:00", "14:30"):
        assert client("chair").post(at("round_open"), {**given, "when": wrong}).status_code == 400
    assert client("alif").get(at("round_open")).status_code == 404


def change(series, slug="officer", **given):
    held = {"version": str(series.version), **THURSDAYS, "first_on": "2 July 2026", **given}
    return client(slug).post(at("series_change", series.pk), held)


def test_another_rule_holds_from_its_day_on_and_the_former_days_stand(secretariat):
    series = made(secretariat)
    page = client("officer").get(at("series_change", series.pk)).content.decode()
    assert 'value="2026-07-02"' in page  # The next day that the rule proposes.
    answer = change(
        series, every="2", unit="weeks", nth="", weekday="0", skipped=[], hedged="on", decides_en="Who speaks."
    )
    assert answer["Location"] == at("series", series.pk)
    told = text(client("jim").get(at("series", series.pk)))
    for words in (
        "Agreed: about every 2 weeks; on Monday",
        "Former rules every month; on the first Thursday of the month; not in August",
        "4 June 2026 none on record for you",  # By the former rule.
        "Monday 6 July 2026",
        "Who speaks.",
    ):
        assert words in told
    with acting_as(token("jim")):
        entry = Entry.objects.get(kind="series.changed")
        content = entry.groups.get(name="content").body
    assert (content["every"], content["before"]["every"], content["before"]["skipped"]) == (2, 1, [8])


def test_who_was_slower_sees_both_rules(secretariat):
    series = made(secretariat)
    assert change(series, every="2").status_code == 302
    answer = change(series, every="3", first_on="6 August 2026")
    assert answer.status_code == 409
    assert "What stands now First day 2 July 2026 Agreed every 2 months" in text(answer)


def test_what_is_no_later_rule_is_refused(secretariat):
    series = made(secretariat)
    for wrong in (
        {"first_on": "1 January 2026", "every": "2"},
        {"first_on": ""},
        {"every": "0"},
        {"nth": "1", "weekday": ""},
    ):
        assert change(series, **wrong).status_code == 400, wrong
    for slug, status in (("alif", 404), ("", 404), ("chair", 403)):
        assert change(series, slug).status_code == status


def test_a_former_rule_is_read_by_whoever_reads_its_series(secretariat):
    series = made(secretariat, secretariat.body("Hidden body", "SH"))
    assert change(series, every="2").status_code == 302
    with acting_as(token("alif")):
        assert FormerRule.objects.count() == 1
    with acting_as(token("jim")):
        assert FormerRule.objects.count() == 0


def test_as_many_statements_however_often_a_rule_was_changed(secretariat):
    series, counts = made(secretariat), []
    for month, every in (("July", "2"), ("August", "3"), ("September", "4")):
        with acting_as(token("officer")):
            series.refresh_from_db()
        assert change(series, every=every, first_on=f"3 {month} 2026").status_code == 302
        counts.append([statements(client("officer"), at(name, series.pk)) for name in ("series", "series_change")])
    assert counts == [[11, 6]] * 3
