"""Rate limits shared by all workers: numbers as JSON in one table, so that what lies there is data and never a program.

Django's own database cache keeps pickles: whoever could write into its table would have the program run what he wrote.
"""

import json
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import BaseDatabaseCache
from django.db import connection

FOREVER = 100 * 365 * 24 * 3600.0  # Seconds: no limit is kept that long.
SWEPT = 50  # Rows that have run out and are cleared away with each new one.


class Rates(BaseDatabaseCache):
    """Django's cache on the table of the rate limits, by the database's clock."""

    _table: str

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """What is held under a key and has not run out."""
        held = self._ask(
            "SELECT value FROM {table} WHERE cache_key = %s AND expires > tansiq.now()", [self._key(key, version)]
        )
        return json.loads(held[0]) if held else default

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Hold a value under a key."""
        self._put(key, value, (timeout, version), anew=True)

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Hold a value under a key that holds none; whether it held none."""
        return self._put(key, value, (timeout, version), anew=False)

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Hold what is there for longer."""
        return bool(
            self._ask(
                "UPDATE {table} SET expires = tansiq.now() + make_interval(secs => %s) "
                "WHERE cache_key = %s AND expires > tansiq.now() RETURNING 1",
                [self._seconds(timeout), self._key(key, version)],
            )
        )

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget a key."""
        return bool(self._ask("DELETE FROM {table} WHERE cache_key = %s RETURNING 1", [self._key(key, version)]))

    def clear(self) -> None:
        """Forget all."""
        self._ask("DELETE FROM {table} RETURNING 1", [])

    def _put(self, key: str, value: Any, given: tuple[Any, int | None], *, anew: bool) -> bool:
        timeout, version = given
        self._ask(
            "DELETE FROM {table} WHERE cache_key IN (SELECT cache_key FROM {table} WHERE expires <= tansiq.now() "
            "LIMIT %s FOR UPDATE SKIP LOCKED) RETURNING 1",
            [SWEPT],
        )
        return bool(
            self._ask(
                "INSERT INTO {table} AS held (cache_key, value, expires) "
                "VALUES (%s, %s, tansiq.now() + make_interval(secs => %s)) ON CONFLICT (cache_key) DO UPDATE "
                "SET value = excluded.value, expires = excluded.expires "
                "WHERE %s OR held.expires <= tansiq.now() RETURNING 1",
                [self._key(key, version), json.dumps(value), self._seconds(timeout), anew],
            )
        )

    def _ask(self, statement: str, given: list[Any]) -> tuple[Any, ...] | None:
        """The first row of an answer."""
        with connection.cursor() as cursor:
            cursor.execute(statement.replace("{table}", connection.ops.quote_name(self._table)), given)
            first: tuple[Any, ...] | None = cursor.fetchone()
        return first

    def _key(self, key: str, version: int | None) -> str:
        return str(self.make_and_validate_key(key, version=version))

    def _seconds(self, timeout: Any) -> float:
        seconds = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        return FOREVER if seconds is None else float(seconds)
