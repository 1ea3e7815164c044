"""The backend: every transaction in somebody's context, which is restored whatever happens."""

import pytest
from django.db import ProgrammingError, connection, transaction

from tansiq.release.acting import acting_as, now_acting, public_token


def in_database() -> tuple:
    """Who acts, as the database sees it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT member, accreditation, readers FROM tansiq.me()")
        member, accreditation, readers = cursor.fetchone()
        return member, accreditation, tuple(readers)


def in_program() -> tuple:
    """Who acts, as the program remembers it."""
    who = connection.acting
    return who.member, who.accreditation, who.readers


def agreed() -> tuple:
    assert in_database() == in_program()
    return in_program()


def fail(statement: str = "SELECT nothing FROM nowhere") -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db
class TestActing:
    """One transaction, several contexts."""

    def test_within_an_open_transaction_it_sets_and_restores(self, alif, ba):
        nobody = agreed()
        assert nobody == (None, None, ())
        with acting_as(alif):
            first = agreed()
            with acting_as(ba):
                second = agreed()
                with acting_as(""):
                    assert agreed() == nobody
                    assert now_acting() is None
                with acting_as(public_token()):
                    assert agreed() == (None, None, (0,))
                assert agreed() == second
            assert agreed() == first
        assert agreed() == nobody
        assert first[0] != second[0]

    def test_an_error_of_the_program_restores(self, alif, ba):
        with acting_as(alif):
            first = agreed()
            with pytest.raises(KeyError), acting_as(ba):
                raise KeyError
            assert agreed() == first

    def test_an_error_of_the_database_is_not_masked(self, alif, ba):
        with acting_as(alif):
            first = agreed()
            with pytest.raises(ProgrammingError, match="nowhere"), transaction.atomic(), acting_as(ba):
                fail()
            assert agreed() == first

    def test_an_error_behind_a_savepoint_inside_restores(self, alif, ba):
        with acting_as(alif):
            first = agreed()
            with acting_as(ba):
                second = agreed()
                with pytest.raises(ProgrammingError), transaction.atomic():
                    fail()
                assert agreed() == second
            assert agreed() == first

    def test_many_levels_that_fail_together(self, alif, ba, jim):
        with acting_as(alif):
            first = agreed()
            with (
                pytest.raises(ProgrammingError, match="nowhere"),
                transaction.atomic(),
                acting_as(ba),
                transaction.atomic(),
                acting_as(jim),
                acting_as(""),
            ):
                fail()
            assert agreed() == first

    def test_a_rollback_that_is_asked_for_restores(self, alif, ba):
        with acting_as(alif):
            first = agreed()
            with transaction.atomic():
                with acting_as(ba):
                    transaction.set_rollback(True)
                assert in_program() == first
            assert agreed() == first

    def test_a_failed_transaction_is_left_without_another_word(self, alif, ba):
        """The error is caught inside: leaving the context says nothing to a transaction that takes nothing."""
        with acting_as(alif):
            first = agreed()
            with transaction.atomic():
                with acting_as(ba):
                    with pytest.raises(ProgrammingError):
                        fail()
                    assert connection.has_failed
                assert in_program() == first
                transaction.set_rollback(True)
            assert agreed() == first

    def test_the_instant_is_the_transaction_s(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT tansiq.now()")
            assert cursor.fetchone() == (connection.instant,)

    def test_the_context_stands_in_no_statement(self, cluster, alif):
        """What others might see running, and what a log might keep, is the statement with a place for the context."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            ((process,),) = cursor.fetchall()
        with acting_as(alif), cluster.admin() as admin:
            said = admin.execute("SELECT query FROM pg_stat_activity WHERE pid = %s", [process]).fetchall()
        assert said == [("SELECT * FROM tansiq.enter($1)",)]


@pytest.mark.django_db
def test_no_constraint_waits_for_the_commit():
    assert connection.ops.deferrable_sql() == ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint WHERE condeferrable")
        assert cursor.fetchall() == []
