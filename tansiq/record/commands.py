"""Appending to the record: one entry for one act, each group of its fields behind its own commitment."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Model

from tansiq import chance, clock
from tansiq.engines.entries import EPOCH_SECONDS, FORM, GROUPS, Clear, commitment
from tansiq.finding.commands import keep_findable
from tansiq.record.acts import act, wrote
from tansiq.record.models import Disclosure, Entry
from tansiq.release.acting import acting
from tansiq.release.commands import audience_of, own_audience, own_reader, set_habit
from tansiq.release.models import Audience, ReleaseHabit
from tansiq.release.queries import named_readers


def append(  # noqa: PLR0913 -- an entry's groups
    kind: str,
    *,
    about: Model,
    audience: Audience,
    content: Mapping[str, Any],
    attachment: Mapping[str, Any] | None = None,
    first: bool = False,
) -> UUID:
    """Append an act's entry to the record, in the transaction of the act.

    An item of a kind that is found by its words is found by those that it has now (finding/).
    The person's group is released to the acting member alone; all others to the audience given.

    Args:
        kind: noun and past participle, as docs/record.md lists them.
        about: the item that the act is about.
        audience: who may read the entry; the acting member is in it.
        content: JSON with ASCII keys; decimals as strings.
        attachment: name and digest of what was attached.
        first: whether the item is new, so that no entry stands before this one.
    """
    who = acting()
    now = clock.now()
    bodies: dict[str, Mapping[str, Any]] = {
        "actor": {"member": str(who.member), "hat": who.hat},
        "time": {"at": now.isoformat()},
        "content": content,
        "person": {"accreditation": str(who.accreditation)},
        "attachment": attachment or {},
    }
    salts = {name: chance.salt() for name in GROUPS}
    clear = Clear(
        kind=kind,
        item=str(about.pk),
        previous=None if first else latest_hash(about.pk),
        epoch=int(now.timestamp()) // EPOCH_SECONDS,
        commitments={name: commitment(salts[name], bodies[name]) for name in GROUPS},
    )
    key, salt = chance.key(), chance.salt()
    own = own_audience().pk
    _store(
        {
            "key": str(key),
            "v": FORM,
            "kind": kind,
            "item": clear.item,
            "previous": clear.previous.hex() if clear.previous else None,
            "epoch": clear.epoch,
            "commitments": clear.as_json()["groups"],
            "salt": salt.hex(),
            "leaf": clear.leaf(salt).hex(),
            "owner": str(who.member),
            "audience": audience.pk,
        },
        [
            {
                "key": str(chance.key()),
                "name": name,
                "salt": salts[name].hex(),
                "body": bodies[name],
                "audience": own if name == "person" else audience.pk,
            }
            for name in GROUPS
        ],
    )
    wrote(key)
    keep_findable(about, first=first)
    return key


def _store(entry: Mapping[str, Any], groups: list[dict[str, Any]]) -> None:
    """One round trip: the entry and its groups."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tansiq.append(%s::jsonb, %s::jsonb)", [json.dumps(entry), json.dumps(groups)])


def latest_hash(item: UUID) -> bytes | None:
    """The hash of the newest entry on an item that the actor may read."""
    former = list(Entry.objects.filter(item=item, owner_id=acting().member))
    named = {bytes(entry.previous) for entry in former if entry.previous}
    hashes = (clear_of(entry).hash() for entry in former)
    return next((one for one in hashes if one not in named), None)


def clear_of(entry: Entry) -> Clear:
    """An entry as it is hashed."""
    return Clear(
        kind=entry.kind,
        item=str(entry.item),
        previous=bytes(entry.previous) if entry.previous else None,
        epoch=entry.epoch,
        commitments={name: bytes.fromhex(value) for name, value in entry.commitments.items()},
    )


def disclose(item: UUID, audience: Audience) -> None:
    """Let the readers of a wider audience read the acting member's entries on an item."""
    who = acting()
    Disclosure.objects.bulk_create(
        Disclosure(entry=entry, owner_id=who.member, audience=audience, at=clock.now())
        for entry in Entry.objects.filter(item=item, owner_id=who.member).order_by("epoch", "key")
    )


@act("usual_release.set")
def set_usual_release(*, kind: str, readers: Sequence[int]) -> ReleaseHabit:
    """Set how the acting member usually releases one kind of item; its head of delegation does, its people see it."""
    own = own_reader()
    audience = audience_of({*readers, own})
    habit = set_habit(kind, audience)
    append(
        "usual_release.set",
        about=habit,
        audience=own_audience(),
        content={"kind": kind, "readers": named_readers(audience)},
    )
    return habit
