"""What whoever must set a second factor up can do until then: set it up, change the hat, close sign-ins, leave."""

from django.urls import Resolver404, resolve

OPEN = frozenset({
    "mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "mfa_generate_recovery_codes",
    "hat", "enter_as", "my_sessions", "session_close", "account_logout", "health", "promise", "reading",
})  # fmt: skip


def open_to_the_held_back(path: str) -> bool:
    """Whether a page stays open to somebody whose member demands a second factor that is still missing."""
    try:
        return resolve(path).url_name in OPEN
    except Resolver404:
        return False
