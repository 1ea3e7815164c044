"""What an adoption leaves behind, in the room or by silence: the question is over, and the decision has its number."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, connection

from tansiq.decisions.models import Decision
from tansiq.decisions.texts.commands import MEANWHILE, WIDER, end_question
from tansiq.decisions.texts.models import Question, QuestionEnd
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale
from tansiq.release.models import Audience
from tansiq.reviews.commands import within


def adopted(question: Question, on: date) -> Decision:
    """Inside an act that appends its own entry: the decision of a day, numbered now (R-S9).

    Raises:
        Stale: it was over already.
    """
    end_question(question=question, outcome=QuestionEnd.Outcome.ADOPTED)
    text = question.text
    made = Decision(
        body=text.body,
        text_version=question.text_version,
        review=question.review,
        code=_number_for(text.body_id, question.audience, on.year),
        kind=Decision.Kind.DECISION,
        text=text.title,
        starts_on=on,
        ends_on=on,
        **ownership(question.audience),
    )
    try:
        with within(WIDER):
            made.save(force_insert=True)
    except IntegrityError as twice:
        raise Stale(MEANWHILE) from twice
    return made


def _number_for(body: UUID, audience: Audience, year: int) -> str:
    """The next number of a body's decisions in a year, among those released alike: a gap would betray something."""
    with connection.cursor() as cursor:  # One number is given at a time.
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"decision {body} {audience.pk} {year}"]
        )
    held = Decision.objects.filter(body=body, audience=audience, starts_on__year=year, text_version__isnull=False)
    return f"{held.count() + 1}/{year}"
