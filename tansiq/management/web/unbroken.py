"""A child that is being started is known before we stop: one that is not known cannot be ended."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

STOPS = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def unbroken() -> Iterator[None]:
    """Whoever asks us to stop meanwhile is heard at the end.

    Raises:
        KeyboardInterrupt: somebody did.
    """
    if threading.current_thread() is not threading.main_thread():  # Signals come to the main thread alone.
        yield
        return
    asked: list[int] = []
    former = {one: signal.signal(one, lambda number, _frame: asked.append(number)) for one in STOPS}
    try:
        yield
    finally:
        for one, handler in former.items():
            signal.signal(one, handler)
    if asked:
        raise KeyboardInterrupt
