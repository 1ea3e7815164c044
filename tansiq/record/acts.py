"""`@act`: how every command is done: by whoever acts, once, versioned, and never without its entry."""

import functools
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, ParamSpec, TypeVar, cast
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.engines.canonical import canonical
from tansiq.languages.words import Words
from tansiq.record.models import DoneAct
from tansiq.release.acting import acting
from tansiq.release.models import Released

P = ParamSpec("P")
R = TypeVar("R")

_once: ContextVar[str] = ContextVar("tansiq_once", default="")
_written: ContextVar[list[UUID] | None] = ContextVar("tansiq_written", default=None)


class Unrecorded(RuntimeError):
    """A command changed something and appended no entry: a fault of the house, never of its reader."""


class Stale(ValidationError):
    """Somebody changed the item since the reader opened it (answered with 409 and both texts)."""


class OtherBody(ValidationError):
    """The same idempotency key came with other words (answered with 422)."""


@contextmanager
def once(key: str) -> Iterator[None]:
    """Acts inside carry this idempotency key, whatever was sent as one; an empty one asks for no replay."""
    held = _once.set(kept_as(key))
    try:
        yield
    finally:
        _once.reset(held)


def wrote(entry: UUID) -> None:
    """Note that an entry was appended, for the act that is being done."""
    written = _written.get()
    if written is not None:
        written.append(entry)


def alone(about: UUID) -> None:
    """Wait until no colleague is at the same item; for another member nobody waits, so time tells nothing of it."""
    told = hashlib.sha256(f"{acting().member} {about}".encode()).digest()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int.from_bytes(told[:8], signed=True)])


def kept_as(key: str) -> str:
    """An idempotency key as it is kept: of one length and in plain letters, whatever a stranger sends."""
    return hashlib.sha256(key.encode()).hexdigest() if key else ""


class _Quicker(Exception):
    """The same form was sent twice at one moment, and the other sending was quicker."""


def act(kind: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function a command: in its own savepoint, by whoever acts, replayed under its key, with its entry."""

    def wrap(command: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(command)
        def do(*args: P.args, **given: P.kwargs) -> R:
            who = acting()
            key = _once.get()
            digest = _digest(kind, args, given) if key else ""
            mine = DoneAct.objects.filter(account=who.account, once=key)
            if key and (done := mine.first()):
                return cast("R", _replayed(done, digest))
            held = _written.set([])
            try:
                with transaction.atomic():
                    with once(""):  # A command inside this one is part of it.
                        result = command(*args, **given)
                    if not _written.get():
                        raise Unrecorded(kind)
                    if key:
                        _remember(key, kind, digest, result)
                entries = _written.get() or []
            except _Quicker:
                return cast("R", _replayed(mine.get(), digest))
            finally:
                _written.reset(held)
            for entry in entries:  # What this act appended, the act around it appended, too.
                wrote(entry)
            return result

        do.kind = kind  # type: ignore[attr-defined] # test_house lists the kinds
        return do

    return wrap


def _replayed(done: DoneAct, digest: str) -> models.Model | None:
    """The answer that this key was given before."""
    if done.digest != digest:
        raise OtherBody(_("This form was already sent with other words. Open it anew to send these."))
    if not done.model:
        return None
    model = apps.get_model("tansiq", done.model)
    found: models.Model | None = model._default_manager.filter(pk=done.item).first()  # noqa: SLF001 -- Django's documented name
    return found


def _remember(key: str, kind: str, digest: str, result: object) -> None:
    """Keep the answer under its key; a second sending at the same moment waits for the first one's."""
    who = acting()
    item = result if isinstance(result, models.Model) else None
    try:
        with transaction.atomic():
            DoneAct.objects.create(
                owner_id=who.member,
                account=who.account,
                once=key,
                kind=kind,
                digest=digest,
                model=item._meta.model_name or "" if item else "",  # noqa: SLF001 -- Django's documented name
                item=item.pk if item else None,
                created_at=clock.now(),
            )
    except IntegrityError as twice:
        raise _Quicker from twice


def _digest(kind: str, args: tuple[Any, ...], given: dict[str, Any]) -> str:
    return hashlib.sha256(canonical([kind, _plain(args), _plain(given)])).hexdigest()


def _plain(value: Any) -> Any:  # noqa: PLR0911 -- one answer for each kind of argument
    """An argument of a command as canonical JSON takes it."""
    match value:
        case models.Model():
            return str(value.pk)
        case Words():
            return value.as_json()
        case dict():
            return {str(key): _plain(one) for key, one in value.items()}
        case list() | tuple():
            return [_plain(one) for one in value]
        case set() | frozenset():
            return sorted(str(_plain(one)) for one in value)
        case None | bool() | str():
            return value
        case bytes():
            return hashlib.sha256(value).hexdigest()
        case _:
            return str(value)


Item = TypeVar("Item", bound=models.Model)


def edit(item: Item, *, version: int, **changes: Any) -> Item:
    """Change exactly one row of the version that the reader saw; else the act is refused as stale.

    Raises:
        Stale: the row has another version now, or is not the actor's to change.
    """
    model = type(item)
    rows = model._default_manager.filter(pk=item.pk, version=version)  # noqa: SLF001 -- Django's documented name
    if rows.update(**changes, version=models.F("version") + 1) != 1:
        raise Stale(_("This was changed meanwhile. Both texts are below; nothing of yours is lost."))
    for name, value in {**changes, "version": version + 1}.items():
        setattr(item, name, value)
    return item


def is_own(item: Released) -> bool:
    """Whether the acting member put an item in, and so may change its release."""
    return item.owner_id == acting().member
