"""What a member does in a run of silence: it acknowledges, associates, states, reserves, asks for time, breaks it."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.decisions.silence.doing import Done, Kind, audience_of_act, do, one_at_a_time, put
from tansiq.decisions.silence.models import SilenceAct, SilenceChoice
from tansiq.decisions.silence.queries import own_choice, prepared_of
from tansiq.decisions.texts.models import Paragraph, Question
from tansiq.decisions.texts.queries import is_elector
from tansiq.engines import silence
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.members.models import Accreditation
from tansiq.record.acts import act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import own_audience

Role, Breakers = Accreditation.Role, SilenceChoice.Breakers
SAYING = sorted(silence.OF_MEMBERS)
WORDED = frozenset({Kind.COMMENTED, Kind.STATED, Kind.RESERVED})
BREAKING = (Kind.OBJECTED, Kind.AMENDED)
HEADS = (Role.HEAD, Role.ALTERNATE)
SPEAKERS = (*HEADS, Role.ADVISER)


@act("silence.said")
def say(*, question: Question, kind: str, words: Words | None = None, paragraph: Paragraph | None = None) -> SilenceAct:
    """Say something during a run that does not end it (R-S4), on one paragraph or on the whole.

    Raises:
        ValidationError: words are missing, or the paragraph is of another version.
    """
    if kind not in SAYING or acting().hat not in SPEAKERS:
        raise PermissionDenied
    if kind in WORDED and words is None:
        raise ValidationError({"words": _("Say it in words.")})
    _of_this_version(question, paragraph)
    return do("silence.said", question, Done(kind, words=words, paragraph=paragraph))[0]


@act("silence.broken")
def break_silence(
    *, question: Question, kind: str, words: Words | None, paragraph: Paragraph | None = None
) -> SilenceAct:
    """Break silence by an objection or an amendment: effective at once, and not to be undone (R-S5).

    Where the member wants two persons, the first one's break is only prepared; the second one's is the break.

    Raises:
        ValidationError: the body asks for words, or the paragraph is of another version.
    """
    choice = own_choice()
    if kind not in BREAKING or not may_break(choice) or not is_elector(question.pk, acting().member):
        raise PermissionDenied
    _of_this_version(question, paragraph)
    if kind == Kind.AMENDED and (paragraph is None or words is None):
        raise ValidationError(_("An amendment names its paragraph, and the words that are to stand there."))
    if choice is not None and choice.two_persons:
        return _by_two(question, Done(kind, words=words, paragraph=paragraph))
    return do("silence.broken", question, Done(kind, words=words, paragraph=paragraph))[0]


def _by_two(question: Question, done: Done) -> SilenceAct:
    one_at_a_time(question)
    former = prepared_of(question.pk)
    if former is not None and former.account != acting().account and _alike(former, done):
        return do("silence.broken", question, done)[0]
    row = SilenceAct(question=question, account=acting().account, **{**done.columns, "kind": Kind.PREPARED})
    row.plain, row.said_by_id = done.kind == Kind.AMENDED, acting().member
    made = put(question, row, audience_of_act(question, row))
    told = {"question": str(question.pk), **done.told("")}
    append("silence.break_prepared", about=made, audience=made.audience, content=told, first=True)
    return made


def _alike(former: SilenceAct, done: Done) -> bool:
    """Whether the second person confirms what the first one prepared, word for word."""
    kind = Kind.AMENDED if former.plain else Kind.OBJECTED
    paragraph = done.paragraph.pk if done.paragraph else None
    return (kind, former.words, former.paragraph_id) == (done.kind, done.words, paragraph)


def may_break(choice: SilenceChoice | None) -> bool:
    """Whether whoever acts may break silence in its member's name, as the member decided: else its heads may."""
    hat = acting().hat
    anybody = choice is not None and choice.breakers == Breakers.ANY
    return hat in (SPEAKERS if anybody else HEADS)


def _of_this_version(question: Question, paragraph: Paragraph | None) -> None:
    if paragraph is not None and paragraph.text_version_id != question.text_version_id:
        raise ValidationError(_("This is a paragraph of another version."))


@act("silence.member_chose")
def choose(
    *, breakers: str, two_persons: bool, weekend: Sequence[int] | None, holidays: Mapping[date, str]
) -> SilenceChoice:
    """Decide, as the head of a delegation, who breaks silence in the member's name, and when the member rests."""
    if acting().hat != Role.HEAD:
        raise PermissionDenied
    held = {on.isoformat(): name for on, name in sorted(holidays.items())}
    days = sorted({*weekend}) if weekend is not None else None
    given = {"breakers": breakers, "two_persons": two_persons, "weekend": days, "holidays": held}
    made = SilenceChoice.objects.create(**given, **ownership(own_audience()))
    append("silence.member_chose", about=made, audience=made.audience, content=given, first=True)
    return made
