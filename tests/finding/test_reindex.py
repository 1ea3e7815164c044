"""What is found is gathered anew by the set-up: the same rows, whosever they are, and nothing is left of the former."""

import io
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connections

from tansiq.finding.kinds import kinds
from tests.world import Cluster

pytestmark = pytest.mark.slow
TOLD = (
    "SELECT kind, count(*), "
    "md5(string_agg(key::text || plain || audience_id || owner_id || vector::text, ',' ORDER BY key)) "
    "FROM tansiq_findable GROUP BY kind ORDER BY kind"
)


@pytest.fixture(scope="module")
def house(cluster: Cluster, record: str, django_db_setup: None, django_db_blocker) -> Iterator[str]:
    """A clone of the real record with a connection as the tables' owner, as a set-up has it."""
    cluster.clone(record, "reindex")
    connections.settings["owner"] = {
        **connections.settings["default"],
        "NAME": "reindex",
        "USER": "tansiq_owner",
        "PASSWORD": cluster.secrets()["passwords"]["owner"],
        "CONTEXT": False,
        "OPTIONS": {},
    }
    with django_db_blocker.unblock():
        yield "reindex"
        connections["owner"].close()
    del connections["owner"]
    del connections.settings["owner"]
    cluster.drop("reindex")


def test_the_loads_and_the_acts_have_gathered_all_that_the_set_up_gathers(cluster, house):
    with cluster.admin(house) as admin:
        before = admin.execute(TOLD).fetchall()
        admin.execute("DELETE FROM tansiq_findable WHERE kind <> 'body'")
        said = io.StringIO()
        call_command("reindex", stdout=said)
        assert admin.execute(TOLD).fetchall() == before
        on_pages = {
            "milestone",
            "assessment",
            "agendaitem",
            "document",
            "need",
            "prediction",
            "development",
            "claim",
            "briefing",
            "advice",
            "lesson",
            "textversion",
        }  # Set there, and never loaded.
        assert {kind for kind, *_rest in before} == {*kinds()} - on_pages
        assert f"{sum(count for _kind, count, _told in before)} items" in said.getvalue()
        assert admin.execute(
            "SELECT bool_and(relforcerowsecurity) FROM pg_class WHERE relrowsecurity AND relname <> 'pad'"
        ).fetchone() == (True,)


def test_every_item_of_the_record_is_found_as_it_is_released(cluster, house):
    with cluster.admin(house) as admin:
        for kind in kinds():
            if kind != "member":
                query = (
                    f"SELECT count(*) FROM tansiq_{kind} item "
                    f"FULL JOIN (SELECT * FROM tansiq_findable WHERE kind = '{kind}') f "
                    "USING (key) WHERE f.audience_id IS DISTINCT FROM item.audience_id"
                )
                assert admin.execute(query).fetchone() == (0,), kind
