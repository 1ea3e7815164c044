-- Run by the administrator inside the house's database.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO tansiq_owner;
CREATE SCHEMA IF NOT EXISTS tansiq AUTHORIZATION tansiq_owner;
CREATE SCHEMA IF NOT EXISTS tansiq_keys AUTHORIZATION tansiq_owner;
GRANT USAGE ON SCHEMA public, tansiq TO tansiq_app, tansiq_worker, tansiq_public, tansiq_backup, tansiq_definer;
GRANT USAGE ON SCHEMA tansiq_keys TO tansiq_definer;
GRANT CREATE ON SCHEMA tansiq TO tansiq_definer;
