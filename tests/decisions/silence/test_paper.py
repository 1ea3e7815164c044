"""Objections on paper: entered with their scan by the chair or the secretariat, counted from their arrival (R-S6)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from tansiq.decisions.silence import commands, queries
from tansiq.decisions.silence.models import SilenceAct
from tansiq.decisions.silence.papers import Scan, enter_paper_objection
from tansiq.engines.papers import Kind
from tansiq.release.acting import acting_as
from tansiq.release.models import Member
from tansiq.reviews.papers.models import Document
from tests.decisions.running import END, HOUR, NOW, WORDS, begun, led, moved, state
from tests.decisions.running import at as acted
from tests.engines.papers_made import HTML, image
from tests.pages import text
from tests.visits import at, client
from tests.world import token

FIELDS = {"member": "SH", "zone": "UTC", "language": "en", "text": "We object, by note.", "on": "", "at": ""}


@pytest.fixture
def review(outcomes):
    return outcomes.first()


def send(question, kept, when, *, now, slug="chair", content=None, **given):
    arrived = {"on": f"{when:%Y-%m-%d}", "at": f"{when:%H:%M}", "review": str(kept.pk)}
    file = SimpleUploadedFile("note.png", content or image())
    with moved(now):
        fields = {**FIELDS, **arrived, "once": f"paper {now} {slug} {given}", **given, "file": file}
        return client(slug).post(at("silence_paper", question.pk), fields)


def entered(question, slug="chair"):
    with acting_as(token(slug)):
        rows = SilenceAct.objects.filter(question=question, kind="paper").select_related("said_by")
        return list(rows.order_by("turn"))


@pytest.mark.parametrize("slug", ["chair", "officer"])
def test_R_S6_a_paper_entered_before_the_end_breaks_from_its_arrival(review, slug):
    question = begun()
    assert send(question, review, NOW + HOUR, now=NOW + 5 * HOUR, slug=slug).status_code == 302
    assert state(question, NOW + 5 * HOUR) == "broken"
    with acted(NOW + 6 * HOUR, "jim"):
        held = queries.standing(queries.runs().get(pk=question.pk))
        assert held.run.broken_at == (NOW + HOUR).replace(second=0, microsecond=0)
        assert not Document.objects.exists()  # Who broke, and by which note, the chair knows (R-S10).
    (one,) = entered(question)
    assert (one.verdict, one.said_by.code) == ("breaks", "SH")
    with moved(NOW + 6 * HOUR):
        page = text(client("alif").get(at("silence", question.pk)))
        assert "We object, by note." in page
        assert client("alif").get(at("document", one.document_id)).status_code == 200
        assert client("jim").get(at("document", one.document_id)).status_code == 404


@pytest.mark.parametrize("adopted", [False, True])
def test_R_S6_one_of_before_the_end_that_is_entered_after_it_contests_and_all_are_told(review, adopted):
    question = begun()
    if adopted:
        led(commands.give_notice, question, END + HOUR, attested=True)
    door = send(question, review, END - HOUR, now=END + 2 * HOUR)
    assert door.status_code == 302
    for slug in ("alif", "ba", "jim", "chair"):
        assert state(question, END + 3 * HOUR, slug) == "contested"
        with moved(END + 3 * HOUR):
            assert "the chair asks the body" in text(client(slug).get(at("silence", question.pk)))


def test_R_S6_one_that_arrived_after_the_end_is_kept_as_late_and_breaks_nothing(review):
    question = begun()
    assert send(question, review, END + HOUR, now=END + 2 * HOUR).status_code == 302
    assert state(question, END + 3 * HOUR) == "due"
    assert [one.verdict for one in entered(question)] == ["late"]
    assert [one.verdict for one in entered(question, "jim")] == []


def test_what_cannot_be_is_refused_and_nothing_is_kept(review):
    question = begun()
    now = NOW + 5 * HOUR
    for wrong, why in (
        ({"on": f"{NOW + timedelta(days=2):%Y-%m-%d}"}, "This time is still to come."),
        ({"on": "31 February 2026"}, ""),
        ({"at": "25:00"}, "This is no time of day."),
        ({"zone": "Mars/Olympus"}, ""),
        ({"member": "ZZ"}, ""),
        ({"member": ""}, ""),
        ({"review": ""}, ""),
        ({"text": " "}, ""),
        ({"content": HTML}, "web page"),
    ):
        answer = send(question, review, NOW + HOUR, now=now, **wrong)
        assert answer.status_code == 400, wrong
        assert why in text(answer)
    assert entered(question) == []
    with acting_as(token("chair")):
        assert not Document.objects.exists()
    assert send(question, review, NOW + HOUR, now=now, slug="alif").status_code == 404
    assert state(question, now) == "under_silence"


def test_R_S1_a_member_that_is_not_entitled_has_no_paper_and_no_member_enters_one(review):
    question = begun()
    scan = Scan(Kind.PNG, image(), "note.png", "en", review)
    given = {"question": question, "received": NOW, "words": WORDS, "scan": scan}
    with acted(NOW + HOUR, "chair"), pytest.raises(ValidationError, match="not on the list"):
        enter_paper_objection(member=Member.objects.get(code="secretariat"), **given)
    with acted(NOW + HOUR, "alif"), pytest.raises(PermissionDenied):
        enter_paper_objection(member=Member.objects.get(code="SH"), **given)
