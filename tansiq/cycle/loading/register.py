"""What a load has put in: each row under its name in the file, so that loading it again adds nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.engines.record_file import Audience as Readers
from tansiq.record.models import BulkRow
from tansiq.release.acting import acting
from tansiq.release.commands import audience_of, own_reader
from tansiq.release.models import PUBLIC, Audience, Member


@dataclass(frozen=True)
class Put:
    """One row that this load puts in."""

    ref: str
    kind: str
    item: UUID
    audience: Audience
    body: Mapping[str, Any]


@dataclass
class Register:
    """The rows of one load: what stood already, what is new, and who may read it."""

    members: dict[str, Member]
    whole: Readers  # Who may read what a file says nothing more of.
    standing: dict[str, BulkRow] = field(default_factory=dict)
    put: list[Put] = field(default_factory=list)
    _audiences: dict[Readers, Audience] = field(default_factory=dict)

    @classmethod
    def opened(cls, whole: Readers) -> "Register":
        """The register of the acting member's loads so far, for a file with these readers."""
        return cls(
            whole=whole,
            members={member.code: member for member in Member.objects.all()},
            standing={row.ref: row for row in BulkRow.objects.filter(owner_id=acting().member)},
        )

    def audience(self, readers: Readers) -> Audience:
        """The audience that a row states; whoever loads it always reads it."""
        if readers not in self._audiences:
            named = {PUBLIC} if readers.public else {self.members[code].reader for code in readers.members}
            self._audiences[readers] = audience_of(named | {own_reader()})
        return self._audiences[readers]

    def known(self, ref: str, body: Mapping[str, Any]) -> UUID | None:
        """The item under a name, where it is in already.

        Raises:
            ValidationError: it is in with other words.
        """
        held = self.standing.get(ref)
        if held is None:
            return None
        if held.body != body:
            raise ValidationError(
                _("“%(ref)s” is in the record already, with other words. Correct it there; a file does not overwrite."),
                params={"ref": ref},
            )
        return held.item

    def enter(self, ref: str, kind: str, item: Model, audience: Audience, body: Mapping[str, Any]) -> None:
        """Note a row that is put in."""
        self.put.append(Put(ref, kind, item.pk, audience, body))


def owned(audience: Audience, said_by: Member | None = None) -> dict[str, Any]:
    """What every loaded row carries: its owner loads it on somebody's word."""
    return {
        "owner_id": acting().member,
        "said_by": said_by,
        "audience": audience,
        "created_at": clock.now(),
    }
