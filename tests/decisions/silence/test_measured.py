"""What the house measures of a run itself: when it was down, and to whom letters have left (R-S6, R-S11)."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from tansiq.cycle.notices.choosing import choose
from tansiq.cycle.notices.jobs import write_to
from tansiq.cycle.notices.models import Told
from tansiq.decisions.silence import commands
from tansiq.decisions.silence.models import SilenceAct
from tansiq.decisions.silence.queries import letters_on, not_reached, runs
from tansiq.decisions.silence.queries import standing as standing_of
from tansiq.record.acts import Stale
from tansiq.record.models import EntryGroup
from tansiq.release.acting import acting, acting_as
from tansiq.release.models import Member
from tests.decisions.running import END, HOUR, NOW, at, begun, broken, led, moved, said, standing, state
from tests.decisions.tabled import both
from tests.pages import text
from tests.visits import at as address
from tests.visits import client
from tests.world import token

MINUTE = timedelta(minutes=1)
LATER = END + 2 * HOUR


@pytest.fixture
def pulse(cluster, silent):
    """Puts in when the house answered, as its worker would have noted it."""

    def put(*stretches):
        with cluster.admin(silent) as admin:
            for since, until in stretches:
                admin.execute("INSERT INTO tansiq_uptime VALUES (%s, %s)", [since, until])

    yield put
    with cluster.admin(silent) as admin:
        admin.execute("DELETE FROM tansiq_uptime")


def lettered(question, *slugs, when=NOW + HOUR, end=END):
    """Letters on a run that tell an end have left to these."""
    for slug in slugs:
        with at(when, slug):
            who = acting()
            owner = Member.objects.get(pk=who.member)
            Told.objects.create(
                owner=owner, account=who.account, need=question.pk, step=f"silent.new.{int(end.timestamp())}", at=when
            )


def see(question, when, slug="chair", language="en", name="silence_lead"):
    with moved(when):
        return client(slug).get(address(name, question.pk, language=language))


def lead(question, when, **given):
    return text(see(question, when, **given))


def missing(question, when=END - HOUR):
    with at(when, "chair"):
        return sorted(one.member.code for one in not_reached(standing_of(runs().get(pk=question.pk))))


@pytest.mark.parametrize(
    ("since", "until", "becomes"),
    [
        (END - 5 * HOUR, END - 4 * HOUR, "due"),  # Over before the last hours.
        (END - 5 * HOUR, END - 4 * HOUR + MINUTE, "barred"),
        (END - HOUR, END - HOUR + 2 * MINUTE, "due"),  # A restart.
        (END - HOUR, END - HOUR + 3 * MINUTE, "barred"),
        (END - MINUTE, END + HOUR, "barred"),
        (END, END + HOUR, "due"),
    ],
)
def test_R_S6_the_house_that_was_down_in_the_last_hours_bars_the_notice(outcomes, pulse, since, until, becomes):
    question = begun()
    pulse((NOW - HOUR, since), (until, LATER))
    assert state(question, LATER) == becomes
    if becomes == "barred":
        with pytest.raises(Stale):
            led(commands.give_notice, question, LATER, attested=True)
        page = lead(question, LATER)
        assert "in the last hours before the end: no notice may follow this end" in page
        assert "كانت المنظومة متوقفة" in lead(question, LATER, language="ar")


def test_R_S6_where_all_are_asked_again_an_outage_of_before_bars_no_more(outcomes, pulse):
    question = begun()
    pulse((NOW - HOUR, END - HOUR), (END, LATER + 200 * HOUR))
    led(
        commands.prolong,
        question,
        LATER,
        until=LATER + 72 * HOUR,
        words=both("Asked again.", "سئل الجميع."),
        again=False,
    )
    assert state(question, LATER + 71 * HOUR) == "under_silence"
    assert state(question, LATER + 73 * HOUR) == "due"


def test_R_S6_an_outage_that_is_not_over_is_one_and_before_the_first_beat_nothing_is_claimed(outcomes, pulse):
    question = begun()
    pulse((END - 2 * HOUR, END - HOUR))
    assert state(question, END) == "barred"
    other = begun()
    assert standing(other, when=END).measured is False
    pulse((END - 9 * HOUR, END - 8 * HOUR))
    assert standing(other, when=END).measured is True


def test_R_S6_what_was_not_known_when_the_notice_was_given_takes_it_not_back(outcomes, pulse):
    question = begun()
    pulse((NOW - HOUR, END - MINUTE))
    led(commands.give_notice, question, END + MINUTE, attested=True)  # The last beat is two minutes old.
    assert state(question, END + HOUR) == "adopted"


def test_R_S11_what_was_measured_is_not_attested(outcomes, pulse):
    question = begun()
    pulse((NOW - HOUR, LATER))
    lettered(question, "alif", "ba")
    said(question, "acknowledged", "jim")
    assert missing(question) == []
    page = see(question, LATER)
    assert "The house answered throughout the last hours before the end ( 4 )." in text(page)
    assert 'name="reached"' not in page.content.decode()
    led(commands.give_notice, question, LATER, attested=False)
    page = text(see(question, LATER, "alif", name="silence"))
    assert "The house measured that it answered throughout the last hours" in page
    with at(LATER, "chair"):
        notice = SilenceAct.objects.get(question=question, kind="notice")
        told = [one.body.get("attested") for one in EntryGroup.objects.filter(entry__item=notice.pk)]
    assert False in told
    assert True not in told


def test_R_S11_whom_no_letter_reached_the_chair_sees_before_the_end_and_attests_or_extends(outcomes, pulse):
    question = begun()
    pulse((NOW - HOUR, LATER))
    lettered(question, "alif")
    lettered(question, "ba", when=END)  # At the end it is too late.
    assert missing(question) == ["NW", "WA"]
    page = lead(question, END - HOUR)
    assert "Letters about this run have left to 1 of 3 members entitled" in page
    assert "Not reached by a letter:" in page
    assert all(f"{one} " in f"{page} " for one in ("Wadina", "Nawras"))
    with pytest.raises(ValidationError):
        led(commands.give_notice, question, LATER, attested=False)
    assert "reached those named above in another way" in lead(question, LATER)
    led(commands.give_notice, question, LATER, attested=True)
    page = text(see(question, LATER, "alif", name="silence"))
    assert "The chair attested with the notice what the house had not measured itself" in page


def test_R_S11_to_whom_letters_left_is_told_to_the_two_offices_alone(outcomes):
    question = begun()
    lettered(question, "alif", "ba")
    for slug, count in (("chair", 2), ("officer", 2), ("alif", 0), ("jim", 0), ("coordinator", 0), ("admin.sh", 0)):
        with acting_as(token(slug)):
            assert len(letters_on(question.pk, END)) == count, slug
    for slug in ("alif", "jim"):
        assert see(question, END - HOUR, slug).status_code == 404


def write(slug, when):
    """Write to somebody at an instant; whether a letter left."""
    with at(when, slug):
        who = acting()
    with moved(when):
        return write_to(who.account, who.accreditation, f"{slug}@exercise.example")


def test_R_S11_letters_on_silence_wait_for_no_letter_of_the_day_and_are_written_once(outcomes, settings):
    settings.EMAIL_HOST = ""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    night = NOW.replace(hour=2) + timedelta(days=1)
    question = begun()
    with at(night, "ba"):
        choose(way="digest", language="en")
    assert write("ba", night)
    assert not write("ba", night + MINUTE)
    assert "See a text under silence" in mail.outbox[-1].body
    assert "dam" not in mail.outbox[-1].body  # A link, and no title.
    with at(night, "chair"):
        assert len(letters_on(question.pk, END)) == 1
    broken(question, "alif", when=night + HOUR)
    assert write("ba", night + HOUR + MINUTE)
    assert not write("ba", night + HOUR + 2 * MINUTE)
    assert "See what became of a text under silence" in mail.outbox[-1].body


def test_R_S7_whoever_was_told_of_one_end_is_told_of_another_and_not_reached_until_then(outcomes, settings):
    settings.EMAIL_HOST = ""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    question = begun()
    assert write("ba", NOW + MINUTE)
    assert missing(question) == ["NW", "SH"]
    later, words = END + 24 * HOUR, both("More time.", "مهلة أخرى.")
    led(commands.prolong, question, END - HOUR, until=later, words=words, again=False)
    assert missing(question, END) == ["NW", "SH", "WA"]
    assert write("ba", END)
    assert missing(question, END) == ["NW", "SH"]
    led(commands.suspend, question, END + HOUR)
    assert write("ba", END + HOUR)  # The clock was stopped: that is told, too.
    assert not write("ba", END + 2 * HOUR)
    led(commands.resume, question, END + 3 * HOUR)
    assert missing(question, END + 3 * HOUR) == ["NW", "SH", "WA"]
    assert write("ba", END + 3 * HOUR)
    assert missing(question, END + 4 * HOUR) == ["NW", "SH"]
