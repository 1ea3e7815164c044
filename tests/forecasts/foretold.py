"""How tests foretell, resolve and demur, to whom."""

from datetime import date
from typing import Any

from tansiq.forecasts import commands, queries
from tansiq.forecasts.foretelling import By, Foretelling
from tansiq.forecasts.models import Demur, Horizon, Prediction, Resolution
from tansiq.members.commands import ownership
from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of, own_reader
from tansiq.release.models import PUBLIC
from tests.secretariat import en, readers
from tests.world import token

SOON = By(date(2026, 7, 1))


def to(codes):
    return readers(*codes) if codes else [PUBLIC]


def foretold(by, *codes, claim="The river falls.", when: By | None = SOON, **given: Any) -> Prediction:
    with acting_as(token(by)):
        made = commands.foretell(foretelling=Foretelling(en(claim), by=when, **given), readers=to(codes))
        return queries.predictions().get(pk=made.pk)


def dated(one: Prediction, by, *codes, when: By = SOON) -> Horizon:
    with acting_as(token(by)):
        return commands.say_by_when(prediction=one, by=when, readers=to(codes))


def resolved(
    one: Prediction, *codes, by="officer", outcome="happened", came=date(2026, 4, 20), **given: Any
) -> Resolution:
    with acting_as(token(by)):
        held = {"evidence": en("The gauge says so."), "source": None, **given}
        found = queries.predictions().get(pk=one.pk)
        came_on = came if outcome == "happened" else None
        return commands.resolve(prediction=found, outcome=outcome, came_on=came_on, readers=to(codes), **held)


def demurred(told: Resolution, by, *codes) -> Demur:
    with acting_as(token(by)):
        return commands.demur(resolution=told, words=en("The gauge was broken."), readers=to(codes))


def past(by, *codes, claim="It was to fall.", until=date(2026, 5, 1), **given: Any) -> Prediction:
    """A forecast of January whose time is over: put in as it was then, since no test waits."""
    with acting_as(token(by)):
        own = ownership(audience_of({*to(codes), own_reader()} if codes else {PUBLIC}))
        made = Prediction.objects.create(claim=en(claim), said_on=date(2026, 1, 5), **given, **own)
        if until:
            Horizon.objects.create(prediction=made, until_on=until, **own)
        return queries.predictions().get(pk=made.pk)
