"""A list of members as people keep it, pasted or as a file: read whole, or told row by row what is wrong."""

from tansiq.engines.member_list.columns import COLUMNS
from tansiq.engines.member_list.decoding import LARGEST, MOST_ROWS, Unreadable, decode
from tansiq.engines.member_list.reading import KINDS, Reading, read
from tansiq.engines.member_list.rows import Flaw, Row

__all__ = ["COLUMNS", "KINDS", "LARGEST", "MOST_ROWS", "Flaw", "Reading", "Row", "Unreadable", "decode", "read"]
