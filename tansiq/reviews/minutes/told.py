"""Minutes as pages tell them: how they stand, what became of the words, and each text that stood."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tansiq.engines.difference import Piece, apart
from tansiq.languages.words import Words
from tansiq.release.models import Audience, Releasable
from tansiq.reviews.minutes.models import Minutes, MinutesCorrection, MinutesSeal

Step = Minutes.Step


def steps(stands: Minutes | None, seal: MinutesSeal | None) -> list[tuple[str, str]]:
    """The steps of minutes in words, each done, now, or to come."""
    words = [
        (Step.DRAFT, _("drafted")),
        (Step.CIRCULATED, _("circulated for corrections")),
        (Step.ADOPTED, _("adopted")),
        ("sealed", _("sealed")),
    ]
    now = -1 if stands is None else len(words) - 1 if seal else list(Step).index(Step(stands.step))
    return [(word, "now" if at == now else "done" if at < now else "") for at, (_step, word) in enumerate(words)]


@dataclass(frozen=True)
class Text:
    """A text that stood, and what became of its words in the one after it, where both are in the reader's language."""

    row: Minutes
    pieces: tuple[Piece, ...]


def texts(rows: Sequence[Minutes]) -> list[Text]:
    """The texts that stood, the one that stands first, each against the one before it."""
    former = [*rows[1:], None]
    return [
        Text(one, _apart(before.text if before else None, one.text)) for one, before in zip(rows, former, strict=False)
    ]


def _apart(former: Words | None, later: Words) -> tuple[Piece, ...]:
    """The difference of two texts in the language in which the later one is read; nothing where they are alike."""
    code = later.language((get_language() or "").split("-")[0])
    if former is None or code not in former.words or former.words[code] == later.words[code]:
        return ()
    return tuple(apart(former.words[code], later.words[code]))


def audiences_of(
    rows: Iterable[Minutes], corrections: Iterable[MinutesCorrection], seal: MinutesSeal | None
) -> list[Audience]:
    """Who may read what a page shows of minutes."""
    shown: list[Releasable] = [*rows]
    for one in corrections:
        shown += [one, *one.answered]  # type: ignore[attr-defined] # queries.corrections_of
    return [one.audience for one in (*shown, *([seal] if seal else []))]
