"""The order in which a coalition lists its members: one setting, asked for wherever they stand in a list."""

from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field

from tansiq.engines.order import BY_NAME, place
from tansiq.languages.ways import language
from tansiq.release.models import Member


@dataclass(frozen=True)
class Order:
    """By name, by accession, or as agreed: then each member's place by its code."""

    kind: str = BY_NAME
    agreed: Mapping[str, int] = field(default_factory=dict)


HOUSE = Order()
_order: ContextVar[Order] = ContextVar("order", default=HOUSE)


def list_by(order: Order) -> None:
    """List members in this order from now on, as one activates a language."""
    _order.set(order)


def order_of(kind: str = "") -> str:
    """The kind of order that a list is in: the one that a reader asks for, else the coalition's."""
    return kind or _order.get().kind


def in_order(members: Iterable[Member], kind: str = "") -> list[Member]:
    """Members in the coalition's order, or in another one that a reader asks for."""
    order, here = _order.get(), language()
    return sorted(
        members,
        key=lambda one: place(
            order_of(kind),
            name=one.name.plain(here),
            code=one.code,
            joined_on=one.joined_on,
            agreed=order.agreed,
        ),
    )
