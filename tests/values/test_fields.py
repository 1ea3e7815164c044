"""Every field of every form that somebody can open, with every kind of bad value."""

import pytest

from tests.values.corpus import told
from tests.values.probing import PEOPLE, afresh, attempts, browser, forms_of, sent, stored, wrong

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_a_bad_value_is_refused_whole_or_stands_as_text(matter):
    held = {slug: browser(slug) for slug in PEOPLE}
    found = [form for slug in PEOPLE for form in forms_of(slug, held[slug])]
    assert {form.by for form in found} == set(PEOPLE)
    before, faults = {slug: stored(slug) for slug in PEOPLE}, []
    for form, one, value in attempts(found):
        with afresh(held[form.by]) as attempt:
            answer = sent(attempt, form, one.name, value)
            said = wrong(answer)
            if answer.status_code >= 400 and stored(form.by) != before[form.by]:
                said.append("stored")
            if answer.status_code == 302 and not said:
                said = wrong(attempt.get(answer["Location"]))
        faults += [(form.by, form.action, one.name, told(value), answer.status_code, what) for what in said]
    assert faults == []
