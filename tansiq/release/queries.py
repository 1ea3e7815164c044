"""To whom something is released: the sentence, and the names behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from tansiq.database.base import ours
from tansiq.release.models import PUBLIC, Audience, Member
from tansiq.release.order import in_order


@dataclass(frozen=True)
class Readership:
    """An audience as its readers read it: everybody, or members by name, some of them by their heads alone."""

    public: bool
    members: tuple[Member, ...]
    heads_only: tuple[Member, ...]

    @property
    def count(self) -> int:
        """How many members and offices read it."""
        return len(self.members) + len(self.heads_only)


def everyone() -> dict[int, Member]:
    """Every member by its reader's number, read once in a transaction."""
    connection = ours()
    if not connection.in_atomic_block:
        return {member.reader: member for member in Member.objects.order_by("code")}
    if "everyone" not in connection.known:
        connection.known["everyone"] = {member.reader: member for member in Member.objects.order_by("code")}
    known: dict[int, Member] = connection.known["everyone"]
    return known


def forget_everyone() -> None:
    """Read the members anew: one has just been admitted."""
    ours().known.pop("everyone", None)


def member_of(key: UUID | None) -> Member | None:
    """A member by its key, from those read once."""
    return next((member for member in everyone().values() if member.pk == key), None)


def readership(audience: Audience, known: dict[int, Member] | None = None) -> Readership:
    """Who reads an audience that I read myself."""
    return readership_of(audience.readers, known)


def readership_of(readers: Iterable[int], known: dict[int, Member] | None = None) -> Readership:
    """Who a set of readers is."""
    wanted = set(readers)
    if PUBLIC in wanted:
        return Readership(public=True, members=(), heads_only=())
    known = known or everyone()
    return Readership(
        public=False,
        members=tuple(in_order(known[reader] for reader in wanted if reader % 2 == 0)),
        heads_only=tuple(in_order(known[reader - 1] for reader in wanted if reader % 2)),
    )


def named_readers(audience: Audience) -> list[str]:
    """The codes of those who read an audience, as the record names them."""
    if audience.is_public:
        return ["public"]
    known = everyone()
    return [known[reader - reader % 2].code + ("/head" if reader % 2 else "") for reader in sorted(audience.readers)]
