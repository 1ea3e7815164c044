"""Brings the Arabic catalogue up to date with the house, or says what it lacks."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tansiq.languages import catalogue


class Command(BaseCommand):
    """Gather the strings of code and pages, keep what is translated, compile."""

    help = "Bring the Arabic catalogue up to date; with --check only say what it lacks."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to write."""
        parser.add_argument("--check", action="store_true", help="write nothing; fail where a string lacks its Arabic")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        """Write both files, or compare them."""
        today = catalogue.brought_up_to_date()
        lacking = list(catalogue.wanting(today))
        files = catalogue.as_files(today)
        if check:
            if not catalogue.is_compiled(files):
                lacking.append("not compiled: run the command without --check")
            if lacking:
                raise CommandError("\n".join(lacking))
            return
        catalogue.FOLDER.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (catalogue.FOLDER / name).write_bytes(content)
        for line in lacking:
            self.stdout.write(line)
