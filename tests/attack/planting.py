"""Rows in every protected table: hidden from the attacker, lent to it, its own. A new table is planted by itself."""

import psycopg
from django.db import models

from tansiq.assessments.models import Assessment
from tansiq.database.contract.asking import PULSE
from tansiq.finding.models import Findable
from tansiq.forecasts.models import Prediction, Resolution
from tansiq.risks.models import Risk
from tests.attack.asked import CHAIR, HIDDEN, LENT, OFFICE, OWN, OWNERS, USES_UP
from tests.attack.planted import Planted, insert, models_of_the_house, table_of
from tests.attack.rows import _later, a_row, parents
from tests.world import Cluster


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
        bound -= PULSE  # Of no member (tests/database/test_uptime.py).
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
