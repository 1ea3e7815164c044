"""Minutes of an item: drafted, circulated, corrected until a day, adopted with what was taken in, sealed for good."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction
from django.utils import translation

from tansiq import clock
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.reviews.minutes import commands, queries
from tansiq.reviews.minutes.models import Minutes, MinutesAnswer, MinutesCorrection, MinutesSeal
from tests.pages import ABSENT, statements, text
from tests.reviews.setting import found, put
from tests.reviews.test_phases import opened
from tests.secretariat import en, readers
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
OFFICES = ("secretariat", "chair")
UNTIL = date(2026, 6, 15)


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


def do(item, command, slug="officer", version=0, **given):
    stands = found(item)
    with acting_as(token(slug)):
        seen = version or commands.version_of(stands)
        return command(item=stands, version=seen, **given)


def draft(item, words="The money is late.", slug="officer", **given):
    return do(item, commands.draft_minutes, slug, text=en(words), **given)


def circulate(item, *codes, slug="officer", until_on=UNTIL, **given):
    with acting_as(token(slug)):
        to = readers(*codes) if codes else list(item.audience.readers)
    return do(item, commands.circulate_minutes, slug, until_on=until_on, readers=to, **given)


def propose(item, words="It was, and is not, late.", slug="alif", codes=("SH", "WA", "NW")):
    stands = found(item)
    with acting_as(token(slug)):
        return commands.propose_correction(item=stands, text=en(words), readers=readers(*codes))


def answer(correction, slug="officer", *, taken=True, why="So it was said."):
    with acting_as(token(slug)):
        held = queries.corrections().get(pk=correction.pk)
        return commands.answer_correction(correction=held, taken=taken, reason=en(why))


def adopt(item, words="The money is late.", slug="officer", **given):
    return do(item, commands.adopt_minutes, slug, text=en(words), **given)


def seal(item, slug="officer", **given):
    return do(item, commands.seal_minutes, slug, **given)


def page(item, slug="jim"):
    return text(client(slug).get(at("minutes", item.pk)))


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
