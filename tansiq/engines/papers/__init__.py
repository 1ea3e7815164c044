"""Papers that people send: what they are is told by their content, and what they tell of their makers is taken out."""

from tansiq.engines.papers.kinds import EXTENSIONS, Kind, Paper
from tansiq.engines.papers.refusals import LARGEST, REASONS

__all__ = ["EXTENSIONS", "LARGEST", "REASONS", "Kind", "Paper"]
