"""The silence procedure once more, written from the rules alone: every question is answered from the whole list."""

from datetime import timedelta

from tansiq.engines.silence import Kind, State, Why

PROLONGING = (Kind.EXTENDED, Kind.ASKED_AGAIN)
BREAKING = (Kind.OBJECTED, Kind.AMENDED, Kind.PAPER)


class Small:
    def __init__(self, terms):
        self.terms, self.done = terms, []

    def of(self, *kinds):
        return [one for one in self.done if one.kind in kinds]

    # The clock of the run.

    def moments(self):
        """(end, stopped with how much) after each act that moves the clock."""
        end, left = None, None
        for one in self.of(Kind.STARTED, *PROLONGING, Kind.SUSPENDED, Kind.RESUMED):
            if one.kind == Kind.SUSPENDED:
                end, left = None, end - one.at
            elif one.kind == Kind.RESUMED:
                end, left = one.at + left, None
            else:
                end = one.until
            yield one, end, left

    def clock(self):
        *_, (_one, end, left) = [(None, None, None), *self.moments()]
        return end, left

    def gaps(self):
        before = None
        for one, end, _left in self.moments():
            if one.kind in PROLONGING and one.at >= before:
                yield before, one.at
            before = end

    def in_time(self, at):
        end, _left = self.clock()
        return (end is None or at < end) and all(not (a <= at < b) for a, b in self.gaps())

    # What the acts of the list were, each judged by the list as it was then.

    def as_of(self, index):
        former = Small(self.terms)
        former.done = self.done[:index]
        return former

    def verdicts(self):
        found = {"breaks": [], "late": [], "contests": []}
        for index, one in enumerate(self.done):
            if one.kind in BREAKING:
                found[self.as_of(index).verdict(one, found)].append(one)
        return found

    def verdict(self, one, was):
        told = one.since if one.kind == Kind.PAPER else one.at
        if not self.in_time(told):
            return "late"
        if was["contests"] or self.of(Kind.NOTICE):
            return "contests"
        end, _left = self.clock()
        return "breaks" if was["breaks"] or end is None or one.at < end else "contests"

    def unreached(self):
        missing = set()
        for index, one in enumerate(self.done):
            if one.kind in PROLONGING:
                missing.clear()
            elif one.kind == Kind.UNDELIVERED and self.as_of(index).state(one.at).value not in (
                "broken",
                "adopted",
                "withdrawn",
                "lapsed",
            ):
                missing.add(one.by)
            elif one.kind == Kind.DELIVERED and self.as_of(index).in_time(one.at):
                missing.discard(one.by)
        return missing

    def was_down(self):
        end, _left = self.clock()
        outages = self.of(Kind.OUTAGE)
        return end is not None and any(max(one.since, end - self.terms.watch) < min(one.at, end) for one in outages)

    # Where it stands.

    def state(self, now):
        verdicts = self.verdicts()
        if settled := self.of(Kind.SETTLED):
            return State.BROKEN if settled[0].plain else State.LAPSED
        for kinds, state in (
            (self.of(Kind.WITHDRAWN), State.WITHDRAWN),
            (verdicts["contests"], State.CONTESTED),
            (verdicts["breaks"], State.BROKEN),
            (self.of(Kind.NOTICE), State.ADOPTED),
        ):
            if kinds:
                return state
        return self.running(now) if self.of(Kind.STARTED) else self.waiting(now)

    def waiting(self, now):
        proposed = self.of(Kind.PROPOSED)
        if not proposed:
            return State.DRAFT
        return State.LAPSED if self.of(Kind.USE_OBJECTED) or now >= proposed[0].until else State.PROPOSED

    def running(self, now):
        end, left = self.clock()
        if left is not None:
            return State.SUSPENDED
        if now < end:
            return State.UNDER_SILENCE
        return State.BARRED if self.was_down() or self.unreached() else State.DUE

    def remaining(self, now):
        end, left = self.clock()
        if left is not None:
            return left
        return end - now if end and end > now else timedelta(0)

    # What is refused, and why.

    def refusal(self, one):
        if one.kind in BREAKING:
            return self.refused_break(one)
        state = self.state(one.at).value
        if one.kind in ("acknowledged", "associated", "commented", "stated", "reserved", "asked_time"):
            if one.by not in self.terms.entitled:
                return Why.NOT_ENTITLED
            open_to = "under_silence suspended" + (" due barred adopted" if one.kind == "stated" else "")
            return None if state in open_to.split() else Why.OUT_OF_ORDER
        refused = getattr(self, f"refused_{one.kind.value}", None)
        return refused(one, state) if refused else None

    def refused_break(self, one):
        if one.by not in self.terms.entitled:
            return Why.NOT_ENTITLED
        if not self.of(Kind.STARTED) or self.of(Kind.WITHDRAWN, Kind.SETTLED):
            return Why.OUT_OF_ORDER
        if not one.words.strip():
            return Why.NO_WORDS
        return Why.NOT_YET if one.kind == Kind.PAPER and one.since > one.at else None

    def refused_proposed(self, one, state):
        if state != "draft":
            return Why.OUT_OF_ORDER
        return Why.TOO_SHORT if one.until - one.at < self.terms.least else None

    def refused_use_objected(self, one, state):
        return None if state == "proposed" or self.of(Kind.USE_OBJECTED) else Why.OUT_OF_ORDER

    def refused_started(self, one, state):
        if state != "proposed":
            return Why.OUT_OF_ORDER
        (proposal,) = self.of(Kind.PROPOSED)
        if not (proposal.plain or self.terms.without_meeting):
            return Why.MEETING_FIRST
        if one.until - one.at < self.terms.least:
            return Why.TOO_SHORT
        return Why.NOT_LATER if one.until < proposal.until else None

    def refused_extended(self, one, state):
        if state not in ("under_silence", "barred"):
            return Why.OUT_OF_ORDER
        if len(self.of(Kind.EXTENDED)) >= self.terms.extensions:
            return Why.NO_MORE
        return None if one.until > max(self.clock()[0], one.at) else Why.NOT_LATER

    def refused_asked_again(self, one, state):
        if state not in ("due", "barred"):
            return Why.OUT_OF_ORDER
        if one.until - one.at < self.terms.least:
            return Why.TOO_SHORT
        return None if one.until > max(self.clock()[0], one.at) else Why.NOT_LATER

    def refused_suspended(self, one, state):
        return None if state == "under_silence" else Why.OUT_OF_ORDER

    def refused_resumed(self, one, state):
        return None if state == "suspended" else Why.OUT_OF_ORDER

    def refused_withdrawn(self, one, state):
        return None if state in ("proposed", "under_silence", "suspended", "due", "barred") else Why.OUT_OF_ORDER

    def refused_settled(self, one, state):
        return None if state == "contested" else Why.OUT_OF_ORDER

    def refused_notice(self, one, state):
        named = {"under_silence": Why.NOT_ENDED, "suspended": Why.NOT_ENDED}
        named |= {"barred": Why.NOTICE_BARRED, "contested": Why.IS_CONTESTED}
        return None if state == "due" else named.get(state, Why.OUT_OF_ORDER)
