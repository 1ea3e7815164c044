"""Positions as pages tell them: what comes of the question in words, with who and how many."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tansiq.decisions.positions.models import Condition, Explanation
from tansiq.decisions.positions.queries import Heard, Voice, objecting
from tansiq.decisions.texts.models import Elector, Question
from tansiq.engines import deciding
from tansiq.engines.clearing import Cleared
from tansiq.engines.deciding import Result
from tansiq.release.models import Audience, Member
from tansiq.release.wording import own_circle


@dataclass(frozen=True)
class Standing:
    """A member that is entitled, and its voice as far as it is released."""

    member: Member
    voice: Voice | None
    holder: Member | None = None  # Of its proxy, while it says nothing itself.
    counted: bool = False  # Whether that proxy counts: its holder has spoken, and is there.


def standings(electors: Iterable[Elector], voices: Iterable[Voice], heard: Heard) -> list[Standing]:
    """Everyone entitled, in the coalition's order, each with its voice, or through whom it speaks."""
    held = {one.member.pk: one for one in voices}
    made = []
    for one in electors:
        proxy = heard.given.get(one.member_id) if one.member_id not in held else None
        holder = proxy.holder if proxy else None
        made.append(Standing(one.member, held.get(one.member_id), holder, one.member_id in heard.through))
    return made


def finding(found: Result, voices: Sequence[Voice], heard: Heard, *, over: bool) -> list[str]:
    """What comes of the question, and why, in words; who is named, and how many are counted."""
    against = [one.member.name.plain() for one in objecting(voices)]
    heads = {
        deciding.STANDS: _("The text stands: nothing is in its way.") if not over else _("The text stood."),
        deciding.OPPOSED: _("The text does not stand: an objection is in its way."),
        deciding.TOO_FEW: _("The text does not stand: too few agree."),
        deciding.NO_QUORUM: _("Nothing can be decided: there is no quorum."),
    }
    said = [heads[found.ground]]
    if against:
        said.append(
            ngettext("%(names)s objects.", "%(count)s object: %(names)s.", len(against))
            % {"names": _(", ").join(against), "count": len(against)}
        )
    else:
        said.append(_("Nobody objects."))
    said.append(ngettext("%(n)s member agrees.", "%(n)s members agree.", found.yes) % {"n": found.yes})
    if heard.through:
        pairs = [
            _("%(member)s through %(holder)s") % {"member": one.owner.name.plain(), "holder": one.holder.name.plain()}
            for one in heard.through.values()
        ]
        said.append(_("Counted by proxy: %(names)s.") % {"names": _(", ").join(sorted(pairs))})
    if found.silent:
        words = ngettext(
            "%(n)s member has taken no position that you read: that is no objection.",
            "%(n)s members have taken no position that you read: that is no objection.",
            found.silent,
        )
        said.append(words % {"n": found.silent})
    if found.needed:
        kind = _("Needed to be present") if found.ground == deciding.NO_QUORUM else _("Needed to agree")
        said.append(f"{kind}: {found.needed}.")
    return said


@dataclass(frozen=True)
class Clearing:
    """The fewest wordings that clear all objections, and what they do not clear."""

    wordings: tuple[Condition, ...]
    is_least: bool
    left: tuple[str, ...]


def clearing(found: Cleared, wordings: dict[str, Condition], voices: Iterable[Voice]) -> Clearing:
    """The wordings themselves, and the members whose objection names none."""
    names = {str(one.member.pk): one.member.name.plain() for one in voices}
    chosen = tuple(wordings[str(key)] for key in found.wordings)
    return Clearing(chosen, found.is_least, tuple(sorted(names[key] for key in found.left)))


def audiences_of(
    question: Question, voices: Iterable[Voice], explanations: Iterable[Explanation], heard: Heard
) -> Iterator[Audience]:
    """Who may read what stands on the page of a question."""
    yield from (one.audience for one in heard.given.values())
    yield from (question.audience, question.text.audience, question.text.body.audience)
    if question.review:
        yield question.review.audience
    yield from (one.audience for one in explanations)
    is_hidden = question.ruled.hidden and getattr(question, "end", None) is None
    for voice in voices:
        rows = [voice.now, *voice.before, *voice.conditions, *([voice.reason] if voice.reason else [])]
        yield from (own_circle() if is_hidden else one.opened for one in rows)
