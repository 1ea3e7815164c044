"""Drafting and giving the coordinator's briefing, taking its next steps onto the agenda, asking and answering."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.developments.briefing.models import (
    Briefing,
    BriefingAnswer,
    BriefingDevelopment,
    BriefingQuestion,
    NextStep,
    StepTaken,
)
from tansiq.developments.models import Development
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale, act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import common_audience, own_audience, remember_choice
from tansiq.release.models import Audience
from tansiq.reviews.agenda.commands import set_item
from tansiq.reviews.agenda.models import AgendaItem
from tansiq.reviews.agenda.saying import Saying
from tansiq.reviews.models import Review, Subject

KIND = "briefing"
Step = Briefing.Step
MEANWHILE = _("A colleague has saved another version meanwhile. Look at it; nothing of yours is lost.")


@dataclass(frozen=True)
class Brief:
    """What a briefing says: as of when, in which words, on which developments, with which next steps in their order."""

    as_of: date
    words: Words
    developments: Sequence[Development] = ()
    steps: Sequence[tuple[Words, Subject | None]] = ()


@act("briefing.drafted")
def draft_briefing(*, review: Review, brief: Brief, turn: int) -> Briefing:
    """Keep a draft, which the coordinator's own people read."""
    made = _put(review, brief, turn, Step.DRAFT, own_audience())
    append("briefing.drafted", about=made, audience=made.audience, content=_told(made), first=True)
    return made


@act("briefing.given")
def give_briefing(*, review: Review, brief: Brief, turn: int, readers: Sequence[int]) -> Briefing:
    """Give a briefing to those who were chosen among the review's readers; what is given is changed by nobody.

    Raises:
        Stale: a colleague has saved another version meanwhile.
    """
    made = _put(review, brief, turn, Step.GIVEN, audience_for(readers))
    remember_choice(KIND, made.audience)
    append("briefing.given", about=made, audience=made.audience, content=_told(made), first=True)
    return made


def _put(review: Review, brief: Brief, turn: int, step: str, audience: Audience) -> Briefing:
    """One more version, whole: its developments and next steps are put in with it and never after."""
    offices.only(offices.COORDINATOR)
    if brief.as_of > clock.today():
        raise ValidationError(_("This day has not come yet."))
    own = ownership(audience)
    given = {"review": review, "step": step, "as_of": brief.as_of, "words": brief.words, "turn": turn + 1}
    try:
        with within_its_release(), transaction.atomic():
            made = Briefing.objects.create(**given, **own)
    except IntegrityError as twice:
        raise Stale(MEANWHILE) from twice
    for place, one in enumerate(dict.fromkeys(brief.developments)):
        both = {**own, "audience": common_audience(audience, one.audience)}
        BriefingDevelopment.objects.create(briefing=made, development=one, place=place, **both)
    with within_its_release():
        for place, (words, line) in enumerate(brief.steps):
            NextStep.objects.create(briefing=made, line=line, words=words, place=place, **own)
    return made


def _told(made: Briefing) -> dict[str, object]:
    return {"review": str(made.review_id), "as_of": made.as_of.isoformat(), "text": made.words.as_json()}


@act("briefing.step_taken")
def take_step(*, step: NextStep, saying: Saying, readers: Sequence[int]) -> AgendaItem:
    """Set a next step on the agenda of its review as an item; whoever reads both sees that it came of the other."""
    item = set_item(review=step.briefing.review, saying=saying, readers=readers)
    both = common_audience(step.audience, item.audience)
    made = StepTaken.objects.create(step=step, item=item, **ownership(both))
    told = {"step": str(step.pk), "item": str(item.pk)}
    append("briefing.step_taken", about=made, audience=both, content=told, first=True)
    return item


@act("briefing.asked_about")
def ask_coordinator(*, briefing: Briefing, words: Words, readers: Sequence[int]) -> BriefingQuestion:
    """Ask about a briefing that was given; whoever gave it reads the question."""
    if briefing.step != Step.GIVEN:
        raise PermissionDenied
    with within_its_release():
        audience = audience_for(readers, briefing.owner)
        made = BriefingQuestion.objects.create(briefing=briefing, words=words, **ownership(audience))
    told = {"briefing": str(briefing.pk), "text": words.as_json()}
    append("briefing.asked_about", about=made, audience=audience, content=told, first=True)
    return made


@act("briefing.explained")
def answer_question(*, question: BriefingQuestion, words: Words, readers: Sequence[int]) -> BriefingAnswer:
    """Answer a question about one's briefing; whoever asked reads the answer."""
    if acting().member != question.briefing.owner_id:
        raise PermissionDenied
    with within_its_release():
        audience = audience_for(readers, question.owner)
        made = BriefingAnswer.objects.create(question=question, words=words, **ownership(audience))
    told = {"question": str(question.pk), "text": words.as_json()}
    append("briefing.explained", about=made, audience=audience, content=told, first=True)
    return made
