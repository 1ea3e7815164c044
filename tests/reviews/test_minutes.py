"""Minutes of an item: drafted, circulated, corrected until a day, adopted with what was taken in, sealed for good."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, transaction
from django.utils import translation

from tansiq import clock
from tansiq.members.commands import ownership
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.reviews.minutes.models import Minutes, MinutesAnswer, MinutesCorrection, MinutesSeal
from tests.pages import text
from tests.reviews.minuted import UNTIL, adopt, answer, circulate, draft, page, propose, seal
from tests.reviews.setting import found, put
from tests.reviews.test_phases import opened
from tests.secretariat import en
from tests.visits import at, client
from tests.world import token

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def item(secretariat):
    return put(opened(secretariat, codes=["SH", "WA"]), "Financing")


@pytest.fixture
def passed(monkeypatch):
    """The day until which corrections were asked for has passed."""

    def do():
        monkeypatch.setattr(clock, "today", lambda: UNTIL + timedelta(days=1))

    return do


def test_from_the_draft_to_the_seal_by_two_offices(item, passed):
    draft(item)
    draft(item, "The money is late. Two states pay.", "chair")
    assert "No minutes of this item are released to you" in page(item)
    assert "The money is late. Two states pay." in page(item, "officer")
    circulate(item)
    told = page(item)
    assert "Corrections until Monday 15 June 2026 ." in told
    assert "draft" not in told.split("Each text that stood")[1].split("On the record")[0]
    answer(propose(item), "chair")
    answer(propose(item, "Three states pay.", "ba"), taken=False, why="Two said so.")
    passed()
    adopt(item, "The money was late. Two states pay.", "chair")
    told = page(item)
    assert "The money is was late. Two states pay." in told
    for words in ("taken in Chair : So it was said.", "not taken in Secretariat : Two said so."):
        assert words in told
    seal(item)
    told = page(item)
    assert "These minutes are sealed." in told
    assert "The minutes of an item were sealed The money was late. Two states pay." in told
    with acting_as(token("jim")):
        kinds = sorted(Entry.objects.filter(kind__startswith="minutes").values_list("kind", flat=True))
        entry = Entry.objects.get(kind="minutes.sealed")
    assert kinds == sorted(
        f"minutes.{one}"
        for one in ("circulated", *("correction_proposed", "correction_answered") * 2, "adopted", "sealed")
    )
    assert at("entry", entry.pk) in client("jim").get(at("minutes", item.pk)).content.decode()


def test_what_is_sealed_is_written_no_more(item, passed):
    draft(item)
    circulate(item)
    passed()
    adopt(item)
    seal(item)
    for late in (lambda: draft(item, "Other words."), lambda: circulate(item), lambda: adopt(item), lambda: seal(item)):
        with pytest.raises(ValidationError, match="are sealed"):
            late()
    with acting_as(token("officer")), pytest.raises(ProgrammingError), transaction.atomic():
        Minutes.objects.create(item=found(item), step="draft", text=en("More."), place=9, **ownership(item.audience))
    assert "Write the draft" not in page(item, "officer")


def test_a_late_correction_is_refused_with_the_reason_and_its_text_kept(item, passed):
    draft(item)
    circulate(item)
    passed()
    sent = {"text": "It was late.", "language": "en", "release": "mine"}
    for language, reason in (("en", "corrections were asked for is past"), ("ar", "")):
        answered = client("alif").post(at("minutes_correct", item.pk, language=language), sent)
        told = answered.content.decode()
        assert (answered.status_code, "It was late." in told, reason in told) == (400, True, True)
    adopt(item)
    answered = client("alif").post(at("minutes_correct", item.pk), sent)
    assert answered.status_code == 400
    assert "These minutes are adopted" in text(answered)
    assert "Propose a correction" not in page(item, "alif")


def test_postgresql_holds_the_day_for_corrections(item):
    draft(item)
    with acting_as(token("officer")):
        given = {"item": found(item), "step": "circulated", "text": en("Late."), **ownership(item.audience)}
        past = Minutes.objects.create(until_on=date(2026, 6, 7), **given)
    with acting_as(token("alif")), pytest.raises(ProgrammingError), transaction.atomic():
        MinutesCorrection.objects.create(minutes=past, text=en("No."), **ownership(item.audience))


def test_postgresql_holds_who_writes_answers_and_seals(item):
    draft(item)
    at_large = circulate(item)
    correction = propose(item)
    with acting_as(token("alif")):
        own = ownership(item.audience)
        held = found(item, "alif")
    wrong = (
        ("alif", Minutes, {"item": held, "step": "draft", "text": en("Ours."), "place": 7}),
        ("alif", MinutesAnswer, {"correction": correction, "taken": True, "reason": en("We say so.")}),
        ("alif", MinutesSeal, {"item": held, "minutes": at_large}),
        ("officer", MinutesSeal, {"item": held, "minutes": at_large}),
        ("officer", MinutesCorrection, {"minutes": at_large, "text": en("Ours.")}),
    )
    assert own["audience"] == item.audience
    for slug, model, given in wrong:
        with acting_as(token(slug)), pytest.raises(ProgrammingError), transaction.atomic():
            model.objects.create(**given, **ownership(item.audience))


def test_each_step_comes_after_the_one_before_it(item, passed):
    with pytest.raises(ValidationError, match="no draft"):
        circulate(item)
    draft(item)
    with pytest.raises(ValidationError, match="stand already"):
        draft(item)
    for early in (lambda: adopt(item), lambda: seal(item)):
        with pytest.raises(ValidationError, match=r"not circulated yet|Only adopted"):
            early()
    with pytest.raises(ValidationError, match="day is past"):
        circulate(item, until_on=date(2026, 6, 7))
    circulate(item)
    with pytest.raises(ValidationError, match="circulated already"):
        circulate(item)
    with pytest.raises(ValidationError, match="by corrections alone"):
        draft(item, "Other words.")
    with pytest.raises(ValidationError, match="may still propose"):
        adopt(item)
    correction = propose(item)
    passed()
    with pytest.raises(ValidationError, match="waits for its answer"):
        adopt(item)
    answer(correction)
    with pytest.raises(ValidationError, match="answered already"):
        answer(correction, "chair")
    with pytest.raises(ValidationError, match="was taken in"):
        adopt(item)
    adopt(item, "The money was late.")
    with pytest.raises(ValidationError, match="adopted already"):
        adopt(item, "The money was late.")


def test_what_was_not_taken_in_changes_no_word(item, passed):
    draft(item)
    circulate(item)
    answer(propose(item), taken=False)
    passed()
    with pytest.raises(ValidationError, match="No correction was taken in"):
        adopt(item, "The money was late.")
    adopt(item)
