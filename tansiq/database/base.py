"""Django's PostgreSQL backend, which opens every transaction in somebody's context."""

from datetime import datetime
from typing import Any, NamedTuple, cast
from uuid import UUID

from django.db import connection
from django.db.backends.postgresql import base
from django.db.backends.postgresql.operations import DatabaseOperations as PostgresOperations
from psycopg.pq import TransactionStatus

from tansiq.database import context


class Acting(NamedTuple):
    """Who acts in this transaction: nobody has no readers, the public has one (0)."""

    instant: datetime
    account: UUID | None
    accreditation: UUID | None
    member: UUID | None
    code: str | None
    kind: str | None
    hat: str | None
    readers: tuple[int, ...]


class DatabaseOperations(PostgresOperations):
    """Foreign keys are checked at the statement, so that a refusal comes where the act is."""

    def deferrable_sql(self) -> str:
        """No constraint waits for the commit."""
        return ""


class Prepared(base.ServerBindingCursor):
    """A cursor whose statements the server plans once for each connection."""

    def execute(self, query: Any, params: Any = None) -> Any:
        """Execute a statement that is prepared by then."""
        return super().execute(query, params, prepare=True)  # type: ignore[misc] # the stubs lack psycopg 3


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that tells PostgreSQL, at the start of each transaction, who is acting."""

    ops_class = DatabaseOperations
    acting: Acting | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # What this transaction has read once for all, in the eyes of whoever acts: never kept beyond either.
        self.known: dict[str, Any] = {}

    @property
    def instant(self) -> datetime | None:
        """The transaction's instant, where there is one."""
        return self.acting.instant if self.acting is not None and self.in_atomic_block else None

    def set_autocommit(self, autocommit: bool, force_begin_transaction_with_broken_autocommit: bool = False) -> None:  # noqa: FBT001, FBT002 -- Django's own signature
        """Begin or end a transaction; a beginning takes the context of whoever acts."""
        super().set_autocommit(autocommit, force_begin_transaction_with_broken_autocommit)
        self.acting = None
        self.known.clear()
        if autocommit or not self.settings_dict.get("CONTEXT", True):
            return
        try:
            self.enter()
        except BaseException:
            self.rollback()
            super().set_autocommit(True)
            raise

    def _savepoint_rollback(self, sid: str) -> None:
        """Undo a part of the transaction, and forget what was read in it."""
        super()._savepoint_rollback(sid)  # type: ignore[misc] # Django has it, its stubs do not
        self.known.clear()

    def enter(self) -> None:
        """Take the context of whoever acts now."""
        self.known.clear()
        # Bound by the server, the context stands in no statement: neither in its log nor in what others see running.
        with self.bound() as cursor:
            cursor.execute("SELECT * FROM tansiq.enter(%s)", [context.current()])
            row: tuple[Any, ...] = cursor.fetchone()
        self.acting = Acting(*(*row[:7], tuple(row[7])))

    def bound(self) -> Any:
        """A cursor whose values are bound by the server: they stand in no statement, and go as octets if asked."""
        self.ensure_connection()
        cursor = base.ServerBindingCursor(self.connection)  # type: ignore[call-arg] # the stubs lack psycopg 3
        return self._prepare_cursor(cursor)  # type: ignore[attr-defined] # Django has it

    def prepared(self) -> Any:
        """A cursor for statements that are long to plan and always the same but for what is given with them."""
        self.ensure_connection()
        cursor = Prepared(self.connection)  # type: ignore[call-arg] # as above
        return self._prepare_cursor(cursor)  # type: ignore[attr-defined] # Django has it

    @property
    def has_failed(self) -> bool:
        """Whether the transaction takes no further statement."""
        lost = self.connection is None or self.connection.info.transaction_status != TransactionStatus.INTRANS
        return self.needs_rollback or lost


def ours() -> DatabaseWrapper:
    """The program's own connection, which knows who is acting."""
    return cast("DatabaseWrapper", connection)
