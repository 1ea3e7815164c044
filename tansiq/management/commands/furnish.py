"""Furnishes an empty house: the demonstration on the real record, or a coalition of one's own (run by the set-up)."""

from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from tansiq.cycle import demonstration, loading
from tansiq.engines import record_file
from tansiq.languages.terminal import _
from tansiq.languages.words import Words
from tansiq.members import founding
from tansiq.record.models import BulkRow
from tansiq.release.acting import acting_as, token_for

SHIPPED = Path(demonstration.__file__).resolve().parent.parent / "demonstration" / "coalition.json"


class Command(BaseCommand):
    """Found the coalition where there is none, and load what the demonstration opens on."""

    help = "Found the coalition of an empty house."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which demonstration."""
        parser.add_argument("--demo", choices=["coalition", "empty"], default="coalition")

    def handle(self, *args: Any, demo: str, **options: Any) -> None:
        """Do what is still to do; a second run does nothing."""
        name = founding.founded()
        if demo == "empty":
            if name is None:
                demonstration.found_demonstration(
                    Words.of("en", en="Our coalition", ar="تحالفنا"), None, date(2026, 1, 1)
                )
            return
        head = record_file.read(SHIPPED.read_bytes()).coalition
        ours = Words.from_json(head.name.as_words())
        if name is None:
            about = Words.from_json(head.about.as_words()) if head.about else None
            self.load(demonstration.found_demonstration(ours, about, head.announced_on or demonstration.SINCE))
        elif name == ours:  # A start that was stopped in its midst is taken up again; any other house is left as it is.
            self.load(founding.first_officer())

    def load(self, founder: founding.Founder) -> None:
        """Load the shipped record and engage the cast, all or nothing."""
        officer = token_for(founder.account, founder.accreditation)
        with transaction.atomic():
            with acting_as(officer):
                if BulkRow.objects.exists():
                    return
                self.stdout.write(_("Loading the record …"))
                loading.load_record(content=SHIPPED.read_bytes(), name=SHIPPED.name)
            demonstration.engage_cast(founder)
            with acting_as(officer):
                loading.leave_exercise_note()
