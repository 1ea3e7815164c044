"""Removes the lost second factors of one person, as an officer of the secretariat (docs/running.md)."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _

from tansiq.members import hats
from tansiq.members.models import Account
from tansiq.members.resetting import reset_second_factor
from tansiq.release.acting import acting_as, token_for


class Command(BaseCommand):
    """Remove somebody's lost second factors; it stands on the record, and that person is told."""

    help = "Remove the lost second factors of one person, as an officer of the secretariat."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose, and who answers for it."""
        parser.add_argument("email", help="the e-mail address of the person who has lost them")
        parser.add_argument("--as", dest="officer", required=True, help="the e-mail address of the officer who asks it")

    def handle(self, *args: Any, email: str, officer: str, **options: Any) -> None:
        """Remove them, or say why not."""
        asking = Account.objects.filter(email=officer.lower()).first()
        hat = hats.worn(asking.pk, None) if asking else None
        if asking is None or hat is None:
            raise CommandError(_("Nobody of this address may act in this house."))
        account = Account.objects.filter(email=email.lower()).first()
        if account is None:
            raise CommandError(_("Nobody of this address speaks for a member."))
        try:
            with acting_as(token_for(asking.pk, hat)), transaction.atomic():
                reset_second_factor(account=account)
        except PermissionDenied as refusal:
            raise CommandError(_("Only an officer of the secretariat asks for this.")) from refusal
        except ValidationError as refusal:
            raise CommandError("\n".join(refusal.messages)) from refusal
        self.stdout.write(
            _("The second factors are removed and the sign-ins closed. It is on record, and a letter tells the person.")
        )
