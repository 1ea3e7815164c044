"""What is not released to one is not read, however it is asked for."""

from collections.abc import Callable, Iterator

import psycopg
import pytest
from psycopg import errors, sql

from tests.attack.asked import HIDDEN, LENT, OWN
from tests.attack.planted import Planted, composed

Asked = Callable[[psycopg.Connection, str], str]
REFUSED = errors.InsufficientPrivilege


def _said(statement: str) -> Asked:
    def ask(connection: psycopg.Connection, table: str) -> str:
        return str(connection.execute(composed(statement, table=table)).fetchall())

    return ask


def _copied(statement: str) -> Asked:
    def ask(connection: psycopg.Connection, table: str) -> str:
        with connection.cursor().copy(composed(statement, table=table)) as copied:
            return b"".join(bytes(part) for part in copied).decode()

    return ask


def _by_cursor(connection: psycopg.Connection, table: str) -> str:
    with connection.transaction():
        connection.execute(composed("DECLARE asked SCROLL CURSOR FOR SELECT key FROM {table}", table=table))
        return str(connection.execute("FETCH ALL FROM asked").fetchall())


WAYS: dict[str, Asked] = {
    "whole": _said("SELECT * FROM {table}"),
    "its rows as one value": _said("SELECT whole::text FROM {table} whole"),
    "as JSON": _said("SELECT to_jsonb(whole) FROM {table} whole"),
    "joined to a set": _said("SELECT key FROM {table} UNION ALL SELECT NULL"),
    "by an aggregate": _said("SELECT array_agg(key), min(key::text), max(key::text) FROM {table}"),
    "by a sample": _said("SELECT key FROM {table} TABLESAMPLE bernoulli (100)"),
    "by a join with itself": _said("SELECT a.key, b.key FROM {table} a FULL JOIN {table} b ON a.owner_id = b.owner_id"),
    "by a window": _said("SELECT key, lead(key) OVER (), lag(key) OVER (ORDER BY key) FROM {table}"),
    "by a set": _said("SELECT key FROM {table} EXCEPT SELECT NULL"),
    "by recursion": _said("WITH RECURSIVE r AS (SELECT key FROM {table} UNION SELECT key FROM r) SELECT * FROM r"),
    "inherited": _said("SELECT key FROM ONLY {table}"),
    "copied": _copied("COPY {table} TO STDOUT"),
    "copied by a query": _copied("COPY (SELECT key FROM {table}) TO STDOUT"),
    "by a cursor": _by_cursor,
}


@pytest.mark.parametrize("way", WAYS)
def test_hidden_rows_are_not_read(attacker, planted, way):
    for table in planted.releasable:
        answer = WAYS[way](attacker, table)
        assert str(planted.rows[HIDDEN][table]["key"]) not in answer, table
        assert str(planted.rows[OWN][table]["key"]) in answer, table  # Else the way would lead nowhere.


def test_what_is_lent_is_read_and_hidden_is_not(attacker, planted):
    seen = {}
    for table in planted.releasable:
        keys = {key for (key,) in attacker.execute(composed("SELECT key FROM {table}", table=table)).fetchall()}
        seen[table] = [kind for kind in (HIDDEN, LENT, OWN) if planted.rows[kind][table]["key"] in keys]
    own_only = {
        "tansiq_calendarfeed",
        "tansiq_doneact",
        "tansiq_noticechoice",
        "tansiq_releasehabit",
        "tansiq_told",
        "tansiq_unsignedadvice",
    }  # A member's own, whatever they name.
    assert seen == {table: [OWN] if table in own_only else [LENT, OWN] for table in planted.releasable}


def test_a_function_that_runs_a_query_has_its_caller_s_eyes(attacker):
    inner = "SELECT to_tsvector('simple', text::text) FROM tansiq_remark"
    count = "SELECT ndoc FROM ts_stat(%s) WHERE word = 'canary'"
    assert attacker.execute(count, [inner]).fetchall() == [(2,)]  # Its own and the lent one.


def test_an_error_never_quotes_a_hidden_row(attacker, planted):
    """A condition that fails on a row, and says so with its words, is not tried on rows that are hidden."""
    for table in planted.releasable:
        hidden, own = (planted.rows[kind][table]["key"] for kind in (HIDDEN, OWN))
        spoken = composed(
            "SELECT 1 FROM {table} whole WHERE CASE WHEN key = %s THEN (whole::text)::int ELSE 1 END = 1", table=table
        )
        divided = composed("SELECT 1 FROM {table} WHERE 1 / (CASE WHEN key = %s THEN 0 ELSE 1 END) = 1", table=table)
        for ask in (spoken, divided):
            seen = len(attacker.execute(ask, [hidden]).fetchall())
            assert seen == len(attacker.execute(composed("SELECT 1 FROM {table}", table=table)).fetchall())
            with pytest.raises(psycopg.DataError):
                attacker.execute(ask, [own])


