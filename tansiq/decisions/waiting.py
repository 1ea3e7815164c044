"""What texts before their bodies wait for: a member's word under silence, its position, and the chair."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from tansiq import clock
from tansiq.decisions.positions.models import Position
from tansiq.decisions.silence.models import SilenceAct
from tansiq.decisions.texts.models import Elector, Question
from tansiq.engines import silence

SPOKEN = sorted(silence.OF_MEMBERS | silence.BREAKS)
HERE = OuterRef("pk")
LATELY = timedelta(days=7)


def runs_unspoken(member: UUID) -> QuerySet[Question]:
    """Runs of silence not closed in which a member is entitled and has said nothing; where each stands is computed."""
    spoken = SilenceAct.objects.filter(question=HERE, said_by=member, kind__in=SPOKEN)
    return _open(Question.Way.SILENCE).filter(_entitled(member), ~Exists(spoken))


def runs_over(member: UUID) -> QuerySet[Question]:
    """Runs of silence in which a member is entitled, not closed or closed of late; where each stands is computed."""
    late = Q(end__isnull=True) | Q(end__created_at__gte=clock.now() - LATELY)
    return Question.objects.filter(late, _entitled(member), way=Question.Way.SILENCE)


def runs_led(_office: UUID) -> QuerySet[Question]:
    """Runs of silence that are not closed; where each stands is computed."""
    return _open(Question.Way.SILENCE)


def questions_unanswered(member: UUID) -> QuerySet[Question]:
    """Questions open in a meeting on which a member is entitled to a position and has none."""
    taken = Position.objects.filter(question=HERE, owner=member)
    return _open(Question.Way.MEETING).filter(_entitled(member), ~Exists(taken))


def _open(way: str) -> QuerySet[Question]:
    return Question.objects.filter(way=way, end__isnull=True).order_by("created_at", "key")


def _entitled(member: UUID) -> Exists:
    return Exists(Elector.objects.filter(question=HERE, member=member))
