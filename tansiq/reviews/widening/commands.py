"""Releasing something to more readers, and with it what binds it to something else that they read."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from tansiq.record.acts import Stale, is_own
from tansiq.record.commands import append, disclose
from tansiq.release.commands import common_audience, is_wider, release_anew
from tansiq.release.models import PUBLIC, Audience, Releasable
from tansiq.release.queries import named_readers
from tansiq.reviews.commands import within

MEANWHILE = _("This was changed meanwhile. Look at it again before you release it.")
WIDER = _("What this is about is not released to all of these readers.")
NOTHING: Mapping[str, Any] = {}


def widen(
    kind: str, item: Releasable, readers: Sequence[int], *, version: int, told: Mapping[str, Any] = NOTHING
) -> Audience:
    """Release something of the acting member to more readers, with its entry; whoever reads it now still will.

    Args:
        kind: the kind of the entry, which is that of the act around this.
        item: the acting member's own.
        readers: those who shall read it, beside those who do.
        version: the one that its owner saw.
        told: what the entry tells beside who reads it.

    Raises:
        Stale: it was changed since its owner opened it.
        ValidationError: all of these read it already, or what it hangs on is not released to all of them.
    """
    if not is_own(item):
        raise PermissionDenied
    if item.version != version:
        raise Stale(MEANWHILE)
    with within(WIDER):
        audience = release_anew([item], and_those_of_now(item, readers))
    disclose(item.pk, audience)
    append(kind, about=item, audience=audience, content={"readers": named_readers(audience), **told})
    return audience


def and_those_of_now(item: Releasable, readers: Iterable[int]) -> set[int]:
    """The chosen readers, and those who read it now; the public are all of them."""
    chosen = {*readers}
    return {PUBLIC} if PUBLIC in chosen or item.audience.is_public else {*chosen, *item.audience.readers}


def go_along(audience: Audience, *items: Releasable) -> None:
    """What is released with something that was widened."""
    for one in items:
        if is_wider(one.audience, audience):
            with within(WIDER):
                release_anew([one], audience.readers)


def bind(link: Releasable, one: Releasable, other: Releasable) -> None:
    """What binds two things is released to all who by now read both, as far as it is one's own."""
    both = common_audience(one.audience, other.audience)
    if is_own(link):
        go_along(both, link)
