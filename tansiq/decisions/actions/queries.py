"""Reading actions that are laid here: where each stands, its steps, how it is judged, and whom it waits for."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import DateField, Exists, Func, OuterRef, Q, QuerySet

from tansiq.advice.models import AdviceAnswer
from tansiq.decisions.actions.models import ActionStep, Completion
from tansiq.decisions.models import Action, ActionOwner, Decision
from tansiq.decisions.queries import actions, stated
from tansiq.decisions.texts.models import Paragraph
from tansiq.decisions.texts.queries import paragraphs_of, rule_of
from tansiq.engines.deciding import Rule
from tansiq.engines.verbs import BINDING
from tansiq.release.acting import acting
from tansiq.release.models import Audience, Released

Kind = Decision.Kind
BINDING_KINDS = (Kind.DECISION, Kind.DIRECTION, Kind.COMMITMENT, Kind.METHOD, Kind.ROADMAP)  # The others bind nobody.
OVER = (ActionStep.Kind.DONE, ActionStep.Kind.DROPPED)
SOON = Func(
    template="((SELECT tansiq.now())::date + 14)", output_field=DateField()
)  # From then on it needs its owners.
CHOOSABLE, FEW = 60, 100


def laid() -> QuerySet[Any]:
    """The actions that were laid here and are not over, the soonest due first."""
    return stated(Action.objects.filter(source=None)).exclude(state__in=OVER).order_by("due_until", "key")


def action(key: UUID) -> QuerySet[Any]:
    """One action, whole."""
    return actions().select_related("owner", "paragraph", "decision__review", "decision__body").filter(pk=key)


def owners_of(found: Action) -> list[ActionOwner]:
    """To whom an action falls, whoever leads first."""
    rows = ActionOwner.objects.filter(action=found).select_related("member", "audience")
    return list(rows.order_by("-lead", "place", "key"))


def steps_of(found: Action) -> list[ActionStep]:
    """The steps of an action in their order."""
    beside = ("owner", "audience", "document", "document__audience", "report", "report__audience", "report__measure")
    return list(ActionStep.objects.filter(action=found).select_related(*beside).order_by("turn")[:FEW])


def turn_of(found: Action) -> int:
    """How many steps an action has; all who read it read each of them."""
    return ActionStep.objects.filter(action=found).count()


def last_told(found: Action) -> str:
    """Where an action stands by its steps, its day aside."""
    told = ActionStep.objects.filter(action=found).exclude(kind=ActionStep.Kind.MOVED).order_by("-turn").first()
    return told.kind if told else found.status


def completions_of(found: Action) -> list[Completion]:
    """How far it was carried out in the eyes of each, as far as that is released to the reader: the last of each."""
    rows = Completion.objects.filter(action=found).select_related("owner", "audience").order_by("turn", "key")
    return sorted({one.owner_id: one for one in rows}.values(), key=lambda one: (one.created_at, one.pk))


def said_before(found: Action) -> int:
    """How often whoever acts said how far it was carried out."""
    return Completion.objects.filter(action=found, owner=acting().member).count()


def ruled_for(found: Action) -> Rule | None:
    """How the body rules whose decision it is; none where it ruled nothing."""
    decision = found.decision
    body = decision and (decision.body or (decision.review and decision.review.body))
    return rule_of(body) if body else None


def binding_paragraphs(decision: Decision) -> list[Paragraph]:
    """The paragraphs of an adopted text from which actions follow (R-D2)."""
    if decision.text_version_id is None:
        return []
    return [one for one in paragraphs_of(decision.text_version_id) if one.verb in BINDING]


def may_lay_under(decision: Decision) -> bool:
    """Whether a decision binds, so that actions may follow from it."""
    return bool(binding_paragraphs(decision)) if decision.text_version_id else decision.kind in BINDING_KINDS


def advice_behind(found: Action) -> list[AdviceAnswer]:
    """The advice that this action takes up, as far as the reader may see it; what was answered anew counts as it is."""
    rows = AdviceAnswer.objects.filter(action_id=found.pk).select_related("audience", "advice", "advice__audience")
    newer = AdviceAnswer.objects.filter(advice=OuterRef("advice"), turn__gt=OuterRef("turn"))
    return list(rows.filter(~Exists(newer)).order_by("created_at", "key")[:FEW])


def owed_by(member: UUID) -> QuerySet[Any]:
    """Actions of a member that are late or due soon, and neither done nor dropped."""
    own = ActionOwner.objects.filter(action=OuterRef("pk"), member=member)
    rows = laid().filter(Exists(own)).exclude(state=ActionStep.Kind.DROP_ASKED)
    return rows.filter(Q(moved_to__lte=SOON) | Q(moved_to=None, due_until__lte=SOON))


def to_be_dropped(_office: UUID) -> QuerySet[Any]:
    """Actions that an owner asks to drop."""
    return laid().filter(last_step=ActionStep.Kind.DROP_ASKED)


def unjudged(office: UUID) -> QuerySet[Any]:
    """Actions that are done in their owners' words, and that the chair has not judged."""
    judged = Completion.objects.filter(action=OuterRef("pk"), owner=office)
    return stated(Action.objects.filter(~Exists(judged), source=None)).filter(last_step=ActionStep.Kind.DONE)


def audiences_of(rows: Iterable[Released]) -> list[Audience]:
    """Who may read what hangs on an action."""
    return [one.audience for one in rows]
