"""The file in which a coalition's record is loaded: its format, its reader, its writer (docs/record-file.md)."""

from tansiq.engines.record_file.decoding import LARGEST
from tansiq.engines.record_file.places import Audience
from tansiq.engines.record_file.problems import Problem, Refused
from tansiq.engines.record_file.reading import read
from tansiq.engines.record_file.rows.contributions import Contribution, ContributionLink
from tansiq.engines.record_file.rows.decisions import Action, Decision, FollowUp, Owner
from tansiq.engines.record_file.rows.efforts import Base, Baseline, Conflict, Figure, Measure
from tansiq.engines.record_file.rows.form import RecordFile
from tansiq.engines.record_file.rows.parties import Body, Cadence, Joined, Member, Person, Seat
from tansiq.engines.record_file.rows.reviews import Output, Participation, Review, When
from tansiq.engines.record_file.rows.risks import Risk
from tansiq.engines.record_file.rows.sources import Coalition, Lead, Source, Term
from tansiq.engines.record_file.rows.statements import Corroboration, Forecast, Span, Statement
from tansiq.engines.record_file.units import Unit
from tansiq.engines.record_file.wording import Text

__all__ = [
    "LARGEST",
    "Action",
    "Audience",
    "Base",
    "Baseline",
    "Body",
    "Cadence",
    "Coalition",
    "Conflict",
    "Contribution",
    "ContributionLink",
    "Corroboration",
    "Decision",
    "Figure",
    "FollowUp",
    "Forecast",
    "Joined",
    "Lead",
    "Measure",
    "Member",
    "Output",
    "Owner",
    "Participation",
    "Person",
    "Problem",
    "RecordFile",
    "Refused",
    "Review",
    "Risk",
    "Seat",
    "Source",
    "Span",
    "Statement",
    "Term",
    "Text",
    "Unit",
    "When",
    "read",
]
