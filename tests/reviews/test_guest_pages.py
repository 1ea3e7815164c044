"""The pages of guests: inviting and ending by hand, and a house of which a guest sees one page."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from tansiq.members.models import Account, Session
from tansiq.release.acting import acting_as
from tansiq.release.models import Guest
from tansiq.reviews.commands import make_remark
from tansiq.reviews.guests.forms import end_of
from tests.pages import ABSENT, statements, text
from tests.reviews.hosting import NOW, SOON, came, end, invited, show
from tests.reviews.setting import put
from tests.reviews.test_documents import sent
from tests.reviews.test_phases import opened
from tests.secretariat import en
from tests.visits import at, bare, client
from tests.world import token

pytestmark = pytest.mark.django_db
FORM = {
    "name_ar": "نورة صالح",
    "name_en": "Noura Saleh",
    "speaks_for_ar": "وكالة",
    "speaks_for_en": "An agency",
    "session_ar": "الثانية",
    "session_en": "The second",
    "email": "n@agency.example",
    "until_on": "2026-06-08",
    "until_time": "14:30",
}


@pytest.fixture(autouse=True)
def english(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with translation.override("en"):
        yield


@pytest.fixture
def review(secretariat):
    start = datetime(2026, 6, 8, 11, tzinfo=UTC)
    return opened(secretariat, codes=["SH", "WA"], invited_only=True, starts_at=start, zone="Africa/Cairo", minutes=90)


def remark(review, words="The crossing is closed.", slug="alif"):
    with acting_as(token(slug)):
        return make_remark(review=review, text=en(words), readers=[])


def test_from_the_invitation_to_the_end_of_the_visit(review):
    office = client("officer")
    form = office.get(at("guest_invite", review.pk)).content.decode()
    assert 'value="2026-06-08"' in form  # The end of the session by its plan, as the clock there shows it.
    assert 'value="15:30"' in form
    told = office.post(at("guest_invite", review.pk), FORM)
    assert told.status_code == 200, text(told)
    link = re.search(r'value="http://testserver(/\S+/invitation/\S+)"', told.content.decode()).group(1)
    here = client()
    opens = text(here.get(link))
    assert "guest for one session" in opens
    assert [word in opens for word in ("Noura", "The second", "June review", "Secretariat")] == [False] * 4
    assert here.post(link, {"password": "seven herons over the marsh"})["Location"] == at("home")
    assert here.post(link, {"password": "seven herons over the marsh"}).status_code == 302  # Sent twice.
    assert here.get(at("home"))["Location"] == at("visit")
    page = text(here.get(at("visit")))
    assert "The second Noura Saleh · An agency" in page
    assert "Nothing is shown to you yet" in page
    with acting_as(token("officer")):
        found = Guest.objects.get()
    assert found.until_at == datetime(2026, 6, 8, 11, 30, tzinfo=UTC)
    assert office.post(at("guest_end", found.pk), {"when": "now", "version": "1"}).status_code == 302
    gone = here.get(at("visit"))
    assert gone.status_code == 404
    assert not Session.objects.filter(account=Account.objects.get(email="n@agency.example")).exists()
    assert "the visit is over" in text(office.get(at("guest", found.pk)))
    assert office.get(at("guest_end", found.pk)).status_code == 403


def test_a_browser_that_is_open_when_the_visit_ends_is_signed_out(review):
    visitor = came(review)
    here = visitor.browser()
    assert here.get(at("visit")).status_code == 200
    end_by_the_clock(visitor)
    assert here.get(at("visit")).status_code == 404
    assert "_auth_user_id" not in here.session


def end_by_the_clock(visitor):
    """Its time is over, and nobody has closed its sign-ins."""
    with acting_as(token("officer")):
        Guest.objects.filter(pk=visitor.guest.pk).update(until_at=NOW)


def test_a_member_shows_the_guest_something_and_the_guest_reads_it(review):
    visitor, item = came(review), put(review, "Relief", minutes=20)
    document = sent(review, slug="alif", release="mine")
    remark(review)
    kept = remark(review, "For us alone.")
    for slug, key in (("officer", f"item-{item.pk}"), ("alif", f"document-{document.pk}")):
        assert client(slug).post(at("guest", visitor.guest.pk), {"chosen": [key]}).status_code == 302
    here = visitor.browser()
    page = text(here.get(at("visit")))
    for words in ("Agenda item · Secretariat", "Relief", "20 minutes", "Document · Sahlan", "The plan"):
        assert words in page
    assert "For us alone." not in page
    assert here.get(at("document_content", document.pk)).content == bytes(document.content)
    told = text(client("alif").get(at("guest", visitor.guest.pk)))
    assert "Noura Saleh (guest)" in told
    assert str(kept.text.plain()) in told  # What it may still show.
    assert f"remark-{kept.pk}" not in client("ba").get(at("guest", visitor.guest.pk)).content.decode()
    assert "(guest)" in text(client("alif").get(at("document", document.pk)))


@pytest.mark.parametrize(("language", "words"), [("en", "You are here as a guest"), ("ar", "أنتم هنا بصفة ضيف")])
def test_every_other_page_and_every_act_turns_a_guest_away_alike(review, language, words):
    visitor = came(review)
    here = visitor.browser()
    hidden = remark(review)
    names = ("reviews", "members", "record", "my_needs", "my_calendar", "search", "my_member")
    pages = [at(name, language=language) for name in names]
    pages += [at("review", key, language=language) for key in (review.pk, ABSENT)]
    pages += [at("remark", key, language=language) for key in (hidden.pk, ABSENT)]
    pages += [f"/{language}/no/such/page/", at("guest", visitor.guest.pk, language=language)]
    answers = [here.get(page) for page in pages]
    answers += [here.post(at("remark_make", review.pk, language=language), {"text": "Mine."})]
    assert {answer.status_code for answer in answers} == {403}
    assert all(words in text(answer) for answer in answers)
    assert len({re.sub(r'href="/(ar|en)/[^"]*" hreflang', "", bare(answer.content)) for answer in answers}) == 1


def test_a_guest_sees_to_its_own_sign_in(review):
    here = came(review).browser()
    assert "guest for one session" in text(here.get(at("hat")))
    assert "Your own sign-ins" in text(here.get(at("my_sessions")))
    assert here.post(at("session_close"), {"session": "others"})["Location"] == at("my_sessions")
    assert here.post(at("account_logout")).status_code == 302


def test_whoever_does_not_read_the_review_sees_no_guest(review):
    guest, _secret = invited(review)
    for slug in ("jim", "coordinator"):
        for name in ("guest", "guest_invite", "guest_end"):
            answers = [client(slug).get(at(name, key)) for key in (guest.pk, ABSENT)]
            assert [answer.status_code for answer in answers] == [404, 404]
            assert bare(answers[0].content).replace(str(guest.pk), ABSENT) == bare(answers[1].content)
    assert "Noura Saleh" in text(client("alif").get(at("attendance", review.pk)))
    assert "Noura Saleh" in text(client("alif").get(at("review", review.pk)))
    assert client("alif").get(at("guest_invite", review.pk)).status_code == 404
    assert client("alif").get(at("visit")).status_code == 404
    assert client().get(at("visit")).status_code == 404


def test_what_is_wrong_in_a_form_is_told(review):
    office = client("officer")
    for wrong in ({"until_time": "9:59"}, {"until_on": "yesterday"}, {"name_ar": ""}, {"email": "nobody"}, {"x": "y"}):
        answer = office.post(at("guest_invite", review.pk), {**FORM, **wrong})
        assert answer.status_code == 400, wrong
    guest, _secret = invited(review)
    for wrong in ({"when": "later"}, {"when": "later", "until_on": "2026-06-08", "until_time": "9:00"}, {"when": "x"}):
        assert office.post(at("guest_end", guest.pk), {"version": "1", **wrong}).status_code == 400, wrong
    later = {"when": "later", "until_on": "2026-06-08", "until_time": "20:00", "version": "1"}
    assert office.post(at("guest_end", guest.pk), later).status_code == 302
    assert office.post(at("guest_end", guest.pk), later).status_code == 409
    assert client("alif").post(at("guest", guest.pk), {"chosen": ["remark-x"]}).status_code == 400
    assert client("alif").post(at("guest", guest.pk), {}).status_code == 400


def test_the_end_of_a_session_is_the_one_that_was_planned(secretariat, review):
    assert end_of(review) == datetime(2026, 6, 8, 12, 30, tzinfo=UTC)
    assert end_of(opened(secretariat)).hour == 23
    assert end_of(secretariat.review("Undated", None)) is None


def test_as_many_statements_for_many_things_as_for_one(review):
    visitor, counts = came(review), []
    for place in range(3):
        show(visitor.guest, "officer", put(review, f"Item {place}").pk)
        show(visitor.guest, "alif", remark(review, f"Remark {place}").pk)
        counts.append(
            [
                statements(visitor.browser(), at("visit")),
                statements(client("alif"), at("guest", visitor.guest.pk)),
                statements(client("officer"), at("guest_invite", review.pk)),
                statements(client("officer"), at("guest_end", visitor.guest.pk)),
            ]
        )
    assert counts == [[10, 14, 6, 7]] * 3


def test_an_end_far_ahead_is_kept_as_it_was_said(review):
    visitor = came(review, until_at=SOON + timedelta(days=2))
    assert end(visitor.guest, SOON).until_at == SOON


def test_of_a_review_that_is_over_the_form_opens_on_a_time_to_come(secretariat, review):
    over = secretariat.review("Over", NOW.date() - timedelta(days=30))
    told = client("officer").get(at("guest_invite", over.pk)).content.decode()
    soon = (NOW + timedelta(hours=2)).astimezone(UTC)
    assert ("By its plan this review is over." in told, f'value="{soon:%Y-%m-%d}"' in told) == (True, True)
    assert "is over" not in client("officer").get(at("guest_invite", review.pk)).content.decode()
