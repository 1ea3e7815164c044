"""What PostgreSQL itself tells of others' work: what is closed is refused, what cannot be closed is written down."""

import re

import psycopg
import pytest
from psycopg import errors, sql

from tests.attack.asked import HIDDEN, LENT, OWN, OWNERS
from tests.attack.planted import composed

REFUSED = errors.InsufficientPrivilege

CLOSED = {
    "how large tables are": [
        "SELECT reltuples FROM pg_class WHERE relname = 'tansiq_remark'",
        "SELECT relpages FROM pg_class",
        "SELECT relallvisible, relallfrozen FROM pg_class",
        "SELECT relfrozenxid FROM pg_class",
        "TABLE pg_class",
        "SELECT pg_relation_size('tansiq_remark')",
        "SELECT pg_table_size('tansiq_remark')",
        "SELECT pg_indexes_size('tansiq_remark')",
        "SELECT pg_total_relation_size('tansiq_remark')",
        "SELECT pg_database_size(current_database())",
        "SELECT pg_tablespace_size('pg_default')",
        "SELECT pg_relation_filenode('tansiq_remark')",
    ],
    "what is in them": [
        "TABLE pg_stats",
        "TABLE pg_stats_ext",
        "TABLE pg_statistic",
        "TABLE pg_statistic_ext_data",
        "SELECT n_live_tup FROM pg_stat_user_tables",
        "SELECT n_tup_ins FROM pg_stat_all_tables",
        "SELECT pg_stat_get_live_tuples('tansiq_remark'::regclass)",
        "SELECT pg_stat_get_tuples_inserted('tansiq_remark'::regclass)",
        "SELECT idx_scan FROM pg_stat_user_indexes",
        "SELECT heap_blks_read FROM pg_statio_user_tables",
        "SELECT pg_stat_get_xact_tuples_inserted('tansiq_remark'::regclass)",
    ],
    "what others do now": [
        "TABLE pg_stat_activity",
        "SELECT * FROM pg_stat_get_activity(NULL)",
        "SELECT pg_stat_get_backend_activity(1)",
        "TABLE pg_stat_database",
        "TABLE pg_stat_wal",
        "TABLE pg_stat_io",
        "TABLE pg_stat_progress_copy",
        "TABLE pg_locks",
        "SELECT * FROM pg_lock_status()",
        "SELECT pg_blocking_pids(1)",
        "TABLE pg_prepared_xacts",
        "SELECT pg_cancel_backend(1)",
        "SELECT pg_terminate_backend(1)",
    ],
    "how much has been written": [
        "SELECT pg_current_wal_lsn()",
        "SELECT pg_current_wal_insert_lsn()",
        "SELECT pg_current_wal_flush_lsn()",
        "SELECT pg_current_xact_id()",
        "SELECT pg_current_snapshot()",
        "SELECT txid_current()",
        "SELECT txid_current_snapshot()",
        "SELECT age('3'::xid)",
        "SELECT pg_last_committed_xact()",
        "SELECT redo_lsn FROM pg_control_checkpoint()",
        "SELECT pg_xact_commit_timestamp('3'::xid)",
    ],
    "beside the tables": [
        "SELECT lo_create(0)",
        "SELECT lo_from_bytea(0, 'x')",
        "SELECT lo_get(1)",
        "TABLE pg_largeobject",
        "TABLE pg_largeobject_metadata",
        "SELECT pg_notify('a', 'b')",
    ],
}


@pytest.mark.parametrize("statement", [one for many in CLOSED.values() for one in many])
def test_it_is_closed(refused, statement):
    with pytest.raises(REFUSED):
        refused.execute(statement.encode())


def test_a_transaction_is_not_left_half_done_for_another_to_see(attacker):
    with pytest.raises(errors.ObjectNotInPrerequisiteState), attacker.transaction():
        attacker.execute("PREPARE TRANSACTION 'mine'")


def test_the_catalogue_is_read_where_it_tells_what_a_table_is(attacker):
    """Django asks it for its tables."""
    assert attacker.execute("SELECT relname FROM pg_class WHERE relname = 'tansiq_remark'").fetchone() == (
        "tansiq_remark",
    )


