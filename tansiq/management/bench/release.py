"""Release control against the same queries without it."""

from collections.abc import Callable, Iterator

from django.db.models import QuerySet

from tansiq.management.bench import guard, widen
from tansiq.management.bench.goals import Finding
from tansiq.management.bench.rounds import Times, Way, in_turn
from tansiq.management.bench.world import ADHOC, REAL, SPARSE, Ground, World
from tansiq.reviews.models import Remark

PAGE = 50
TIMES = 20  # Of every way, in every round.
PLAIN, OWN = "plain", "own"  # Schemas of floor.sql.
Say = Callable[[str], None]


def bench(ground: Ground, *, rows: int, rounds: int, long: bool, say: Say) -> Iterator[Finding]:
    """All that is promised of release control."""
    say(f"{rows} remarks, {ground.members} members …")
    ground.lay()
    real = ground.world("real").fill(rows, REAL).ready("floor")
    yield from _newest(real, "release.newest50", rounds, own="release.own_copy")
    yield from _asked(real, rounds)
    sparse = ground.world("sparse").fill(rows, SPARSE).ready("floor")
    yield from _newest(sparse, "release.newest50.sparse", rounds)
    adhoc = ground.world("adhoc").fill(rows, ADHOC).ready("floor")
    yield from _newest(adhoc, "", rounds, own="release.adhoc")
    small = ground.world("small").fill(max(1, rows // 10), REAL).ready()
    if long:
        say(f"{rows * 10} remarks …")
        large = ground.world("large").fill(rows * 10, REAL).ready()
        yield _grown("release.growth", large.asking(newest()), small.asking(newest()), rounds)
    yield from guard.bench(ground, rows, rounds)
    yield from widen.bench(real, small, rounds)


def newest() -> QuerySet[Remark]:
    """The page that is measured: the newest remarks that the reader may see."""
    return Remark.objects.order_by("-created_at", "-key")[:PAGE]


def _newest(world: World, name: str, rounds: int, own: str = "") -> Iterator[Finding]:
    """The newest page with control, without any, and from a table that holds nothing else."""
    ways = {"ours": world.asking(newest()), PLAIN: world.asking(newest(), PLAIN), OWN: world.asking(newest(), OWN)}
    times = in_turn(ways, rounds=rounds, times=TIMES)
    if name:
        yield _ratio(name, times, PLAIN)
    if own:
        yield _ratio(own, times, OWN)


def _ratio(name: str, times: Times, floor: str) -> Finding:
    return Finding(name, times.typical("ours"), times.typical(floor), times.ratio("ours", floor))


def _grown(name: str, large: Way, small: Way, rounds: int) -> Finding:
    times = in_turn({"ours": large, "floor": small}, rounds=rounds, times=TIMES)
    return _ratio(name, times, "floor")


def _asked(world: World, rounds: int) -> Iterator[Finding]:
    """What it costs to ask who acts: once for every protected table in a statement."""
    many = 200
    ways = {
        "ours": lambda: world.guest.execute(f"SELECT count(tansiq.readers()) FROM generate_series(1, {many})"),
        "floor": lambda: world.guest.execute(f"SELECT count(n) FROM generate_series(1, {many}) n"),
    }
    times = in_turn(ways, rounds=rounds, times=TIMES)
    yield Finding("release.context", (times.typical("ours") - times.typical("floor")) / many * 1000, unit="µs")
