"""Sessions that know their account, and whose key the database holds only as a digest."""

import hashlib
from typing import Any, cast
from uuid import UUID

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.http import HttpRequest

from tansiq import chance, clock
from tansiq.engines.devices import device
from tansiq.members.models import Account, Session


def digest(session_key: str | None) -> str:
    """Under which name a session lies in the database; 40 characters, as Django's column has them."""
    return hashlib.sha256((session_key or "").encode()).hexdigest()[:40]


class SessionStore(DatabaseStore):
    """Django's database sessions, with the account beside and the key digested."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """The table."""
        return Session

    def _get_new_session_key(self) -> str:
        return chance.token(24)

    def _get_session_from_db(self) -> Session | None:
        former, self._session_key = self._session_key, digest(cast("str", self._session_key))
        try:
            return cast("Session | None", super()._get_session_from_db())  # type: ignore[misc] # Django has it
        finally:
            if self._session_key is not None:  # Django forgets the key of a session that is gone.
                self._session_key = former

    def exists(self, session_key: str) -> bool:
        """Whether a session of this key is open."""
        return super().exists(digest(session_key))

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row of this session."""
        account = data.get(SESSION_KEY)
        data.setdefault("opened", clock.now().isoformat())
        return Session(
            session_key=digest(self._get_or_create_session_key()),  # type: ignore[attr-defined] # Django has it
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
            account_id=UUID(account) if account else None,
            opened_at=data["opened"],
            device=data.get("device", "")[:200],
        )

    def delete(self, session_key: str | None = None) -> None:
        """Close a session."""
        key = session_key or self.session_key
        if key:
            Session.objects.filter(session_key=digest(key)).delete()


def holder(request: HttpRequest) -> Account:
    """Whose sign-in this is, where a door has let nobody else in."""
    return cast("Account", request.user)


def wear(request: HttpRequest, accreditation: UUID) -> None:
    """Let this sign-in wear another hat, under a new key: what was known of the old one opens nothing."""
    request.session["hat"] = str(accreditation)
    request.session.cycle_key()


def note_device(request: HttpRequest) -> None:
    """Note when this sign-in was opened, and on which device, for its holder's own list."""
    request.session["opened"] = request.session["confirmed"] = clock.now().isoformat()
    request.session["device"] = device(request.headers.get("User-Agent", ""))
