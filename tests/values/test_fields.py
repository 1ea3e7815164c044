"""Every field of every form that somebody can open, with every kind of bad value."""

from collections import defaultdict

import pytest

from tests.values.corpus import told
from tests.values.probing import LED_ON, PEOPLE, attempts, browser, forms_of, played, stored, wrong

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_a_bad_value_is_refused_whole_or_stands_as_text(matter):
    held = {slug: browser(slug) for slug in PEOPLE}
    found = [form for slug in PEOPLE for form in forms_of(slug, held[slug])]
    assert {form.by for form in found} == set(PEOPLE)
    before, faults, refused = {slug: stored(slug) for slug in PEOPLE}, [], defaultdict(set)
    for form, bad in attempts(found):
        for attempt, given, answer in played(held[form.by], form, bad, refused[id(form)]):
            said = wrong(answer)
            if answer.status_code >= 400 and stored(form.by) != before[form.by]:
                said.append("stored")
            if answer.status_code == LED_ON and not said:
                said = wrong(attempt.get(answer["Location"]))
            tried = {name: told(value) for name, value in given.items()}
            faults += [(form.by, form.action, tried, answer.status_code, what) for what in said]
    assert faults == []
