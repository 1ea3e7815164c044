-- Run by the administrator after pg_class was closed: what a table is stays readable, how large it has grown does not.
DO $do$
BEGIN
  EXECUTE (
    SELECT 'GRANT SELECT (' || string_agg(quote_ident(attname), ', ') || ') ON pg_catalog.pg_class TO PUBLIC'
      FROM pg_attribute
     WHERE attrelid = 'pg_catalog.pg_class'::regclass AND attnum > 0 AND attname NOT IN ('reltuples', 'relpages',
       'relallvisible', 'relallfrozen', 'relfilenode', 'relfrozenxid', 'relminmxid'));
END
$do$;
