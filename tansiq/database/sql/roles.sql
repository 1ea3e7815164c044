-- Run by the administrator, once and whenever the house starts: roles, schemas, what nobody may do.
-- The names in braces are passwords, quoted by the caller.
DO $do$
DECLARE
  role text;
BEGIN
  FOREACH role IN ARRAY ARRAY['tansiq_owner', 'tansiq_app', 'tansiq_worker', 'tansiq_public', 'tansiq_backup', 'tansiq_definer'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
      EXECUTE format('CREATE ROLE %I NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT', role);
    END IF;
  END LOOP;
END
$do$;
ALTER ROLE tansiq_owner LOGIN PASSWORD {owner} NOBYPASSRLS;
ALTER ROLE tansiq_app LOGIN PASSWORD {app} NOBYPASSRLS;
ALTER ROLE tansiq_worker LOGIN PASSWORD {worker} NOBYPASSRLS;
ALTER ROLE tansiq_public LOGIN PASSWORD {public} NOBYPASSRLS;
ALTER ROLE tansiq_backup LOGIN PASSWORD {backup} BYPASSRLS;
ALTER ROLE tansiq_definer NOLOGIN BYPASSRLS;
GRANT tansiq_definer TO tansiq_owner WITH INHERIT FALSE, SET TRUE;
