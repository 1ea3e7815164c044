"""The silence procedure, rule by rule and instant by instant."""

import doctest
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tansiq.engines import silence
from tansiq.engines.silence import Event, Kind, Refused, State, Terms, Why, after, fold, rest, run, steps, telling

HOUR, TICK = timedelta(hours=1), timedelta(microseconds=1)
NOON = datetime(2026, 6, 5, 17, tzinfo=UTC)
END = NOON + 72 * HOUR
US = frozenset({"jordan", "oman", "norway"})
BEGUN = (Event(Kind.PROPOSED, NOON, "chair", until=END, plain=True), Event(Kind.STARTED, NOON, "chair", until=END))


def begun(*more, **terms):
    return fold(Terms(US, **terms), (*BEGUN, *more))


def objection(at, by="jordan", words="Not so."):
    return Event(Kind.OBJECTED, at, by, words=words)


def paper(received, entered, by="oman"):
    return Event(Kind.PAPER, entered, by, since=received, words="A note.")


def refused(standing, event):
    with pytest.raises(Refused) as refusal:
        after(standing, event)
    return refusal.value.why


def test_the_examples_hold():
    assert all(doctest.testmod(module).failed == 0 for module in (steps, telling, rest, run))


def test_R_S1_who_is_entitled_stands_with_the_run():
    assert refused(begun(), objection(NOON + HOUR, "kenya")) == Why.NOT_ENTITLED
    assert refused(begun(), Event(Kind.ACKNOWLEDGED, NOON + HOUR, "kenya")) == Why.NOT_ENTITLED


def test_R_S2_one_objection_to_using_silence_sends_the_text_back_to_a_meeting():
    sent_back = fold(Terms(US), [BEGUN[0], Event(Kind.USE_OBJECTED, NOON, "oman")])
    assert sent_back.state(NOON) == State.LAPSED
    assert refused(sent_back, BEGUN[1]) == Why.OUT_OF_ORDER
    assert refused(begun(), Event(Kind.USE_OBJECTED, NOON + HOUR, "oman")) == Why.OUT_OF_ORDER


def test_R_S2_a_body_may_let_silence_start_without_a_meeting():
    written = Event(Kind.PROPOSED, NOON, "chair", until=END)
    assert refused(fold(Terms(US), [written]), BEGUN[1]) == Why.MEETING_FIRST
    assert fold(Terms(US, without_meeting=True), [written, BEGUN[1]]).state(NOON) == State.UNDER_SILENCE


def test_R_S3_no_run_is_shorter_than_the_body_allows_and_what_is_never_started_lapses():
    short = Event(Kind.PROPOSED, NOON, "chair", until=END - TICK, plain=True)
    assert refused(fold(Terms(US), []), short) == Why.TOO_SHORT
    proposed = fold(Terms(US), [BEGUN[0]])
    assert refused(proposed, Event(Kind.STARTED, NOON + TICK, until=END)) == Why.TOO_SHORT
    assert refused(proposed, Event(Kind.STARTED, NOON - HOUR, until=END - TICK)) == Why.NOT_LATER
    assert (proposed.state(END - TICK), proposed.state(END)) == (State.PROPOSED, State.LAPSED)


@pytest.mark.parametrize("kind", sorted(silence.OF_MEMBERS))
def test_R_S4_what_is_said_during_a_run_ends_nothing(kind):
    said = begun(Event(kind, NOON + HOUR, "oman", words="Words."))
    assert said.state(NOON + HOUR) == State.UNDER_SILENCE
    assert ("oman" in said.silent) == (kind not in (Kind.ACKNOWLEDGED, Kind.ASSOCIATED))
    after_end = Event(kind, END, "oman", words="Words.")
    if kind == Kind.STATED:
        assert after(begun(), after_end).state(END) == State.DUE
    else:
        assert refused(begun(), after_end) == Why.OUT_OF_ORDER


