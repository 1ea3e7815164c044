"""The program that cleans one paper after another and can do nothing else (engines/workbook/worker.py)."""

import base64
from typing import Final

from tansiq.engines.papers.cleaning import cleaned
from tansiq.engines.papers.refusals import LARGEST
from tansiq.engines.workbook.refusals import Refused
from tansiq.engines.workbook.worker import serve

MEMORY: Final = 768 * 1024 * 1024
SECONDS: Final = 10


def answer(content: bytes) -> dict[str, object]:
    """The paper as it is kept, or why it is not."""
    try:
        paper = cleaned(content)
    except Refused as refused:
        return {"refused": refused.code, "row": 0}
    except (MemoryError, RecursionError):
        return {"refused": "heavy", "row": 0}
    return {"kind": paper.kind, "content": base64.b64encode(paper.content).decode()}


if __name__ == "__main__":
    serve(answer, memory=MEMORY, seconds=SECONDS, largest=LARGEST)
