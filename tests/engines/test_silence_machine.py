"""The silence procedure against a small model of its own: clocks that jump, last instants, acts twice and at once."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as some
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tansiq.engines.silence import OF_MEMBERS, OPEN, Event, Kind, Refused, Run, State, Terms, Why, after
from tansiq.engines.silence.telling import ends
from tests.engines.small_silence import BREAKING, PROLONGING, Small

HOUR, TICK = timedelta(hours=1), timedelta(microseconds=1)
MEMBERS = ("jordan", "oman", "norway")
STRANGER = "kenya"
ZONES = ("Europe/London", "Asia/Amman", "Africa/Cairo", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca")
# Shortly before clocks are changed in one of the zones, and a plain day.
DAYS = (
    datetime(2026, 3, 27, 23, tzinfo=UTC),
    datetime(2026, 10, 24, 22, tzinfo=UTC),
    datetime(2026, 4, 23, 21, tzinfo=UTC),
    datetime(2026, 6, 5, 17, tzinfo=UTC),
)
FAR = some.integers(-50, 150).map(lambda hours: hours * HOUR)
NEAR = some.sampled_from((timedelta(0), TICK, -TICK, HOUR, -HOUR))
WHO = some.sampled_from((*MEMBERS, *MEMBERS, STRANGER))
TERMS = some.builds(
    Terms,
    some.just(frozenset(MEMBERS)),
    some.sampled_from((24 * HOUR, 72 * HOUR)),
    some.integers(0, 2),
    some.sampled_from((timedelta(0), 4 * HOUR)),
    some.booleans(),
)


class Machine(RuleBasedStateMachine):
    @initialize(terms=TERMS, day=some.sampled_from(DAYS), begun=some.integers(0, 9), calm=some.integers(0, 20))
    def opened(self, terms, day, begun, calm):
        self.now, self.run, self.small, self.seen = day, Run(terms), Small(terms), 0
        self.calm = calm  # For how many steps nobody ends an open run: else few would reach their end.
        if begun:
            for kind in (Kind.PROPOSED, Kind.STARTED):
                self.do(Event(kind, day, until=day + terms.least, plain=True))

    @property
    def ends_too_early(self):
        self.calm -= 1
        return self.calm >= 0 and self.run.state(self.now) in OPEN

    def do(self, event):
        """Do one thing to both: they refuse alike, or stand alike."""
        expected, why = self.small.refusal(event), None
        try:
            self.run = after(self.run, event)
        except Refused as refusal:
            why = refusal.why
        else:
            self.small.done.append(event)
            self.seen += event.kind in BREAKING
        assert why == expected
        return why

    def ahead(self, far):
        return (self.run.end or self.now) + far

    @rule(far=some.integers(0, 30).map(lambda hours: hours * HOUR) | FAR)
    def time_passes_or_jumps(self, far):
        self.now += far

    @precondition(lambda self: self.run.end)
    @rule(near=NEAR)
    def it_is_the_last_instant(self, near):
        self.now = self.run.end + near

    @rule(far=FAR, at_meeting=some.booleans())
    def chair_proposes(self, far, at_meeting):
        self.do(Event(Kind.PROPOSED, self.now, until=self.now + far, plain=at_meeting))

    @rule(far=FAR)
    def chair_starts(self, far):
        proposal = self.run.proposal
        least = max(self.now + self.run.terms.least, proposal.until) if proposal else self.now
        self.do(Event(Kind.STARTED, self.now, until=least + far))

    @rule(kind=some.sampled_from(PROLONGING), far=FAR)
    def chair_prolongs(self, kind, far):
        self.do(Event(kind, self.now, until=max(self.now, self.ahead(far))))

    @rule(kind=some.sampled_from((Kind.SUSPENDED, Kind.RESUMED)))
    def chair_stops_or_goes_on(self, kind):
        self.do(Event(kind, self.now))

    @rule()
    def chair_gives_notice(self):
        self.do(Event(Kind.NOTICE, self.now))

    @precondition(lambda self: self.run.state(self.now) == State.DUE)
    @rule()
    def chair_gives_notice_when_it_is_due(self):
        assert self.do(Event(Kind.NOTICE, self.now)) is None

    @precondition(lambda self: self.run.state(self.now) == State.BARRED)
    @rule(kind=some.sampled_from(PROLONGING), more=some.sampled_from((HOUR, 24 * HOUR, 73 * HOUR)))
    def chair_lifts_the_bar(self, kind, more):
        assert self.do(Event(Kind.NOTICE, self.now)) == Why.NOTICE_BARRED
        self.do(Event(kind, self.now, until=self.now + more))

    @precondition(lambda self: self.run.state(self.now) in (State.DUE, State.ADOPTED))
    @rule(who=some.sampled_from(MEMBERS), early=some.sampled_from((TICK, HOUR)))
    def paper_of_before_the_end_comes_upon_the_record_after_it(self, who, early):
        self.do(Event(Kind.PAPER, max(self.now, self.run.end), who, since=self.run.end - early, words="A note."))

    @rule()
    def chair_withdraws(self):
        if not self.ends_too_early:
            self.do(Event(Kind.WITHDRAWN, self.now))

    @precondition(lambda self: self.run.contests)
    @rule(holds=some.booleans())
    def chair_settles(self, holds):
        self.do(Event(Kind.SETTLED, self.now, plain=holds))

    @rule(who=WHO)
    def use_is_objected_to(self, who):
        if self.run.start or self.now.hour % 4 == 0:  # Else hardly a run would start.
            self.do(Event(Kind.USE_OBJECTED, self.now, who))

    @rule(kind=some.sampled_from(sorted(OF_MEMBERS)), who=WHO)
    def member_says(self, kind, who):
        self.do(Event(kind, self.now, who, words="Words."))

    @rule(kind=some.sampled_from((Kind.OBJECTED, Kind.AMENDED)), who=WHO, words=some.sampled_from(("Not so.", "", " ")))
    def member_breaks(self, kind, who, words):
        if not self.ends_too_early:
            self.do(Event(kind, self.now, who, words=words))

    @rule(who=WHO, far=FAR | NEAR)
    def paper_arrived(self, who, far):
        received = min(self.now, self.ahead(far)) if far else self.now + TICK
        if not self.ends_too_early:
            self.do(Event(Kind.PAPER, self.now, who, since=received, words="A note."))

    @rule(who=some.sampled_from(MEMBERS), kind=some.sampled_from((Kind.DELIVERED, Kind.UNDELIVERED)))
    def letter_leaves_or_not(self, who, kind):
        self.do(Event(kind, self.now, who))

    @rule(length=some.sampled_from((TICK, HOUR, 30 * HOUR)), far=FAR)
    def server_was_down(self, length, far):
        over = min(self.now, self.ahead(far))
        self.do(Event(Kind.OUTAGE, over, since=over - length))

    @precondition(lambda self: self.small.done)
    @rule()
    def the_same_once_more(self):
        self.do(self.small.done[-1])

    @rule(kinds=some.permutations((Kind.OBJECTED, Kind.AMENDED, Kind.PAPER)))
    def several_break_at_one_instant(self, kinds):
        """In whatever order they come upon the record there is one outcome, and nobody's act is lost."""
        events = [
            Event(kind, self.now, who, since=self.now if kind == Kind.PAPER else None, words="Not so.")
            for kind, who in zip(kinds, MEMBERS, strict=True)
        ]
        outcomes = set()
        for order in permutations(events):
            run, refused = self.run, set()
            for event in order:
                try:
                    run = after(run, event)
                except Refused as refusal:
                    refused.add(refusal.why)
            pairs = zip(self.kept(run), self.kept(self.run), strict=True)
            kept = tuple(frozenset(one) - frozenset(was) for one, was in pairs)
            outcomes.add((run.state(self.now), kept, frozenset(refused)))
        assert len(outcomes) == 1
        if not self.ends_too_early:
            for event in events:
                self.do(event)

    @staticmethod
    def kept(run):
        return run.breaks, run.late, run.contests

    @precondition(lambda self: self.run.proposal and self.run.proposal.until)
    @invariant()
    def they_stand_alike(self):
        for now in (self.now, self.now + TICK, self.now - HOUR):
            assert self.run.state(now) == self.small.state(now)
            assert self.run.remaining(now) == self.small.remaining(now)
        held = self.small.verdicts()
        assert [*self.run.breaks] == held["breaks"]
        assert [*self.run.late] == held["late"]
        assert [*self.run.contests] == held["contests"]
        assert self.run.unreached == self.small.unreached()

    @invariant()
    def nothing_that_was_taken_is_lost(self):
        assert sum(map(len, self.kept(self.run))) == self.seen

    @invariant()
    def adopted_means_a_notice_and_never_over_an_objection(self):
        if self.run.state(self.now) == "adopted":
            assert self.run.notice
            assert not self.run.breaks
            assert self.run.notice.at >= self.run.end
            assert not self.run.is_barred or self.run.outages

    @invariant()
    def every_zone_shows_one_instant(self):
        if self.run.end:
            shown = {datetime.fromisoformat(one) for one in ends(self.run.end.replace(second=0, microsecond=0), *ZONES)}
            assert len(shown) == 1


SEEDS = (0, 1)  # Of the long form; a failure prints how to repeat it.
quietly = settings(deadline=None, suppress_health_check=[*HealthCheck], print_blob=True)


def test_the_machine_stands_as_the_small_model_does():
    short = settings(quietly, max_examples=80, stateful_step_count=30, derandomize=True)
    run_state_machine_as_test(Machine, settings=short)


@pytest.mark.long
@pytest.mark.parametrize("chosen", SEEDS)
def test_the_machine_stands_as_the_small_model_does_500_times_50_steps(chosen):
    long = settings(quietly, max_examples=500, stateful_step_count=50, database=None)
    run_state_machine_as_test(seed(chosen)(Machine), settings=long)