@pytest.mark.parametrize("kind", [Kind.OBJECTED, Kind.AMENDED])
def test_R_S5_a_break_ends_the_run_at_once_and_for_good(kind):
    broken = begun(Event(kind, NOON + HOUR, "oman", words="Not so."))
    assert broken.state(NOON + HOUR) == State.BROKEN
    assert broken.broken_at == NOON + HOUR
    for later in (Kind.WITHDRAWN, Kind.NOTICE, Kind.EXTENDED, Kind.ACKNOWLEDGED):
        assert refused(broken, Event(later, NOON + 2 * HOUR, "oman", until=END + HOUR)) == Why.OUT_OF_ORDER
    assert refused(begun(), Event(kind, NOON + HOUR, "oman", words=" ")) == Why.NO_WORDS
    assert begun(Event(kind, NOON + HOUR, "oman"), wants_words=False).state(NOON + HOUR) == State.BROKEN


def test_R_S5_every_break_stays_on_record_beside_the_first():
    broken = begun(objection(NOON + HOUR), objection(NOON + HOUR, "oman"), paper(NOON, NOON + 2 * HOUR, "norway"))
    assert [one.by for one in broken.breaks] == ["jordan", "oman", "norway"]


def test_R_S6_the_state_after_the_end_is_computed_and_the_end_itself_is_late():
    assert (begun().state(END - TICK), begun().state(END)) == (State.UNDER_SILENCE, State.DUE)
    assert begun(objection(END - TICK)).state(END) == State.BROKEN
    late = begun(objection(END))
    assert (late.state(END), [one.by for one in late.late]) == (State.DUE, ["jordan"])


def test_R_S6_a_paper_objection_counts_from_when_it_reached_the_chair():
    in_time = begun(paper(NOON + HOUR, NOON + 2 * HOUR))
    assert (in_time.state(NOON + 2 * HOUR), in_time.broken_at) == (State.BROKEN, NOON + HOUR)
    assert begun(paper(END - TICK, END)).state(END) == State.CONTESTED
    assert begun(paper(END, END + HOUR)).state(END + HOUR) == State.DUE
    assert refused(begun(), paper(NOON + 2 * HOUR, NOON + HOUR)) == Why.NOT_YET


def test_R_S6_a_contested_run_is_never_adopted_by_a_notice():
    noted = begun(Event(Kind.NOTICE, END, "chair"), paper(END - HOUR, END + HOUR))
    assert noted.state(END + HOUR) == State.CONTESTED
    contested = begun(paper(END - HOUR, END + HOUR))
    assert refused(contested, Event(Kind.NOTICE, END + HOUR)) == Why.IS_CONTESTED
    for holds, state in ((True, State.BROKEN), (False, State.LAPSED)):
        assert after(contested, Event(Kind.SETTLED, END + HOUR, plain=holds)).state(END + HOUR) == state


@pytest.mark.parametrize(
    ("since", "until", "state"),
    [
        (END - 5 * HOUR, END - 4 * HOUR, State.DUE),
        (END - 5 * HOUR, END - 4 * HOUR + TICK, State.BARRED),
        (END - TICK, END + HOUR, State.BARRED),
        (END, END + HOUR, State.DUE),
        (NOON, END + HOUR, State.BARRED),
    ],
)
def test_R_S6_downtime_in_the_last_hours_is_never_consent(since, until, state):
    down = begun(Event(Kind.OUTAGE, until, since=since))
    assert down.state(END) == state
    if state == State.BARRED:
        assert refused(down, Event(Kind.NOTICE, END)) == Why.NOTICE_BARRED


def test_R_S6_only_an_extension_or_asking_all_again_lifts_the_bar():
    barred = begun(Event(Kind.UNDELIVERED, NOON + HOUR, "norway"))
    assert barred.state(END) == State.BARRED
    extended = after(barred, Event(Kind.EXTENDED, END + HOUR, until=END + 9 * HOUR))
    assert (extended.state(END + HOUR), extended.state(END + 9 * HOUR)) == (State.UNDER_SILENCE, State.DUE)
    assert refused(barred, Event(Kind.ASKED_AGAIN, END, until=END + HOUR)) == Why.TOO_SHORT
    asked = after(barred, Event(Kind.ASKED_AGAIN, END, until=END + 72 * HOUR))
    assert asked.state(END + 72 * HOUR) == State.DUE
    assert refused(begun(), Event(Kind.ASKED_AGAIN, NOON + HOUR, until=END + HOUR)) == Why.OUT_OF_ORDER


