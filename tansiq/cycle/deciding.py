"""What the cast of a demonstration does about texts: rules, texts and their versions, silence, positions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from tansiq import clock
from tansiq.cycle.script import Stage
from tansiq.decisions.positions.commands import Said, take_position
from tansiq.decisions.silence import commands, voicing
from tansiq.decisions.silence.models import SilenceAct
from tansiq.decisions.silence.queries import runs, standing
from tansiq.decisions.texts.commands import Tabled, put_question, revise_text, set_rule, table_text
from tansiq.decisions.texts.models import Paragraph, Question
from tansiq.decisions.texts.paragraphs import Para
from tansiq.decisions.texts.queries import newest, paragraphs_of
from tansiq.engines.deciding import Rule
from tansiq.languages.words import Words
from tansiq.members.models import Body

END_OF_DAY = time(15)  # When silence ends, in UTC.


def _body(kind: str) -> Body:
    return Body.objects.filter(kind=kind).order_by("key")[:1].get()


def _at(question: Question, place: int) -> Paragraph | None:
    """The paragraph at a place; none stands for the whole."""
    return next((one for one in paragraphs_of(question.text_version_id) if one.place == place), None)


@dataclass(frozen=True)
class SetsRule:
    """The secretariat sets how a body decides."""

    body: str  # Its kind, as below.
    rule: Rule

    def lay(self, on: Stage) -> None:
        """From this day on."""
        set_rule(body=_body(self.body), rule=self.rule, from_on=clock.today())


@dataclass(frozen=True)
class Tables:
    """A text is tabled in a body, to these members."""

    text: str  # By which name the script knows it, as below.
    body: str
    title: Words
    kind: str
    to: Sequence[str]
    paragraphs: Sequence[Para]

    def lay(self, on: Stage) -> None:
        """Its first version."""
        on.texts[self.text] = table_text(
            body=_body(self.body),
            review=None,
            tabled=Tabled(self.title, self.kind),
            paragraphs=self.paragraphs,
            readers=on.readers(self.to),
        )


@dataclass(frozen=True)
class Revises:
    """A new version: some paragraphs read otherwise, and others are added."""

    text: str
    reads: dict[int, Para]
    note: Words
    adds: Sequence[Para] = ()

    def lay(self, on: Stage) -> None:
        """Beside the version that stands."""
        former = newest(on.texts[self.text].pk)
        rows = paragraphs_of(former.pk) if former else []
        now = [self._now(one) for one in rows]
        revise_text(
            text=on.texts[self.text],
            paragraphs=[*now, *self.adds],
            note=self.note,
            number=former.number if former else 0,
        )

    def _now(self, row: Paragraph) -> Para:
        other = self.reads.get(row.place)
        return Para(other.text, other.verb, row.strand) if other else Para.of(row)


@dataclass(frozen=True)
class Puts:
    """The version on the table is put to the body, to be decided in a meeting."""

    text: str

    def lay(self, on: Stage) -> None:
        """In writing."""
        version = newest(on.texts[self.text].pk)
        if version is not None:
            put_question(version=version, way=Question.Way.MEETING, review=None)


@dataclass(frozen=True)
class Silences:
    """The chair proposes, in writing, that the version be adopted by silence, and lets silence begin."""

    text: str
    lasts: int  # Days.
    consulted: Words

    def lay(self, on: Stage) -> None:
        """Until an hour of a later day."""
        version, last = newest(on.texts[self.text].pk), clock.today() + timedelta(days=self.lasts)
        if version is not None:
            until = datetime.combine(last, END_OF_DAY, UTC)
            question = commands.propose_silence(version=version, until=until)
            commands.start_silence(question=question, until=until, words=self.consulted)


@dataclass(frozen=True)
class Says:
    """A member says something under silence that does not end it."""

    text: str
    kind: str
    words: Words | None = None
    place: int = 0  # Of its paragraph; none: the whole.

    def lay(self, on: Stage) -> None:
        """On the run that goes on."""
        question = on.question(self.text)
        voicing.say(question=question, kind=self.kind, words=self.words, paragraph=_at(question, self.place))


@dataclass(frozen=True)
class Amends:
    """A member breaks silence by an amendment to a paragraph."""

    text: str
    words: Words
    place: int

    def lay(self, on: Stage) -> None:
        """Effective at once."""
        question = on.question(self.text)
        on_what = _at(question, self.place)
        voicing.break_silence(question=question, kind=SilenceAct.Kind.AMENDED, words=self.words, paragraph=on_what)


@dataclass(frozen=True)
class Ends:
    """The chair ends a run: by the notice that adopts, or telling all that silence was broken."""

    text: str

    def lay(self, on: Stage) -> None:
        """As the run stands."""
        question = runs().get(pk=on.question(self.text).pk)
        if standing(question).state in commands.OUTCOMES:
            commands.close_run(question=question)
        else:
            commands.give_notice(question=question, attested=True)


@dataclass(frozen=True)
class Takes:
    """A member takes its position, to these members; its reason to others, and wordings by which it is lifted."""

    text: str
    kind: str
    to: Sequence[str]
    words: Words | None = None
    place: int = 0
    reason: Words | None = None
    reason_to: Sequence[str] = ()
    lifted: tuple[tuple[int, Words], ...] = ()

    def lay(self, on: Stage) -> None:
        """For the first time."""
        question = on.question(self.text)
        rows = {one.place: one for one in paragraphs_of(question.text_version_id)}
        said = Said(
            self.kind,
            self.words,
            rows.get(self.place),
            self.reason,
            conditions=[(rows[place], words) for place, words in self.lifted],
        )
        readers, why = on.readers(self.to), on.readers(self.reason_to)
        take_position(question=question, said=said, turn=0, readers=readers, reason_readers=why)
