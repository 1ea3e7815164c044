"""Our own supervisor of PostgreSQL: it finds one, starts it on a data folder, shares it, stops it (docs/running.md)."""

from tansiq.database.server.binaries import FLOOR
from tansiq.database.server.errors import GroundError
from tansiq.database.server.holding import Server, discard, running
from tansiq.database.server.settings import unsafe_settings

__all__ = ["FLOOR", "GroundError", "Server", "discard", "running", "unsafe_settings"]
