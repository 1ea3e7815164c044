"""Granian, tied to the house that started it: `python -m tansiq.management.web PARENT OPTION…`."""

import ctypes
import os
import signal
import sys

SET_PARENT_DEATH_SIGNAL = 1  # The number of Linux's prctl.


def die_with(parent: int) -> None:
    """Be stopped when the house dies, even by kill -9 (where the system can do that)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SET_PARENT_DEATH_SIGNAL, signal.SIGTERM)
        if os.getppid() != parent:
            sys.exit(0)


if __name__ == "__main__":
    die_with(int(sys.argv[1]))
    os.execv(sys.executable, [sys.executable, "-m", "granian", *sys.argv[2:]])  # noqa: S606 -- no shell is wanted
