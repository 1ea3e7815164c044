"""Reading developments and claims of cause, each as released to the reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from tansiq.assessments.models import Assessment
from tansiq.assessments.queries import standing
from tansiq.developments.models import (
    Claim,
    ClaimAnswer,
    ClaimFigure,
    Development,
    DevelopmentCorrection,
    DevelopmentWithdrawal,
    DoubtedAssessment,
    DoubtedMeasure,
)
from tansiq.efforts.models import Figure, Measure
from tansiq.efforts.queries import figures
from tansiq.release.models import Audience
from tansiq.reviews.models import Subject

# Whoever reads a row reads its parents: their audiences tell no more.
WITH = ("audience", "owner", "line", "review", "source")
OF_CLAIM = ("audience", "owner", "line", "cause_line", "source", "development", "measure")
NEWEST = ("-since_on", "-created_at", "-key")
CHOOSABLE = 40  # Measures, assessments and developments that a form offers.
FEW = 20  # Claims beside the developments of a line; answers, and whatever hangs on one development.


def developments() -> QuerySet[Development]:
    """Developments, what changed last first, each with whether it was corrected or withdrawn for its reader."""
    here = OuterRef("pk")
    rows = Development.objects.select_related(*WITH).annotate(
        corrected=Exists(DevelopmentCorrection.objects.filter(earlier=here)),
        withdrawn=Exists(DevelopmentWithdrawal.objects.filter(development=here)),
    )
    return rows.order_by(*NEWEST)


def of_line(line: Subject | None) -> QuerySet[Development]:
    """What changed along one line of effort, or on the whole."""
    return developments().filter(line=line)


def that_stand() -> QuerySet[Development]:
    """The developments that were neither corrected nor withdrawn."""
    return developments().filter(corrected_by__isnull=True, withdrawals__isnull=True)


def developments_to_name(line: Subject | None) -> list[Development]:
    """The newest developments of a line or on the whole that stand, to choose from."""
    return list(that_stand().filter(line=line)[:CHOOSABLE])


@dataclass(frozen=True)
class Around:
    """What hangs on a development: what it makes doubtful, what corrects it, why it was withdrawn, who claims it."""

    measures: list[DoubtedMeasure]
    assessments: list[DoubtedAssessment]
    corrections: list[DevelopmentCorrection]
    withdrawals: list[DevelopmentWithdrawal]
    claims: list[Claim]

    @property
    def audiences(self) -> list[Audience]:
        """Who may read all of that."""
        rows = (*self.measures, *self.assessments, *self.corrections, *self.withdrawals)
        found = [one.audience for one in (*rows, *self.claims)]
        found += [one.measure.audience for one in self.measures]
        return found + [one.assessment.audience for one in self.assessments]


def around(key: UUID) -> Around:
    """What hangs on a development, as released to the reader."""
    measures = DoubtedMeasure.objects.filter(development=key).select_related("audience", "measure__audience")
    seen = ("audience", "assessment__audience", "assessment__owner", "assessment__line")
    assessments = DoubtedAssessment.objects.filter(development=key).select_related(*seen)
    corrections = DevelopmentCorrection.objects.filter(Q(earlier=key) | Q(later=key)).select_related("audience")
    withdrawals = DevelopmentWithdrawal.objects.filter(development=key).select_related("audience")
    return Around(
        list(measures.order_by("created_at", "key")),
        list(assessments.order_by("created_at", "key")),
        list(corrections.order_by("created_at", "key")),
        list(withdrawals),
        list(claims().filter(development=key)[:FEW]),
    )


def claims() -> QuerySet[Claim]:
    """Claims of cause, the newest first, each with whether somebody disputes or supports it, as far as one reads it."""
    answers = ClaimAnswer.objects.filter(claim=OuterRef("pk"))
    rows = Claim.objects.select_related(*OF_CLAIM).annotate(
        disputed=Exists(answers.filter(side=ClaimAnswer.Side.DISPUTES)),
        supported=Exists(answers.filter(side=ClaimAnswer.Side.SUPPORTS)),
    )
    return rows.order_by("-created_at", "-key")


def claims_on(line: Subject | None) -> list[Claim]:
    """The newest claims that are told along a line of effort or on the whole, or that name the line as the cause."""
    return list(claims().filter(Q(line=line) | Q(cause_line=line) if line else Q(line=None))[:FEW])


def answers_to(claim: UUID) -> list[ClaimAnswer]:
    """Who disputes or supports a claim, in the order in which they said so."""
    rows = ClaimAnswer.objects.filter(claim=claim).select_related("audience", "owner")
    return list(rows.order_by("created_at", "key"))


def figures_under(claim: UUID) -> list[Figure]:
    """The figures on which a claim rests, as released to the reader."""
    held = ClaimFigure.objects.filter(claim=claim).order_by("created_at", "key")
    return list(figures().filter(claims__in=held.values("pk")).select_related("measure", "measure__audience"))


def measures_to_doubt(line: Subject) -> list[Measure]:
    """The measures of a line, to choose from."""
    rows = Measure.objects.filter(line=line.code).select_related("audience")
    return list(rows.order_by("code", "key")[:CHOOSABLE])


def assessments_to_doubt(line: Subject) -> list[Assessment]:
    """The assessments of a line that stand, to choose from."""
    return list(standing().filter(line=line)[:CHOOSABLE])


def audiences_of(rows: Iterable[Development]) -> list[Audience]:
    """Who may read developments, and so what they are about."""
    return [row.audience for row in rows]


def audiences_of_claims(rows: Iterable[Claim]) -> list[Audience]:
    """Who may read claims, and so what they name."""
    return [row.audience for row in rows]
