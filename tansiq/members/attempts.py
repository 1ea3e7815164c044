"""How often somebody may try: guessing is stopped at its place, and nobody guesses six digits from many places."""

from uuid import UUID

from allauth.account.adapter import get_adapter
from allauth.core import ratelimit
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

TOO_MANY = _("There were too many attempts. Wait a few minutes, then try again.")


def attempt(request: HttpRequest, account: UUID) -> None:
    """Count an attempt.

    Raises:
        ValidationError: there were too many.
    """
    counted = (("factor", _here(request, account)), ("factor_anywhere", str(account)))
    if not all(ratelimit.consume(request, action=action, key=key) for action, key in counted):
        raise ValidationError(TOO_MANY)


def succeeded(request: HttpRequest, account: UUID) -> None:
    """Forget the attempts made at this place."""
    ratelimit.clear(request, action="factor", key=_here(request, account))


def _here(request: HttpRequest, account: UUID) -> str:
    return f"{account}:{get_adapter(request).get_client_ip(request)}"
