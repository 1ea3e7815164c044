"""Decisions, what they follow up, and the actions that carry them out."""

# ruff: noqa: D102 -- what check() is for, Row says once

from dataclasses import dataclass
from typing import Annotated

from tansiq.engines.record_file.checks import check_once
from tansiq.engines.record_file.fields import Nested, Row, Stated
from tansiq.engines.record_file.kinds import Choice, Flag
from tansiq.engines.record_file.links import ListOf, Reference
from tansiq.engines.record_file.places import Audience, Place
from tansiq.engines.record_file.quantities import require
from tansiq.engines.record_file.rows.reviews import When
from tansiq.engines.record_file.rows.shapes import (
    LONG,
    MEMBER,
    OWN_AUDIENCE,
    OWN_REF,
    READERS,
    REF,
    REVIEW,
    SOURCE,
    TERMS,
)
from tansiq.engines.record_file.wording import Text


@dataclass(frozen=True, slots=True)
class FollowUp(Row):
    """The earlier decision that a decision takes further. It stands once under a decision."""

    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    decision: Annotated[str, Stated(Reference("decisions"), "the earlier decision")]


@dataclass(frozen=True, slots=True)
class Decision(Row):
    """What a review settled, or said that it means to do."""

    ref: Annotated[str, Stated(REF, OWN_REF)]
    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    review: Annotated[str | None, Stated(REVIEW, "the review that took it")]
    on: Annotated[When, Stated(Nested(When), "when")]
    kind: Annotated[
        str,
        Stated(
            Choice(
                (
                    "decision",
                    "intention",
                    "direction",
                    "commitment",
                    "method",
                    "proposal",
                    "roadmap",
                    "self_assessment",
                ),
            ),
            "how far it binds",
        ),
    ]
    line: Annotated[str, Stated(TERMS, "the line of effort or the subject that it belongs to")]
    text: Annotated[Text, Stated(LONG, "what was decided, paraphrased")]
    source: Annotated[str, Stated(SOURCE, "where it is known from")]
    follows: Annotated[
        tuple[FollowUp, ...], Stated(ListOf(Nested(FollowUp), 20), "the earlier decisions it takes further")
    ]
    note: Annotated[Text | None, Stated(LONG, "what the source leaves open")]

    def check(self, place: Place) -> None:
        check_once([one.decision for one in self.follows], place.field("follows"))


@dataclass(frozen=True, slots=True)
class Owner(Row):
    """A member that answers for an action. It stands once under an action."""

    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    member: Annotated[str, Stated(MEMBER, "the member")]
    lead: Annotated[bool, Stated(Flag(), "whether it leads the others")]


@dataclass(frozen=True, slots=True)
class Action(Row):
    """What is to be done, by whom, until when. An action has an owner."""

    ref: Annotated[str, Stated(REF, OWN_REF)]
    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    decision: Annotated[str | None, Stated(Reference("decisions"), "the decision that it carries out")]
    line: Annotated[str | None, Stated(TERMS, "the line of effort or the subject, where not the decision's")]
    text: Annotated[Text, Stated(LONG, "what is to be done")]
    due: Annotated[When | None, Stated(Nested(When), "until when")]
    status: Annotated[
        str, Stated(Choice(("not_started", "planned", "in_progress", "done", "late", "dropped")), "how far it is")
    ]
    evidence: Annotated[Text | None, Stated(LONG, "what shows it; needed with done")]
    source: Annotated[str, Stated(SOURCE, "where it is known from")]
    owners: Annotated[tuple[Owner, ...], Stated(ListOf(Nested(Owner), 100), "who answers for it: one member or more")]

    def check(self, place: Place) -> None:
        require(place, "owners", self.owners or None)
        check_once([one.member for one in self.owners], place.field("owners"))
        if self.status == "done":
            require(place, "evidence", self.evidence)