def test_R_S6_what_was_late_stays_late_when_the_run_is_extended():
    barred = begun(Event(Kind.UNDELIVERED, NOON, "norway"), objection(END + HOUR))
    extended = after(barred, Event(Kind.EXTENDED, END + 2 * HOUR, until=END + 9 * HOUR))
    assert [one.by for one in extended.late] == ["jordan"]
    between = after(extended, paper(END + HOUR, END + 3 * HOUR))
    assert len(between.late) == 2
    assert after(extended, objection(END + 3 * HOUR)).state(END + 3 * HOUR) == State.BROKEN


def test_R_S7_an_extension_is_before_the_end_later_and_counted():
    more = Event(Kind.EXTENDED, NOON + HOUR, "chair", until=END + HOUR)
    assert begun(more).end == END + HOUR
    assert refused(begun(more), Event(Kind.EXTENDED, NOON + HOUR, until=END + 2 * HOUR)) == Why.NO_MORE
    assert refused(begun(), Event(Kind.EXTENDED, NOON + HOUR, until=END)) == Why.NOT_LATER
    assert refused(begun(), Event(Kind.EXTENDED, END, until=END + HOUR)) == Why.OUT_OF_ORDER
    acknowledged = begun(Event(Kind.ACKNOWLEDGED, NOON, "oman"), more)
    assert acknowledged.acknowledged == {"oman"}


def test_R_S8_the_clock_stands_still_and_keeps_what_remains():
    stopped = begun(Event(Kind.SUSPENDED, NOON + HOUR, "chair"))
    assert stopped.state(END + HOUR) == State.SUSPENDED
    assert stopped.remaining(END + HOUR) == 71 * HOUR
    resumed = after(stopped, Event(Kind.RESUMED, END, "chair"))
    assert resumed.end == END + 71 * HOUR
    assert after(stopped, objection(END + HOUR)).state(END + HOUR) == State.BROKEN


def test_R_S9_the_notice_alone_adopts_and_only_once():
    assert refused(begun(), Event(Kind.NOTICE, END - TICK)) == Why.NOT_ENDED
    adopted = begun(Event(Kind.NOTICE, END, "chair"))
    assert adopted.state(END) == State.ADOPTED
    assert adopted.state(NOON) == State.ADOPTED  # A clock that is set back takes nothing back.
    assert refused(adopted, Event(Kind.NOTICE, END + HOUR)) == Why.OUT_OF_ORDER


def test_R_S11_who_was_not_reached_is_known_and_what_arrives_in_time_has_arrived():
    missing = begun(Event(Kind.UNDELIVERED, NOON, "norway"))
    assert missing.unreached == {"norway"}
    assert after(missing, Event(Kind.DELIVERED, END - TICK, "norway")).state(END) == State.DUE
    assert after(missing, Event(Kind.DELIVERED, END, "norway")).state(END) == State.BARRED


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York", "Asia/Amman", "Africa/Cairo", "Asia/Kolkata"])
def test_R_S16_an_end_is_one_instant_in_every_zone(zone):
    for day in (NOON.replace(month=3, day=27), NOON.replace(month=10, day=23)):  # The clock changes in between.
        end = day + 72 * HOUR
        held = fold(Terms(US), [Event(Kind.PROPOSED, day, until=end, plain=True), Event(Kind.STARTED, day, until=end)])
        there = datetime.fromisoformat(telling.ends(end, zone)[0])
        assert there == end
        assert there.astimezone(ZoneInfo(zone)).utcoffset() == there.utcoffset()
        assert held.remaining(end - HOUR) == HOUR
        assert (held.state(end - TICK), held.state(end)) == (State.UNDER_SILENCE, State.DUE)
