"""How signing in behaves here: by invitation only, slow for whoever guesses, silent about who has an account."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from tansiq.engines.patience import patience
from tansiq.members import letters
from tansiq.members.invitations import digest
from tansiq.members.models import Session
from tansiq.members.sessions import note_device

MEMORY = 15 * 60  # Seconds for which failures with one address are remembered.


def local(address: str) -> str:
    """An address to go on to, if it is one of this house; else nothing."""
    safe = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if safe else ""


class InvitedOnly(DefaultAccountAdapter):
    """Accounts come by invitation; whoever tries to guess a password waits, and locks nobody out."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("This address and this password do not belong together. Check both."),
        "too_many_login_attempts": _(
            "There were too many attempts from this place. Wait a few minutes, then try again."
        ),
        "invalid_password_reset": _("This link is no longer valid. Ask for another one."),
        "enter_current_password": _("This is not your present password."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up: members accredit and invite."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Whether an address is one of this house, and of no other on this machine either."""
        return bool(local(url))

    def is_reauthentication_required(self, **_given: Any) -> bool:
        """The house asks by a door of its own, which keeps what was typed (members/fresh.py)."""
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        """Pages answer with pages."""
        return False

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **given: Any) -> HttpResponse:
        """Note the device for the holder's own list of sign-ins."""
        note_device(request)
        return super().post_login(request, user, **given)

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """A new password ends every sign-in; the one that changes it goes on under a new key."""
        super().set_password(user, password)
        Session.objects.filter(account_id=user.pk).delete()

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Letters go out in both languages."""
        letters.post(letters.compose(template_prefix, email, context))

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Put the answer off, the longer the more often somebody failed with this address, from wherever."""
        time.sleep(patience(cache.get(_failures(credentials), 0)))
        super().pre_authenticate(request, **credentials)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Remember the failure, whether or not there is such an account."""
        cache.set(_failures(credentials), cache.get(_failures(credentials), 0) + 1, MEMORY)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Failures are counted for an address at a place: an enemy elsewhere uses up nobody's attempts."""
        return f"{super()._get_login_attempts_cache_key(request, **credentials)}:{self.get_client_ip(request)}"


def _failures(credentials: dict[str, Any]) -> str:
    return f"failures:{digest(str(credentials.get('email', '')).lower())}"
