"""How the rows of a table are found by their words: said once, beside the table's columns."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Found:
    """How a row is found. Each place is a path from the row: a column, or one of a row that it hangs on.

    A row hangs only on rows whose readers are among its own readers, so their words betray nothing.

    Args:
        name: what such an item is called.
        title: where its title stands: the first that holds words is shown, all are looked through.
        text: where its own words stand, likewise.
        also: where more words stand that are looked through and not shown.
        page: the name of its page, which is called by `by`; without one it leads to all that names it.
        on, precision: its day, and how exactly that is known.
        lines: the code of its line of effort, or several codes.
        member: whose word it is.
    """

    name: Any  # Translated when it is read.
    title: tuple[str, ...]
    text: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    page: str = ""
    by: str = "pk"
    on: str = ""
    precision: str = ""
    lines: str = ""
    member: str = "said_by_id"

    @property
    def parents(self) -> list[str]:
        """The rows that it needs beside its own, as Django joins them."""
        paths = (*self.title, *self.text, *self.also, self.by, self.on, self.precision, self.lines)
        return sorted({path.rpartition(".")[0].replace(".", "__") for path in paths if "." in path})


def at(item: Any, path: str) -> Any:
    """What stands at the end of a path from an item; nothing where the path breaks off."""
    for name in filter(None, path.split(".")):
        if item is None:
            return None
        item = getattr(item, name)
    return item if path else None


def every(item: Any, paths: tuple[str, ...]) -> Iterator[Any]:
    """What stands at the end of each path, where anything does."""
    return filter(None, (at(item, path) for path in paths))
