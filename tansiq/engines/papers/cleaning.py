"""A paper as it is kept: by what its first octets are, whatever it is called."""

from typing import Final

from tansiq.engines.papers.images import drawn
from tansiq.engines.papers.kinds import Paper
from tansiq.engines.papers.office import packed_anew
from tansiq.engines.papers.pdf import written_anew
from tansiq.engines.papers.refusals import LARGEST
from tansiq.engines.papers.texts import letters
from tansiq.engines.workbook.archive import OLD, ZIP
from tansiq.engines.workbook.refusals import Refused

PICTURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF")


def cleaned(content: bytes) -> Paper:
    """A paper without what it tells of its makers.

    Raises:
        Refused: it is not taken in, with the reason.
    """
    if not content:
        raise Refused("empty")
    if len(content) > LARGEST:
        raise Refused("large")
    if content.startswith(OLD):
        raise Refused("old")
    if content.startswith(b"%PDF-"):
        return written_anew(content)
    if content.startswith(PICTURES):
        return drawn(content)
    return packed_anew(content) if content.startswith(ZIP) else letters(content)
