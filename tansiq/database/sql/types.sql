-- Run by the owner before the functions.
DO $do$
BEGIN
  IF to_regtype('tansiq.acting') IS NULL THEN
    CREATE TYPE tansiq.acting AS (account uuid, accreditation uuid, member uuid, code text, kind text, hat text, readers int[]);
  END IF;
END
$do$;
CREATE TABLE IF NOT EXISTS tansiq_keys.pad (id int PRIMARY KEY, inner_pad bytea NOT NULL, outer_pad bytea NOT NULL);
ALTER TABLE tansiq_keys.pad ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON tansiq_keys.pad TO tansiq_definer;