@pytest.mark.parametrize("column", ["ctid", "xmin", "xmax", "cmin", "cmax", "tableoid"])
def test_postgresql_s_own_columns_are_closed(attacker, planted, column):
    for table in planted.protected:
        with pytest.raises(REFUSED):
            attacker.execute(composed("SELECT {column} FROM {table}", column=column, table=table))


def test_a_row_that_is_hidden_is_not_locked(attacker, planted):
    locked = {}
    for table in planted.releasable:
        key = planted.rows[HIDDEN][table]["key"]
        for strength in ("UPDATE", "NO KEY UPDATE", "SHARE", "KEY SHARE"):
            ask = composed("SELECT key FROM {table} WHERE key = %s", table=table) + sql.SQL(f" FOR {strength}")
            try:
                found = attacker.execute(ask, [key]).fetchall()
            except REFUSED:
                continue
            if found:
                locked[table, strength] = found
    assert locked == {}


def test_hidden_audiences_are_not_read(attacker, planted):
    names = [planted.audiences[HIDDEN], planted.audiences["others"]]
    assert attacker.execute("SELECT id FROM tansiq_audience WHERE id = ANY (%s)", [names]).fetchall() == []
    asked = "SELECT reader FROM tansiq_audience_reader WHERE audience_id = ANY (%s)"
    assert attacker.execute(asked, [names]).fetchall() == []
    ((own,),) = attacker.execute("SELECT reader FROM tansiq_member WHERE code = 'NW'").fetchall()
    readers = attacker.execute("SELECT DISTINCT reader FROM tansiq_audience_reader").fetchall()
    assert {reader for (reader,) in readers} == {0, own}


@pytest.mark.parametrize("mode", ["force_generic_plan", "force_custom_plan"])
def test_a_plan_is_not_reused_with_another_s_eyes(planted, mode):
    """One prepared statement, one transaction, contexts that change: each execution sees with its own."""
    tokens = {slug: planted.token(slug) for slug in ("alif", "ba", "jim")}
    with planted.plain() as connection:
        connection.execute(f"SET plan_cache_mode = {mode}".encode())
        for table in planted.releasable:
            if "audience_id" not in planted.rows[HIDDEN][table] or table == "tansiq_releasehabit":
                continue
            connection.execute(
                composed("PREPARE asked (uuid) AS SELECT count(*) FROM {table} WHERE key = $1", table=table)
            )
            key = planted.rows[HIDDEN][table]["key"]
            seen = []
            with connection.transaction():
                for slug in ("jim", "alif", "jim", "", "ba", "", "jim"):
                    connection.execute("SELECT tansiq.enter(%s)", [tokens.get(slug, "")])
                    run = sql.SQL("EXECUTE asked ({})").format(sql.Literal(key))
                    seen.append(connection.execute(run).fetchone()[0])
            assert seen == [0, 1, 0, 0, 1, 0, 0], table
            connection.execute("DEALLOCATE asked")


@pytest.fixture
def two(planted: Planted) -> Iterator[tuple[psycopg.Connection, str, str]]:
    with planted.plain() as connection, connection.transaction():
        yield connection, planted.token("alif"), planted.token("jim")


def test_a_cursor_reads_in_the_context_of_its_first_row(two, planted):
    """Not of its opening: so what opens under another's context and is read under mine shows mine."""
    connection, alif, jim = two
    key = planted.rows[HIDDEN]["tansiq_remark"]["key"]
    for opened, read, seen in ((alif, jim, []), ("", jim, []), (alif, "", []), (jim, alif, [(key,)])):
        connection.execute("SELECT tansiq.enter(%s)", [opened])
        asked = sql.SQL("DECLARE asked CURSOR FOR SELECT key FROM tansiq_remark WHERE key = {}")
        connection.execute(asked.format(sql.Literal(key)))
        connection.execute("SELECT tansiq.enter(%s)", [read])
        assert connection.execute("FETCH ALL FROM asked").fetchall() == seen
        connection.execute("CLOSE asked")


def test_one_statement_that_changes_its_own_context_gains_nothing(attacker, planted):
    for context in ("", "v1.public.-.-.9999999999.1." + "0" * 64):
        ask = "SELECT set_config('tansiq.context', %s, true), (SELECT array_agg(key) FROM tansiq_remark)"
        ((_set, keys),) = attacker.execute(ask, [context]).fetchall()
        assert planted.rows[HIDDEN]["tansiq_remark"]["key"] not in (keys or [])
