"""What was decided and became of it, what was given, what may go wrong, what was foretold."""

from collections.abc import Iterable

from tansiq.contributions.models import Contribution, ContributionLink
from tansiq.cycle.loading.doubts import doubtful
from tansiq.cycle.loading.register import Register
from tansiq.cycle.loading.rows import Items, Section, days, unit, without, words
from tansiq.decisions.models import Action, ActionOwner, Decision, FollowUp
from tansiq.engines import record_file as files
from tansiq.press.models import Forecast
from tansiq.risks.models import Risk


def load_decisions(register: Register, rows: list[files.Decision], reviews: Items, sources: Items) -> Items:
    """Decisions, and which earlier ones each carries on."""
    section = Section(register, "decision", Decision)
    for row in rows:
        columns = {
            "review_id": reviews.get(row.review or ""),
            "kind": row.kind,
            "line": row.line,
            "text": words(row.text),
            **days("", row.on),
            "source_id": sources[row.source],
            "note": words(row.note),
        }
        section.take(row.ref, without(row, "follows"), register.audience(row.audience), columns)
    decisions = section.store()
    links = Section(register, "follow_up", FollowUp)
    for row in rows:
        for one in row.follows:
            columns = {"earlier_id": decisions[one.decision], "later_id": decisions[row.ref]}
            body = {"earlier": one.decision, "later": row.ref}
            links.take(f"{one.decision}/{row.ref}", body, register.audience(one.audience), columns)
    links.store()
    return decisions


def load_actions(register: Register, rows: list[files.Action], decisions: Items, sources: Items) -> None:
    """Actions, and to whom each falls."""
    section = Section(register, "action", Action)
    for row in rows:
        columns = {
            "decision_id": decisions.get(row.decision or ""),
            "line": row.line or "",
            "text": words(row.text),
            **days("due_", row.due),
            "status": row.status,
            "evidence": words(row.evidence),
            "source_id": sources[row.source],
        }
        section.take(row.ref, without(row, "owners"), register.audience(row.audience), columns)
    actions = section.store()
    owners = Section(register, "action_owner", ActionOwner)
    for row in rows:
        for place, one in enumerate(row.owners):
            columns = {
                "action_id": actions[row.ref],
                "member": register.members[one.member],
                "lead": one.lead,
                "place": place,
            }
            body = {"action": row.ref, **without(one)}
            owners.take(f"{row.ref}/{one.member}", body, register.audience(one.audience), columns)
    owners.store()


def load_contributions(register: Register, file: files.RecordFile, reviews: Items, sources: Items) -> None:
    """Contributions, each at its stage, and how they hang on each other; the unlikely ones are marked."""
    rows, doubts = file.contributions, doubtful(file)
    section = Section(register, "contribution", Contribution)
    for row in rows:
        giver = register.members.get(row.member or "")
        columns = {
            "giver": giver,
            "giver_label": words(row.giver_label),
            "said_by_name": None if giver else words(row.giver_label),
            "kind": row.kind,
            "text": words(row.text),
            "amount": row.amount,
            "high": row.high,
            "qualifier": row.qualifier,
            "words": words(row.words),
            "unit": unit(row.unit),
            "currency": row.currency or "",
            "stage": row.stage,
            **days("", row.on),
            "review_id": reviews.get(row.review or ""),
            "line": row.line,
            "earmark": words(row.earmark),
            "recipient": words(row.recipient),
            "doubtful": words(row.doubtful) or doubts.get(row.ref),
            "source_id": sources[row.source],
            "note": words(row.note),
        }
        section.take(row.ref, without(row, "follows"), register.audience(row.audience), columns)
    contributions = section.store()
    links = Section(register, "contribution_link", ContributionLink)
    for row in rows:
        for one in row.follows:
            columns = {
                "earlier_id": contributions[one.contribution],
                "later_id": contributions[row.ref],
                "relation": one.relation,
            }
            body = {"earlier": one.contribution, "later": row.ref, "relation": one.relation}
            links.take(f"{one.contribution}/{row.ref}", body, register.audience(one.audience), columns)
    links.store()


def load_risks(register: Register, rows: Iterable[files.Risk], reviews: Items, sources: Items) -> None:
    """Risks, each with its level in the words in which it was stated."""
    section = Section(register, "risk", Risk)
    for row in rows:
        columns = {
            "text": words(row.text),
            "level": words(row.level),
            "line": row.line or "",
            **days("", row.on),
            "said_by": register.members.get(row.raised_by or ""),
            "said_by_name": None if row.raised_by else words(row.raised_by_label),
            "review_id": reviews.get(row.review or ""),
            "source_id": sources[row.source],
            "note": words(row.note),
        }
        section.take(row.ref, without(row), register.audience(row.audience), columns)
    section.store()


def load_forecasts(register: Register, rows: Iterable[files.Statement], statements: Items, sources: Items) -> None:
    """What statements foretell, and what came of it."""
    section = Section(register, "forecast", Forecast)
    for row in rows:
        one = row.forecast
        if one is None:
            continue
        columns = {
            "statement_id": statements[row.ref],
            "event": words(one.event),
            "hedge": words(one.hedge),
            **days("horizon_", one.horizon),
            "outcome": one.outcome,
            **days("outcome_", one.outcome_on),
            "outcome_words": words(one.outcome_words),
            "outcome_source_id": sources.get(one.outcome_source or ""),
        }
        body = {"statement": row.ref, **without(one)}
        section.take(row.ref, body, register.audience(row.audience), columns)
    section.store()
