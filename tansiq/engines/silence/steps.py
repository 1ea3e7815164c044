"""What each act makes of a run, and when it is refused (R-S1 to R-S11)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from tansiq.engines.silence.events import Event, Terms
from tansiq.engines.silence.kinds import BREAKS, ENDED, OF_MEMBERS, OPEN, Kind, Refused, State, Why
from tansiq.engines.silence.run import Run

Step = Callable[[Run, Event], Run]
AFTER_TOO = {Kind.STATED}  # A position is explained before or after adoption (R-S14).
ENDED_UNDECIDED = (State.DUE, State.BARRED)


def fold(terms: Terms, events: Iterable[Event]) -> Run:
    """A run after all that was done, in the order of the record.

    >>> from datetime import UTC, timedelta
    >>> noon = datetime(2026, 6, 5, 17, tzinfo=UTC)
    >>> end = noon + timedelta(hours=72)
    >>> done = [Event(Kind.PROPOSED, noon, until=end, plain=True), Event(Kind.STARTED, noon, until=end)]
    >>> run = fold(Terms(frozenset({"jordan"})), done)
    >>> tick = timedelta(microseconds=1)
    >>> run.state(end - tick).value, run.state(end).value, str(run.remaining(end - timedelta(hours=7)))
    ('under_silence', 'due', '7:00:00')
    >>> after(run, Event(Kind.OBJECTED, end - tick, "jordan", words="Not so.")).state(end).value
    'broken'
    >>> late = after(run, Event(Kind.OBJECTED, end, "jordan", words="Not so."))
    >>> late.state(end).value, len(late.late)
    ('due', 1)
    >>> after(run, Event(Kind.NOTICE, end - tick))
    Traceback (most recent call last):
    tansiq.engines.silence.kinds.Refused: not_ended
    """
    run = Run(terms)
    for event in events:
        run = after(run, event)
    return run


def after(run: Run, event: Event) -> Run:
    """A run after one more act.

    Raises:
        Refused: the procedure does not allow the act where the run stands.
    """
    if event.kind in OF_MEMBERS:
        return _said(run, event)
    if event.kind in BREAKS:
        return _break(run, event)
    return STEPS[event.kind](run, event)


def _only(run: Run, event: Event, *states: State) -> None:
    if run.state(event.at) not in states:
        raise Refused(Why.OUT_OF_ORDER)


def _entitled(run: Run, event: Event) -> None:
    if event.by not in run.terms.entitled:
        raise Refused(Why.NOT_ENTITLED)


def _named(event: Event, least: datetime) -> datetime:
    """The end that an act names, which leaves at least so much time."""
    if event.until is None or event.until < least:
        raise Refused(Why.TOO_SHORT)
    return event.until


def _proposed(run: Run, event: Event) -> Run:
    _only(run, event, State.DRAFT)
    _named(event, event.at + run.terms.least)
    return replace(run, proposal=event)


def _use_objected(run: Run, event: Event) -> Run:
    """One objection to the use of silence, and the text goes back to a meeting (R-S2)."""
    if run.state(event.at) != State.PROPOSED and not run.objections:
        raise Refused(Why.OUT_OF_ORDER)
    return replace(run, objections=(*run.objections, event))


def _started(run: Run, event: Event) -> Run:
    _only(run, event, State.PROPOSED)
    if run.proposal and not run.proposal.plain and not run.terms.without_meeting:
        raise Refused(Why.MEETING_FIRST)
    end = _named(event, event.at + run.terms.least)
    if run.proposal and run.proposal.until and end < run.proposal.until:
        raise Refused(Why.NOT_LATER)
    return replace(run, start=event.at, end=end)


def _extended(run: Run, event: Event) -> Run:
    """Before the end by its own right (R-S7), after it only where the notice is barred (R-S6)."""
    _only(run, event, State.UNDER_SILENCE, State.BARRED)
    if run.extended >= run.terms.extensions:
        raise Refused(Why.NO_MORE)
    return replace(_prolonged(run, event), extended=run.extended + 1)


def _asked_again(run: Run, event: Event) -> Run:
    """All are asked anew, for no less than the shortest run: also where the chair cannot attest what a notice asks."""
    _only(run, event, *ENDED_UNDECIDED)
    _named(event, event.at + run.terms.least)
    return _prolonged(run, event)


def _prolonged(run: Run, event: Event) -> Run:
    end, until = run.end, event.until
    if end is None or until is None or until <= end or until <= event.at:
        raise Refused(Why.NOT_LATER)
    gaps = (*run.gaps, (end, event.at)) if event.at >= end else run.gaps
    return replace(run, end=until, gaps=gaps, unreached=frozenset())


def _suspended(run: Run, event: Event) -> Run:
    _only(run, event, State.UNDER_SILENCE)
    return replace(run, end=None, left=run.remaining(event.at))


def _resumed(run: Run, event: Event) -> Run:
    _only(run, event, State.SUSPENDED)
    return replace(run, end=event.at + run.remaining(event.at), left=None)


def _withdrawn(run: Run, event: Event) -> Run:
    _only(run, event, State.PROPOSED, *OPEN, *ENDED_UNDECIDED)
    return replace(run, withdrawal=event)


def _notice(run: Run, event: Event) -> Run:
    """The chair's notice adopts, effective from the end (R-S6, R-S9)."""
    state = run.state(event.at)
    why = {
        State.UNDER_SILENCE: Why.NOT_ENDED,
        State.SUSPENDED: Why.NOT_ENDED,
        State.BARRED: Why.NOTICE_BARRED,
        State.CONTESTED: Why.IS_CONTESTED,
    }
    if state != State.DUE:
        raise Refused(why.get(state, Why.OUT_OF_ORDER))
    return replace(run, notice=event)


