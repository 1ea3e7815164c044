"""Rows in every protected table: hidden from the attacker, lent to it, its own. A new table is planted by itself."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, LiteralString
from uuid import UUID, uuid5

import psycopg
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from psycopg import sql
from psycopg.types.json import Jsonb

from tansiq.advice.models import (
    Advice,
    AdviceAnswer,
    AdviceCall,
    AdviceCorrection,
    AdvicePosition,
    AdviceReason,
    Cure,
    Invitee,
    NothingToAdd,
    UnsignedAdvice,
)
from tansiq.assessments.models import Assessment, Ground, Revision
from tansiq.contributions.giving.models import JointGiver, Step, StepCorrection
from tansiq.contributions.models import Contribution
from tansiq.contributions.needs.models import NeedState, Offer
from tansiq.database import context
from tansiq.decisions.positions.models import Condition, Explanation, Position, Reason
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
from tansiq.finding.models import Findable
from tansiq.forecasts.models import Demur, Horizon, Prediction, Resolution
from tansiq.languages.words import WordsField
from tansiq.members.models import FactorDemand
from tansiq.release.models import Audience, Guest, Member
from tansiq.reports.models import Overlap
from tansiq.reviews.agenda.models import AgendaChange, AgendaItem
from tansiq.reviews.minutes.models import Minutes, MinutesAnswer, MinutesCorrection, MinutesSeal
from tansiq.reviews.models import Numbering, Participation, Review
from tansiq.risks.models import Ending, Ranked, Ranking, Renewal, Risk
from tests.world import INSTANT, SECONDS, Cluster, frozen

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
    **dict.fromkeys((AgendaChange, Briefing, Question, Reason, Position, Condition), "turn"),
    TextVersion: "number",
    **dict.fromkeys((NeedState, Paragraph), "place"),
}


def models_of_the_house() -> list[type[models.Model]]:
    return list(apps.get_app_config("tansiq").get_models())


def table_of(model: type[models.Model]) -> str:
    return model._meta.db_table


@dataclass
class Planted:
    """A clone in which the attacker may try everything, and what lies in it."""

    name: str
    cluster: Cluster
    members: dict[str, UUID]
    audiences: dict[str, int]
    protected: tuple[str, ...]
    rows: dict[str, dict[str, Row]] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    later: dict[str, dict[str, UUID]] = field(default_factory=dict)  # What can come after what is planted.

    def plain(self, role: str = "app", token: str = "") -> psycopg.Connection:
        """A connection as a program's role, in somebody's context for the whole session."""
        connection = self.cluster.plain(self.name, role)
        if token:
            connection.execute("SELECT set_config('tansiq.context', %s, false)", [token])
        return connection

    def admin(self) -> psycopg.Connection:
        return self.cluster.admin(self.name)

    def pad(self) -> context.Pad:
        held = json.loads((self.cluster.data / "private" / "context.json").read_text())
        return context.Pad(held["number"], bytes.fromhex(held["key"]))

    def holder(self, slug: str) -> tuple[UUID, UUID]:
        """The account and the accreditation of a person of the cast."""
        with self.admin() as admin:
            return admin.execute(
                "SELECT c.key, a.key FROM tansiq_account c JOIN tansiq_accreditation a ON a.account_id = c.key "
                "WHERE c.email LIKE %s",
                [f"{slug}@%"],
            ).fetchone()

    def token(self, slug: str) -> str:
        if slug not in self.tokens:
            account, accreditation = self.holder(slug)
            with frozen():
                self.tokens[slug] = context.sign(self.pad(), account=account, accreditation=accreditation)
        return self.tokens[slug]

    def model(self, table: str) -> type[models.Model]:
        return next(model for model in models_of_the_house() if table_of(model) == table)

    @property
    def releasable(self) -> list[str]:
        """The tables that a member's rows lie in."""
        return list(self.rows[HIDDEN])

    def public(self) -> str:
        with frozen():
            return context.sign(self.pad())


