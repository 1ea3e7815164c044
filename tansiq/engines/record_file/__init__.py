"""The file in which a coalition's record is loaded: its format, its reader, its writer (docs/record-file.md)."""

from tansiq.engines.record_file.decoding import LARGEST
from tansiq.engines.record_file.places import Audience
from tansiq.engines.record_file.problems import Problem, Refused
from tansiq.engines.record_file.reading import read
from tansiq.engines.record_file.rows.form import RecordFile
from tansiq.engines.record_file.rows.parties import Body, Cadence, Joined, Member, Person, Seat
from tansiq.engines.record_file.rows.reviews import Output, Participation, Review, When
from tansiq.engines.record_file.rows.sources import Coalition, Source, Term
from tansiq.engines.record_file.rows.statements import Corroboration, Span, Statement
from tansiq.engines.record_file.wording import Text

__all__ = [
    "LARGEST",
    "Audience",
    "Body",
    "Cadence",
    "Coalition",
    "Corroboration",
    "Joined",
    "Member",
    "Output",
    "Participation",
    "Person",
    "Problem",
    "RecordFile",
    "Refused",
    "Review",
    "Seat",
    "Source",
    "Span",
    "Statement",
    "Term",
    "Text",
    "When",
    "read",
]
