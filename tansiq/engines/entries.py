"""The form of an entry: groups behind salted commitments, a hash, a leaf (RFC 9162 prefixes)."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from tansiq.engines.canonical import canonical

FORM: Final = 1
EPOCH_SECONDS: Final = 3600
GROUPS: Final = ("actor", "time", "content", "person", "attachment")


def commitment(salt: bytes, body: Mapping[str, Any]) -> bytes:
    """What an entry shows of a group: SHA-256(salt ‖ canonical JSON)."""
    return hashlib.sha256(salt + canonical(body)).digest()


@dataclass(frozen=True)
class Clear:
    """An entry as everybody who may read it reads it."""

    kind: str
    item: str
    previous: bytes | None
    epoch: int
    commitments: Mapping[str, bytes]

    def as_json(self) -> dict[str, Any]:
        """The entry's JSON, in the order-free form that is hashed."""
        return {
            "v": FORM,
            "type": self.kind,
            "item": self.item,
            "previous": self.previous.hex() if self.previous else None,
            "epoch": self.epoch,
            "groups": {name: value.hex() for name, value in self.commitments.items()},
        }

    def hash(self) -> bytes:
        """The entry's hash, which the next entry on the same item names."""
        return hashlib.sha256(canonical(self.as_json())).digest()

    def leaf(self, salt: bytes) -> bytes:
        """The entry's leaf: without the salt it tells nothing."""
        return leaf(salt, canonical(self.as_json()))


def leaf(salt: bytes, content: bytes) -> bytes:
    """SHA-256(0x00 ‖ SHA-256(salt ‖ content))."""
    return hashlib.sha256(b"\x00" + hashlib.sha256(salt + content).digest()).digest()


def node(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 ‖ left ‖ right)."""
    return hashlib.sha256(b"\x01" + left + right).digest()