def _settled(run: Run, event: Event) -> Run:
    """A contested run is broken, or goes back to a meeting; no notice ever makes it adopted by silence."""
    _only(run, event, State.CONTESTED)
    return replace(run, settlement=event)


def _said(run: Run, event: Event) -> Run:
    _entitled(run, event)
    after_too = (*ENDED_UNDECIDED, State.ADOPTED) if event.kind in AFTER_TOO else ()
    _only(run, event, *OPEN, *after_too)
    if event.kind == Kind.ACKNOWLEDGED:
        return replace(run, acknowledged=run.acknowledged | {event.by})
    if event.kind == Kind.ASSOCIATED:
        return replace(run, associated=run.associated | {event.by})
    return run


def _break(run: Run, event: Event) -> Run:
    """A break before the end ends the run at once; a late one is kept as late; one told too late contests (R-S6)."""
    _entitled(run, event)
    if run.start is None or run.withdrawal or run.settlement:
        raise Refused(Why.OUT_OF_ORDER)
    if run.terms.wants_words and not event.words.strip():
        raise Refused(Why.NO_WORDS)
    if event.counts_from > event.at:
        raise Refused(Why.NOT_YET)
    if not run.is_in_time(event.counts_from):
        return replace(run, late=(*run.late, event))
    if run.contests or run.notice or not (run.breaks or run.state(event.at) in OPEN):
        return replace(run, contests=(*run.contests, event))
    return replace(run, breaks=(*run.breaks, event))


def _outage(run: Run, event: Event) -> Run:
    return replace(run, outages=(*run.outages, event))


def _undelivered(run: Run, event: Event) -> Run:
    return run if run.state(event.at) in ENDED else replace(run, unreached=run.unreached | {event.by})


def _delivered(run: Run, event: Event) -> Run:
    """What arrives before the end has arrived; what comes after it does not mend the run."""
    return replace(run, unreached=run.unreached - {event.by}) if run.is_in_time(event.at) else run


STEPS: Mapping[Kind, Step] = {
    Kind.PROPOSED: _proposed,
    Kind.USE_OBJECTED: _use_objected,
    Kind.STARTED: _started,
    Kind.EXTENDED: _extended,
    Kind.ASKED_AGAIN: _asked_again,
    Kind.SUSPENDED: _suspended,
    Kind.RESUMED: _resumed,
    Kind.WITHDRAWN: _withdrawn,
    Kind.NOTICE: _notice,
    Kind.SETTLED: _settled,
    Kind.OUTAGE: _outage,
    Kind.UNDELIVERED: _undelivered,
    Kind.DELIVERED: _delivered,
}