def plant(cluster: Cluster, name: str) -> Planted:
    """Five rows in each protected table, laid by the administrator."""
    with cluster.admin(name) as admin:
        members = dict(admin.execute("SELECT code, key FROM tansiq_member").fetchall())
        readers = dict(admin.execute("SELECT code, reader FROM tansiq_member").fetchall())
        audiences = {
            HIDDEN: _audience(admin, [readers["SH"], readers["WA"]]),
            LENT: _audience(admin, [readers["SH"], readers["WA"], readers["NW"]]),
            OWN: _audience(admin, [readers["NW"]]),
            OFFICE: _audience(admin, [readers["secretariat"]]),
            CHAIR: _audience(admin, [readers["chair"]]),
            "others": _audience(admin, [readers["SH"], readers["chair"]]),
        }
        bound = {
            table
            for (table,) in admin.execute(
                "SELECT relname FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace"
            ).fetchall()
        }
        world = Planted(name, cluster, members, audiences, tuple(sorted(bound)))
        for kind in OWNERS:
            world.rows[kind] = {}
            for model in in_order():
                if table_of(model) in bound:
                    row = a_row(world, model, kind, f"{kind} {table_of(model)}")
                    if model in USES_UP:
                        column, parent = USES_UP[model]
                        own = a_row(world, parent, kind, f"used up {kind} {table_of(model)}")
                        insert(admin, table_of(parent), own)
                        row[column] = own["key"]
                    world.rows[kind][table_of(model)] = row
                    insert(admin, table_of(model), row)
                    if model in (Assessment, Risk, Prediction, Resolution):
                        later = a_row(world, model, kind, f"later {kind}") | _later(world, model, kind, row)
                        insert(admin, table_of(model), later)
                        world.later.setdefault(kind, {})[table_of(model)] = later["key"]
    return world


def in_order() -> list[type[models.Model]]:
    """The models that a member's rows lie in, parents first."""
    left = [model for model in models_of_the_house() if any(one.name == "owner" for one in model._meta.fields)]
    done: list[type[models.Model]] = []
    while left:
        ready = [model for model in left if not ({*parents(model).values()} & {*left} - {model})]
        assert ready, left
        done += ready
        left = [model for model in left if model not in ready]
    return sorted(done, key=lambda model: model is Findable)  # It hangs on an item of whatever kind.


def parents(model: type[models.Model]) -> dict[str, type[models.Model]]:
    named = {one.column: one.related_model for one in model._meta.local_concrete_fields if one.is_relation}
    by_key = {Guest: {"review_id": Review}, UnsignedAdvice: {"call_key": AdviceCall}}  # Known by their keys alone.
    return {**named, **by_key.get(model, {})}


def a_row(world: Planted, model: type[models.Model], kind: str, seed: str) -> Row:
    """A whole row, of which every value is allowed to its owner."""
    columns = [one for one in model._meta.local_concrete_fields if one.column and not one.generated]
    row = {one.column: _value(world, one, kind, seed) for one in columns}
    if model is Findable:  # What is planted is a remark, and what is put in anew a person.
        item = "remark" if seed == f"{kind} {table_of(model)}" else "person"
        row |= {"key": world.rows[kind][f"tansiq_{item}"]["key"], "kind": item}
    if model is FactorDemand and seed == f"{kind} {table_of(model)}":  # One is in force at a time: these are over.
        row["lifted_at"] = datetime.fromisoformat(INSTANT)
    if model is Participation:  # A member registers itself; all else is told by the offices.
        row |= {"member_id": world.members[OWNERS[kind]], "part": "registered"}
    if model is Review and kind != OFFICE:  # Series are the offices'; a number is given in the review's own.
        row["series_id"] = None
    if model is Numbering:
        row["number"] = len(seed)
    if model is Guest:
        number = int(hashlib.sha256(seed.encode()).hexdigest()[:7], 16)
        row |= {"review_id": _named(world, Review, kind), "reader": -2 * (1 + number)}
    if model in COUNTED:
        row[COUNTED[model]] = len(seed)
    if model is Minutes:
        row |= MINUTES[kind] if seed == f"{kind} {table_of(model)}" else {"step": "draft", "place": len(seed)}
    if model is Overlap:  # Of two reporters: what is planted is said by another to the owner, who may agree.
        planted = seed == f"{kind} {table_of(model)}"
        row["said_by_id" if planted else "other_id"] = world.members["coordinator"]
    row |= _advised(world, model, kind, seed)
    return {**row, **_assessed(world, model, kind, seed), **ASKED.get(table_of(model), {})}


def _advised(world: Planted, model: type[models.Model], kind: str, seed: str) -> Row:
    """Whom a call asks besides, how often somebody spoke before, and words put in for the secretariat."""
    planted = seed == f"{kind} {table_of(model)}"
    if model is Invitee and not planted:
        return {"member_id": world.members["coordinator"]}
    if model in (AdviceAnswer, AdvicePosition, AdviceReason):
        return {"turn": int(hashlib.sha256(seed.encode()).hexdigest()[:3], 16)}
    if model is UnsignedAdvice:
        row = {"call_key": _named(world, AdviceCall, kind)}
        late = ASKED["tansiq_advicecall"]["closes_at"]
        return row if planted else row | {"owner_id": world.members["secretariat"], "open_at": late}
    return {}


