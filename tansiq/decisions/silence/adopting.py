"""What an adoption by silence leaves behind: the number, given now and without a gap, and the end of the question."""

from datetime import datetime

from django.db import connection

from tansiq.decisions.silence.models import SilenceNumber
from tansiq.decisions.silence.queries import numbers_of
from tansiq.decisions.texts.commands import end_question
from tansiq.decisions.texts.models import Question, QuestionEnd
from tansiq.members.commands import ownership
from tansiq.reviews.commands import within

SERIES = "silence_number"


def adopted(question: Question, effective_at: datetime, refused: str) -> SilenceNumber:
    """Inside the act of the notice: the question is over, and its number the next one for its readers (R-S9)."""
    body, year = question.text.body_id, effective_at.year
    with connection.cursor() as cursor:  # One number is given at a time.
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))",
            [f"{SERIES} {body} {question.audience_id} {year}"],
        )
    end_question(question=question, outcome=QuestionEnd.Outcome.ADOPTED)
    with within(refused):
        return SilenceNumber.objects.create(
            question=question,
            body_id=body,
            year=year,
            number=numbers_of(body, question.audience_id, year) + 1,
            effective_at=effective_at,
            **ownership(question.audience),
        )
