"""Reading chains: the stages of contributions at both ends, joint givers with their newest word, and caveats."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from tansiq.contributions.giving.models import Caveat, Consent, JointGiver, Step, StepCorrection
from tansiq.contributions.models import Contribution, ContributionLink
from tansiq.engines import chains
from tansiq.members import offices
from tansiq.release.acting import now_acting
from tansiq.release.led import led

MOST = 400  # Stages on one page.
FEW = 60  # Caveats and joint givers of one contribution.
IN_TIME = ("starts_on", "place", "created_at", "key")
ARRIVED = ("delivered", "confirmed")
PROMISED = ("pledged", "committed", "allocated", "in_delivery")
FULFILS = ContributionLink.Relation.FULFILS


def sides_of(contribution: Contribution) -> tuple[str, ...]:
    """The ends for which whoever acts may speak: the giver's, the recipient's, both or neither."""
    who = now_acting()
    if who is None or who.member is None:
        return ()
    gives = contribution.giver_id or contribution.owner_id
    to, named = contribution.recipient_member_id, contribution.recipient is not None
    receives = to == who.member if to else named and who.code == offices.SECRETARIAT
    return tuple(side for side, may in ((chains.GIVER, gives == who.member), (chains.RECIPIENT, receives)) if may)


def is_joint_giver(contribution: Contribution) -> bool:
    """Whether whoever acts is named as giving it with others."""
    who = now_acting()
    return who is not None and JointGiver.objects.filter(contribution=contribution, member=who.member).exists()


def steps() -> QuerySet[Step]:
    """Stages in the order of time, each with whether it was corrected."""
    rows = Step.objects.select_related("audience", "owner", "said_by")
    return rows.annotate(corrected=_corrected()).order_by(*IN_TIME)


def _corrected() -> Exists:
    return Exists(StepCorrection.objects.filter(earlier=OuterRef("pk")))


def so_far(contribution: Contribution, side: str, besides: Step | None = None, *, first: bool = True) -> list[str]:
    """The stages that one end has stated, in the order in which it did; without what is being corrected."""
    rows = steps().filter(~_corrected(), contribution=contribution, side=side).order_by("place", "created_at", "key")
    told = [one.stage for one in rows if besides is None or one.pk != besides.pk]
    if side != chains.GIVER:
        return told
    later = Contribution.objects.filter(continues__earlier=contribution, continues__relation=FULFILS)
    linked = [one.stage for one in later.order_by("starts_on", "key") if one.stage != Contribution.Stage.CONFIRMED]
    return [*([contribution.stage] if first else []), *linked, *told]


def corrections_of_the_first(contribution: Contribution) -> QuerySet[StepCorrection]:
    """What corrects how a contribution was stated at first."""
    return StepCorrection.objects.filter(earlier=None, later__contribution=contribution)


def arrived_since(day: date | None, most: int) -> list[Step | Contribution]:
    """What was delivered or confirmed since a day, the newest first, at whichever end it is said."""
    since = Q(starts_on__gte=day) if day else Q()
    told = steps().select_related("contribution", "contribution__audience", "contribution__giver")
    later = told.filter(~_corrected(), since, stage__in=ARRIVED, starts_on__isnull=False)
    first = Contribution.objects.select_related("audience", "giver", "source", "source__audience")
    first = first.filter(since, stage__in=ARRIVED, starts_on__isnull=False, doubtful__isnull=True)
    held = [*led(later.order_by("-starts_on", "key"), 0, most), *led(first.order_by("-starts_on", "key"), 0, most)]
    return sorted(held, key=lambda one: (-one.starts_on.toordinal(), str(one.pk)))[:most]


def promised(most: int) -> list[Contribution]:
    """What was promised, and of which no delivery, no withdrawal and no lapse is on record, the oldest first."""
    ended = (*ARRIVED, *chains.ENDED)
    later = ContributionLink.objects.filter(earlier=OuterRef("pk"), relation=FULFILS, later__stage__in=ended)
    said = Step.objects.filter(contribution=OuterRef("pk"), stage__in=ended)
    rows = Contribution.objects.select_related("audience", "giver", "source", "source__audience")
    open_ones = rows.filter(~Exists(later), ~Exists(said), stage__in=PROMISED, doubtful__isnull=True, context="")
    found: list[Contribution] = list(led(open_ones.order_by(F("starts_on").asc(nulls_last=True), "key"), 0, most))
    return found


@dataclass
class Held:
    """What hangs on contributions, by their keys."""

    steps: dict[UUID, list[Step]] = field(default_factory=dict)
    corrections: dict[UUID, StepCorrection] = field(default_factory=dict)  # By the step that corrects.

    def first_corrected(self, key: UUID) -> bool:
        """Whether how it was stated at first was corrected, as far as is released to the reader."""
        by = (self.corrections.get(one.pk) for one in self.steps.get(key, ()))
        return any(one is not None and one.earlier_id is None for one in by)


def held_on(keys: Iterable[UUID]) -> Held:
    """The stages of contributions and what corrects what, in two statements."""
    wanted, held = list(keys), Held()
    for one in steps().filter(contribution__in=wanted)[:MOST]:
        held.steps.setdefault(one.contribution_id, []).append(one)
    rows = StepCorrection.objects.filter(later__contribution__in=wanted).select_related("audience")
    held.corrections = {one.later_id: one for one in rows.order_by("created_at", "key")[:MOST]}
    return held


def givers_of(key: UUID) -> list[JointGiver]:
    """The members that are named as giving something together, each with its words on it, the newest first."""
    words = Consent.objects.select_related("audience").order_by("-place", "-created_at", "-key")
    rows = JointGiver.objects.filter(contribution=key).select_related("audience", "member")
    return list(
        rows.order_by("member__code", "key").prefetch_related(Prefetch("consents", words, to_attr="said"))[:FEW]
    )


def caveats_of(key: UUID) -> list[Caveat]:
    """The limits on the use of a contribution, those that stand first."""
    rows = Caveat.objects.filter(contribution=key).select_related("audience", "owner")
    return sorted(rows.order_by("created_at", "key")[:FEW], key=lambda one: one.lifted_on is not None)


def caveats() -> QuerySet[Caveat]:
    """Caveats with what they limit."""
    return Caveat.objects.select_related("audience", "owner", "contribution", "contribution__audience")


def to_consent(key: UUID) -> JointGiver | None:
    """What whoever acts is named as in a joint gift."""
    who = now_acting()
    rows = JointGiver.objects.filter(contribution=key, member=who.member if who else None)
    return rows.filter(Q(member__isnull=False)).select_related("audience", "contribution").first()
