"""Assessing a line of effort, revising what one said, and seeing it otherwise than another."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.assessments.models import Assessment, Dissent, Ground, Revision
from tansiq.assessments.seen import Eyes, Seen
from tansiq.efforts.commands.keeping import leads_today
from tansiq.efforts.models import Figure
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale, act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import common_audience, remember_choice
from tansiq.release.models import Audience
from tansiq.reviews.models import Review, Subject
from tansiq.reviews.widening.commands import bind, widen

KIND = "assessment"
Stance = Assessment.Stance


def stance_on(line: Subject, eyes: Eyes | None = None) -> str:
    """With whose eyes the acting member or office sees a line of effort: never a choice of its own (R-A9)."""
    code = acting().code
    if code == offices.COORDINATOR:
        return Stance.COORDINATOR
    if code == offices.SECRETARIAT:
        return Stance.INDEPENDENT if eyes else Stance.SECRETARIAT
    return Stance.SELF if leads_today().filter(line=line).exists() else Stance.PEER


@act("assessment.made")
def assess(  # noqa: PLR0913 -- what, for which review, to whom, resting on what, in whose eyes
    *,
    line: Subject,
    review: Review | None,
    seen: Seen,
    readers: Sequence[int],
    figures: Iterable[Figure] = (),
    eyes: Eyes | None = None,
) -> Assessment:
    """Say how a line of effort stands, beside what others say of it; independent eyes are entered on their word.

    Raises:
        ValidationError: the day has not come, the window ends before it begins, or one has said this already.
    """
    if eyes is not None:
        offices.only(offices.SECRETARIAT)
    if not line.is_line:
        raise ValidationError(_("Only a line of effort is assessed."))
    audience = audience_for(readers)
    given: dict[str, Any] = {"line": line, "review": review, "stance": stance_on(line, eyes)}
    if eyes is not None:
        given |= {"source": eyes.source, "said_by_name": eyes.name, "said_by_id": None}
    try:
        made = _put(given, seen, audience)
    except IntegrityError as twice:
        raise ValidationError(_("You have assessed this already. Revise what you said.")) from twice
    told = {"eyes": eyes.name.as_json(), "source": str(eyes.source.pk)} if eyes else {"eyes": None, "source": None}
    _entered("assessment.made", made, seen, figures, {"stance": given["stance"], **told})
    return made


@act("assessment.revised")
def revise(
    *, assessment: Assessment, seen: Seen, reason: Words, readers: Sequence[int], figures: Iterable[Figure] = ()
) -> Assessment:
    """Revise what one said, and say why, to those who read both; what was said before stays.

    Raises:
        Stale: it was revised already.
    """
    if acting().member != assessment.owner_id:
        raise PermissionDenied
    if (seen.aspect, seen.window) != (assessment.aspect, assessment.window):
        raise ValidationError(_("This is of something else: assess it anew."))
    given = {
        "line": assessment.line,
        "review": assessment.review,
        "stance": assessment.stance,
        "source": assessment.source,
        "said_by_id": assessment.said_by_id,
        "said_by_name": assessment.said_by_name,
        "turn": assessment.turn + 1,
    }
    try:
        made = _put(given, seen, audience_for(readers))
    except IntegrityError as twice:
        raise Stale(_("This was revised meanwhile. Both texts are below; nothing of yours is lost.")) from twice
    both = ownership(common_audience(made.audience, assessment.audience))
    Revision.objects.create(earlier=assessment, later=made, reason=reason, **both)
    _entered("assessment.revised", made, seen, figures, {"stance": made.stance})
    return made


def _put(given: dict[str, Any], seen: Seen, audience: Audience) -> Assessment:
    if seen.as_of > clock.today():
        raise ValidationError(_("This day has not come yet."))
    if (seen.aspect == Assessment.Aspect.PERFORMANCE) != bool(seen.rating):
        raise ValidationError(_("Our own performance is rated, and the state of the context is not."))
    if seen.since_on and seen.since_on > seen.as_of:
        raise ValidationError(_("The window ends before it begins."))
    columns = {**ownership(audience), **seen.columns, **given}
    with within_its_release(), transaction.atomic():
        return Assessment.objects.create(**columns)


def _entered(kind: str, made: Assessment, seen: Seen, figures: Iterable[Figure], told: dict[str, Any]) -> None:
    """What it rests on, each to those who read both; and the entry."""
    held = list(figures)
    with within_its_release():
        for figure in held:
            both = ownership(common_audience(made.audience, figure.audience))
            Ground.objects.create(assessment=made, figure=figure, **both)
    remember_choice(KIND, made.audience)
    content = {
        "line": made.line.code,
        "review": str(made.review_id) if made.review_id else None,
        **seen.told,
        **told,
    }
    append(kind, about=made, audience=made.audience, content=content, first=True)


@act("assessment.dissented")
def dissent(*, assessment: Assessment, words: Words, readers: Sequence[int]) -> Dissent:
    """See it otherwise, and say how; what was assessed stays as it is."""
    audience = audience_for(readers)
    with within_its_release():
        made = Dissent.objects.create(assessment=assessment, words=words, **ownership(audience))
    remember_choice(KIND, audience)
    content = {"assessment": str(assessment.pk), "text": words.as_json()}
    append("assessment.dissented", about=made, audience=audience, content=content, first=True)
    return made


@act("assessment.released")
def release_assessment(*, assessment: Assessment, readers: Sequence[int], version: int) -> Assessment:
    """Release what one said to more; on what it rests, and what it revises, to all who read both."""
    widen("assessment.released", assessment, readers, version=version)
    for ground in assessment.grounds.select_related("audience", "figure__audience"):
        bind(ground, assessment, ground.figure)
    links = Revision.objects.filter(Q(earlier=assessment) | Q(later=assessment))
    for link in links.select_related("audience", "earlier__audience", "later__audience"):
        bind(link, link.earlier, link.later)
    return assessment
