"""The pages of minutes: they lead from the draft to the seal, and tell nobody of what is released to few."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import translation

from tansiq import clock
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.reviews.minutes import commands
from tansiq.reviews.minutes.models import Minutes, MinutesAnswer, MinutesCorrection
from tests.pages import ABSENT, statements
from tests.reviews.minuted import UNTIL, answer, circulate, draft, page, propose
from tests.reviews.setting import put
from tests.reviews.test_phases import opened
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
OFFICES = ("secretariat", "chair")


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


def test_a_draft_and_a_correction_to_few_leave_the_same_bytes(item):
    address = at("minutes", item.pk)
    before = bare(client("jim").get(address).content)
    draft(item)
    draft(item, "Other words.")
    assert bare(client("jim").get(address).content) == before
    circulate(item)
    before = bare(client("jim").get(address).content)
    hidden = propose(item, codes=("SH", "WA"))
    answer(hidden, taken=False)
    assert bare(client("jim").get(address).content) == before
    assert "It was, and is not, late." in page(item, "ba")
    assert "So it was said." in page(item, "ba")
    with acting_as(token("jim")):
        assert (MinutesCorrection.objects.count(), MinutesAnswer.objects.count()) == (0, 0)
        assert Minutes.objects.filter(step="draft").count() == 0
        assert Entry.objects.filter(kind__startswith="minutes").count() == 1


def test_minutes_that_were_not_circulated_to_me_cannot_be_corrected(item):
    draft(item)
    circulate(item, "SH", "WA", *OFFICES)
    for slug in ("jim", "coordinator"):
        for method in ("get", "post"):
            answers = [getattr(client(slug), method)(at("minutes_correct", key)) for key in (item.pk, ABSENT)]
            assert [one.status_code for one in answers] == [404, 404]
    with pytest.raises(ValidationError, match="not released to all of these readers"):
        propose(item, codes=("SH", "NW"))
    assert client("officer").get(at("minutes_correct", item.pk)).status_code == 403
    with pytest.raises(PermissionDenied):
        propose(item, slug="officer")


def test_whoever_saw_an_older_version_is_shown_both_texts(item):
    draft(item)
    draft(item, "The chair wrote this.", "chair")
    for late in (lambda: draft(item, "Mine.", version=2), lambda: circulate(item, version=2)):
        with pytest.raises(Stale):
            late()
    browser = client("officer")
    answered = browser.post(at("minutes_draft", item.pk), {"text_en": "Mine, and no other.", "version": "2"})
    told = answered.content.decode()
    assert answered.status_code == 409
    for words in ("Somebody was quicker", "Mine, and no other.", "The chair wrote this.", 'name="version" value="3"'):
        assert words in told
    assert browser.post(at("minutes_draft", item.pk), {"text_en": "Mine.", "version": "3"}).status_code == 302


def test_the_pages_lead_from_the_draft_to_the_seal(item, passed):
    office, member = client("officer"), client("alif")
    sent = {"text_ar": "المال متأخر.\nدفعت دولتان.", "text_en": "The money is late.", "version": "1"}
    assert office.post(at("minutes_draft", item.pk), sent)["Location"] == at("minutes", item.pk)
    given = {"until_on": "١٥ حزيران ٢٠٢٦", "release": "public", "version": "2"}
    assert office.post(at("minutes_circulate", item.pk), given).status_code == 302
    given = {"text": "It was late.", "language": "en", "release": "public"}
    assert member.post(at("minutes_correct", item.pk), given).status_code == 302
    with acting_as(token("officer")):
        correction = MinutesCorrection.objects.get()
    assert "Answer this correction" in page(item, "chair")
    assert "Answer this correction" not in page(item, "alif")
    given = {"taken": "yes", "text": "So it was said.", "language": "en"}
    assert office.post(at("minutes_answer", correction.pk), given).status_code == 302
    passed()
    opens = office.get(at("minutes_adopt", item.pk)).content.decode()
    assert "المال متأخر." in opens
    assert "It was late." in opens
    sent |= {"text_en": "The money was late.", "version": "3"}
    assert office.post(at("minutes_adopt", item.pk), sent).status_code == 302
    assert office.post(at("minutes_seal", item.pk), {"version": "4"}).status_code == 302
    for name in ("minutes_draft", "minutes_circulate", "minutes_adopt", "minutes_seal", "minutes_answer"):
        key = correction.pk if name == "minutes_answer" else item.pk
        assert member.get(at(name, key)).status_code == 404


def test_what_is_not_whole_is_told(item):
    office = client("officer")
    for sent in (
        {},
        {"text_en": " ", "version": "1"},
        {"text_en": "x" * 8001, "version": "1"},
        {"text_en": "a\u202eb"},
    ):
        assert office.post(at("minutes_draft", item.pk), sent).status_code == 400
    draft(item)
    for sent in ({"until_on": "2026-06-15", "version": "2"}, {"release": "circle", "version": "2"}):
        assert office.post(at("minutes_circulate", item.pk), sent).status_code == 400
    circulate(item)
    for sent in (
        {"text": "", "language": "en", "release": "mine"},
        {"text": "No.", "language": "xx", "release": "mine"},
    ):
        assert client("alif").post(at("minutes_correct", item.pk), sent).status_code == 400
    made = propose(item)
    for sent in ({"taken": "yes", "language": "en"}, {"taken": "maybe", "text": "So.", "language": "en"}):
        assert office.post(at("minutes_answer", made.pk), sent).status_code == 400


def test_as_many_statements_for_many_texts_and_corrections_as_for_one(item):
    counts = []
    for number in range(3):
        draft(item, f"Draft {number}")
        counts.append(statements(client("officer"), at("minutes", item.pk)))
    circulate(item)
    for number in range(3):
        made = propose(item, f"Correction {number}")
        answer(made)
        names = ("minutes", *(f"minutes_{name}" for name in ("draft", "adopt", "circulate", "seal")))
        pages = [*(at(name, item.pk) for name in names), at("minutes_answer", made.pk)]
        of_member = statements(client("alif"), at("minutes_correct", item.pk))
        counts.append([*(statements(client("officer"), one) for one in pages), of_member])
    assert counts == [12] * 3 + [[13, 10, 12, 11, 10, 8, 10]] * 3


def test_of_two_answers_at_one_moment_the_second_is_stale(item, monkeypatch):
    draft(item)
    circulate(item)
    correction, real = propose(item), commands.ownership

    def meanwhile(audience):
        monkeypatch.setattr(commands, "ownership", real)
        answer(correction, "chair")
        return real(audience)

    monkeypatch.setattr(commands, "ownership", meanwhile)
    with pytest.raises(Stale):
        answer(correction)
