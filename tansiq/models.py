"""Gathers the steps' models for Django; each is written in its own step."""

from tansiq.finding.models import Findable
from tansiq.members.models import (
    Account,
    Accreditation,
    Body,
    Coalition,
    Invitation,
    Person,
    Seat,
    Session,
    Standing,
)
from tansiq.press.models import Corroboration, Statement
from tansiq.record.models import BulkRow, Disclosure, DoneAct, Entry, EntryGroup
from tansiq.release.models import Audience, AudienceReader, Member, ReleaseHabit
from tansiq.reviews.models import Participation, Remark, Review, ReviewSource, Subject
from tansiq.sources.models import Source

__all__ = [
    "Account",
    "Accreditation",
    "Audience",
    "AudienceReader",
    "Body",
    "BulkRow",
    "Coalition",
    "Corroboration",
    "Disclosure",
    "DoneAct",
    "Entry",
    "EntryGroup",
    "Findable",
    "Invitation",
    "Member",
    "Participation",
    "Person",
    "ReleaseHabit",
    "Remark",
    "Review",
    "ReviewSource",
    "Seat",
    "Session",
    "Source",
    "Standing",
    "Statement",
    "Subject",
]
