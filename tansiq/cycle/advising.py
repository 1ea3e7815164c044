"""What the cast of a demonstration does about advice: a call, answers of every kind, and what becomes of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from tansiq import clock
from tansiq.advice.commands.answering import Fate, answer_advice
from tansiq.advice.commands.calling import Asking, call_for_advice
from tansiq.advice.commands.giving import give_advice, hand_in, say_nothing_to_add
from tansiq.advice.commands.laying import lay_on_table
from tansiq.advice.commands.positions import take_position
from tansiq.advice.given import Said
from tansiq.advice.models import Advice
from tansiq.cycle.script import Stage
from tansiq.languages.words import Words


@dataclass(frozen=True)
class Calls:
    """Members are asked for advice along a line of effort, for so many days, and for their positions for more."""

    call: str  # By which name the script knows it, as below.
    title: Words
    question: Words
    line: str
    asked: Sequence[str]
    days: int
    more: int

    def lay(self, on: Stage) -> None:
        """Open at once."""
        now = clock.now()
        closes = now + timedelta(days=self.days)
        asking = Asking(
            self.title,
            opens_at=now,
            closes_at=closes,
            settled_at=closes + timedelta(days=self.more),
            zone="UTC",
            question=self.question,
            line=self.line,
        )
        members = [on.known[code] for code in self.asked]
        on.calls[self.call] = call_for_advice(asking=asking, members=members, readers=on.readers(self.asked))


@dataclass(frozen=True)
class Gives:
    """A member gives advice in its own name, to the call's circle."""

    call: str
    advice: str
    said: Said

    def lay(self, on: Stage) -> None:
        """On the table at once."""
        call = on.calls[self.call]
        on.advice[self.advice] = give_advice(call=call, said=self.said, readers=[*call.audience.readers])


@dataclass(frozen=True)
class HandsIn:
    """A member hands in advice that is laid on the table without its name."""

    call: str
    said: Said
    way: str

    def lay(self, on: Stage) -> None:
        """On its own sheet."""
        hand_in(call=on.calls[self.call], said=self.said, way=self.way)


@dataclass(frozen=True)
class HasNothing:
    """A member has nothing to add, which is an answer."""

    call: str

    def lay(self, on: Stage) -> None:
        """Before the whole circle."""
        say_nothing_to_add(call=on.calls[self.call])


@dataclass(frozen=True)
class Lays:
    """The secretariat lays on the table all that was handed in without a name."""

    call: str
    names: dict[str, str]  # By which name the script knows the advice of each attribution from then on.

    def lay(self, on: Stage) -> None:
        """In one act."""
        call = lay_on_table(call=on.calls[self.call])
        for attribution, name in self.names.items():
            on.advice[name] = Advice.objects.get(call=call, attribution=attribution)


@dataclass(frozen=True)
class Answers:
    """The chair says what becomes of a piece of advice."""

    advice: str
    fate: Fate
    into: str = ""  # Into which other it is merged.
    in_days: int = 0  # Until when it is deferred.

    def lay(self, on: Stage) -> None:
        """Before all who read it."""
        given = vars(self.fate)
        if self.into:
            given = {**given, "into": on.advice[self.into]}
        if self.in_days:
            given = {**given, "until_on": clock.today() + timedelta(days=self.in_days)}
        answer_advice(advice=on.advice[self.advice], fate=Fate(**given), turn=0)


@dataclass(frozen=True)
class Sees:
    """A member says how it sees a piece of advice, before all who read that."""

    advice: str
    stance: str
    wording: Words | None = None

    def lay(self, on: Stage) -> None:
        """For the first time."""
        advice = on.advice[self.advice]
        take_position(
            advice=advice,
            stance=self.stance,
            wording=self.wording,
            reason=None,
            turn=0,
            readers=[*advice.audience.readers],
        )
