"""Attendance: a member registers itself, the offices record who came; each fact apart, the last one holds."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import translation

from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tansiq.release.models import Member
from tansiq.reviews.attending import name_concern, receive_guest, record_presence, register_for
from tansiq.reviews.models import Concern, Participation, Subject
from tests.pages import ABSENT, statements, text
from tests.reviews.test_phases import enter, opened
from tests.secretariat import en
from tests.visits import at, client
from tests.world import token

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def review(secretariat):
    return opened(secretariat, codes=["SH", "WA"])


def member(code):
    return Member.objects.get(code=code)


def record(review, code, part, slug="officer", **given):
    with acting_as(token(slug)):
        return record_presence(review=review, member=member(code), part=part, **given)


def page(review, slug="jim"):
    return text(client(slug).get(at("review", review.pk)))


def test_a_member_registers_itself_and_what_it_says_last_holds(review):
    browser = client("alif")
    for level, who in (("ministers", "The minister"), ("experts", "Two experts")):
        answer = browser.post(at("attendance", review.pk), {"level": level, "who": who})
        assert answer["Location"] == at("attendance", review.pk)
    told = page(review)
    assert "Registered Sahlan · level: experts · with Two experts Invited Sahlan , Wadina" in told
    assert "The minister" not in told
    facts = text(browser.get(at("attendance", review.pk)))
    assert facts.index("Two experts") < facts.index("The minister")


def test_a_member_registers_nobody_else_and_records_nothing(review):
    with acting_as(token("alif")):
        with pytest.raises(PermissionDenied):
            record_presence(review=review, member=member("SH"), part="present")
        with pytest.raises(PermissionDenied):
            receive_guest(review=review, guest=en("A guest"), session=en("Opening"))
    answer = client("alif").post(at("attendance", review.pk), {"level": "experts", "member": "WA", "part": "present"})
    assert answer.status_code == 400
    with acting_as(token("coordinator")), pytest.raises(PermissionDenied):
        register_for(review=review, level="experts", who=None)
    assert "Register us" not in text(client("coordinator").get(at("attendance", review.pk)))


def test_no_registration_once_the_review_closes_or_where_it_has_no_phase(secretariat, review):
    enter(review, "closing")
    for closed in (review, secretariat.first()):
        with acting_as(token("alif")), pytest.raises(ValidationError, match="takes no registrations now"):
            register_for(review=closed, level="experts", who=None)


def test_present_represented_observing_absent_and_guests_are_recorded_by_the_offices(review):
    record(review, "SH", "present", level="ministers")
    record(review, "WA", "present")
    record(review, "WA", "represented", "chair", level="ambassadors", represented_by=en("its ambassador"))
    record(review, "NW", "absent")
    record(review, "NW", "observer")
    with pytest.raises(ValidationError, match="by whom"):
        record(review, "NW", "represented")
    given = {"part": "guest", "guest": "A relief agency", "session": "the second session", "represented_by": ""}
    assert client("chair").post(at("attendance", review.pk), given).status_code == 302
    told = page(review)
    assert (
        "Present Sahlan · level: ministers "
        "Represented by another Wadina · level: ambassadors · represented by its ambassador "
        "Observers Nawras Guests for one session A relief agency · until the end of the second session"
    ) in told.replace("  ", " ")
    with acting_as(token("jim")):
        kinds = Entry.objects.filter(kind__startswith="attendance").values_list("kind", flat=True)
        assert sorted(kinds) == ["attendance.guest_received", *["attendance.recorded"] * 5]


def test_what_is_not_whole_is_told(review):
    wrong = (
        {"part": "present"},
        {"part": "guest", "guest": "Somebody"},
        {"part": "guest", "session": "One"},
        {"part": "represented", "member": "SH"},
        {"part": "present", "member": "XX"},
        {"part": "registered", "member": "SH"},
        {"part": "present", "member": "SH", "level": "kings"},
        {"part": "guest", "guest": "a\u202eb", "session": "One"},
    )
    for one in wrong:
        assert client("officer").post(at("attendance", review.pk), one).status_code == 400, one
    with acting_as(token("officer")):
        assert Participation.objects.exclude(part="invited").count() == 0


def test_most_concerned_is_said_by_the_member_itself_or_by_an_office(secretariat, review):
    line = secretariat.subject("finance", "Cutting off financing")
    other = secretariat.subject("relief", "Relief")
    assert client("alif").post(at("concern", review.pk), {"member": "WA", "line": str(line.pk)}).status_code == 400
    assert client("alif").post(at("concern", review.pk), {"member": "SH", "line": str(line.pk)}).status_code == 302
    assert client("chair").post(at("concern", review.pk), {"member": "WA", "line": str(other.pk)}).status_code == 302
    assert "Most concerned Sahlan · Cutting off financing Wadina · Relief" in page(review)
    with acting_as(token("alif")):
        with pytest.raises(PermissionDenied):
            name_concern(review=review, member=member("NW"), line=Subject.objects.get(code="finance"))
        with pytest.raises(ValidationError, match="stands so already"):
            name_concern(review=review, member=member("SH"), line=Subject.objects.get(code="finance"))


def test_who_attends_a_hidden_review_is_hidden_too(secretariat):
    hidden = opened(secretariat, codes=["SH"], invited_only=True)
    line = secretariat.subject("finance", "Cutting off financing")
    with acting_as(token("alif")):
        register_for(review=hidden, level="experts", who=None)
        name_concern(review=hidden, member=member("SH"), line=Subject.objects.get(pk=line.pk))
    for name in ("attendance", "concern"):
        for method in ("get", "post"):
            given = {"level": "experts", "member": "NW", "line": str(line.pk)}
            answers = [getattr(client("jim"), method)(at(name, key), given) for key in (hidden.pk, ABSENT)]
            assert [answer.status_code for answer in answers] == [404, 404]
    with acting_as(token("jim")):
        assert (Participation.objects.count(), Concern.objects.count()) == (0, 0)


def test_as_many_statements_for_many_facts_as_for_one(secretariat, review):
    counts = []
    for place, code in enumerate(("SH", "WA", "NW")):
        record(review, code, "present")
        with acting_as(token("officer")):
            line = secretariat.subject(f"line{place}", f"Line {place}")
            name_concern(review=review, member=member(code), line=line)
        counts.append([statements(client("officer"), at(name, review.pk)) for name in ("review", "attendance")])
    assert counts == [[10, 8]] * 3
