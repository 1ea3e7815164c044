"""The rules of texts: whoever tabled one revises it, or an office; a version and an electorate are of one instant."""

from tansiq.migrations._review_rules import OPENER
from tansiq.migrations._rules import SECRETARIAT
from tansiq.release.protect import ME

_OF = "EXISTS (SELECT FROM tansiq_{parent} its WHERE its.key = {table}.{column} AND its.audience_id = {table}.audience_id"


def _of(table: str, column: str, parent: str, more: str = "") -> str:
    """A row goes to all who read what it hangs on, and to nobody else."""
    return _OF.format(table=f"tansiq_{table}", column=column, parent=parent) + (f" AND {more})" if more else ")")


def _at_once(table: str) -> str:
    """It was put in with what it hangs on, by the same hand, in one transaction: afterwards nothing is added."""
    return f"its.owner_id = {ME} AND its.created_at = tansiq_{table}.created_at AND its.created_at = (SELECT tansiq.now())"


OF_ITS_BODY = (
    "review_id IS NULL OR EXISTS (SELECT FROM tansiq_review its WHERE its.key = tansiq_text.review_id "
    "AND its.body_id = tansiq_text.body_id)"
)
REVISES = _of("textversion", "text_id", "text", f"(its.owner_id = {ME} OR {OPENER})")
WRITES = _of("paragraph", "text_version_id", "textversion", _at_once("paragraph"))
RULES = f"{SECRETARIAT} AND " + _of("bodyrule", "body_id", "body")

# A version of the text is put to the text's body; the meeting in which it was proposed is one of that body.
PUTS = (
    f"{OPENER} AND " + _of("question", "text_version_id", "textversion", "its.text_id = tansiq_question.text_id") + " AND "
    "(review_id IS NULL OR EXISTS (SELECT FROM tansiq_review met JOIN tansiq_text put ON put.body_id = met.body_id "
    "WHERE met.key = tansiq_question.review_id AND put.key = tansiq_question.text_id))"
)

_TODAY = "(SELECT tansiq.now())::date"


def entitled(member: str, question: str) -> str:
    """A member holds a seat today in the body before which a question is, and is neither suspended nor gone."""
    return (
        "EXISTS (SELECT FROM tansiq_seat seat JOIN tansiq_text put ON put.body_id = seat.body_id "
        f"JOIN tansiq_question asked ON asked.text_id = put.key WHERE asked.key = {question} "
        f"AND seat.member_id = {member} AND seat.role <> 'observer' AND (seat.starts_on IS NULL "
        f"OR seat.starts_on <= {_TODAY}) AND (seat.ends_on IS NULL OR seat.ends_on >= {_TODAY})) AND "
        f"COALESCE((SELECT step.step FROM tansiq_standing step WHERE step.member_id = {member} "
        f"AND (step.not_later IS NULL OR step.not_later <= {_TODAY}) "
        "ORDER BY step.not_later DESC NULLS LAST, step.created_at DESC LIMIT 1), 'accession') "
        "NOT IN ('suspension', 'withdrawal')"
    )


_ENTITLED = entitled("tansiq_elector.member_id", "tansiq_elector.question_id")
ELECTS = _of("elector", "question_id", "question", _at_once("elector")) + f" AND {_ENTITLED}"

# Under silence the list is of the instant at which the chair let it begin, and of no later one.
_BEGAN = (
    "its.way = 'silence' AND (SELECT tansiq.office()) = 'chair' AND EXISTS (SELECT FROM tansiq_silenceact began "
    f"WHERE began.question_id = its.key AND began.kind = 'started' AND began.owner_id = {ME} "
    "AND began.created_at = tansiq_elector.created_at AND began.created_at = (SELECT tansiq.now()))"
)
_PUT = f"its.way <> 'silence' AND {_at_once('elector')}"
ELECTS_AT_START = _of("elector", "question_id", "question", f"(({_PUT}) OR ({_BEGAN}))") + f" AND {_ENTITLED}"
ENDS = f"{OPENER} AND " + _of("questionend", "question_id", "question")

# The item is the announcer's own and was set with it, at a meeting of the body that decided.
ANNOUNCES = (
    f"{OPENER} AND EXISTS (SELECT FROM tansiq_agendaitem its JOIN tansiq_review met ON met.key = its.review_id "
    "JOIN tansiq_decision told ON told.key = tansiq_announcement.decision_id "
    f"WHERE its.key = tansiq_announcement.item_id AND its.owner_id = {ME} "
    "AND its.audience_id = tansiq_announcement.audience_id AND its.created_at = tansiq_announcement.created_at "
    "AND COALESCE(told.body_id, met.body_id) = met.body_id)"
)

# Where the rule in force allows it, whoever holds a seat in a body lets another speak for it, before all of the body.
_RULED = (
    "(SELECT held.proxies FROM tansiq_bodyrule held WHERE held.body_id = tansiq_proxy.body_id "
    f"AND held.from_on <= {_TODAY} ORDER BY held.from_on DESC, held.created_at DESC, held.key LIMIT 1)"
)
_SEATED = (
    f"EXISTS (SELECT FROM tansiq_seat seat WHERE seat.body_id = tansiq_proxy.body_id AND seat.member_id = {ME} "
    f"AND seat.role <> 'observer' AND (seat.starts_on IS NULL OR seat.starts_on <= {_TODAY}) "
    f"AND (seat.ends_on IS NULL OR seat.ends_on >= {_TODAY}))"
)
PROXIES = f"COALESCE({_RULED}, false) AND {_SEATED} AND " + _of("proxy", "body_id", "body")
# Who gave it withdraws it, before all who read it.
WITHDRAWS = _of("proxyend", "proxy_id", "proxy", f"its.owner_id = {ME}")
