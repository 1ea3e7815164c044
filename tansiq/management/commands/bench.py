"""`python3 run.py bench NAME`: what a promise costs, against what it cannot cost less than (docs/performance.md)."""

import json
from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from tansiq.database.server import running
from tansiq.languages.terminal import _
from tansiq.management.bench import goals, place

LEAST = 9  # Rounds: a median of fewer says little on a machine that is never quiet.


class Command(BaseCommand):
    """Measure on throw-away houses on the house's own server; past a limit the exit code is 1."""

    help = "Measure release control or the pages against their floors."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """What to measure, and on how much."""
        parser.add_argument("name", choices=["release", "pages", "search", "ingest", "review", "standing", "text"])
        parser.add_argument("--rows", type=_count, default=100_000, help=_("remarks in the world that is measured"))
        parser.add_argument("--members", type=_count, default=200, help=_("members of the coalition"))
        parser.add_argument("--seed", type=int, default=1, help=_("the same seed, the same worlds"))
        parser.add_argument("--rounds", type=_rounds, default=15, help=_("medians are taken of so many rounds"))
        parser.add_argument("--json", type=Path, dest="file", help=_("write the values to a file, too"))
        parser.add_argument("--long", action="store_true", help=_("also what takes long: growth to ten times the rows"))

    def handle(self, *args: Any, file: Path | None, **asked: Any) -> None:
        """Measure, print, judge."""
        found: list[goals.Finding] = []
        wanted = {word: asked[word] for word in ("name", "rows", "members", "seed", "rounds", "long")}
        with running(settings.DATA, say=self.stderr.write) as server:
            self.stdout.write(goals.head())
            for finding in place.measured(server, settings.PRIVATE, wanted):
                found.append(finding)
                self.stdout.write(finding.line())
        if file:
            file.write_text(json.dumps({one.name: one.as_json() for one in found}, indent=2) + "\n")
        if past := [one.name for one in found if not one.ok]:
            raise CommandError(_("Past its limit: %(names)s") % {"names": ", ".join(past)})


def _count(word: str) -> int:
    if not (word.isdecimal() and int(word)):
        raise ArgumentTypeError(_("a number from 1 on"))
    return int(word)


def _rounds(word: str) -> int:
    if not word.isdecimal() or int(word) < LEAST:
        raise ArgumentTypeError(_("a number from %(least)s on") % {"least": LEAST})
    return int(word)
