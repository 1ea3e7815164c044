"""Clones are made ahead, in a thread of their own, so that a pair does not wait for its worlds."""

from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count
from typing import Self

from tests.world import Cluster

AHEAD = 2


class Nursery:
    """Worlds that wait to be played."""

    def __init__(self, cluster: Cluster, template: str) -> None:
        self.cluster, self.template = cluster, template
        self._names = count()
        self._hands = ThreadPoolExecutor(1)
        self._waiting: list[Future[str]] = []

    def __enter__(self) -> Self:
        for _one in range(AHEAD):
            self._begin()
        return self

    def __exit__(self, *_failure: object) -> None:
        for waiting in self._waiting:
            self.end(waiting.result())
        self._hands.shutdown()

    def world(self) -> str:
        """The name of a fresh clone."""
        self._begin()
        return self._waiting.pop(0).result()

    def end(self, name: str) -> None:
        """Away with a clone, when there is time."""
        self._hands.submit(self.cluster.drop, name)

    def _begin(self) -> None:
        self._waiting.append(self._hands.submit(self._made, f"world_{next(self._names)}"))

    def _made(self, name: str) -> str:
        self.cluster.clone(self.template, name)
        return name
