"""A text as pages tell it: paragraph by paragraph, its languages side by side, what changed, what is in brackets."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from tansiq.decisions.texts.models import BodyRule, Paragraph, Question, QuestionEnd, Text, TextVersion
from tansiq.decisions.texts.paragraphs import STALE
from tansiq.engines import verbs
from tansiq.engines.brackets import Part, parts
from tansiq.engines.deciding import MAJORITY, MINUS, Rule
from tansiq.engines.difference import Piece, apart
from tansiq.languages.versions import language_name
from tansiq.release.models import Audience

PAIR = ("ar", "en")  # The two languages of a body's texts.


@dataclass(frozen=True)
class Side:
    """A paragraph in one of its languages."""

    code: str
    language: str
    verb: str
    parts: Sequence[Part]
    standing: str  # What is to be known of these words before one relies on them.
    lags: bool
    pieces: Sequence[Piece]  # Against the former version; none where nothing changed.


@dataclass(frozen=True)
class Shown:
    """A paragraph of a version, and what became of it since the former one."""

    number: int
    row: Paragraph
    sides: Sequence[Side]
    change: str


def shown(rows: Iterable[Paragraph], former: Iterable[Paragraph], voice: str, *, first: bool) -> list[Shown]:
    """The paragraphs of a version beside the former one; of the first version nothing has changed."""
    before = {one.strand: one for one in former}
    return [
        Shown(number, row, _sides(row, before.get(row.strand), voice, first=first), _change(row, before, first=first))
        for number, row in enumerate(rows, 1)
    ]


def gone(rows: Iterable[Paragraph], former: Iterable[Paragraph]) -> list[Paragraph]:
    """The paragraphs of the former version that stand no more."""
    held = {one.strand for one in rows}
    return [one for one in former if one.strand not in held]


def languages() -> tuple[str, ...]:
    """The two languages, the reader's first."""
    here = (get_language() or "").split("-")[0]
    return tuple(sorted(PAIR, key=lambda code: code != here))


def _sides(row: Paragraph, before: Paragraph | None, voice: str, *, first: bool) -> list[Side]:
    return [_side(row, code, before, voice, first=first) for code in languages()]


def _side(row: Paragraph, code: str, before: Paragraph | None, voice: str, *, first: bool) -> Side:
    said = row.text.words.get(code, "")
    stale = row.text.standing.get(code) == STALE
    standing = (
        _("not translated yet") if not said else _("former words: the other language was changed") if stale else ""
    )
    was = before.text.words.get(code, "") if before else ""
    pieces = [] if first or was == said else apart(was, said)
    verb = verbs.said(row.verb, voice, code) if row.verb and said else ""
    return Side(code, language_name(code), verb, parts(said), standing, stale or not said, pieces)


def _change(row: Paragraph, before: Mapping[UUID, Paragraph], *, first: bool) -> str:
    if first:
        return ""
    was = before.get(row.strand)
    if was is None:
        return _("new")
    return _("changed") if (was.text.words, was.verb) != (row.text.words, row.verb) else ""


def voice(text: Text, rule: Rule | None) -> str:
    """In which voice the body of a text speaks."""
    return rule.voice if rule and rule.voice else verbs.voice_of(text.body.name.words.get("ar", ""))


def state(question: Question | None) -> str:
    """Where a text stands, by the newest question on it."""
    if question is None:
        return _("on the table")
    end = getattr(question, "end", None)
    if end is None:
        return _("before the body") if question.way == Question.Way.MEETING else _("under silence")
    return str(QuestionEnd.Outcome(end.outcome).label)


def says(rule: Rule) -> list[tuple[str, str]]:
    """A rule in words, each part with what it is about."""
    told = [(_("Decides"), _way(rule))]
    if rule.way != MAJORITY:
        hours = ngettext("at least %(n)s hour", "at least %(n)s hours", rule.silence_hours) % {"n": rule.silence_hours}
        told.append((_("Silence"), hours))
    if rule.quorum:
        told.append((_("Quorum"), ngettext("%(n)s member", "%(n)s members", rule.quorum) % {"n": rule.quorum}))
    elif rule.quorum_numerator:
        part = {"one": rule.quorum_numerator, "of": rule.quorum_denominator}
        told.append((_("Quorum"), _("%(one)s of %(of)s of all who are entitled") % part))
    held = [str(language_name(code)) for code in rule.languages]
    told += [
        (
            _("Languages"),
            _("nothing is adopted while one lags: %(names)s") % {"names": _(", ").join(held)}
            if held
            else _("none required"),
        ),
        (_("Positions"), _("hidden from others until the close") if rule.hidden else _("seen as they are released")),
        (_("Objections"), _("bear a reason") if rule.reasons else _("may bear no reason, and say so")),
        (
            _("Proxies"),
            _("a member may speak through another; never under silence") if rule.proxies else _("none"),
        ),
        (
            _("How others judge actions"),
            _("all who read the action read it")
            if rule.judged_openly
            else _("its owners, whoever judges and the two offices read it"),
        ),
    ]
    return told


def _way(rule: Rule) -> str:
    if rule.way == MINUS:
        return ngettext(
            "by consensus minus %(n)s: it stands against %(n)s objection",
            "by consensus minus %(n)s: it stands against %(n)s objections",
            rule.minus,
        ) % {"n": rule.minus}
    if rule.way == MAJORITY:
        whom = BodyRule.MajorityOf(rule.majority_of).label
        return _("by a majority of %(one)s of %(of)s, %(whom)s") % {
            "one": rule.numerator,
            "of": rule.denominator,
            "whom": whom,
        }
    return str(BodyRule.Way(rule.way).label)


def audiences_of(text: Text, versions: Iterable[TextVersion] = (), rows: Iterable[Any] = ()) -> Iterator[Audience]:
    """Who may read what stands on the page of a text."""
    yield from (text.audience, text.body.audience)
    if text.review:
        yield text.review.audience
    yield from (one.audience for one in (*versions, *rows))