def _later(world: Planted, model: type[models.Model], kind: str, row: Row) -> Row:
    """What comes after what is planted; another's forecast, which alone an office resolves; what came of one's own."""
    if model is Prediction:
        return {"owner_id": world.members["coordinator"]}
    if model is Resolution:
        return {"prediction_id": world.rows[kind]["tansiq_prediction"]["key"]}
    return {"turn": row["turn"] + 1}


def _assessed(world: Planted, model: type[models.Model], kind: str, seed: str) -> Row:
    """In whose eyes somebody sees, how often it was said before, and what came after it."""
    turn = {"turn": int(hashlib.sha256(seed.encode()).hexdigest()[:3], 16)}
    if model is Assessment:
        return {"stance": STANCES[kind], **turn}
    if model is Ranking:
        return turn
    if model in (Reason, Position, Condition, Explanation):  # Where its owner is entitled to answer.
        return {"question_id": world.rows[kind]["tansiq_elector"]["question_id"]}
    if model is Resolution:
        return {**turn, "prediction_id": world.later[kind]["tansiq_prediction"]}
    if model is Demur:
        return {"resolution_id": world.later[kind]["tansiq_resolution"]}
    after = {Revision: Assessment, Renewal: Risk}.get(model)
    return {"later_id": world.later[kind][table_of(after)]} if after else {}


def _value(world: Planted, one: models.Field, kind: str, seed: str) -> Any:
    if one.is_relation:
        return _named(world, one.related_model, kind)
    if one.null:
        return None
    if one.choices:
        return one.choices[0][0]
    unique = hashlib.sha256(f"{seed} {one.column}".encode()).hexdigest()
    made = next(make for its, make in MAKERS.items() if isinstance(one, its))(unique)
    if one.column == "epoch":
        return SECONDS // 3600
    if one.column == "expires_at":
        return datetime.fromisoformat(INSTANT) + timedelta(days=1)
    return made[: one.max_length] if isinstance(one, models.CharField) else made


def _named(world: Planted, model: type[models.Model], kind: str) -> Any:
    """What a row of this kind names in another table."""
    if model is Member:
        return world.members[OWNERS[kind]]
    if model is Audience:
        return world.audiences[kind]
    held = world.rows[kind].get(table_of(model))
    return held["key"] if held else None


# A value for each type of column; a type that stands after the one it is drawn from would never be asked.
MAKERS: dict[type[models.Field], Callable[[str], Any]] = {
    ArrayField: lambda _unique: [],
    models.UUIDField: lambda unique: uuid5(SPACE, unique),
    WordsField: lambda _unique: Jsonb({"source": "en", "words": {"en": CANARY}}),
    models.JSONField: lambda _unique: Jsonb({"said": CANARY}),
    models.EmailField: lambda unique: f"{unique[:12]}@test.example",
    models.CharField: str,
    models.TextField: str,
    models.BooleanField: lambda _unique: False,
    models.DateTimeField: lambda _unique: datetime.fromisoformat(INSTANT),
    models.DateField: lambda _unique: date(2015, 1, 22),
    models.BinaryField: lambda _unique: CANARY.encode(),
    models.DecimalField: lambda _unique: 1,
    models.IntegerField: lambda _unique: 1,
}


def secret(kind: str) -> str:
    """The secret of a planted invitation, of which the row keeps the digest."""
    return f"{kind} tansiq_invitation token_digest"


def composed(text: LiteralString, **names: str) -> sql.Composed:
    """A statement about tables and columns by name."""
    return sql.SQL(text).format(**{place: sql.Identifier(name) for place, name in names.items()})


def insert(connection: psycopg.Connection, table: str, row: Row) -> None:
    names = sql.SQL(", ").join(map(sql.Identifier, row))
    places = sql.SQL(", ").join([sql.Placeholder()] * len(row))
    connection.execute(
        sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(sql.Identifier(table), names, places), [*row.values()]
    )


def _audience(admin: psycopg.Connection, readers: list[int]) -> int:
    ((made,),) = admin.execute("SELECT tansiq.audience_id(%s)", [sorted(readers)]).fetchall()
    admin.execute(
        "INSERT INTO tansiq_audience (id, readers) VALUES (%s, %s) ON CONFLICT DO NOTHING", [made, sorted(readers)]
    )
    admin.execute(
        "INSERT INTO tansiq_audience_reader (reader, audience_id) SELECT unnest(%s::int[]), %s ON CONFLICT DO NOTHING",
        [readers, made],
    )
    return made
