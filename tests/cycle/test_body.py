"""The page of a body: the rule in force first, the former ones under it as history, never two as if both held."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from tansiq.decisions.texts.models import BodyRule
from tansiq.engines.deciding import CONSENSUS, MINUS, SILENCE
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.release.commands import own_audience
from tests.decisions.tabled import ruled
from tests.pages import statements, text
from tests.secretariat import Secretariat
from tests.visits import at, client
from tests.world import token

pytestmark = pytest.mark.django_db


@pytest.fixture
def body(db):
    """A body that was founded to decide by silence."""
    return Secretariat().body("Experts", decides=SILENCE, silence_hours=48)


def page_of(body, slug="alif", language="en"):
    return text(client(slug).get(at("body", body.pk, language=language)))


def test_the_founding_rule_is_in_force_until_another_is_set(body):
    page = page_of(body)
    assert "In force · from the founding of the body" in page
    assert "at least 48 hours" in page
    assert "Former rules" not in page


def test_one_rule_is_in_force_and_the_others_are_dated_history(body):
    ruled(body, from_on=date(2026, 1, 1), way=CONSENSUS, silence_hours=72)
    ruled(body, from_on=date(2026, 3, 1), way=MINUS, minus=1)
    ruled(body, from_on=date(2099, 1, 1), way=CONSENSUS)
    page = page_of(body)
    assert page.count("In force ·") == 1
    for told in (
        "In force · from 1 March 2026 until 1 January 2099",
        "Not in force yet · from 1 January 2099",
        "from 1 January 2026 until 1 March 2026 · by consensus",
        "from the founding of the body until 1 January 2026 · by silence",
    ):
        assert told in page
    order = [page.index(word) for word in ("In force ·", "Former rules", "from the founding of the body")]
    assert order == sorted(order)


def test_it_is_told_in_arabic(body):
    ruled(body, from_on=date(2026, 1, 1))
    page = page_of(body, language="ar")
    assert page.count("نافذة ·") == 1
    assert page.index("نافذة ·") < page.index("قواعد سابقة") < page.index("منذ تأسيس الهيئة")


def test_as_many_statements_for_three_rules_as_for_one(body):
    ruled(body, from_on=date(2026, 1, 1))
    before = statements(client("alif"), at("body", body.pk))
    ruled(body, from_on=date(2026, 2, 1))
    ruled(body, from_on=date(2026, 3, 1))
    assert (before, statements(client("alif"), at("body", body.pk))) == (9, 9)


def test_a_body_that_is_released_to_more_takes_its_rules_with_it(db):
    body = Secretariat().body("Experts", "SH", decides=SILENCE, silence_hours=48)
    ruled(body, from_on=date(2026, 1, 1), way=CONSENSUS)
    assert client("ba").get(at("body", body.pk)).status_code == 404
    officer = client("officer")
    given = {"version": body.version, "release": "members"}
    assert officer.post(at("body_release", body.pk), given).status_code == 302
    page = page_of(body, "ba")
    assert "In force · from 1 January 2026" in page
    assert "by consensus" in page
    with acting_as(token("ba")):
        assert Entry.objects.filter(kind="body.rule_set").count() == 1
    with acting_as(token("officer")), pytest.raises(DatabaseError), transaction.atomic():
        BodyRule.objects.filter(body=body).update(audience=own_audience())  # Never to fewer.
