"""Release: naming an audience in one click, and widening what one has put in."""

from collections.abc import Iterable, Sequence

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from tansiq import chance
from tansiq.release.acting import acting
from tansiq.release.models import PUBLIC, Audience, Releasable, ReleaseHabit


def audience_of(readers: Iterable[int]) -> Audience:
    """The audience of a set of readers (0 = the public), made when it is new."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tansiq.audience_of(%s)", [sorted(set(readers))])
        (made,) = cursor.fetchone()
    return Audience.objects.get(pk=made)


def common_audience(one: Audience, other: Audience) -> Audience:
    """The readers of two audiences at once: heads of delegation are among their member's people."""
    if one.is_public or other.is_public:
        return other if one.is_public else one
    sides = ({*one.readers}, {*other.readers})
    return audience_of(r for r in set.union(*sides) if all(r in side or (r % 2 and r - 1 in side) for side in sides))


def own_reader() -> int:
    """The acting member's own reader: any of its accredited people."""
    return min(reader for reader in acting().readers if reader != PUBLIC)


def own_audience() -> Audience:
    """The audience of nobody but the acting member's accredited people."""
    return audience_of({own_reader()})


def remember_choice(kind: str, audience: Audience) -> None:
    """Keep what the member chose, so that the next form can offer "as last time"."""
    _keep(kind, audience, usual=False)


def set_habit(kind: str, audience: Audience) -> ReleaseHabit:
    """Keep a member's usual release for one kind of item; only its head of delegation sets it."""
    if acting().hat not in {"head", "officer"}:
        raise PermissionDenied
    return _keep(kind, audience, usual=True)


def _keep(kind: str, audience: Audience, *, usual: bool) -> ReleaseHabit:
    own = acting().member
    held = ReleaseHabit.objects.filter(owner_id=own, kind=kind, usual=usual)
    if not held.update(audience=audience):
        ReleaseHabit.objects.create(key=chance.key(), owner_id=own, kind=kind, usual=usual, audience=audience)
    return held.get()


def is_wider(former: Audience, wider: Audience) -> bool:
    """Whether everybody who could read still can, and somebody more."""
    if wider.is_public:
        return not former.is_public
    old, new = set(former.readers), set(wider.readers)
    return old != new and not former.is_public and all(r in new or (r % 2 and r - 1 in new) for r in old)


def release_anew(items: Sequence[Releasable], readers: Iterable[int]) -> Audience:
    """Release the acting member's own items to more readers: all of them, or none.

    Raises:
        ValidationError: an item is another member's, or somebody who can read it would no longer.
    """
    wanted = set(readers)
    audience = audience_of(wanted)
    own = acting().member
    for item in items:
        if item.owner_id != own:
            raise PermissionDenied
        if not is_wider(item.audience, audience):
            raise ValidationError(
                _("A release can only be widened: those who read it now must be among the new readers.")
            )
        _widen(item, audience)
    return audience


def _widen(item: Releasable, audience: Audience) -> None:
    model: type[models.Model] = type(item)
    rows = model._default_manager.filter(pk=item.pk, version=item.version)  # noqa: SLF001 -- Django's documented name
    if rows.update(audience=audience, version=item.version + 1) != 1:
        raise ValidationError(_("This was changed meanwhile. Look at it again before you release it."))
    item.audience, item.version = audience, item.version + 1
