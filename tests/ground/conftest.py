"""Data folders that the server's account can reach, thrown away after each test."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tansiq.database.server import discard


@pytest.fixture
def room() -> Iterator[Path]:
    """A folder that every account may enter, as a home or /srv is; pytest's own are closed."""
    room = Path(tempfile.mkdtemp(prefix="tansiq-ground-"))
    room.chmod(0o755)
    yield room
    for private in list(room.rglob("private")):
        discard(private.parent)
    shutil.rmtree(room)


@pytest.fixture
def data(room: Path) -> Path:
    """A data folder that is not there yet."""
    return room / "data"
