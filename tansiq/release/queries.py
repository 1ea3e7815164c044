"""To whom something is released: the sentence, and the names behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from tansiq.database.base import ours
from tansiq.release.models import GUEST, PUBLIC, Audience, Guest, Member, Released
from tansiq.release.order import in_order

Row = TypeVar("Row", bound=Released)


@dataclass(frozen=True)
class Readership:
    """An audience as its readers read it: everybody, or members by name, some of them by their heads alone, and guests.

    A guest of whom the reader does not read is None: it is there, unnamed.
    """

    public: bool
    members: tuple[Member, ...]
    heads_only: tuple[Member, ...]
    guests: tuple[Guest | None, ...] = ()

    @property
    def count(self) -> int:
        """How many members, offices and guests read it."""
        return len(self.members) + len(self.heads_only) + len(self.guests)


def everyone() -> dict[int, Member]:
    """Every member by its reader's number, read once in a transaction."""
    connection = ours()
    if not connection.in_atomic_block:
        return {member.reader: member for member in Member.objects.order_by("code")}
    if "everyone" not in connection.known:
        connection.known["everyone"] = {member.reader: member for member in Member.objects.order_by("code")}
    known: dict[int, Member] = connection.known["everyone"]
    return known


def with_audiences(rows: list[Row], name: str = "audience") -> list[Row]:
    """These rows with their audiences, each read once: many are released alike, and an audience names each reader."""
    known = Audience.objects.in_bulk({getattr(one, f"{name}_id") for one in rows})
    for one in rows:
        setattr(one, name, known[getattr(one, f"{name}_id")])
    return rows


def forget_everyone() -> None:
    """Read the members anew: one has just been admitted."""
    ours().known.pop("everyone", None)


def member_of(key: UUID | None) -> Member | None:
    """A member by its key, from those read once."""
    return next((member for member in everyone().values() if member.pk == key), None)


def members_in(readers: Iterable[int], known: dict[int, Member]) -> list[Member]:
    """The members and offices among readers, those by their heads alone too: what a circle is made of. No guests."""
    return [known[reader - reader % 2] for reader in readers if reader > PUBLIC]


def _guests() -> dict[int, Guest]:
    """The guests of whom I read, by their readers' numbers, read once in a transaction and only where one is named."""
    known = ours().known
    if "guests" not in known:
        known["guests"] = {guest.reader: guest for guest in Guest.objects.order_by("key")}
    found: dict[int, Guest] = known["guests"]
    return found


def itself() -> Guest | None:
    """The guest who acts, if one does."""
    who = ours().acting
    return _guests().get(min(who.readers)) if who is not None and who.kind == GUEST else None


def forget_guests() -> None:
    """Read the guests anew: one has just been invited."""
    ours().known.pop("guests", None)


def _guests_in(readers: Iterable[int]) -> tuple[Guest | None, ...]:
    held = sorted(reader for reader in readers if reader < PUBLIC)
    return tuple(_guests().get(reader) for reader in held) if held else ()


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
        members=tuple(in_order(known[reader] for reader in wanted if reader > PUBLIC and reader % 2 == 0)),
        heads_only=tuple(in_order(known[reader - 1] for reader in wanted if reader > PUBLIC and reader % 2)),
        guests=_guests_in(wanted),
    )


def named_readers(audience: Audience) -> list[str]:
    """The codes of those who read an audience, as the record names them."""
    if audience.is_public:
        return ["public"]
    known, members = everyone(), sorted(reader for reader in audience.readers if reader > PUBLIC)
    codes = [known[reader - reader % 2].code + ("/head" if reader % 2 else "") for reader in members]
    return codes + [f"guest/{guest.pk}" if guest else "guest" for guest in _guests_in(audience.readers)]
