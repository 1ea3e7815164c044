"""A series comes again: in order, on its weekday, never in a month that is left out, wherever one begins to look."""

import doctest
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tansiq.engines import recurring, zones
from tansiq.engines.recurring import LAST, MONTHS, WEEKS, Rule, between, days

DAYS = some.dates(date(1990, 1, 1), date(2060, 12, 31))
WEEKDAYS = some.integers(0, 6)
SKIPPED = some.frozensets(some.integers(1, 12), max_size=11)
WEEKLY = some.builds(Rule, DAYS, some.integers(1, 60), some.just(WEEKS), some.none() | WEEKDAYS, some.none(), SKIPPED)
MONTHLY = some.builds(Rule, DAYS, some.integers(1, 60), some.just(MONTHS), skipped=SKIPPED)
NTH = some.builds(
    Rule, DAYS, some.integers(1, 60), some.just(MONTHS), WEEKDAYS, some.sampled_from([1, 2, 3, 4, LAST]), SKIPPED
)
patiently = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
RULES = WEEKLY | MONTHLY | NTH


def test_the_examples_hold():
    assert doctest.testmod(recurring).failed == 0
    assert doctest.testmod(zones).failed == 0


@patiently
@given(RULES, DAYS)
def test_the_days_come_in_order_after_the_day_and_never_before_the_first(rule, after):
    found = days(rule, after, 6)
    assert found == sorted(set(found))
    assert all(day > after and day >= rule.first and day.month not in rule.skipped for day in found)


@patiently
@given(RULES, DAYS, some.integers(0, 4000))
def test_where_one_begins_to_look_changes_nothing(rule, first, length):
    last = first + timedelta(length)
    whole = between(rule, rule.first, last)
    assert [day for day in whole if day >= first] == between(rule, first, last)
    assert [day for day in days(rule, first, 4) if day <= last] == [day for day in whole if day > first][:4]


@patiently
@given(WEEKLY, DAYS)
def test_weeks_lie_whole_weeks_apart_on_one_weekday(rule, after):
    found = days(rule, after, 6)
    assert {day.weekday() for day in found} <= {rule.weekday if rule.weekday is not None else rule.first.weekday()}
    assert all((day - found[0]).days % (7 * rule.every) == 0 for day in found)


@patiently
@given(NTH, DAYS)
def test_a_weekday_of_the_month_is_counted_from_its_start_or_its_end(rule, after):
    for day in days(rule, after, 6):
        assert day.weekday() == rule.weekday
        if rule.nth == LAST:
            assert (day + timedelta(7)).month != day.month
        else:
            assert (day.day - 1) // 7 + 1 == rule.nth


@patiently
@given(MONTHLY | NTH, DAYS)
def test_months_lie_whole_steps_apart(rule, after):
    months = [day.year * 12 + day.month for day in days(rule, after, 6)]
    assert all((month - rule.first.year * 12 - rule.first.month) % rule.every == 0 for month in months)


def test_the_last_day_of_a_short_month_stands_for_the_thirty_first():
    found = days(Rule(date(2026, 1, 31), 1), date(2026, 1, 31), 3)
    assert [day.isoformat() for day in found] == ["2026-02-28", "2026-03-31", "2026-04-30"]


def test_a_rule_that_skips_all_that_it_meets_proposes_nothing():
    assert days(Rule(date(2026, 8, 1), 12, skipped=frozenset({8})), date(2026, 1, 1), 3) == []
