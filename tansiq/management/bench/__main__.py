"""The program of a bench: sets a throw-away house up, measures, and says what it found, a line of JSON each."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from tansiq.database.house import prepare
from tansiq.database.server import Server


def main() -> None:
    """Found a house, and measure on clones of it."""
    given = json.loads(sys.argv[1])
    findings = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # Whatever else is said, by our own children too, is no finding.
    server = Server(*given["server"])
    prepare(server, Path(given["data"]), name=given["database"], say=_say)

    from tansiq.management.bench import ingest, pages, release, reporting, search, standing, text  # noqa: PLC0415 -- Django is set up by now
    from tansiq.management.bench.goals import Finding  # noqa: PLC0415 -- as above
    from tansiq.management.bench.world import Ground  # noqa: PLC0415 -- as above

    ground = Ground(server, given["database"], given["members"], given["seed"])
    benches: dict[str, Callable[..., Iterator[Finding]]] = {
        "release": release.bench,
        "pages": pages.bench,
        "search": search.bench,
        "ingest": ingest.bench,
        "review": reporting.bench,
        "standing": standing.bench,
        "text": text.bench,
    }
    asked = {word: given[word] for word in ("rows", "rounds", "long")}
    for finding in benches[given["name"]](ground, say=_say, **asked):
        findings.write(json.dumps(asdict(finding)) + "\n")
        findings.flush()


def _say(line: str) -> None:
    """What a person may read meanwhile."""
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    main()
