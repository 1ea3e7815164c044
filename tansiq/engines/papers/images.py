"""Images, drawn anew: of the file that was sent nothing is left but what one sees."""

import io
from collections.abc import Iterator
from typing import Final

from PIL import Image, ImageOps

from tansiq.engines.papers.kinds import Kind, Paper
from tansiq.engines.papers.refusals import PIXELS, SIDE
from tansiq.engines.workbook.refusals import Refused

FORMATS: Final = {"PNG": Kind.PNG, "JPEG": Kind.JPEG, "WEBP": Kind.WEBP}
MODES: Final = {"1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"}
QUALITY: Final = 92
TELLING: Final = {0xE1, 0xED, 0xFE, *range(0xE3, 0xED), 0xEF}  # Segments of a JPEG: Exif, XMP, IPTC, comments.
START, SCAN, MARK = 0xD8, 0xDA, 0xFF


def drawn(content: bytes) -> Paper:
    """An image drawn anew, upright, without position, camera, date or comment.

    Raises:
        Refused: it is broken, too large to be looked at, or moves.
    """
    try:
        with Image.open(io.BytesIO(content), formats=tuple(FORMATS)) as image:
            kind = FORMATS[str(image.format)]
            if max(image.size) > SIDE or image.width * image.height > PIXELS:
                raise Refused("pixels")
            if getattr(image, "n_frames", 1) > 1:
                raise Refused("moving")
            image.load()
            upright = ImageOps.exif_transpose(image)
            return Paper(kind, _saved(upright, str(image.format)))
    except Image.DecompressionBombError as bomb:
        raise Refused("pixels") from bomb
    except (OSError, SyntaxError, ValueError, EOFError, KeyError, TypeError, IndexError) as broken:
        if isinstance(broken, Refused):
            raise
        raise Refused("broken") from broken


def _saved(image: Image.Image, form: str) -> bytes:
    """Only what is seen."""
    if image.mode not in MODES:
        image = image.convert("RGB")
    image.info = {name: value for name, value in image.info.items() if name == "transparency"}
    made = io.BytesIO()
    image.save(made, form, optimize=form != "WEBP", **({} if form == "PNG" else {"quality": QUALITY}))
    return made.getvalue()


def bare_jpeg(content: bytes) -> bytes:
    r"""A JPEG inside another paper without what it tells of camera, place and maker; its picture stays bit for bit.

    >>> bare_jpeg(b"\xff\xd8" + b"\xff\xe1\x00\x06Exif" + b"\xff\xda...")
    b'\xff\xd8\xff\xda...'
    """
    if not content.startswith(bytes((MARK, START))):
        raise Refused("broken")
    return bytes((MARK, START)) + b"".join(_segments(content))


def _segments(content: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(content) and content[at] == MARK:
        if content[at + 1] == SCAN:
            yield content[at:]
            return
        size = 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if content[at + 1] not in TELLING:
            yield content[at : at + size]
        at += size
    raise Refused("broken")