class TestWhatRemains:
    """Plain SQL as the program's role can still do this; PostgreSQL has no right that would forbid it."""

    def test_explain_counts_what_it_left_out(self, attacker, planted):
        """A plan that is run says how many rows its filter removed; so no page and no log shows a plan."""
        with planted.admin() as admin:
            ((total,),) = admin.execute("SELECT count(*) FROM tansiq_remark").fetchall()
        attacker.execute("SET enable_indexscan = off; SET enable_bitmapscan = off")
        plan = attacker.execute("EXPLAIN (ANALYZE, COSTS off, TIMING off) SELECT 1 FROM tansiq_remark").fetchall()
        removed = re.findall(r"Rows Removed by Filter: (\d+)", str(plan))
        assert total - 2 in map(int, removed)  # Its own and the lent one are shown.

    def test_a_new_audience_of_others_is_waited_for(self, planted, attacker):
        """While a member makes an audience that is new, whoever names the same one waits until that is done."""
        alif = planted.token("alif")
        same = "SELECT tansiq.audience_of(array_agg(reader)) FROM tansiq_member WHERE code IN ('SH', 'coordinator')"
        attacker.execute("SET lock_timeout = 50")
        with planted.plain(token=alif) as other, other.transaction(force_rollback=True):
            ((made,),) = other.execute(same.encode()).fetchall()
            with pytest.raises(errors.LockNotAvailable):
                attacker.execute(same.encode())
        with attacker.transaction(force_rollback=True):
            assert attacker.execute(same.encode()).fetchone() == (made,)

    def test_account_tables_are_open_to_the_program(self, attacker):
        """Sign-in works before any member is known: the program reads addresses, and could change a password's hash."""
        assert len(attacker.execute("SELECT email FROM tansiq_account").fetchall()) == 10
        with attacker.transaction(force_rollback=True):
            assert attacker.execute("UPDATE tansiq_account SET password = 'x'").rowcount == 10

    def test_sessions_may_signal_each_other(self, attacker):
        """NOTIFY and advisory locks need no right; the house uses neither where a member's word would show."""
        attacker.execute("LISTEN mine")
        attacker.execute("NOTIFY mine, 'word'")
        assert [one.payload for one in attacker.notifies(timeout=2, stop_after=1)] == ["word"]
        assert attacker.execute("SELECT pg_try_advisory_xact_lock(1)").fetchone() == (True,)

    def test_the_role_can_spoil_its_own_next_sessions(self, attacker):
        """Its settings and its password are its own; the next start of the house puts both right."""
        with attacker.transaction(force_rollback=True):
            attacker.execute("ALTER ROLE CURRENT_USER SET search_path = nowhere")
            attacker.execute("ALTER ROLE CURRENT_USER PASSWORD 'other'")


def test_no_message_quotes_what_is_hidden(attacker, planted):
    """Every refusal that names a hidden row's key says nothing else of the row."""
    said = []
    for table in planted.releasable:
        row = planted.rows[HIDDEN][table]
        deleted = () if table == "tansiq_reportdraft" else ("DELETE FROM {table} WHERE key = %s",)
        for statement in ("UPDATE {table} SET key = key WHERE key = %s", *deleted):
            with pytest.raises(psycopg.Error) as refusal:
                attacker.execute(composed(statement, table=table), [row["key"]])
            said.append(str(refusal.value))
    with pytest.raises(errors.CheckViolation) as broken:
        attacker.execute("""UPDATE tansiq_remark SET text = '{"source": "ar", "words": {"en": "x"}}'""")
    words = " ".join([*said, str(broken.value)])
    keys = [str(planted.rows[kind][table]["key"]) for kind in OWNERS for table in planted.releasable]
    assert [one for one in ("canary sings", *keys) if one in words] == []


def test_a_query_s_cost_is_not_a_right_one_can_take_back(attacker):
    """EXPLAIN without running is as open as with it: written down here so that nobody believes otherwise."""
    plan = attacker.execute("EXPLAIN SELECT 1 FROM tansiq_remark").fetchall()
    assert re.search(r"rows=\d+", str(plan))


@pytest.mark.parametrize("kind", [LENT, OWN])
def test_a_count_is_of_what_one_sees(attacker, planted, kind):
    for table in planted.releasable:
        count = sql.SQL("SELECT count(*) FILTER (WHERE key = %s), count(*) FROM {}").format(sql.Identifier(table))
        mine, all_of_them = attacker.execute(count, [planted.rows[kind][table]["key"]]).fetchone()
        listed = attacker.execute(composed("SELECT key FROM {table}", table=table)).fetchall()
        assert all_of_them == len(listed)
        assert mine == len([one for one in listed if one == (planted.rows[kind][table]["key"],)])
