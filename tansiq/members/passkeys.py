"""Passkeys: what the browser is asked for, and whether what it answers holds (WebAuthn, through fido2)."""

import ipaddress
import json
from collections.abc import Callable
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from fido2.server import Fido2Server
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    RegistrationResponse,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from tansiq.members import challenges, factors
from tansiq.members.models import Account

T = TypeVar("T")
VERIFIED = UserVerificationRequirement.REQUIRED  # A passkey asks for a finger, a face or a code of its own.


def possible(request: HttpRequest) -> bool:
    """Whether passkeys can be used at this address: they are bound to a name, never to a number."""
    try:
        ipaddress.ip_address(_host(request))
    except ValueError:
        return True
    return False


def to_add(request: HttpRequest, account: Account) -> str:
    """What the browser is asked for when a passkey is added."""
    wanted, _state = _server(request).register_begin(
        PublicKeyCredentialUserEntity(id=account.pk.bytes, name=account.email, display_name=account.email),
        credentials=[_credential(row) for row in factors.passkeys_of(account.pk)],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=VERIFIED,
        challenge=challenges.challenge(f"add {account.pk}"),
    )
    return json.dumps(dict(wanted))


def added(request: HttpRequest, account: Account, credential: Any) -> bool:
    """Whether the browser has made a passkey of this account for this house."""
    answer = _read(RegistrationResponse.from_dict, credential)
    if answer is None or not challenges.takes(f"add {account.pk}", answer.response.client_data.challenge):
        return False
    state = _state(answer.response.client_data.challenge)
    return _read(lambda given: _server(request).register_complete(state, given), credential) is not None


def to_show(request: HttpRequest, account: UUID | None = None) -> str:
    """What the browser is asked for when a passkey is shown: of one account, or of whoever has one for this house."""
    wanted, _state = _server(request).authenticate_begin(
        credentials=[_credential(row) for row in factors.passkeys_of(account)] if account else None,
        user_verification=VERIFIED,
        challenge=challenges.challenge(f"show {account}"),
    )
    return json.dumps(dict(wanted))


def shown(request: HttpRequest, credential: Any, account: UUID | None = None) -> Authenticator | None:
    """The passkey that was shown, if it holds; its use is noted."""
    answer = _read(AuthenticationResponse.from_dict, credential)
    if answer is None or not challenges.takes(f"show {account}", answer.response.client_data.challenge):
        return None
    whose = account or _read(lambda handle: UUID(bytes=handle), answer.response.user_handle)
    rows = factors.passkeys_of(whose) if whose else []
    state, known = _state(answer.response.client_data.challenge), [_credential(row) for row in rows]
    held = _read(lambda given: _server(request).authenticate_complete(state, known, given), credential)
    row = next((row for row, one in zip(rows, known, strict=True) if one == held), None)
    count = answer.response.authenticator_data.counter
    if row is None or (count and count <= row.data.get("count", 0)):  # A copy of the key counts by itself.
        return None
    row.data["count"] = count
    factors.used(row)
    return row


def _read(read: Callable[[Any], T], given: Any) -> T | None:
    """What is read off a stranger's answer; nothing where it is none."""
    try:
        return read(given)
    except Exception:  # noqa: BLE001 -- fido2 fails in many ways on what is no answer at all
        return None


def _credential(row: Authenticator) -> AttestedCredentialData:
    made = RegistrationResponse.from_dict(row.data["credential"])
    return cast("AttestedCredentialData", made.response.attestation_object.auth_data.credential_data)


def _state(challenge: bytes) -> dict[str, Any]:
    return {"challenge": websafe_encode(challenge), "user_verification": VERIFIED}


def _host(request: HttpRequest) -> str:
    return urlsplit(f"//{request.get_host()}").hostname or ""


def _server(request: HttpRequest) -> Fido2Server:
    """This house as a passkey knows it: by its name alone, and answering to pages of its own."""
    here = f"{request.scheme}://{request.get_host()}"
    return Fido2Server(
        PublicKeyCredentialRpEntity(name="Tansiq", id=_host(request)), verify_origin=lambda origin: origin == here
    )
