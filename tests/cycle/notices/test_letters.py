"""Letters about what needs somebody: as they choose, in their words, each thing once, whatever the mail server does."""

import re
from datetime import datetime, timedelta
from unittest.mock import patch

import pytest
from django.test import Client

from tansiq.cycle.notices.choosing import choose, own_choice, stop_link
from tansiq.cycle.notices.jobs import recipients, write_one, write_to
from tansiq.cycle.notices.models import NoticeChoice, Told
from tansiq.cycle.notices.posting import post
from tansiq.release.acting import acting, acting_as
from tansiq.reports.commands.asking import ask_about
from tests.cycle.notices.postbox import FAILS, HANGS_UP, SAYS_NOTHING, Postbox
from tests.pages import text
from tests.reports.reported import Reported, figure
from tests.secretariat import en
from tests.visits import at, client
from tests.world import INSTANT, token

pytestmark = pytest.mark.django_db
NOW = datetime.fromisoformat(INSTANT)


@pytest.fixture
def secretariat(db):
    return Reported()


@pytest.fixture
def trained(secretariat):
    return secretariat.trained()


@pytest.fixture
def postbox(settings):
    with Postbox() as box:
        settings.EMAIL_HOST, settings.EMAIL_PORT = box.server_address
        settings.EMAIL_USE_TLS, settings.EMAIL_TIMEOUT = False, 1
        yield box


def write(slug):
    """Write to somebody; whether a letter left."""
    who = identity(slug)
    return write_to(*who, f"{slug}@exercise.example")


def identity(slug):
    with acting_as(token(slug)):
        return acting().account, acting().accreditation


def told(slug):
    with acting_as(token(slug)):
        return sorted(Told.objects.values_list("step", flat=True))


def wants(slug, **given):
    with acting_as(token(slug)):
        choose(**{"way": "at_once", "language": "en", **given})


def at_time(moment):
    return patch("tansiq.clock.now", return_value=moment)


def test_where_nothing_needs_anybody_no_letter_leaves(postbox):
    assert (write("ba"), postbox.letters, told("ba")) == (False, [], [])


def test_a_letter_holds_links_and_counts_and_no_title(secretariat, trained, postbox):
    call = secretariat.call(trained, title=en("A restricted title"), due_at=NOW + timedelta(days=6))
    wants("ba")
    assert write("ba")
    (letter,) = postbox.to("ba")
    assert letter["Subject"] == "Tansiq: 1 new thing needs you"
    body = letter.get_content().replace("\r\n", "\n")
    assert (
        f"Answer for 1 measure (Sunday 14 June 2026, 10:00 (UTC), in 6 days)\n\nhttp://localhost:8000/en/calls/{call.pk}/answer/"
        in body
    )
    assert "restricted" not in letter.as_string()
    assert letter.get_content_type() == "text/plain"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize("language", ["ar", "en", "both"])
def test_it_speaks_the_language_of_its_reader(secretariat, trained, postbox, language):
    secretariat.call(trained, due_at=NOW + timedelta(days=6))
    wants("ba", language=language)
    write("ba")
    (letter,) = postbox.letters
    said = letter.get_content()
    assert ("All that needs you" in said) == (language != "ar")
    assert ("/ar/my/needs/" in said) == (language != "en")


def test_each_step_is_told_once(secretariat, trained, postbox):
    due = NOW + timedelta(days=20)
    secretariat.call(trained, due_at=due)
    wants("ba"), wants("alif2"), wants("alif")
    for before in (timedelta(days=8), timedelta(days=7), timedelta(days=3), timedelta(days=1), timedelta()):
        with at_time(due - before):
            write("ba"), write("ba")
    with at_time(due + timedelta(days=2)):
        write("alif2"), write("alif"), write("alif")
    assert told("ba") == ["called.day", "called.due", "called.week"]
    assert len(postbox.to("ba")) == 3
    assert (len(postbox.to("alif2")), len(postbox.to("alif"))) == (0, 1)


def test_the_letter_of_the_day_leaves_once_a_day_and_takes_all_that_is_new(secretariat, trained, postbox):
    secretariat.call(trained, due_at=NOW + timedelta(days=6))
    with at_time(NOW.replace(hour=4)):
        assert not write("ba")
    assert write("ba")
    report = secretariat.report(secretariat.call(trained), trained, "WA", figure(), "secretariat", "SH")
    with acting_as(token("alif")):
        ask_about(report=report, text=en("How counted?"))
    assert not write("ba")
    with at_time(NOW + timedelta(days=1)):
        assert write("ba")
    assert "Reply to a question" in postbox.letters[-1].get_content()


def test_who_wants_none_gets_none(secretariat, trained, postbox):
    secretariat.call(trained, due_at=NOW + timedelta(days=6))
    wants("ba", way="none")
    assert (write("ba"), postbox.letters) == (False, [])


