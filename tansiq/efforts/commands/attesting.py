"""Milestones: setting one, expecting it on another day, attesting it, and saying what waits for it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.efforts.commands.keeping import may_keep
from tansiq.efforts.milestones.models import Attestation, Expectation, Milestone, Waiting
from tansiq.efforts.models import Measure
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.record.acts import act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import remember_choice
from tansiq.release.models import Member

KIND = "milestone"


@act("milestone.set")
def set_milestone(  # noqa: PLR0913 -- what, by whom, for what, when, attested by whom, to whom
    *,
    line: str,
    measure: Measure | None,
    what: Words,
    doer: Member | None,
    doer_name: Words | None,
    ready_for: Words | None,
    attester: Member,
    expected_on: date,
    readers: Sequence[int],
) -> Milestone:
    """Set a milestone along a line of effort; whoever must reach it and whoever attests it always read it."""
    if not may_keep(line):
        raise PermissionDenied
    if (doer is None) == (doer_name is None):
        raise ValidationError(_("Say who must reach it: a member, or somebody else by name."))
    if measure is not None and measure.line != line:
        raise ValidationError(_("This measure is of another line of effort."))
    given = ownership(audience_for(readers, doer, attester))
    with within_its_release():
        made = Milestone.objects.create(
            line=line,
            measure=measure,
            what=what,
            doer=doer,
            doer_name=doer_name,
            ready_for=ready_for,
            attester=attester,
            **given,
        )
        Expectation.objects.create(milestone=made, on=expected_on, **given)
    remember_choice(KIND, made.audience)
    append(
        "milestone.set",
        about=made,
        audience=made.audience,
        content={
            "line": line,
            "measure": str(measure.pk) if measure else None,
            "text": what.as_json(),
            "doer": doer.code if doer else None,
            "doer_name": doer_name.as_json() if doer_name else None,
            "ready_for": ready_for.as_json() if ready_for else None,
            "attester": attester.code,
            "expected": expected_on.isoformat(),
        },
        first=True,
    )
    return made


@act("milestone.expected")
def expect_milestone(*, milestone: Milestone, on: date, reason: Words, readers: Sequence[int]) -> Expectation:
    """Expect a milestone on another day, and say why; the former days stay."""
    if acting().member not in (milestone.owner_id, milestone.doer_id):
        raise PermissionDenied
    last = Expectation.objects.filter(milestone=milestone).order_by("-place", "-created_at", "-key").first()
    if last and on == last.on:
        raise ValidationError(_("It is expected on this day already."))
    given = {"milestone": milestone, "on": on, "reason": reason, "place": last.place + 1 if last else 0}
    return _add(Expectation, "milestone.expected", given, readers, {"on": on.isoformat(), "text": reason.as_json()})


@act("milestone.attested")
def attest_milestone(
    *, milestone: Milestone, state: str, on: date, evidence: Words, readers: Sequence[int]
) -> Attestation:
    """Say that a milestone was reached, or was lost again, and by what that is known; its attester alone may.

    Raises:
        ValidationError: that is its state already, or the day lies ahead, or before that of the state that stands.
    """
    if acting().member != milestone.attester_id:
        raise PermissionDenied
    if on > clock.today():
        raise ValidationError(_("This day has not come yet. What is only expected is no state."))
    last = Attestation.objects.filter(milestone=milestone).order_by("-place", "-created_at", "-key").first()
    if (last.state if last else Attestation.State.LOST) == state:
        raise ValidationError(_("That is its state already."))
    if last and on < last.on:
        raise ValidationError(_("This day lies before that of the state that stands."))
    place = last.place + 1 if last else 0
    given = {"milestone": milestone, "state": state, "on": on, "evidence": evidence, "place": place}
    told = {"state": str(state), "on": on.isoformat(), "text": evidence.as_json()}
    return _add(Attestation, "milestone.attested", given, readers, told)


@act("milestone.awaited")
def await_milestone(
    *, milestone: Milestone, waits: Milestone | None, words: Words | None, readers: Sequence[int]
) -> Waiting:
    """Say what waits for a milestone: another one, or something in words."""
    if (waits is None) == (words is None):
        raise ValidationError(_("Name another milestone, or say in words what waits."))
    if waits is not None and waits.pk == milestone.pk:
        raise ValidationError(_("A milestone does not wait for itself."))
    given = {"milestone": milestone, "waits": waits, "words": words}
    told = {"waits": str(waits.pk) if waits else None, "text": words.as_json() if words else None}
    return _add(Waiting, "milestone.awaited", given, readers, told)


def _add(model: Any, kind: str, given: dict[str, Any], readers: Sequence[int], told: dict[str, Any]) -> Any:
    """A row that hangs on a milestone, with its entry; to those whom the acting member chose."""
    audience = audience_for(readers)
    with within_its_release():
        made = model.objects.create(**given, **ownership(audience))
    remember_choice(KIND, audience)
    content = {"milestone": str(given["milestone"].pk), **told}
    append(kind, about=made, audience=audience, content=content, first=True)
    return made
