"""Release in words: one sentence, and the names behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tansiq.release.commands import own_reader
from tansiq.release.models import PUBLIC, Audience, Member
from tansiq.release.order import in_order
from tansiq.release.queries import Readership, everyone, readership, readership_of


@dataclass(frozen=True)
class Stripe:
    """What the stripe under the bar says: to whom this page is released, and who that is."""

    sentence: str
    names: tuple[str, ...]
    public: bool


def names(of: Readership) -> tuple[str, ...]:
    """The readers by name."""
    heads = (_("%(member)s (heads of delegation only)") % {"member": member.name.plain()} for member in of.heads_only)
    guests = (_("%(guest)s (guest)") % {"guest": one.name.plain()} if one else _("a guest") for one in of.guests)
    return (*(member.name.plain() for member in of.members), *heads, *guests)


def sentence(of: Readership) -> str:
    """To whom it is released."""
    if of.public:
        return _("Released to the public")
    named = names(of)
    if len(named) == 1:
        return _("Released to %(member)s alone") % {"member": named[0]}
    return ngettext(
        "Released to %(count)s reader; not to the public",
        "Released to %(count)s readers; not to the public",
        of.count,
    ) % {"count": of.count}


def stripe(audiences: Iterable[Audience], known: dict[int, Member] | None = None) -> Stripe:
    """The effective release of a page: whoever may read all that stands on it (R-M2)."""
    held = {tuple(audience.readers) for audience in audiences}  # Many things on a page are released alike.
    narrow = [set(readers) for readers in held if PUBLIC not in readers]
    if not narrow:
        return Stripe(_("Released to the public"), (), public=True)
    both = reduce(_meet, narrow)
    known = known or everyone()
    of = readership_of(both, known)
    return Stripe(sentence(of), names(of), public=False)


def own_circle() -> Audience:
    """The acting member's own people, in the form that the wording takes; nothing is stored."""
    return Audience(readers=[own_reader()])


def own_stripe() -> Stripe:
    """The stripe of a page that only the acting member's own people read."""
    return stripe([own_circle()])


def _meet(one: set[int], other: set[int]) -> set[int]:
    """The readers of two audiences at once: heads are among their member's people."""
    return {r for r in one | other if all(r in each or (r % 2 and r - 1 in each) for each in (one, other))}


def chip(audience: Audience, known: dict[int, Member] | None = None) -> Stripe:
    """The same for one item."""
    of = readership(audience, known)
    return Stripe(sentence(of), names(of), public=of.public)


def to_choose(members: Iterable[Member]) -> list[tuple[str, str]]:
    """Members to choose from, in the coalition's order."""
    return [(member.code, member.name.plain()) for member in in_order(members)]
