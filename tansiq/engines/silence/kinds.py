"""The names of what can be done in a run of silence, of where a run stands, and of why an act is refused."""

from enum import StrEnum


class Kind(StrEnum):
    """What somebody did, or what befell a run."""

    PROPOSED = "proposed"
    USE_OBJECTED = "use_objected"  # To the use of silence, not to the text (R-S2).
    STARTED = "started"
    EXTENDED = "extended"
    ASKED_AGAIN = "asked_again"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    WITHDRAWN = "withdrawn"
    NOTICE = "notice"
    SETTLED = "settled"  # What the chair, after asking the body, made of a contested run.
    ACKNOWLEDGED = "acknowledged"
    ASSOCIATED = "associated"
    COMMENTED = "commented"
    STATED = "stated"
    RESERVED = "reserved"
    ASKED_TIME = "asked_time"
    OBJECTED = "objected"
    AMENDED = "amended"
    PAPER = "paper"
    OUTAGE = "outage"
    UNDELIVERED = "undelivered"
    DELIVERED = "delivered"


BREAKS = frozenset({Kind.OBJECTED, Kind.AMENDED, Kind.PAPER})
OF_MEMBERS = frozenset(
    {Kind.ACKNOWLEDGED, Kind.ASSOCIATED, Kind.COMMENTED, Kind.STATED, Kind.RESERVED, Kind.ASKED_TIME}
)


class State(StrEnum):
    """Where a run stands: always computed from what was done and from the clock, never typed."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    UNDER_SILENCE = "under_silence"
    SUSPENDED = "suspended"
    BROKEN = "broken"
    DUE = "due"  # Not broken: the chair's notice is due.
    BARRED = "barred"  # Not broken, and no notice may be given: downtime is never consent.
    CONTESTED = "contested"
    ADOPTED = "adopted"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"  # Back to a meeting, or never started in its time.


OPEN = frozenset({State.UNDER_SILENCE, State.SUSPENDED})
ENDED = frozenset({State.BROKEN, State.ADOPTED, State.WITHDRAWN, State.LAPSED})


class Why(StrEnum):
    """Why an act is refused; the page says it in the reader's language."""

    OUT_OF_ORDER = "out_of_order"
    NOT_ENTITLED = "not_entitled"
    MEETING_FIRST = "meeting_first"
    TOO_SHORT = "too_short"
    NOT_LATER = "not_later"
    NO_MORE = "no_more"
    NO_WORDS = "no_words"
    NOT_YET = "not_yet"
    NOT_ENDED = "not_ended"
    NOTICE_BARRED = "notice_barred"
    IS_CONTESTED = "is_contested"


class Refused(Exception):
    """An act that the procedure does not allow, by its code; what was done before stands."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why
