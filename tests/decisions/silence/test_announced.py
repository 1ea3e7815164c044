"""What was adopted by silence is announced at the next meeting of its body, by an item that is set by itself (R-S9)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from tansiq.decisions.announcing.commands import announce, announce_waiting
from tansiq.decisions.announcing.models import Announcement
from tansiq.decisions.silence import commands
from tansiq.members.models import Body
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.release.models import Member
from tansiq.reviews.agenda.models import AgendaItem
from tansiq.reviews.commands import open_review
from tansiq.reviews.models import Review
from tansiq.reviews.plans import Plan
from tansiq.reviews.replanning import call_off
from tests.decisions.running import END, HOUR, begun, led
from tests.pages import text
from tests.secretariat import Secretariat, en
from tests.visits import at as address
from tests.visits import client
from tests.world import token

TITLE = "Announcement of decision 1/2026, adopted by silence: Protection of the dam"
TITLE_AR = "الإعلان عن المقرر 1/2026 المعتمد بالصمت: حماية السد"
LATER, SOON = END + 2 * HOUR, END.date() + timedelta(9)


def opened(question, *codes, on=SOON, body=None):
    """A review of the same body in preparation; where members are named, they alone and the offices read it."""
    with acting_as(token("officer")):
        plan = Plan(invited=tuple(Member.objects.filter(code__in=codes).order_by("code")), invited_only=bool(codes))
        body = body or Body.objects.get(pk=question.text.body_id)
        held = {"title": en("Next meeting"), "on": on, "place": None, "level": "experts", "mode": "virtual"}
        return open_review(body=body, chairs=[], plan=plan, **held)


def agenda(slug, review, language="en"):
    return text(client(slug).get(address("agenda", review.pk, language=language)))


def announced(slug="chair"):
    with acting_as(token(slug)):
        return list(Announcement.objects.select_related("item"))


def test_R_S9_the_notice_sets_the_item_of_the_next_meeting_in_both_languages(outcomes):
    question = begun()
    later, review = opened(question, on=END.date() + timedelta(30)), opened(question)
    decision = led(commands.give_notice, question, LATER, attested=True)
    (one,) = announced()
    assert (one.decision_id, one.item.review_id) == (decision.pk, review.pk)
    assert TITLE in agenda("alif", review)
    assert TITLE_AR in agenda("alif", review, language="ar")
    assert TITLE not in agenda("alif", later)
    page = text(client("alif").get(address("decision", decision.pk)))
    assert "Announced at Next meeting" in page


def test_R_S9_where_no_meeting_is_prepared_it_waits_for_the_one_that_is_opened(outcomes):
    question = begun()
    decision = led(commands.give_notice, question, LATER, attested=True)
    assert announced() == []
    page = text(client("alif").get(address("decision", decision.pk)))
    assert "Announced at the next meeting, as soon as it is prepared" in page
    sent = {"title_ar": "الاجتماع القادم", "title_en": "The meeting", "on": "2026-07-02", "level": "experts"}
    sent |= {"body": str(question.text.body_id), "mode": "virtual", "once": "one-key"}
    for _time in range(2):  # Sent twice, it is announced once.
        answer = client("officer").post(address("review_open"), sent)
        assert answer.status_code == 302
    (one,) = announced("officer")
    assert TITLE in text(client("alif").get(address("agenda", one.item.review_id)))
    client("officer").post(address("review_open"), {**sent, "title_en": "Another", "once": "other-key"})
    assert len(announced("officer")) == 1


def test_R_S9_only_who_reads_both_the_decision_and_the_meeting_reads_the_item(outcomes):
    question = begun()
    review = opened(question, "SH", "WA")
    led(commands.give_notice, question, LATER, attested=True)
    assert TITLE in agenda("alif", review)
    (one,) = announced()
    with acting_as(token("jim")):  # Reads the decision, not the meeting.
        assert not Announcement.objects.exists()
        assert not AgendaItem.objects.filter(pk=one.item_id).exists()
        assert not Entry.objects.filter(kind="decision.announced").exists()
    with acting_as(token("coordinator")):  # Reads neither.
        assert not Announcement.objects.exists()


def test_R_S9_a_decision_is_announced_at_no_meeting_of_another_body(outcomes):
    question = begun()
    decision = led(commands.give_notice, question, LATER, attested=True)
    review = opened(question, body=Secretariat().body("Another body"))
    with acting_as(token("officer")), pytest.raises(ValidationError):
        announce(decision=decision, review=review)
    assert announced("officer") == []


def test_R_S9_where_the_meeting_is_called_off_the_next_one_announces_it(outcomes):
    question = begun()
    review = opened(question)
    decision = led(commands.give_notice, question, LATER, attested=True)
    with acting_as(token("officer")):
        call_off(review=Review.objects.get(pk=review.pk), version=review.version)
        following = opened(question)
        announce_waiting(following)
    assert {one.item.review_id for one in announced()} == {review.pk, following.pk}
    assert {one.decision_id for one in announced()} == {decision.pk}
