"""Stating a risk, saying it anew, ending it, ranking risks, and setting the scale on which they are placed."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from tansiq import chance, clock
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.engines import hedging
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale, act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import common_audience, remember_choice
from tansiq.release.models import Audience
from tansiq.reviews.models import Review
from tansiq.risks.models import Ending, Ranked, Ranking, Renewal, Risk, Scale
from tansiq.risks.stated import Placed, Stated

KIND = "risk"
RANKING = "ranking"
FEWEST_STEPS, MOST_STEPS = 2, 9


@act("risk.scale_set")
def set_scale(
    *, levels: Sequence[Words], likelihoods: Sequence[Words], impacts: Sequence[Words], readers: Sequence[int]
) -> Scale:
    """Set the scale on which risks are placed from now on; what was placed before keeps its own.

    Raises:
        ValidationError: a scale has too few steps, or too many.
    """
    offices.only(offices.SECRETARIAT)
    steps = {"levels": levels, "likelihoods": likelihoods, "impacts": impacts}
    if not all(FEWEST_STEPS <= len(one) <= MOST_STEPS for one in steps.values()):
        raise ValidationError(
            _("A scale has %(least)s to %(most)s steps."), params={"least": FEWEST_STEPS, "most": MOST_STEPS}
        )
    audience = audience_for(readers)
    held = {name: [step.as_json() for step in one] for name, one in steps.items()}
    made = Scale.objects.create(**held, **ownership(audience))
    append("risk.scale_set", about=made, audience=audience, content=held, first=True)
    return made


@act("risk.stated")
def state_risk(*, stated: Stated, review: Review | None, readers: Sequence[int]) -> Risk:
    """State what may go wrong, in one's own words, for a review or between reviews; whoever answers for it reads it.

    Raises:
        ValidationError: the hedge is lost in a language, a step is not on the scale, or the day is past.
    """
    made = _put(stated, review, audience_for(readers, stated.answers), {"thread": chance.key()})
    _entered("risk.stated", made, stated)
    return made


@act("risk.renewed")
def renew_risk(*, risk: Risk, stated: Stated, review: Review | None, reason: Words, readers: Sequence[int]) -> Risk:
    """Say anew what one said of a risk, and what has changed, to those who read both; what was said before stays.

    Raises:
        Stale: it was said anew already.
    """
    if risk.thread is None or acting().member != risk.owner_id:
        raise PermissionDenied
    made = _put(stated, review, audience_for(readers, stated.answers), {"thread": risk.thread, "turn": risk.turn + 1})
    both = ownership(common_audience(made.audience, risk.audience))
    try:
        with transaction.atomic():
            Renewal.objects.create(earlier=risk, later=made, reason=reason, **both)
    except IntegrityError as twice:
        raise Stale(_("This was said anew meanwhile. Both texts are below; nothing of yours is lost.")) from twice
    _entered("risk.renewed", made, stated)
    return made


def _put(stated: Stated, review: Review | None, audience: Audience, more: dict[str, object]) -> Risk:
    _check(stated)
    today = clock.today()
    dated = {"starts_on": today, "ends_on": today, "review": review, **more}
    with within_its_release():
        return Risk.objects.create(**stated.columns, **dated, **ownership(audience))


def _check(stated: Stated) -> None:
    if stated.hedge and hedging.lost(stated.level.words, stated.hedge.words):
        raise ValidationError(_("The hedge is lost: its words do not stand in the level, in each of its languages."))
    if stated.placed and not _on_scale(stated.placed):
        raise ValidationError(_("This is no step of the scale."))
    if stated.again_on and stated.again_on < clock.today():
        raise ValidationError(_("The day on which it is looked at again is past."))


def _on_scale(placed: Placed) -> bool:
    scale = placed.scale
    chosen = (placed.step, scale.levels), (placed.likelihood, scale.likelihoods), (placed.impact, scale.impacts)
    return all(step is None or 0 <= step < len(steps) for step, steps in chosen)


def _entered(kind: str, made: Risk, stated: Stated) -> None:
    remember_choice(KIND, made.audience)
    append(kind, about=made, audience=made.audience, content=stated.told(made.review_id), first=True)


@act("risk.ended")
def end_risk(  # noqa: PLR0913 -- what, how, since when, why, by what it is known, to whom
    *, risk: Risk, way: str, on: date, reason: Words, evidence: Words, readers: Sequence[int]
) -> Ending:
    """Close a risk that one stated, or say that it has come to pass: since when, why, and by what that is known.

    Raises:
        Stale: it was ended already, or said anew.
        ValidationError: the day has not come.
    """
    if risk.thread is None or acting().member != risk.owner_id:
        raise PermissionDenied
    if Renewal.objects.filter(earlier=risk).exists():
        raise Stale(_("This was said anew meanwhile. End what is said now."))
    if on > clock.today():
        raise ValidationError(_("This day has not come yet."))
    audience = audience_for(readers)
    given = {"risk": risk, "way": way, "on": on, "reason": reason, "evidence": evidence, **ownership(audience)}
    try:
        with within_its_release(), transaction.atomic():
            made = Ending.objects.create(**given)
    except IntegrityError as twice:
        raise Stale(_("This risk has been ended meanwhile.")) from twice
    remember_choice(KIND, audience)
    content: dict[str, object] = {"risk": str(risk.pk), "way": way, "on": on.isoformat()}
    content |= {"reason": reason.as_json(), "evidence": evidence.as_json()}
    append("risk.ended", about=made, audience=audience, content=content, first=True)
    return made


@act("risk.ranked")
def rank_risks(*, review: Review, risks: Sequence[Risk], words: Words | None, readers: Sequence[int]) -> Ranking:
    """Rank the risks that one reads, the greatest first, for a review; a later ranking stands in place of the former.

    Raises:
        ValidationError: a risk stands twice, or a reader of the ranking would not read every risk in it.
        Stale: another of one's people ranked at the same moment.
    """
    if not risks or len({one.pk for one in risks}) != len(risks):
        raise ValidationError(_("Rank each risk once, at least one."))
    audience, own = audience_for(readers), acting().member
    turn = Ranking.objects.filter(owner_id=own, review=review).count()
    given = ownership(audience)
    try:
        with within_its_release(), transaction.atomic():
            made = Ranking.objects.create(review=review, words=words, turn=turn, **given)
            for place, risk in enumerate(risks):
                Ranked.objects.create(ranking=made, risk=risk, place=place, **given)
    except IntegrityError as twice:
        raise Stale(_("Your member has ranked them meanwhile. Look at that ranking first.")) from twice
    remember_choice(RANKING, audience)
    told = words.as_json() if words else None
    content = {"review": str(review.pk), "risks": [str(one.pk) for one in risks], "text": told}
    append("risk.ranked", about=made, audience=audience, content=content, first=True)
    return made
