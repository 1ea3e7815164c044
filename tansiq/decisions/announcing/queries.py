"""Reading announcements: which adoptions wait for a meeting, and at which one a decision is announced."""

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from tansiq.decisions.announcing.models import Announcement
from tansiq.decisions.models import Decision
from tansiq.decisions.texts.models import Question, QuestionEnd
from tansiq.reviews.agenda.waiting import prepared
from tansiq.reviews.models import Review


def to_announce(body: UUID) -> QuerySet[Decision]:
    """What a body adopted by silence and no meeting announces yet; one that was called off announces nothing."""
    silent = Question.objects.filter(
        text_version=OuterRef("text_version"), way=Question.Way.SILENCE, end__outcome=QuestionEnd.Outcome.ADOPTED
    )
    announced = Announcement.objects.filter(decision=OuterRef("pk"), item__review__called_off_at=None)
    rows = Decision.objects.filter(Exists(silent), ~Exists(announced), body=body)
    return rows.select_related("audience").order_by("starts_on", "key")


def next_meeting(body: UUID) -> Review | None:
    """The next review of a body that is in preparation."""
    return prepared().filter(body=body, called_off_at=None).select_related("audience").first()


def announcements_of(decision: UUID) -> list[Announcement]:
    """At which meetings a decision is announced, the first first."""
    rows = Announcement.objects.filter(decision=decision).select_related("audience", "item", "item__review")
    return list(rows.select_related("item__review__audience").order_by("created_at", "key"))
