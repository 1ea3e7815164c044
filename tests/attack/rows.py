"""A whole row of any table, of which every value is allowed to its owner."""

import hashlib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid5

from django.contrib.postgres.fields import ArrayField
from django.db import models
from psycopg.types.json import Jsonb

from tansiq.advice.models import (
    AdviceAnswer,
    AdviceCall,
    AdvicePosition,
    AdviceReason,
    Invitee,
    UnsignedAdvice,
)
from tansiq.assessments.models import Assessment, Revision
from tansiq.decisions.actions.models import Completion
from tansiq.decisions.positions.models import Condition, Explanation, Position, Reason
from tansiq.decisions.proxies.models import Proxy
from tansiq.finding.models import Findable
from tansiq.forecasts.models import Demur, Prediction, Resolution
from tansiq.languages.words import WordsField
from tansiq.members.models import FactorDemand
from tansiq.release.models import Audience, Guest, Member
from tansiq.reports.models import Overlap
from tansiq.reviews.minutes.models import Minutes
from tansiq.reviews.models import Numbering, Participation, Review
from tansiq.risks.models import Ranking, Renewal, Risk
from tests.attack.asked import ASKED, CANARY, COUNTED, MINUTES, OFFICE, OWNERS, SPACE, STANCES, Row
from tests.attack.planted import Planted, table_of
from tests.world import INSTANT, SECONDS


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
    """Whom a call asks besides, who speaks for whom, how often somebody spoke, words put in for the secretariat."""
    planted = seed == f"{kind} {table_of(model)}"
    if model is Proxy:
        return {"holder_id": world.members["coordinator"]}
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
    if model in (Ranking, Completion):
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
