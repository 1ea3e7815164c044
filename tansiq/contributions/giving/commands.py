"""Stating what one gives, each later stage at its own end, correcting it, consenting, and limiting its use."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from tansiq.contributions.giving.models import Caveat, Consent, JointGiver, Step, StepCorrection
from tansiq.contributions.giving.queries import corrections_of_the_first, is_joint_giver, sides_of, so_far
from tansiq.contributions.giving.stating import Gift, Limit, Stated
from tansiq.contributions.models import Contribution
from tansiq.contributions.needs.commands import offer
from tansiq.contributions.needs.models import Need
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.engines import chains
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale, act, alone, edit
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import common_audience, remember_choice
from tansiq.release.models import Audience, Member

KIND, CAVEATS = "contribution", "caveat"  # Under which a member's release habits are kept.
REFUSED = {
    "end": _("This stage is not for this end to state."),
    "unseen": _("This takes back what was stated: give the reason."),
}


@act("contribution.stated")
def state_contribution(*, gift: Gift, readers: Sequence[int], need: Need | None = None) -> Contribution:
    """State what one gives, in one's own name, or with others of whom each consents by itself (R-C7).

    Its recipient and the others who give always read it. It may be offered for a need at once.
    """
    if acting().kind == Member.Kind.OFFICE:
        raise PermissionDenied
    gift.days.check()
    if gift.stage not in chains.WAY[:-1]:
        raise ValidationError(REFUSED["end"])
    if bool(gift.joint) != bool(gift.joint_name):
        raise ValidationError(_("Several givers have a name together and are named one by one."))
    audience = audience_for(readers, gift.recipient_member, *gift.joint)
    giver = None if gift.joint else acting().member
    with within_its_release():
        made = Contribution.objects.create(giver_id=giver, **gift.columns, **ownership(audience))
    for member in (one for one in gift.joint if one.pk != acting().member):
        JointGiver.objects.create(contribution=made, member=member, **ownership(audience))
    remember_choice(KIND, audience)
    append("contribution.stated", about=made, audience=audience, content=gift.told, first=True)
    if need is not None:
        offer(need=need, contribution=made)
    return made


@act("contribution.step_stated")
def state_step(*, contribution: Contribution, side: str, said: Stated, readers: Sequence[int]) -> Step:
    """State a stage that a contribution has reached, at one's own end; nothing goes back without its reason.

    Raises:
        ValidationError: the stage is not this end's, or takes back what was stated and gives no reason.
    """
    made = _step(contribution, side, said, audience_for(readers), so_far(contribution, side))
    content = {"contribution": str(contribution.pk), "side": side, **said.told}
    append("contribution.step_stated", about=made, audience=made.audience, content=content, first=True)
    return made


@act("contribution.corrected")
def correct_step(  # noqa: PLR0913 -- what, instead of what, why, to whom
    *,
    contribution: Contribution,
    side: str,
    earlier: Step | None,
    said: Stated,
    why: Words,
    readers: Sequence[int],
) -> Step:
    """State anew what one stated, and why: a stage, or how the contribution was stated at first.

    Raises:
        Stale: it was corrected already.
    """
    first = earlier is None
    if earlier and (earlier.owner_id != acting().member or earlier.contribution_id != contribution.pk):
        raise PermissionDenied
    alone(contribution.pk)
    if first and corrections_of_the_first(contribution).exists():
        raise Stale(_("This was corrected meanwhile. Nothing of yours is lost."))
    held = so_far(contribution, side, besides=earlier, first=not first)
    if said.reason is None and chains.refusal(side, held, said.stage, reasoned=False) == "unseen":
        said = replace(said, reason=why)
    made = _step(contribution, side, said, audience_for(readers), held)
    both = ownership(common_audience(made.audience, earlier.audience if earlier else made.audience))
    try:
        with transaction.atomic():
            StepCorrection.objects.create(earlier=earlier, later=made, reason=why, **both)
    except IntegrityError as twice:
        raise Stale(_("This was corrected meanwhile. Nothing of yours is lost.")) from twice
    content = {"contribution": str(contribution.pk), "side": side, **said.told, "why": why.as_json()}
    append("contribution.corrected", about=made, audience=made.audience, content=content, first=True)
    return made


def _step(contribution: Contribution, side: str, said: Stated, audience: Audience, held: Sequence[str]) -> Step:
    """A stage as one end states it; a recipient that is no member is entered by the secretariat on its word."""
    if side not in sides_of(contribution):
        raise PermissionDenied
    alone(contribution.pk)
    said.days.check()
    if refused := chains.refusal(side, held, said.stage, reasoned=said.reason is not None):
        raise ValidationError(REFUSED[refused])
    own = ownership(audience)
    if side == Step.Side.RECIPIENT and contribution.recipient_member_id is None:
        own |= {"said_by_id": None, "said_by_name": contribution.recipient}
    with within_its_release():
        place = Step.objects.filter(contribution=contribution, owner_id=own["owner_id"]).count()
        made = Step.objects.create(contribution=contribution, side=side, place=place, **said.columns, **own)
    remember_choice(KIND, audience)
    return made


@act("consent.given")
def give_consent(*, giver: JointGiver, consents: bool, words: Words | None, readers: Sequence[int]) -> Consent:
    """Consent to a gift that one is named as giving with others, or say that one does not; the newest word counts."""
    if acting().member != giver.member_id:
        raise PermissionDenied
    audience = audience_for(readers)
    with within_its_release():
        place = Consent.objects.filter(giver=giver).count()
        made = Consent.objects.create(giver=giver, consents=consents, words=words, place=place, **ownership(audience))
    remember_choice(KIND, audience)
    content: dict[str, Any] = {"contribution": str(giver.contribution_id), "consents": consents}
    content["text"] = words.as_json() if words else None
    append("consent.given", about=made, audience=audience, content=content, first=True)
    return made


@act("caveat.set")
def set_caveat(*, contribution: Contribution, limit: Limit, readers: Sequence[int]) -> Caveat:
    """Limit the use of what one gives, before those alone whom one chooses among its readers (R-C5)."""
    if chains.GIVER not in sides_of(contribution) and not is_joint_giver(contribution):
        raise PermissionDenied
    if limit.starts_on and limit.until_on and limit.until_on < limit.starts_on:
        raise ValidationError(_("The last day lies before the first."))
    audience = audience_for(readers)
    with within_its_release():
        made = Caveat.objects.create(contribution=contribution, **vars(limit), **ownership(audience))
    remember_choice(CAVEATS, audience)
    content = {"contribution": str(contribution.pk), **limit.told}
    append("caveat.set", about=made, audience=audience, content=content, first=True)
    return made


@act("caveat.lifted")
def lift_caveat(*, caveat: Caveat, on: date, version: int) -> Caveat:
    """Lift a limit from a day on; that it stood stays on the record.

    Raises:
        Stale: it was changed meanwhile.
    """
    if acting().member != caveat.owner_id:
        raise PermissionDenied
    if caveat.lifted_on:
        raise ValidationError(_("It is lifted already."))
    edit(caveat, version=version, lifted_on=on)
    append("caveat.lifted", about=caveat, audience=caveat.audience, content={"on": on.isoformat()})
    return caveat
