"""What hangs together: all that links lead to, earlier or later, as far as the reader may see."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.db.models.expressions import RawSQL

from tansiq.release.models import Released


def whole(links: type[Released], keys: Iterable[UUID]) -> RawSQL:
    """The keys of everything that hangs on these, one of them or many links away, for `pk__in`.

    The links are rows with `earlier` and `later`. PostgreSQL walks those alone that the reader may see: what hangs
    together by a hidden one alone is apart.
    """
    table = connection.ops.quote_name(links._meta.db_table)  # noqa: SLF001 -- Django's documented name
    return RawSQL(  # noqa: S611 -- the table's name is Django's, the keys are given apart
        f"""
        WITH RECURSIVE chain (key) AS (
            SELECT unnest(%s::uuid[])
            UNION
            SELECT next.key FROM chain CROSS JOIN LATERAL (
                SELECT later_id AS key FROM {table} WHERE earlier_id = chain.key
                UNION ALL
                SELECT earlier_id FROM {table} WHERE later_id = chain.key
            ) next
        ) SELECT key FROM chain""",  # noqa: S608 -- as above
        [list(keys)],
    )
