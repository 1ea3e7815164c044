"""Stating a need, and offering a contribution for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.utils.translation import gettext_lazy as _

from tansiq.contributions.giving.queries import sides_of
from tansiq.contributions.models import Contribution
from tansiq.contributions.needs.models import Need, NeedState, Offer
from tansiq.contributions.needs.queries import State, states_of
from tansiq.contributions.said import HowMuch
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.engines import chains
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.record.acts import act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import common_audience, remember_choice
from tansiq.reviews.models import Subject

KIND = "need"


@dataclass(frozen=True)
class Wanted:
    """What is needed: of what kind, how much, where and by when."""

    kind: str
    text: Words
    how_much: HowMuch
    line: Subject | None = None
    place: Words | None = None
    by_on: date | None = None


@act("need.stated")
def state_need(*, wanted: Wanted, readers: Sequence[int]) -> Need:
    """State what is needed; a member does, as do the coordinator and the secretariat."""
    audience = audience_for(readers)
    own = {name: value for name, value in vars(wanted).items() if name != "how_much"}
    with within_its_release():
        made = Need.objects.create(**wanted.how_much.columns, **own, **ownership(audience))
    remember_choice(KIND, audience)
    content = {
        **wanted.how_much.told,
        "kind": wanted.kind,
        "text": wanted.text.as_json(),
        "line": wanted.line.code if wanted.line else None,
        "place": wanted.place.as_json() if wanted.place else None,
        "by": wanted.by_on.isoformat() if wanted.by_on else None,
    }
    append("need.stated", about=made, audience=audience, content=content, first=True)
    return made


@act("need.answered")
def say_of_need(*, need: Need, state: str, words: Words) -> NeedState:
    """Say what became of one's own need: it is met, withdrawn, no longer needed, or open again; to all who read it.

    Raises:
        ValidationError: that was said of it already, or a colleague has said something meanwhile.
    """
    if acting().member != need.owner_id:
        raise PermissionDenied
    said = states_of(need.pk)
    if state == (said[0].state if said else State.OPEN):
        raise ValidationError(_("That is what stands of it already."))
    try:
        with within_its_release():
            given = {"state": state, "words": words, "place": len(said), **ownership(need.audience)}
            made = NeedState.objects.create(need=need, **given)
    except IntegrityError as twice:
        raise ValidationError(_("A colleague has said something of it meanwhile.")) from twice
    content = {"need": str(need.pk), "state": state, "words": words.as_json(), "place": made.place}
    append("need.answered", about=made, audience=need.audience, content=content, first=True)
    return made


@act("contribution.offered")
def offer(*, need: Need, contribution: Contribution) -> Offer:
    """Offer what one gives for a need, to those who read both; only what is of its kind answers it.

    Raises:
        ValidationError: it is of another kind, was offered for this need already, or the need is closed.
    """
    if chains.GIVER not in sides_of(contribution):
        raise PermissionDenied
    said = states_of(need.pk)
    if said and said[0].state != State.OPEN:
        raise ValidationError(_("This need is closed."))
    if need.kind != contribution.kind:
        raise ValidationError(_("This is of another kind than what is needed."))
    both = common_audience(need.audience, contribution.audience)
    try:
        with within_its_release():
            made = Offer.objects.create(need=need, contribution=contribution, **ownership(both))
    except IntegrityError as twice:
        raise ValidationError(_("It is offered for this need already.")) from twice
    content = {"need": str(need.pk), "contribution": str(contribution.pk)}
    append("contribution.offered", about=made, audience=both, content=content, first=True)
    return made
