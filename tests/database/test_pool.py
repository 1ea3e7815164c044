"""A pool under many threads: no request ever acts in another's context, however the one before it ended."""

import random
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, OperationalError, ProgrammingError, connection, connections, transaction

from tansiq.database.base import DatabaseWrapper
from tansiq.release.acting import acting_as, public_token
from tests.world import Cluster, token

LAST = 60  # Seconds that a thread may take.


def agreed() -> tuple:
    """Who acts: as the program remembers it, and as the database sees it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT member, accreditation, readers FROM tansiq.me()")
        member, accreditation, readers = cursor.fetchone()
    who = connection.acting
    assert (member, accreditation, tuple(readers)) == (who.member, who.accreditation, who.readers)
    return who.member, who.accreditation, who.readers


def fail(statement: str = "SELECT nothing FROM nowhere") -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture(scope="module")
def pooled(cluster: Cluster, small: str, django_db_setup: None, django_db_blocker) -> Iterator[dict[str, str]]:
    """A clone behind a pool of three connections, for many threads; and the contexts of its people."""
    with django_db_blocker.unblock():
        tokens = {slug: token(slug) for slug in ("alif", "alif2", "ba", "jim", "officer")}
        connection.close()
        cluster.clone(small, "pooled")
        held = connection.settings_dict.copy()
        connection.settings_dict.update(
            NAME="pooled", OPTIONS={"pool": {"min_size": 1, "max_size": 3, "timeout": LAST}}
        )
        try:
            yield {**tokens, "public": public_token(), "nobody": "", "forged": tokens["alif"][:-1] + "x"}
        finally:
            connection.close()
            connection.close_pool()
            connection.settings_dict.update(held)
            cluster.drop("pooled")


def request(slug: str, tokens: dict[str, str], way: int) -> tuple:
    """One request as the middleware answers it, in one of the ways that requests end."""
    try:
        with acting_as(tokens[slug]), transaction.atomic():
            seen = agreed()
            if way == 1:
                _ = tokens["a person that is none"]
            if way == 2:
                fail()
            if way == 3:
                with pytest.raises(DatabaseError), transaction.atomic():
                    fail("SELECT 1 / 0")
            if way == 4:
                with acting_as(tokens["jim"]):
                    agreed()
            if way == 5:
                transaction.set_rollback(True)
            assert agreed() == seen
    except (KeyError, ProgrammingError):
        pass
    assert connection.acting is None
    with connection.cursor() as cursor:  # Between requests nobody acts.
        cursor.execute("SELECT (tansiq.me()).readers, current_setting('tansiq.context', true), pg_backend_pid()")
        left = cursor.fetchone()
    connection.close()  # Back to the pool.
    return seen, left


def test_no_thread_and_no_pool_carries_a_context_over(pooled):
    """Five hundred requests over eight threads and three connections, ending in every way that a request can."""
    chance = random.Random(2015)  # noqa: S311 -- a fixed order of requests
    asked = [(chance.choice([*pooled]), chance.randrange(6)) for _ in range(500)]
    alone = {slug: request(slug, pooled, 0)[0] for slug in pooled}
    assert len(set(alone.values())) == len(pooled) - 1  # Nobody and a forged one are the same.
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda one: request(one[0], pooled, one[1]), asked, timeout=LAST))
    assert [seen for seen, _left in answers] == [alone[slug] for slug, _way in asked]
    assert {(tuple(readers), context or "") for _seen, (readers, context, _process) in answers} == {((), "")}
    assert 1 < len({process for _seen, (_readers, _context, process) in answers}) <= 3


def test_two_threads_act_side_by_side(pooled):
    """Each within its own transaction at the same time."""
    both = threading.Barrier(2, timeout=LAST)

    def work(slug: str) -> tuple:
        try:
            with acting_as(pooled[slug]), transaction.atomic():
                before = agreed()
                both.wait()
                after = agreed()
                both.wait()
                return before, after
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        (alif, ba) = threads.map(work, ("alif", "ba"), timeout=LAST)
    assert alif[0] == alif[1] != ba[0] == ba[1]


def test_a_context_that_cannot_be_taken_leaves_no_transaction_open(pooled, monkeypatch):
    def away(_self: DatabaseWrapper) -> None:
        raise OperationalError

    own = connections["default"]
    with monkeypatch.context() as broken:
        broken.setattr(DatabaseWrapper, "enter", away)
        with pytest.raises(OperationalError), transaction.atomic():
            pytest.fail("a transaction without a context was begun")
    assert own.get_autocommit()
    assert not own.in_atomic_block
    assert own.acting is None
    with acting_as(pooled["alif"]), transaction.atomic():
        assert agreed()[0] is not None
