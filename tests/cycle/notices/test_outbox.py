"""The outbox: a letter to many is put in, looked at, and leaves or not by an act on record; each gets it once."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from tansiq.cycle.notices.models import MassLetter
from tansiq.cycle.notices.outbox import discard_mail, prepare_mail, release_mail
from tansiq.languages.words import Words
from tansiq.record.acts import Stale
from tansiq.record.models import Entry
from tansiq.release.acting import acting_as
from tests.cycle.notices.test_letters import postbox, told, wants, write
from tests.pages import statements, text
from tests.reports.reported import Reported
from tests.secretariat import readers
from tests.visits import at, client
from tests.world import INSTANT, token

pytestmark = pytest.mark.django_db
__all__ = ["postbox"]
SUBJECT = Words.of("ar", ar="يُطلب من الأعضاء تقاريرهم", en="Members are asked")
TEXT = Words.of("ar", ar="أجيبوا هنا:", en="Please answer here:")


@pytest.fixture
def secretariat(db):
    return Reported()


@pytest.fixture
def call(secretariat):
    due = datetime.fromisoformat(INSTANT) + timedelta(days=20)
    return secretariat.call(
        secretariat.trained(), members=("WA", "NW"), due_at=due, readers=readers("WA", "NW", "SH", "secretariat")
    )


def prepared(call, slug="officer"):
    with acting_as(token(slug)):
        return prepare_mail(call=call, subject=SUBJECT, text=TEXT)


def decided(letter, decide=release_mail, slug="officer"):
    with acting_as(token(slug)):
        return decide(letter=MassLetter.objects.get(pk=letter.pk), version=1)


def kinds(slug):
    with acting_as(token(slug)):
        return sorted(Entry.objects.filter(kind__startswith="mail.").values_list("kind", flat=True))


def test_nothing_leaves_before_somebody_lets_it(call, postbox):
    letter = prepared(call)
    assert (write("ba"), kinds("officer"), kinds("ba")) == (False, ["mail.prepared"], [])
    decided(letter)
    assert (kinds("officer"), kinds("ba")) == (["mail.prepared", "mail.released"], ["mail.released"])
    wants("ba")
    assert (write("ba"), write("ba"), told("ba")) == (True, False, ["mass"])
    (mail,) = postbox.to("ba")
    said = mail.get_content().replace("\r\n", "\n")
    assert mail["Subject"] == "Members are asked"
    assert said.startswith(f"Please answer here:\n\nhttp://localhost:8000/en/calls/{call.pk}/answer/\n\n")


def test_those_who_are_not_asked_and_those_who_want_none_get_none(call, postbox):
    decided(prepared(call))
    wants("jim", way="none")
    assert (write("alif"), write("jim"), postbox.letters) == (False, False, [])


def test_what_is_thrown_away_never_leaves(call, postbox):
    letter = prepared(call)
    decided(letter, discard_mail)
    assert (write("ba"), kinds("officer"), kinds("ba")) == (False, ["mail.discarded", "mail.prepared"], [])
    with pytest.raises(Stale):
        decided(letter)


def test_only_an_office_that_calls_writes_to_many(call):
    with pytest.raises(PermissionDenied):
        prepared(call, "ba")
    letter = prepared(call)
    for slug in ("ba", ""):
        for name, args in (("outbox", ()), ("call_letter", (call.pk,)), ("mass_letter", (letter.pk,))):
            assert client(slug).get(at(name, *args)).status_code == 404


def test_it_is_looked_at_with_its_recipients_and_both_languages(call):
    officer = client("officer")
    assert "Reports of May" in text(officer.get(at("outbox")))
    form = officer.get(at("call_letter", call.pk)).context or {}
    assert form is not None
    given = {"subject_ar": "ط", "text_ar": "نص", "subject_en": "Members are asked", "text_en": "Answer."}
    looked = text(officer.post(at("call_letter", call.pk), given, follow=True))
    for words in ("Nawras", "Wadina", "Members are asked Answer.", "نص", "Let it leave", "Throw it away"):
        assert words in looked
    assert "Sahlan" not in looked
    with acting_as(token("officer")):
        (letter,) = MassLetter.objects.all()
    assert "waits to be looked at" in text(officer.get(at("outbox")))
    sent = {"version": 1, "decision": "release"}
    assert "leaves within a minute" in text(officer.post(at("mass_letter", letter.pk), sent, follow=True))
    assert officer.post(at("mass_letter", letter.pk), sent).status_code == 409
    assert "Let out on 8 June 2026." in text(officer.get(at("mass_letter", letter.pk)))


def test_as_many_statements_for_one_as_for_three(secretariat, call):
    counts = []
    for _time in range(3):
        letter = prepared(call)
        counts.append([statements(client("officer"), at(*page)) for page in (("outbox",), ("mass_letter", letter.pk))])
    assert counts == [counts[0]] * 3
