"""Loads a file of the public record, as an officer of the secretariat (docs/record-file.md)."""

from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tansiq.cycle.loading import load_record
from tansiq.engines.record_file import LARGEST
from tansiq.members import hats
from tansiq.members.models import Account
from tansiq.release.acting import acting_as, token_for


class Command(BaseCommand):
    """Load a record: all of the file or nothing; what is in already is left."""

    help = "Load a file of the public record, as an officer of the secretariat."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, and who enters it."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--as", dest="email", required=True, help="the e-mail address of the officer who enters it")

    def handle(self, *args: Any, file: Path, email: str, **options: Any) -> None:
        """Load it, or say where it is wrong."""
        account = Account.objects.filter(email=email.lower()).first()
        hat = hats.worn(account.pk, None) if account else None
        if account is None or hat is None:
            raise CommandError(_("Nobody of this address may act in this house."))
        try:
            if file.stat().st_size > LARGEST:
                raise CommandError(_("The file is larger than %(most)s MB.") % {"most": LARGEST // 10**6})
            content = file.read_bytes()
        except OSError as unread:
            raise CommandError(_("The file cannot be read: %(why)s.") % {"why": unread.strerror}) from unread
        try:
            with acting_as(token_for(account.pk, hat)), transaction.atomic():
                new = load_record(content=content, name=file.name)
        except PermissionDenied as refusal:
            raise CommandError(_("Only an officer of the secretariat loads a record.")) from refusal
        except ValidationError as refusal:
            raise CommandError("\n".join([_("Nothing was loaded."), *refusal.messages])) from refusal
        self.stdout.write(ngettext("%(count)s row entered.", "%(count)s rows entered.", new) % {"count": new})
