-- What PostgreSQL tells every role of the others' work, and lets it do to them: how large a table has grown, which
-- statements run now, which locks are held, how far the log and the numbers of transactions have come; stopping another's
-- statement, large objects. Each row names what a program may use and should not.
SELECT 'FUNCTION pg_catalog.' || p.oid::regprocedure
  FROM pg_proc p
 WHERE p.pronamespace = 'pg_catalog'::regnamespace
   AND (p.proname ~ '^(pg_stat_|pg_control_|lo_|txid_|pg_xact_|pg_current_(wal|xact|snapshot))'
     OR p.proname ~ '^pg_(database|tablespace|relation|total_relation|table|indexes)_size$'
     OR p.proname IN ('loread', 'lowrite', 'pg_lock_status', 'pg_prepared_xact', 'pg_blocking_pids', 'pg_relation_filenode',
       'pg_safe_snapshot_blocking_pids', 'pg_isolation_test_session_is_blocked', 'pg_last_committed_xact', 'mxid_age',
       'pg_get_multixact_members', 'pg_notification_queue_usage', 'pg_notify', 'pg_cancel_backend', 'pg_terminate_backend')
     OR p.oid = 'age(xid)'::regprocedure)
   AND EXISTS (SELECT FROM unnest(ARRAY['tansiq_app', 'tansiq_worker', 'tansiq_public']) r
                WHERE has_function_privilege(r, p.oid, 'EXECUTE'))
UNION ALL
SELECT 'TABLE pg_catalog.' || c.relname
  FROM pg_class c
 WHERE c.relnamespace = 'pg_catalog'::regnamespace
   AND (c.relkind = 'v' AND c.relname ~ '^(pg_stat|pg_locks$|pg_prepared_xacts$)' OR c.relname = 'pg_largeobject_metadata')
   AND EXISTS (SELECT FROM unnest(ARRAY['tansiq_app', 'tansiq_worker', 'tansiq_public']) r
                WHERE has_table_privilege(r, c.oid, 'SELECT'))
UNION ALL
SELECT 'TABLE pg_catalog.pg_class'
 WHERE EXISTS (SELECT FROM unnest(ARRAY['tansiq_app', 'tansiq_worker', 'tansiq_public']) r
                WHERE has_column_privilege(r, 'pg_catalog.pg_class', 'reltuples', 'SELECT'))
