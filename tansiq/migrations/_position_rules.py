"""The rules of positions: by whom, while the question is open, hidden from others until its close, and with a reason."""

from tansiq.migrations._review_rules import OPENER
from tansiq.release.protect import ME, READERS


def opens(table: str) -> str:
    """From the close on, those read it to whom it was to open."""
    return (
        f"(opened_id IN {READERS} AND EXISTS (SELECT FROM tansiq_questionend closed "
        f"WHERE closed.question_id = tansiq_{table}.question_id))"
    )


def voices(table: str) -> str:
    """A member that is entitled speaks while the question is open: hidden where the body hides it, else openly."""
    row = f"tansiq_{table}"
    return (
        f"opened_id IN {READERS} AND created_at = (SELECT tansiq.now()) AND EXISTS (SELECT FROM tansiq_elector may "
        f"WHERE may.question_id = {row}.question_id AND may.member_id = {ME}) "
        f"AND NOT EXISTS (SELECT FROM tansiq_questionend closed WHERE closed.question_id = {row}.question_id) "
        f"AND EXISTS (SELECT FROM tansiq_question asked, tansiq_member own WHERE asked.key = {row}.question_id "
        f"AND own.key = {ME} AND tansiq.within({row}.opened_id, asked.audience_id) "
        f"AND {row}.audience_id = CASE WHEN asked.rule->>'hidden' = 'true' "
        f"THEN tansiq.audience_id(ARRAY[own.reader]) ELSE {row}.opened_id END)"
    )


def _of_the_version(table: str) -> str:
    return (
        f"(paragraph_id IS NULL OR EXISTS (SELECT FROM tansiq_paragraph its JOIN tansiq_question asked "
        f"ON asked.text_version_id = its.text_version_id WHERE its.key = tansiq_{table}.paragraph_id "
        f"AND asked.key = tansiq_{table}.question_id))"
    )


# An objection bears a reason, which was put in before it; or says that it bears none, where the body allows that.
_REASONED = (
    "(kind <> 'objects' OR (NOT no_reason AND EXISTS (SELECT FROM tansiq_reason why "
    "WHERE why.question_id = tansiq_position.question_id AND why.turn = tansiq_position.turn "
    f"AND why.owner_id = {ME})) OR (no_reason AND EXISTS (SELECT FROM tansiq_question asked "
    "WHERE asked.key = tansiq_position.question_id AND asked.rule->>'reasons' = 'false')))"
)
POSITION = f"{voices('position')} AND {_of_the_version('position')} AND {_REASONED}"
CONDITION = f"{voices('condition')} AND {_of_the_version('condition')}"
EXPLAINS = (
    "EXISTS (SELECT FROM tansiq_elector may WHERE may.question_id = tansiq_explanation.question_id "
    f"AND may.member_id = {ME})"
)

# What is adopted here is a version whose question is over, adopted by this; what rests on a source is as before.
ADOPTS = (
    f"text_version_id IS NULL OR ({OPENER} AND source_id IS NULL AND EXISTS (SELECT FROM tansiq_question asked "
    "JOIN tansiq_questionend closed ON closed.question_id = asked.key JOIN tansiq_text put ON put.key = asked.text_id "
    "WHERE asked.text_version_id = tansiq_decision.text_version_id AND closed.outcome = 'adopted' "
    "AND put.body_id = tansiq_decision.body_id AND asked.audience_id = tansiq_decision.audience_id))"
)