@pytest.mark.parametrize("mood", [FAILS, HANGS_UP])
def test_a_server_that_fails_loses_nothing(secretariat, trained, postbox, mood):
    secretariat.call(trained, due_at=NOW + timedelta(days=6))
    wants("ba")
    postbox.mood = mood
    with pytest.raises(Exception, match=r"not now|closed"):
        write("ba")
    assert (told("ba"), postbox.letters) == ([], [])
    postbox.mood = ""
    assert (write("ba"), write("ba"), len(postbox.letters)) == (True, False, 1)


def test_a_server_that_falls_silent_after_the_letter_doubles_nothing(secretariat, trained, postbox):
    secretariat.call(trained, due_at=NOW + timedelta(days=6))
    wants("ba")
    postbox.mood = SAYS_NOTHING
    assert write("ba")
    postbox.mood = ""
    assert (write("ba"), len(postbox.letters), told("ba")) == (False, 1, ["called.week"])


def test_a_refused_recipient_keeps_nobody_else_waiting(secretariat, trained, postbox):
    secretariat.call(trained, due_at=NOW + timedelta(days=6))
    wants("ba"), wants("jim")
    postbox.refused.add("ba@")
    with pytest.raises(Exception, match="nobody of that name"):
        write("ba")
    assert (write("jim"), len(postbox.letters), told("ba")) == (True, 1, [])


def test_a_letter_that_were_sent_again_has_the_same_name(secretariat, trained, postbox):
    secretariat.call(trained, due_at=NOW + timedelta(days=6))
    wants("ba")
    for _time in range(2):
        with pytest.raises(ZeroDivisionError), patch("tansiq.cycle.notices.jobs.post", after_sending):
            write("ba")
    assert len({letter["Message-ID"] for letter in postbox.letters}) == 1


def after_sending(letter):
    """The program dies after the server has taken the letter."""
    post(letter)
    raise ZeroDivisionError


def test_b_is_written_the_same_whatever_is_hidden_from_it(secretariat, trained, postbox):
    call = secretariat.call(trained, due_at=NOW + timedelta(days=6))
    wants("ba")
    write("ba")
    first = postbox.letters[-1]
    report = secretariat.report(call, trained, "NW", figure("99"), "secretariat")
    with acting_as(token("officer")):
        ask_about(report=report, text=en("Hidden."))
    with (
        patch("tansiq.cycle.notices.telling.Told.objects.filter", return_value=Told.objects.none()),
        patch("tansiq.cycle.notices.telling.Told.objects.bulk_create"),
    ):  # As if nothing had been told.
        write_one(*identity("ba"), "ba@exercise.example", leaves=True)
    second = postbox.letters[-1]
    del first["Date"], second["Date"]
    assert first is not second
    assert first.as_bytes() == second.as_bytes()


def test_the_link_in_a_letter_ends_them_without_signing_in_and_once_chosen_anew_holds_no_longer(
    secretariat, trained, postbox
):
    secretariat.call(trained, due_at=NOW + timedelta(days=6))
    wants("ba")
    write("ba")
    link = re.search(r"<http://localhost:8000(.+)>", postbox.letters[0]["List-Unsubscribe"].replace("\n ", ""))[1]
    assert "Send me no more letters" in text(Client().get(link))
    with acting_as(token("ba")):
        assert own_choice().way == NoticeChoice.Way.AT_ONCE  # Looking changes nothing.
    assert "No more letters come" in text(Client(enforce_csrf_checks=True).post(link))
    with acting_as(token("ba")):
        assert own_choice().way == NoticeChoice.Way.NONE
    wants("ba")
    assert [Client().get(link).status_code, Client().post(link).status_code] == [404, 404]


def test_a_forged_link_and_one_that_is_over_are_answered_alike():
    with acting_as(token("ba")):
        link = stop_link(own_choice())
        choose(way="digest", language="en")
    pages = [Client().get(one) for one in (link, link[:-3] + "xx/", "/en/notices/stop/x/")]
    assert [one.status_code for one in pages] == [404] * 3


def test_the_page_keeps_a_choice():
    ba = client("ba")
    assert "once a day" in text(ba.get(at("my_notices")))
    answer = ba.post(at("my_notices"), {"way": "none", "language": "en"}, follow=True)
    assert "Kept. Links in older letters hold no longer." in text(answer)
    assert ba.post(at("my_notices"), {"way": "x", "language": "en"}).status_code == 400
    assert ba.post(at("my_notices"), {"way": "none", "language": "en", "account": "x"}).status_code == 400
    with acting_as(token("jim")):
        assert own_choice().way == NoticeChoice.Way.DIGEST


def test_the_program_asks_nobody_s_address(db):
    with pytest.raises(Exception, match="permission denied for function recipients"):
        recipients()
