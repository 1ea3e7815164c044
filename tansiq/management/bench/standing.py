"""The pages of where we stand among all that was given and said, against their floor; what hidden rows tell."""

from collections.abc import Iterator

from django.db import connection
from django.urls import reverse
from django.utils.translation import override

from tansiq.management.bench import raw_standing
from tansiq.management.bench.among import Among, Say
from tansiq.management.bench.goals import Finding
from tansiq.management.bench.world import REAL, Ground, World, connect


def bench(ground: Ground, *, rows: int, rounds: int, long: bool, say: Say) -> Iterator[Finding]:  # noqa: ARG001 -- as every bench is asked
    """All that is promised of the pages of where we stand; so many rows of each kind."""
    ground.lay()
    connection.close_pool()  # type: ignore[attr-defined] # the stubs lack it; a house with a guest in it cannot be cloned
    say(f"{rows} of each kind, {ground.members} members …")
    among = Among("standing", ground, "standing", rounds)
    large = among.filled("large", rows, REAL)
    line, addresses = connect(large.name, "app"), _addresses(large)
    yield from among.pages(large, addresses, lambda context, name: raw_standing.page(line, context, name), say)
    yield from among.guarded(rows, addresses)


def _addresses(world: World) -> dict[str, str]:
    with connect(world.name, "owner") as owner:
        owner.execute("ALTER TABLE tansiq_review NO FORCE ROW LEVEL SECURITY")
        ((review,),) = owner.execute("SELECT key FROM tansiq_review").fetchall()
        owner.rollback()
    with override("ar"):
        return {
            "contributions": reverse("contributions"),
            "needs": reverse("needs"),
            "matrix": reverse("needs_matrix"),
            "risks": reverse("risks"),
            "risks_over": reverse("risks_over"),
            "forecasts": reverse("forecasts"),
            "developments": reverse("developments", args=["line-0"]),
            "briefing": reverse("briefing", args=[review]),
            "rankings": reverse("rankings", args=[review]),
            "line": reverse("line", args=["line-0"]),
            "preparation": reverse("preparation", args=[review]),
        }
