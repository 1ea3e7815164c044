"""The program that reads one file after another and can do nothing else: it holds no key, no connection, no file.

A frame is four octets of length and as many of content; each file that comes in is answered by one frame of JSON.
"""

import contextlib
import json
import resource
import sys
from collections.abc import Callable
from typing import BinaryIO, Final

from tansiq.engines.workbook.reading import read
from tansiq.engines.workbook.refusals import LARGEST, Refused

MEMORY: Final = 256 * 1024 * 1024
SECONDS: Final = 2
FILES: Final = 16
LENGTH: Final = 4


def main() -> None:
    """Answer until nothing more comes."""
    serve(answer, memory=MEMORY, seconds=SECONDS, largest=LARGEST)


def serve(answer: Callable[[bytes], dict[str, object]], *, memory: int, seconds: int, largest: int) -> None:
    """Answer one file after another within these limits, each file with so many seconds of its own."""
    limit(resource.RLIMIT_AS, memory)
    limit(resource.RLIMIT_FSIZE, 0)
    limit(resource.RLIMIT_NOFILE, FILES)
    limit(resource.RLIMIT_CORE, 0)
    while (content := taken(sys.stdin.buffer, largest)) is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(used.ru_utime + used.ru_stime) + 1 + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))
        give(sys.stdout.buffer, json.dumps(answer(content)).encode())


def limit(what: int, most: int) -> None:
    """Lower a limit of this process for good."""
    with contextlib.suppress(ValueError, OSError):  # A system that keeps a lower one already.
        resource.setrlimit(what, (most, most))


def answer(content: bytes) -> dict[str, object]:
    """What was read, or why nothing is."""
    try:
        return read(content).as_json()
    except Refused as refused:
        return {"refused": refused.code, "row": refused.row}
    except (MemoryError, RecursionError):
        return {"refused": "heavy", "row": 0}


def taken(stream: BinaryIO, largest: int = LARGEST) -> bytes | None:
    """The next frame; nothing at the end."""
    head = stream.read(LENGTH)
    if len(head) < LENGTH:
        return None
    size = int.from_bytes(head, "big")
    content = stream.read(min(size, largest + 1))
    return content if len(content) == size else None


def give(stream: BinaryIO, content: bytes) -> None:
    """Send one frame."""
    stream.write(len(content).to_bytes(LENGTH, "big") + content)
    stream.flush()


if __name__ == "__main__":
    main()
