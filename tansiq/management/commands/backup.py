"""Saves the house into a new folder: everything in its database, and its secrets (docs/administrator.md)."""

import os
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from tansiq.database import backup
from tansiq.languages.terminal import _


class Command(BaseCommand):
    """Save the house while it is open; `run.py restore FOLDER --data DIR` makes a new one of it."""

    help = "Save the house into a new folder."

    def add_arguments(self, parser: CommandParser) -> None:
        """The folder."""
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        """Save it, and say how large it is."""
        size = backup.save(Path(os.environ["TANSIQ_DATA"]), folder.expanduser().absolute())
        said = _("Saved into %(folder)s: %(size)s kB, and the secrets. Keep them where nobody else reads them.")
        self.stdout.write(said % {"folder": folder, "size": size // 1000})
