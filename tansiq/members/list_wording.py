"""A list of members in words: what was understood of each line, and what is wrong with it, in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tansiq.engines.member_list import Flaw, Reading, Row
from tansiq.members.forms import FLAWS, NOT_READ, UNREADABLE
from tansiq.release.models import Member

COLUMNS = {
    "code": _("Code"),
    "kind": _("Kind"),
    "name_ar": _("Name in Arabic"),
    "name_en": _("Name in English"),
    "joined_on": _("Joined on"),
    "email": _("E-mail"),
}
SENTENCES: dict[str, str | Promise] = {
    "missing": _("It is missing."),
    "code": _("Letters A–Z, digits and hyphens, for example JO."),
    "taken": _("This code is taken already."),
    "twice": _("The same, or what looks the same, stands in line %(given)s already."),
    "kind": _("This is no kind of member. Write state, organisation, city or other."),
    "email": _("This is no e-mail address."),
    "mark": _("A mark that cannot be seen stands here and could disguise it (%(given)s). Type it anew."),
    "date_day": _("The day is missing."),
    **{f"name_{code}": words for code, words in FLAWS.items()},
    **{f"date_{code}": words for code, words in UNREADABLE.items()},
    "date_words": NOT_READ,
}
KINDS = dict(Member.Kind.choices)


@dataclass(frozen=True)
class Told:
    """One line as the preview tells it."""

    row: Row
    kind: str
    wrong: tuple[tuple[str, str], ...]  # (column, sentence)


def tell(rows: Iterable[Row]) -> list[Told]:
    """Lines of a list in words."""
    return [Told(row, str(KINDS.get(row.kind, row.kind)), tuple(map(_flaw, row.flaws))) for row in rows]


def _flaw(flaw: Flaw) -> tuple[str, str]:
    sentence = str(SENTENCES.get(flaw.code, NOT_READ))
    return str(COLUMNS[flaw.column]), sentence % {"given": flaw.given} if "%(" in sentence else sentence


def columns(reading: Reading) -> list[str]:
    """The columns that were found."""
    return [str(COLUMNS[column]) for column in reading.columns]
