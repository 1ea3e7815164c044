"""The smallest application: it says which process answers."""

import os
from collections.abc import Callable


def application(_environ: dict, start_response: Callable) -> list[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [str(os.getpid()).encode()]


def failing(_environ: dict, start_response: Callable) -> list[bytes]:
    start_response("500 Internal Server Error", [("Content-Type", "text/plain")])
    return [b"no"]
