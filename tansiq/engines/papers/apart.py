"""Cleaning papers that strangers sent, apart from the process that serves pages."""

import base64
from typing import ClassVar

from tansiq.engines.papers.kinds import Kind, Paper
from tansiq.engines.papers.refusals import LARGEST
from tansiq.engines.workbook.apart import Apart


class Cleaner(Apart):
    """Cleans papers in a worker of its own."""

    program: ClassVar[str] = "tansiq.engines.papers.worker"
    largest: ClassVar[int] = LARGEST
    patience: ClassVar[int] = 4

    def clean(self, content: bytes) -> Paper:
        """A paper as it is kept.

        Raises:
            Refused: it is not taken in, with the reason.
        """
        held = self.answer(content)
        return Paper(Kind(held["kind"]), base64.b64decode(held["content"]))


def clean(content: bytes) -> Paper:
    """One paper as it is kept.

    Raises:
        Refused: it is not taken in, with the reason.
    """
    cleaner = Cleaner()
    try:
        return cleaner.clean(content)
    finally:
        cleaner.close()
