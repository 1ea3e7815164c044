"""What a table asks of its rows beyond the types of its columns: whose they are, what uses them up and counts them."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import models
from psycopg.types.json import Jsonb

from tansiq.advice.models import (
    Advice,
    AdviceCall,
    AdviceCorrection,
    Cure,
    NothingToAdd,
)
from tansiq.assessments.models import Assessment, Ground, Revision
from tansiq.contributions.giving.models import JointGiver, Step, StepCorrection
from tansiq.contributions.models import Contribution
from tansiq.contributions.needs.models import NeedState, Offer
from tansiq.decisions.actions.models import ActionStep
from tansiq.decisions.lessons.models import LessonStep
from tansiq.decisions.positions.models import Condition, Position, Reason
from tansiq.decisions.proxies.models import Proxy, ProxyEnd
from tansiq.decisions.texts.models import Elector, Paragraph, Question, QuestionEnd, TextVersion
from tansiq.developments.briefing.models import Briefing
from tansiq.developments.models import (
    Claim,
    ClaimFigure,
    Development,
    DevelopmentCorrection,
    DevelopmentWithdrawal,
    DoubtedAssessment,
    DoubtedMeasure,
)
from tansiq.forecasts.models import Horizon, Prediction
from tansiq.reviews.agenda.models import AgendaChange, AgendaItem
from tansiq.reviews.minutes.models import MinutesAnswer, MinutesCorrection, MinutesSeal
from tansiq.risks.models import Ending, Ranked, Ranking, Renewal, Risk
from tests.world import INSTANT

CANARY = "the canary sings"
# By Sahlan for Wadina; by Sahlan for Nawras too; by Nawras for itself; by the secretariat and by the chair likewise.
HIDDEN, LENT, OWN, OFFICE, CHAIR = "hidden", "lent", "own", "office", "chair"
OWNERS = {HIDDEN: "SH", LENT: "SH", OWN: "NW", OFFICE: "secretariat", CHAIR: "chair"}
SPACE = UUID("00000000-0000-4000-8000-000000000001")
Row = dict[str, Any]
WEAK: Row = {"kind": "weak_point", "severity": "high", "evidence": Jsonb({"source": "en", "words": {"en": CANARY}})}
# What a table asks of its rows beyond the type of each column.
ASKED: dict[str, Row] = {
    "tansiq_figure": {"value": 1, "base_id": None, "source_id": None},  # A member's own, as it reports it.
    "tansiq_contribution": {"amount": 1, "source_id": None, "shown_currency": ""},
    "tansiq_need": {"amount": 1},
    "tansiq_bodyrule": {"proxies": True},
    "tansiq_lessonstep": {"works": None, "place": ""},  # The first: an action is named.
    "tansiq_silenceact": {"verdict": "", "until_at": None, "received_at": None},
    "tansiq_target": {
        "value": 1,
        "level": "",
        "source_id": None,
        "basis": Jsonb({"source": "en", "words": {"en": CANARY}}),
    },
    "tansiq_waiting": {"waits_id": None, "words": Jsonb({"source": "en", "words": {"en": CANARY}})},
    "tansiq_measure": {"baseline_level": ""},
    "tansiq_risk": {"thread": UUID("00000000-0000-4000-8000-000000000002")},  # Stated, not brought by the record.
    "tansiq_resolution": {"outcome": "cannot_tell"},
    "tansiq_action": {"paragraph_id": None},  # Of the record, on its source.
    "tansiq_actionstep": {"due_on": None},
    "tansiq_decision": {"text_version_id": None, "body_id": None},  # On a source, not adopted here.
    "tansiq_series": {"every": 1, "unit": "months"},
    **dict.fromkeys(("tansiq_advice", "tansiq_handedin", "tansiq_unsignedadvice"), WEAK),
    "tansiq_advicecall": {
        "closes_at": datetime.fromisoformat(INSTANT) + timedelta(days=1),
        "settled_at": datetime.fromisoformat(INSTANT) + timedelta(days=2),
    },
    "tansiq_adviceanswer": {
        "into_id": None,
        "review_id": None,
        "words": Jsonb({"source": "en", "words": {"en": CANARY}}),
    },
    "tansiq_call": {"way": "acceptance", "own_acceptance": True},
}


# The minutes of a member go round, so that it may propose a correction; those of the office are adopted, to be sealed.
MINUTES: dict[str, Row] = {
    HIDDEN: {},
    LENT: {},
    OWN: {"step": "circulated", "until_on": date(2027, 1, 1)},
    OFFICE: {"step": "adopted"},
    CHAIR: {"step": "adopted"},
}
# In whose eyes somebody sees who leads nothing.
STANCES = {HIDDEN: "peer", LENT: "peer", OWN: "peer", OFFICE: "secretariat", CHAIR: "peer"}
# A planted row of these uses up what it hangs on: it has one of its own, so that another can be put in beside it.
USES_UP: dict[type[models.Model], tuple[str, type[models.Model]]] = {
    ProxyEnd: ("proxy_id", Proxy),
    MinutesAnswer: ("correction_id", MinutesCorrection),
    MinutesSeal: ("item_id", AgendaItem),
    Ground: ("assessment_id", Assessment),
    Revision: ("earlier_id", Assessment),
    StepCorrection: ("earlier_id", Step),
    JointGiver: ("contribution_id", Contribution),
    Offer: ("contribution_id", Contribution),
    Renewal: ("earlier_id", Risk),
    Ending: ("risk_id", Risk),
    Ranked: ("ranking_id", Ranking),
    Horizon: ("prediction_id", Prediction),
    DevelopmentCorrection: ("earlier_id", Development),
    DevelopmentWithdrawal: ("development_id", Development),
    DoubtedMeasure: ("development_id", Development),
    DoubtedAssessment: ("development_id", Development),
    ClaimFigure: ("claim_id", Claim),
    NothingToAdd: ("call_id", AdviceCall),
    AdviceCorrection: ("earlier_id", Advice),
    Cure: ("advice_id", Advice),
    Elector: ("question_id", Question),
    QuestionEnd: ("question_id", Question),
}


# Of which none is like another beside it: the column that counts them.
COUNTED: dict[type[models.Model], str] = {
    **dict.fromkeys((ActionStep, AgendaChange, Briefing, LessonStep, Question, Reason, Position, Condition), "turn"),
    TextVersion: "number",
    **dict.fromkeys((NeedState, Paragraph), "place"),
}
