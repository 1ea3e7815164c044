"""The program of a bench: sets a throw-away house up, measures, and says what it found, a line of JSON each."""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from tansiq.database.house import prepare
from tansiq.database.server import Server


def main() -> None:
    """Found a house, and measure on clones of it."""
    given = json.loads(sys.argv[1])
    server = Server(*given["server"])
    prepare(server, Path(given["data"]), name=given["database"], say=_say)

    from tansiq.management.bench import pages, release  # noqa: PLC0415 -- Django is set up by now
    from tansiq.management.bench.goals import Finding  # noqa: PLC0415 -- as above
    from tansiq.management.bench.world import Ground  # noqa: PLC0415 -- as above

    ground = Ground(server, given["database"], given["members"], given["seed"])
    ground.lay()
    benches: dict[str, Callable[..., Iterator[Finding]]] = {"release": release.bench, "pages": pages.bench}
    asked = {word: given[word] for word in ("rows", "rounds", "long")}
    for finding in benches[given["name"]](ground, say=_say, **asked):
        sys.stdout.write(json.dumps(asdict(finding)) + "\n")
        sys.stdout.flush()


def _say(line: str) -> None:
    """What a person may read meanwhile."""
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    main()
