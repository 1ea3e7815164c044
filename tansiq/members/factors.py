"""Second factors of an account: an authenticator app, passkeys, and recovery codes for the day when none is at hand."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.utils.crypto import constant_time_compare, salted_hmac

from tansiq import chance, clock
from tansiq.engines.digits import western
from tansiq.members.models import Account

APP, PASSKEY, CODES = Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN, Authenticator.Type.RECOVERY_CODES
STRONG = (APP, PASSKEY)  # Recovery codes only stand in for one of these.
PERIOD = 30  # Seconds that a code of an app is shown.
DRIFT = 1  # Periods that its clock may be off, as RFC 6238 advises.


@dataclass(frozen=True)
class Factor:
    """One second factor, as its holder knows it."""

    key: UUID
    kind: str
    name: str
    created_at: datetime
    last_used_at: datetime | None
    left: int = 0  # Recovery codes that are not used yet.


def key_of(row: Authenticator) -> UUID:
    """Under which key a factor stands in addresses: the number under which it lies would tell how many there are."""
    return UUID(bytes=salted_hmac("tansiq.factor", str(row.pk), algorithm="sha256").digest()[:16], version=4)


def _rows(account: UUID, *kinds: str) -> list[Authenticator]:
    rows = Authenticator.objects.filter(user_id=account).order_by("created_at", "pk")
    return list(rows.filter(type__in=kinds) if kinds else rows)


def factors_of(account: UUID) -> list[Factor]:
    """An account's factors, the first one first."""
    return [
        Factor(
            key_of(row),
            row.type,
            row.data.get("name", ""),
            row.created_at,
            row.last_used_at,
            len(RecoveryCodes(row).get_unused_codes()) if row.type == CODES else 0,
        )
        for row in _rows(account)
    ]


def kinds_of(account: UUID) -> set[str]:
    """Which kinds of factors an account has."""
    return set(Authenticator.objects.filter(user_id=account).values_list("type", flat=True))


def has_factor(account: UUID) -> bool:
    """Whether an account has a second factor; recovery codes alone are none."""
    return Authenticator.objects.filter(user_id=account, type__in=STRONG).exists()


def holders() -> Any:
    """The accounts that have a second factor, for a statement that leaves them out."""
    return Authenticator.objects.filter(type__in=STRONG).values("user")


def passkeys_of(account: UUID) -> list[Authenticator]:
    """An account's passkeys."""
    return _rows(account, PASSKEY)


def passkey_of(account: UUID, key: UUID) -> Authenticator | None:
    """One of an account's own passkeys, by its key in addresses."""
    return next((row for row in passkeys_of(account) if key_of(row) == key), None)


def app_of(account: UUID) -> Authenticator | None:
    """An account's authenticator app."""
    return next(iter(_rows(account, APP)), None)


def add_app(account: Account, secret: str, step: int) -> None:
    """Add an authenticator app; the code that has shown that it works is used up."""
    row = TOTP.activate(account, secret).instance
    row.data["last"], row.created_at = step, clock.now()
    row.save(update_fields=["data", "created_at"])


def add_passkey(account: Account, name: str, credential: dict[str, Any]) -> None:
    """Add a passkey."""
    data = {"name": name, "credential": credential}
    Authenticator.objects.create(user=account, type=PASSKEY, data=data, created_at=clock.now())


def rename(row: Authenticator, name: str) -> None:
    """Call a passkey by another name."""
    row.data["name"] = name
    row.save(update_fields=["data"])


def remove(row: Authenticator) -> None:
    """Remove a factor; recovery codes go with the last one for which they could stand in."""
    account = row.user_id
    row.delete()
    if not has_factor(account):
        Authenticator.objects.filter(user_id=account).delete()


def forget(account: Account) -> None:
    """Remove all that an account has shown itself by beside its password."""
    Authenticator.objects.filter(user_id=account.pk).delete()


class _Codes(RecoveryCodes):
    """allauth's recovery codes, drawn from the house's chance."""

    @classmethod
    def generate_seed(cls) -> str:
        """What the codes are drawn from."""
        return chance.octets(40).hex()


def new_codes(account: Account) -> list[str]:
    """New recovery codes, told this once; the former ones no longer hold."""
    Authenticator.objects.filter(user_id=account.pk, type=CODES).delete()
    made = _Codes.activate(account)
    made.instance.created_at = clock.now()
    made.instance.save(update_fields=["created_at"])
    return cast("list[str]", made.get_unused_codes())


def used(row: Authenticator) -> None:
    """Note that a factor was used now."""
    row.last_used_at = clock.now()
    row.save(update_fields=["last_used_at", "data"])


def step_of(secret: str, typed: str) -> int | None:
    """In which period an app shows this code, if it is about now."""
    code, now = bare(typed), int(clock.now().timestamp()) // PERIOD
    shown = (step for step in range(now - DRIFT, now + DRIFT + 1) if _shows(secret, step, code))
    return next(shown, None)


def _shows(secret: str, step: int, code: str) -> bool:
    return constant_time_compare(format_hotp_value(hotp_value(secret, step)), code)


def bare(typed: str) -> str:
    """A code as it is meant, in either script's digits, without what was typed between them."""
    return re.sub(r"[\s\-‐–\u200e\u200f]", "", western(typed))


def takes(account: UUID, typed: str) -> bool:
    """Whether a code of the app or a recovery code holds; each holds once."""
    return _takes_app(account, typed) or _takes_recovery(account, bare(typed))


def _takes_app(account: UUID, typed: str) -> bool:
    row = Authenticator.objects.select_for_update().filter(user_id=account, type=APP).first()
    step = step_of(decrypt(row.data["secret"]), typed) if row else None
    if row is None or step is None or step <= row.data.get("last", 0):
        return False
    row.data["last"] = step
    used(row)
    return True


def _takes_recovery(account: UUID, code: str) -> bool:
    row = next(iter(_rows(account, CODES)), None)
    if row is None or not RecoveryCodes(row).validate_code(code):
        return False
    row.refresh_from_db()
    used(row)
    return True
