"""How a body decides: its rule as data."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Self

CONSENSUS, MINUS, MAJORITY, SILENCE = "consensus", "minus", "majority", "silence"
WAYS: Final = (CONSENSUS, MINUS, MAJORITY, SILENCE)
ENTITLED, VOTING = "entitled", "voting"  # A majority of all who are entitled, or of those who say yes or no.


@dataclass(frozen=True)
class Rule:
    """How a body decides, as it stands when a question is put: frozen with the question.

    >>> Rule(SILENCE, silence_hours=24).as_json()["silence_hours"]
    24
    >>> Rule.from_json(Rule(languages=("ar",)).as_json()) == Rule(languages=("ar",))
    True
    """

    way: str = CONSENSUS
    minus: int = 0  # How many objections a decision survives.
    numerator: int = 0  # Of a qualified majority.
    denominator: int = 0
    majority_of: str = ENTITLED
    quorum: int = 0  # How many must be present; none where the rule knows no quorum.
    quorum_numerator: int = 0  # Or which part of those entitled.
    quorum_denominator: int = 0
    silence_hours: int = 72  # The least.
    extensions: int = 2  # The most.
    downtime_hours: int = 4  # Before the end: a house that was down then gives no notice.
    hidden: bool = False  # Whether positions are hidden from others until the close.
    breaker_shown: bool = False  # Whether all see who broke silence; the chair always does.
    reasons: bool = True  # Whether an objection bears a reason; else it may bear none, and says so.
    languages: tuple[str, ...] = ()  # Nothing is adopted while one of these lags.
    without_meeting: bool = False  # Whether silence may start without a meeting.
    proxies: bool = False  # Whether a member may speak through another; never under silence.
    judged_openly: bool = True  # Whether all who read an action read how others judge it.
    voice: str = ""  # Of its verbs in Arabic (verbs.VOICES); empty: as its name.

    def as_json(self) -> dict[str, Any]:
        """The rule as a question freezes it."""
        return {**asdict(self), "languages": list(self.languages)}

    @classmethod
    def from_json(cls, held: Mapping[str, Any]) -> Self:
        """The rule from what a question froze."""
        return cls(**{**held, "languages": tuple(held["languages"])})


AGREES, STATEMENT, REFERENDUM, RESERVATION = "agrees", "statement", "referendum", "reservation"
AWAITING, ASIDE, OBJECTS, OUT = "awaiting", "aside", "objects", "out"
VOICES: Final = (AGREES, STATEMENT, REFERENDUM, RESERVATION, AWAITING, ASIDE, OBJECTS, OUT)
YES: Final = frozenset({AGREES, STATEMENT, RESERVATION})  # Ad referendum is none yet: the capital must confirm it.

NO_QUORUM, OPPOSED, TOO_FEW, STANDS = "no_quorum", "opposed", "too_few", "stands"


@dataclass(frozen=True)
class Result:
    """What comes of a question under its rule, and from what numbers that follows."""

    ground: str
    yes: int  # Who agree, with a statement or a reservation too.
    objecting: int
    silent: int  # Of those entitled who have taken no position: they do not object.
    present: int
    needed: int  # So many must be present, or agree; none where the rule asks for none.

    @property
    def adopted(self) -> bool:
        """Whether the text is adopted."""
        return self.ground == STANDS


def result(rule: Rule, entitled: int, voices: Mapping[str, str], present: int | None = None) -> Result:
    """What comes of a question: consensus is the absence of a formal objection, not everyone's yes.

    Args:
        rule: as it was frozen with the question.
        entitled: how many may answer.
        voices: the newest position of each member that has taken one.
        present: how many of those entitled are there; None where nobody need be.

    >>> result(Rule(), 4, {"a": AGREES, "b": ASIDE}).adopted
    True
    >>> result(Rule(), 4, {"a": AGREES, "b": OBJECTS}).ground
    'opposed'
    >>> result(Rule(MINUS, minus=1), 4, {"b": OBJECTS}).adopted
    True
    >>> result(Rule(MAJORITY, numerator=2, denominator=3), 3, {"a": AGREES, "b": RESERVATION, "c": OBJECTS}).adopted
    True
    >>> result(Rule(quorum_numerator=1, quorum_denominator=2), 5, {}, present=2).needed
    3
    """
    count = len([one for one in voices.values() if one in YES])
    objecting = len([one for one in voices.values() if one == OBJECTS])
    there = entitled if present is None else present
    numbers = (count, objecting, entitled - len(voices), there)
    if there < (least := quorum(rule, entitled)):
        return Result(NO_QUORUM, *numbers, least)
    if rule.way == MAJORITY:
        needed = majority(rule, entitled if rule.majority_of == ENTITLED else count + objecting)
        return Result(STANDS if count >= needed else TOO_FEW, *numbers, needed)
    allowed = rule.minus if rule.way == MINUS else 0
    return Result(OPPOSED if objecting > allowed else STANDS, *numbers, 0)


def heard(
    voices: Mapping[str, str], proxies: Mapping[str, str], there: Collection[str] | None = None
) -> tuple[dict[str, str], dict[str, str]]:
    """The voices with those of members that speak through another, and who speaks so through whom.

    A member's own word always goes before its proxy; a proxy whose holder has taken no position, or is absent where
    presence is on record, does not count, and none is passed on.

    Args:
        voices: the newest position of each member that has taken one.
        proxies: by the member that gave it, who holds it.
        there: who is present; None where nobody need be.

    >>> heard({"b": AGREES}, {"a": "b", "c": "a"})
    ({'b': 'agrees', 'a': 'agrees'}, {'a': 'b'})
    >>> heard({"a": OBJECTS, "b": AGREES}, {"a": "b"})[0]["a"], heard({"b": AGREES}, {"a": "b"}, there={"c"})[1]
    ('objects', {})
    """
    through = {
        giver: holder
        for giver, holder in proxies.items()
        if giver not in voices and holder in voices and (there is None or holder in there)
    }
    return {**voices, **{giver: voices[holder] for giver, holder in through.items()}}, through


def quorum(rule: Rule, entitled: int) -> int:
    """How many must be present.

    >>> quorum(Rule(quorum=2), 9), quorum(Rule(quorum_numerator=1, quorum_denominator=3), 10), quorum(Rule(), 10)
    (2, 4, 0)
    """
    if rule.quorum:
        return rule.quorum
    return _part(rule.quorum_numerator, rule.quorum_denominator, entitled) if rule.quorum_denominator else 0


def majority(rule: Rule, whole: int) -> int:
    """How many must agree: the part of the whole, rounded up, and at least one.

    >>> majority(Rule(MAJORITY, numerator=2, denominator=3), 10)
    7
    """
    return max(1, _part(rule.numerator, rule.denominator, whole))


def _part(numerator: int, denominator: int, whole: int) -> int:
    return -(-numerator * whole // denominator)
