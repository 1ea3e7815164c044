"""Keeping what is found beside the items: written in the transaction of the act that makes or changes one."""

from collections.abc import Sequence
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS
from django.db.models import BinaryField, Model, QuerySet

from tansiq.finding.kinds import how, is_found
from tansiq.finding.models import Findable
from tansiq.finding.rows import row_of
from tansiq.release.acting import acting
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC, Member

MANY = 1000  # Items that are gathered at once.
SETTLED = {"key", "owner_id", "audience_id", "kind", "said_by_id"}  # When the item was put in, or by its release.


def keep_findable(item: Model, *, first: bool = False) -> None:
    """Let an item be found by its words as they stand now, where its kind is and it is the acting member's own."""
    own = acting().member
    if not is_found(type(item)) or getattr(item, "owner_id", own) != own:
        return
    row = row_of(item, owner=own, audience=_audience(item))
    changes = {name: value for name, value in row.items() if name not in SETTLED}
    if first or not Findable.objects.filter(pk=item.pk, owner_id=own).update(**changes):
        Findable.objects.create(**row)


def gather(model: type[Model], keys: Sequence[UUID]) -> None:
    """Let many new items of one kind, the acting member's own, be found, where their kind is: what a load ends with."""
    if not is_found(model):
        return
    own = acting().member
    for start in range(0, len(keys), MANY):
        items = whole(model).filter(pk__in=keys[start : start + MANY])
        Findable.objects.bulk_create(Findable(**row_of(item, owner=own, audience=_audience(item))) for item in items)


def gather_all(model: type[Model], *, keeper: UUID, public: int, using: str = DEFAULT_DB_ALIAS) -> int:
    """Let every item of a kind be found, whosever it is: the set-up's, which sees all of them.

    Args:
        model: their table.
        keeper: who keeps the rows of members, which are nobody's.
        public: the public's audience.
        using: a connection that is let past row-level security.
    """
    made = [
        Findable(**row_of(item, owner=getattr(item, "owner_id", keeper), audience=getattr(item, "audience_id", public)))
        for item in whole(model).using(using).order_by("pk")
    ]
    return len(Findable.objects.using(using).bulk_create(made, batch_size=MANY))


def whole(model: type[Model]) -> QuerySet[Model]:
    """The items of a kind with all that they are found by; offices are no parties, and not looked for."""
    files = [one.name for one in model._meta.concrete_fields if isinstance(one, BinaryField)]  # noqa: SLF001 -- as below
    rows = model._default_manager.select_related(*how(model).parents).defer(*files)  # noqa: SLF001 -- Django's documented name
    return rows.exclude(kind=Member.Kind.OFFICE) if model is Member else rows


def _audience(item: Model) -> int:
    """Who may find an item: whoever may read it; every member is known to everybody."""
    return audience_of({PUBLIC}).pk if isinstance(item, Member) else item.audience_id  # type: ignore[attr-defined] # Released
