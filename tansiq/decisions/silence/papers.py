"""Objections that reached the chair on paper: entered with their scan, and counted from when they arrived (R-S6)."""

from datetime import datetime
from typing import NamedTuple

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from django.utils.translation import override

from tansiq.decisions.silence.doing import Done, Kind, audience_of_act, do, judged
from tansiq.decisions.silence.models import SilenceAct
from tansiq.decisions.texts.models import Question
from tansiq.engines import papers
from tansiq.languages.words import Words
from tansiq.record.acts import act
from tansiq.release.acting import acting
from tansiq.release.models import Member
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.models import Review
from tansiq.reviews.papers.commands import file_document


class Scan(NamedTuple):
    """A paper as it was scanned and cleaned, in which language it is, and with which review it is kept."""

    kind: papers.Kind
    content: bytes
    name: str
    language: str
    review: Review


@act("silence.paper_entered")
def enter_paper_objection(
    *, question: Question, member: Member, received: datetime, words: Words | None, scan: Scan
) -> SilenceAct:
    """Enter a member's objection that reached the chair on paper, with its scan, for those who may know of it.

    Raises:
        ValidationError: the member is not entitled, the time is still to come, or silence has not begun.
    """
    if acting().code not in OPENERS:
        raise PermissionDenied
    done = Done(Kind.PAPER, received=received, words=words, by=member)
    becomes, _held = judged(question, done)
    with override(scan.language):
        title = _("Objection on paper: %(member)s") % {"member": member.name.plain(scan.language)}
    document = file_document(
        review=scan.review,
        item=None,
        title=Words.of(scan.language, **{scan.language: title}),
        name=scan.name,
        kind=scan.kind,
        content=scan.content,
        readers=audience_of_act(question, becomes).readers,
    )
    kept = Done(Kind.PAPER, received=received, words=words, document=document, by=member)
    return do("silence.paper_entered", question, kept)[0]
