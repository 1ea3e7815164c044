"""From an item to its row in the index: what is shown of it, and the words by which it is found."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Model

from tansiq.engines import search
from tansiq.finding.kinds import how, kind_of
from tansiq.languages.words import Words
from tansiq.release.found import at, every

MOST = 12_000  # Words of one item that are looked through.


def row_of(item: Model, *, owner: UUID, audience: int) -> dict[str, Any]:
    """The columns of an item's row, by its kind's own telling of how it is found."""
    found = how(type(item))
    title, text, also = (list(every(item, paths)) for paths in (found.title, found.text, found.also))
    titles, texts = list(_texts(title)), list(_texts([*text, *also]))
    return {
        "key": item.pk,
        "owner_id": owner,
        "audience_id": audience,
        "kind": kind_of(type(item)),
        "said_by_id": at(item, found.member),
        "lines": _codes(at(item, found.lines)),
        "dated": _day(at(item, found.on)),
        "precision": at(item, found.precision) or "",
        "called": str(at(item, found.by)),
        "title": _shown(title),
        "text": _shown(text),
        "plain": " ".join(dict.fromkeys(word for one in (*titles, *texts) for word in search.plain(one))),
        "title_stems": search.gathered(titles)[:MOST],
        "stems": search.gathered(texts)[:MOST],
    }


def _texts(held: Iterable[Any]) -> Iterator[str]:
    """The words in every language that they are held in, in one order."""
    for one in held:
        yield from (one.words[language] for language in sorted(one.words)) if isinstance(one, Words) else [str(one)]


def _shown(held: Iterable[Any]) -> Words | None:
    """Of several places the first that holds words."""
    return next((one for one in held if isinstance(one, Words)), None)


def _codes(held: str | list[str] | None) -> list[str]:
    return ([held] if held else []) if isinstance(held, str) else list(held or ())


def _day(value: date | datetime | None) -> date | None:
    return value.astimezone(UTC).date() if isinstance(value, datetime) else value
