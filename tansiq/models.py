"""Gathers the steps' models for Django; each is written in its own step."""

from tansiq.contributions.models import Contribution, ContributionLink
from tansiq.decisions.models import Action, ActionOwner, Decision, FollowUp
from tansiq.efforts.models import Base, Conflict, Correction, Figure, Goal, Lead, Measure, Succession
from tansiq.finding.models import Findable
from tansiq.members.models import (
    Account,
    Accreditation,
    Body,
    Coalition,
    FactorDemand,
    Invitation,
    Person,
    Seat,
    Session,
    Standing,
)
from tansiq.press.models import Corroboration, Forecast, Statement
from tansiq.record.models import BulkRow, Disclosure, DoneAct, Entry, EntryGroup
from tansiq.release.models import Audience, AudienceReader, Member, ReleaseHabit
from tansiq.reviews.models import Participation, Remark, Review, ReviewSource, Subject
from tansiq.risks.models import Risk
from tansiq.sources.models import Source

__all__ = [
    "Account",
    "Accreditation",
    "Action",
    "ActionOwner",
    "Audience",
    "AudienceReader",
    "Base",
    "Body",
    "BulkRow",
    "Coalition",
    "Conflict",
    "Contribution",
    "ContributionLink",
    "Correction",
    "Corroboration",
    "Decision",
    "Disclosure",
    "DoneAct",
    "Entry",
    "EntryGroup",
    "FactorDemand",
    "Figure",
    "Findable",
    "FollowUp",
    "Forecast",
    "Goal",
    "Invitation",
    "Lead",
    "Measure",
    "Member",
    "Participation",
    "Person",
    "ReleaseHabit",
    "Remark",
    "Review",
    "ReviewSource",
    "Risk",
    "Seat",
    "Session",
    "Source",
    "Standing",
    "Statement",
    "Subject",
    "Succession",
]
