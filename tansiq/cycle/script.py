"""The script of a demonstration: who of the cast does what, so many days before it opens."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from tansiq.advice.models import Advice, AdviceCall
from tansiq.database.past import Turn
from tansiq.decisions.texts.models import Question, Text
from tansiq.members.hats import hats_of
from tansiq.members.models import Account
from tansiq.release.acting import acting_as, token_for
from tansiq.release.models import Member


@dataclass
class Stage:
    """What there is so far, by the names that the script gives."""

    known: dict[str, Member]
    texts: dict[str, Text] = field(default_factory=dict)
    calls: dict[str, AdviceCall] = field(default_factory=dict)
    advice: dict[str, Advice] = field(default_factory=dict)

    def readers(self, codes: Iterable[str]) -> list[int]:
        """Whom an item is released to, by the codes of members."""
        return [self.known[code].reader for code in codes]

    def question(self, text: str) -> Question:
        """The newest question on a text."""
        return Question.objects.filter(text=self.texts[text]).order_by("-turn")[:1].get()


class Act(Protocol):
    """What one of the cast does, through the same command as a real person."""

    def lay(self, on: Stage) -> None:
        """Do it."""


@dataclass(frozen=True)
class Scene:
    """Somebody under one hat (the code of its member or office), so many days ago, and what is done."""

    days: float
    who: str  # The address of the account that acts.
    hat: str
    act: Act


def play(script: Iterable[Scene], known: dict[str, Member], turn: Turn) -> None:
    """Let the cast act, each on its day."""
    on = Stage(known)
    for scene in sorted(script, key=lambda one: -one.days):
        turn(timedelta(days=scene.days))
        with acting_as(_token(scene.who, known[scene.hat])):
            scene.act.lay(on)


def _token(email: str, hat: Member) -> str:
    account = Account.objects.get(email=email)
    worn = next(one.accreditation for one in hats_of(account.key) if one.member == hat.pk)
    return token_for(account.key, worn)
