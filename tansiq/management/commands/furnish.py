"""Furnishes an empty house: a demonstration on a record, or an exercise in founding (run by the set-up)."""

from contextlib import nullcontext
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from tansiq.cycle import loading
from tansiq.cycle.advised import ADVISED
from tansiq.cycle.coalition import DEMONSTRATION as COALITION
from tansiq.cycle.consortium import DEMONSTRATION as CONSORTIUM
from tansiq.cycle.decided import DECIDED
from tansiq.cycle.demonstration import Demonstration, engage_cast, found_demonstration, found_empty
from tansiq.cycle.exercise import open_exercise
from tansiq.cycle.script import play
from tansiq.cycle.yearly import EXERCISE
from tansiq.database.past import Turn, turned_clock
from tansiq.engines import record_file
from tansiq.languages.terminal import _
from tansiq.languages.words import Words
from tansiq.members import founding
from tansiq.record.models import BulkRow
from tansiq.release.acting import acting_as, token_for
from tansiq.release.models import Member

EMPTY = "empty"
DEMONSTRATIONS = {"coalition": COALITION, "consortium": CONSORTIUM}


class Command(BaseCommand):
    """Found the coalition where there is none, and load what the demonstration opens on."""

    help = "Found the coalition of an empty house."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which demonstration."""
        parser.add_argument("--demo", choices=[*DEMONSTRATIONS, EMPTY], default="coalition")

    def handle(self, *args: Any, demo: str, **options: Any) -> None:
        """Do what is still to do; a second run does nothing."""
        name = founding.founded()
        if demo == EMPTY:
            if name is None:
                found_empty(COALITION.officer)
            return
        of = DEMONSTRATIONS[demo]
        head = record_file.read(of.file.read_bytes()).coalition
        ours = Words.from_json(head.name.as_words())
        with turned_clock() if of.age else nullcontext(lambda _ago: None) as turn:
            if name is None:
                turn(of.age)
                about = Words.from_json(head.about.as_words()) if head.about else None
                self.load(of, found_demonstration(of, ours, about, head.announced_on or of.since), turn)
            elif name == ours:  # A start that was stopped in its midst is taken up; any other house is left as it is.
                self.load(of, founding.first_officer(), turn)

    def load(self, of: Demonstration, founder: founding.Founder, turn: Turn) -> None:
        """Load the shipped record, engage the cast and let it act, all or nothing."""
        officer = token_for(founder.account, founder.accreditation)
        with transaction.atomic():
            with acting_as(officer):
                if BulkRow.objects.exists():
                    return
            turn(of.age)
            with acting_as(officer):
                self.stdout.write(_("Loading the record …"))
                loading.load_record(content=of.file.read_bytes(), name=of.file.name)
            engage_cast(of, founder)
            with acting_as(officer):
                loading.leave_exercise_note(of)
                known = {member.code: member for member in Member.objects.all()}
            if of is CONSORTIUM:
                play((*DECIDED, *ADVISED), known, turn)
                turn(timedelta())
                with acting_as(officer):
                    open_exercise(EXERCISE)
