"""Ways to break the contract of release control in PostgreSQL, each with what the house says of it."""

KEPT: list[str] = []
ROLES = {
    "ALTER ROLE tansiq_app BYPASSRLS": ["role tansiq_app has more rights than it may"],
    "ALTER ROLE tansiq_worker CREATEROLE": ["role tansiq_worker has more rights than it may"],
    "ALTER ROLE tansiq_public CREATEDB": ["role tansiq_public has more rights than it may"],
    "ALTER ROLE tansiq_owner BYPASSRLS": ["role tansiq_owner has more rights than it may"],
    "ALTER ROLE tansiq_definer LOGIN": ["role tansiq_definer has more rights than it may"],
    "GRANT tansiq_owner TO tansiq_app": ["role tansiq_app is a member of role tansiq_owner"],
    "GRANT pg_read_all_data TO tansiq_worker WITH INHERIT FALSE": [
        "role tansiq_worker is a member of role pg_read_all_data"
    ],
    "ALTER ROLE tansiq_app SET row_security = off": ["role tansiq_app has settings of its own laid down"],
    "ALTER TYPE tansiq.acting OWNER TO tansiq_app": ["role tansiq_app owns type tansiq.acting"],
    "CREATE SCHEMA AUTHORIZATION tansiq_app": [
        "role tansiq_app owns schema tansiq_app",
        "schema tansiq_app is reached by tansiq_app",
    ],
    "ALTER TABLE tansiq_rate OWNER TO tansiq_definer": ["role tansiq_definer owns table tansiq_rate"],
}

READ = "audience_id IN (SELECT audience_id FROM tansiq_audience_reader)"
MINE = "owner_id = (SELECT tansiq.member())"
UNKNOWN = "lets through what release control does not know"

TABLES = {
    "ALTER TABLE tansiq_remark NO FORCE ROW LEVEL SECURITY": ["table tansiq_remark has no forced row-level security"],
    "ALTER TABLE tansiq_remark DISABLE ROW LEVEL SECURITY": ["table tansiq_remark has no forced row-level security"],
    "CREATE TABLE tansiq_letter (key uuid)": ["table tansiq_letter has no forced row-level security"],
    "CREATE SCHEMA side; CREATE TABLE side.remark AS TABLE tansiq_remark": [
        "table side.remark lies outside the schema that is checked"
    ],
    "CREATE VIEW remarks AS TABLE tansiq_remark": ["view remarks has its owner's rights"],
    "CREATE VIEW tansiq.remarks AS TABLE tansiq_remark": ["view remarks has its owner's rights"],
    "CREATE VIEW remarks WITH (security_invoker) AS TABLE tansiq_remark": KEPT,
    "CREATE MATERIALIZED VIEW remarks AS TABLE tansiq_remark": ["view remarks has its owner's rights"],
    "CREATE RULE quiet AS ON INSERT TO tansiq_remark DO ALSO NOTIFY remarks": [
        "table tansiq_remark has a rule that rewrites what is asked of it"
    ],
    "CREATE FUNCTION public.spy() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
    "CREATE TRIGGER spy BEFORE INSERT ON tansiq_remark FOR EACH ROW EXECUTE FUNCTION public.spy()": [
        "table tansiq_remark has a trigger spy that is none of this house"
    ],
    "ALTER TABLE tansiq_entry DISABLE TRIGGER append_only": [
        "table tansiq_entry is part of the record and can be changed"
    ],
    "DROP TRIGGER never_emptied ON tansiq_bulkrow": ["table tansiq_bulkrow is part of the record and can be changed"],
    "DROP TRIGGER append_only ON tansiq_disclosure; CREATE TRIGGER append_only BEFORE UPDATE ON tansiq_disclosure "
    "FOR EACH ROW EXECUTE FUNCTION tansiq.append_only()": [
        "table tansiq_disclosure is part of the record and can be changed"
    ],
}

POLICIES = {
    "DROP POLICY read ON tansiq_remark": [
        f"table tansiq_remark has no policy for reading by {role}"
        for role in ("tansiq_app", "tansiq_public", "tansiq_worker")
    ],
    "DROP POLICY add ON tansiq_releasehabit": [
        "table tansiq_releasehabit has no policy for adding by tansiq_app",
        "table tansiq_releasehabit has no policy for adding by tansiq_worker",
        "table tansiq_releasehabit: audience_id may name a row of tansiq_audience that is hidden",
    ],
    "CREATE POLICY every ON tansiq_remark FOR ALL TO tansiq_app USING (true)": [
        "table tansiq_remark has a policy for all commands"
    ],
    "CREATE POLICY other ON tansiq_remark FOR SELECT TO tansiq_app USING (true)": [
        f"table tansiq_remark: policy other {UNKNOWN}",
        "table tansiq_remark has more than one policy for reading",
    ],
    "ALTER POLICY read ON tansiq_remark USING (true)": [f"table tansiq_remark: policy read {UNKNOWN}"],
    f"ALTER POLICY read ON tansiq_remark USING ({READ} OR {MINE})": [f"table tansiq_remark: policy read {UNKNOWN}"],
    "ALTER POLICY read ON tansiq_entry USING (key IN (SELECT entry_id FROM tansiq_disclosure))": [
        f"table tansiq_entry: policy read {UNKNOWN}"
    ],
    "ALTER POLICY change ON tansiq_remark USING (true)": [f"table tansiq_remark: policy change {UNKNOWN}"],
    f"ALTER POLICY add ON tansiq_person WITH CHECK ({MINE} AND {READ} OR true)": [
        f"table tansiq_person: policy add {UNKNOWN}",
        "table tansiq_person: audience_id may name a row of tansiq_audience that is hidden",
    ],
    f"ALTER POLICY add ON tansiq_person WITH CHECK ({READ})": [f"table tansiq_person: policy add {UNKNOWN}"],
    "ALTER POLICY change ON tansiq_accreditation USING (true)": [
        f"table tansiq_accreditation: policy change {UNKNOWN}"
    ],
    "ALTER POLICY read ON tansiq_member USING (true)": [f"table tansiq_member: policy read {UNKNOWN}"],
    "ALTER POLICY read ON tansiq_audience USING (true)": [f"table tansiq_audience: policy read {UNKNOWN}"],
    "ALTER POLICY read ON tansiq_doneact USING (owner_id = tansiq.member())": [
        "table tansiq_doneact: policy read asks who is acting for each row",
        f"table tansiq_doneact: policy read {UNKNOWN}",
    ],
    "ALTER POLICY change ON tansiq_member USING (tansiq.office() = 'secretariat')": [
        "table tansiq_member: policy change asks who is acting for each row",
        f"table tansiq_member: policy change {UNKNOWN}",
    ],
    "ALTER POLICY read ON tansiq_remark TO PUBLIC": [
        "table tansiq_remark: policy read is for public",
        *(
            f"table tansiq_remark has no policy for reading by {role}"
            for role in ("tansiq_app", "tansiq_public", "tansiq_worker")
        ),
    ],
    "ALTER POLICY add ON tansiq_remark TO tansiq_app, tansiq_worker, tansiq_public": [
        "table tansiq_remark: policy add is for tansiq_app, tansiq_public, tansiq_worker"
    ],
}

PARENT = "EXISTS (SELECT FROM tansiq_review parent WHERE parent.key = tansiq_remark.review_id"
IN = "tansiq.within(tansiq_remark.audience_id, parent.audience_id)"


def remarks(parent: str) -> str:
    return f"ALTER POLICY add ON tansiq_remark WITH CHECK ({MINE} AND {READ} AND (review_id IS NULL OR {parent}))"


KEYS = {
    "ALTER TABLE tansiq_remark ALTER CONSTRAINT {remark_review} DEFERRABLE": [
        "table tansiq_remark has a foreign key that waits for the commit"
    ],
    f"ALTER POLICY add ON tansiq_remark WITH CHECK ({MINE} AND {READ})": [
        "table tansiq_remark: review_id may name a row of tansiq_review that is hidden"
    ],
    f"ALTER POLICY change ON tansiq_remark WITH CHECK ({MINE} AND {READ})": [
        "table tansiq_remark: review_id may name a row of tansiq_review that is hidden"
    ],
    **{
        remarks(parent): ["table tansiq_remark: review_id may name a row of tansiq_review that is hidden"]
        for parent in (  # More may be asked of a parent, but there is no way round it.
            f"{PARENT} AND {IN}) OR true",
            f"{PARENT} AND {IN} OR true)",
            f"{PARENT} AND ({IN} OR true))",
            f"{PARENT} AND {IN} AND parent.version > 0) OR version > 0",
            f"{PARENT} AND {IN} AND parent.version > 0 OR version > 0)",
            f"{PARENT} AND parent.version > 0)",
            f"NOT {PARENT} AND {IN})",
        )
    },
    "ALTER TABLE tansiq_remark ADD about_id uuid REFERENCES tansiq_statement; "
    "GRANT SELECT (about_id) ON tansiq_remark TO tansiq_app, tansiq_worker": [
        "table tansiq_remark: about_id may name a row of tansiq_statement that is hidden"
    ],
    f"ALTER POLICY add ON tansiq_disclosure WITH CHECK ({MINE} AND {READ})": [
        "table tansiq_disclosure: entry_id may name a row of tansiq_entry that is hidden"
    ],
    f"ALTER POLICY add ON tansiq_releasehabit WITH CHECK ({MINE})": [
        "table tansiq_releasehabit: audience_id may name a row of tansiq_audience that is hidden"
    ],
    "DROP TRIGGER only_wider ON tansiq_statement": [
        "table tansiq_statement can be narrowed under the rows of tansiq_corroboration",
        "table tansiq_statement can be narrowed under the rows of tansiq_forecast",
    ],
    "ALTER TABLE tansiq_statement DISABLE TRIGGER only_wider": [
        "table tansiq_statement can be narrowed under the rows of tansiq_corroboration",
        "table tansiq_statement can be narrowed under the rows of tansiq_forecast",
    ],
    "ALTER TABLE tansiq_remark DROP CONSTRAINT {remark_review}; ALTER TABLE tansiq_remark ADD FOREIGN KEY (review_id) "
    "REFERENCES tansiq_review ON DELETE CASCADE": [
        "table tansiq_remark: what happens to tansiq_review changes its rows"
    ],
    "ALTER TABLE tansiq_source ADD UNIQUE (url)": ["table tansiq_source is unique by url beyond its owner"],
    "CREATE UNIQUE INDEX ON tansiq_source ((lower(url)))": [
        "table tansiq_source is unique by an expression beyond its owner"
    ],
    "ALTER TABLE tansiq_source ADD UNIQUE (owner_id, url)": KEPT,
}

REACH = {
    "GRANT TRUNCATE ON tansiq_entry TO tansiq_app": ["tansiq_app may TRUNCATE on table tansiq_entry"],
    "GRANT TRUNCATE ON tansiq_session TO PUBLIC": [
        f"tansiq_{role} may TRUNCATE on table tansiq_session" for role in ("app", "public", "worker")
    ],
    "GRANT REFERENCES ON tansiq_rate TO tansiq_app": ["tansiq_app may REFERENCES on table tansiq_rate"],
    "GRANT REFERENCES (key) ON tansiq_remark TO tansiq_worker": [
        "tansiq_worker may refer to column key of table tansiq_remark"
    ],
    "GRANT TRIGGER ON tansiq_remark TO tansiq_app": ["tansiq_app may TRIGGER on table tansiq_remark"],
    "GRANT MAINTAIN ON tansiq_remark TO tansiq_app": ["tansiq_app may MAINTAIN on table tansiq_remark"],
    "GRANT SELECT ON tansiq_remark TO tansiq_app": ["tansiq_app may SELECT on table tansiq_remark"],
    "GRANT UPDATE ON tansiq_releasehabit TO tansiq_worker": [
        "tansiq_worker may UPDATE on table tansiq_releasehabit",
        "tansiq_worker may change column key of table tansiq_releasehabit",
        "tansiq_worker may change column kind of table tansiq_releasehabit",
        "tansiq_worker may change column owner_id of table tansiq_releasehabit",
    ],
    "GRANT UPDATE (owner_id) ON tansiq_remark TO tansiq_app": [
        "tansiq_app may change column owner_id of table tansiq_remark"
    ],
    "GRANT UPDATE (review_id) ON tansiq_remark TO tansiq_worker": [
        "tansiq_worker may change column review_id of table tansiq_remark"
    ],
    "GRANT UPDATE (account_id) ON tansiq_accreditation TO tansiq_app": [
        "tansiq_app may change column account_id of table tansiq_accreditation"
    ],
    "GRANT DELETE ON tansiq_remark TO tansiq_app": ["table tansiq_remark has no policy for erasing by tansiq_app"],
    "GRANT DELETE ON tansiq_account TO tansiq_app": ["tansiq_app may DELETE on table tansiq_account"],
    "GRANT INSERT ON django_migrations TO tansiq_app": ["tansiq_app may INSERT on table django_migrations"],
    "GRANT SELECT ON tansiq_account TO tansiq_public": ["tansiq_public may SELECT on table tansiq_account"],
    "GRANT INSERT ON tansiq_remark TO tansiq_public": [
        "table tansiq_remark has no policy for adding by tansiq_public",
        "tansiq_public may INSERT on table tansiq_remark",
    ],
    "REVOKE SELECT (text) ON tansiq_remark FROM tansiq_app": [
        "tansiq_app may not read column text of table tansiq_remark"
    ],
    "CREATE SEQUENCE numbers; GRANT USAGE ON SEQUENCE numbers TO tansiq_app": [
        "sequence numbers is reached by tansiq_app"
    ],
    "GRANT SELECT ON account_emailaddress_id_seq TO tansiq_public": [
        "sequence account_emailaddress_id_seq is reached by tansiq_public"
    ],
    "GRANT CREATE ON SCHEMA public TO tansiq_app": ["schema public is reached by tansiq_app"],
    "GRANT USAGE ON SCHEMA tansiq_keys TO tansiq_worker": ["schema tansiq_keys is reached by tansiq_worker"],
    "GRANT SELECT ON tansiq_keys.pad TO tansiq_backup": ["table pad is reached by tansiq_backup"],
    "GRANT TEMPORARY ON DATABASE contract TO tansiq_app": ["tansiq_app may make temporary tables"],
    "GRANT CREATE ON DATABASE contract TO tansiq_app": ["tansiq_app may make schemas"],
    "GRANT EXECUTE ON FUNCTION pg_notify(text, text) TO tansiq_app": [
        "a program may use pg_catalog.pg_notify(text,text), which tells of others' work"
    ],
    "GRANT SELECT ON pg_stat_activity TO PUBLIC": [
        "a program may use pg_catalog.pg_stat_activity, which tells of others' work"
    ],
    "GRANT SELECT (reltuples) ON pg_class TO tansiq_public": [
        "a program may use pg_catalog.pg_class, which tells of others' work"
    ],
}

PEEK = "peek() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM tansiq_remark'"
FUNCTIONS = {
    f"CREATE FUNCTION public.{PEEK}": ["function peek reads past row-level security"],
    f"CREATE FUNCTION tansiq.{PEEK}": [
        "function peek is not the one of this house",
        "function peek has another's rights",
        "function peek has no fixed search path",
        "function peek is open to everybody",
    ],
    "ALTER FUNCTION tansiq.within(bigint, bigint) SECURITY DEFINER": [
        "function within has another's rights",
        "function within has no fixed search path",
    ],
    "ALTER FUNCTION tansiq.who(text) OWNER TO tansiq_owner": ["function who has another's rights"],
    "ALTER FUNCTION tansiq.audience_of(int[]) RESET search_path": ["function audience_of has no fixed search path"],
    "GRANT EXECUTE ON FUNCTION tansiq.accreditations_of(text) TO PUBLIC": [
        "function accreditations_of is open to everybody"
    ],
    "DROP FUNCTION tansiq.append(jsonb, jsonb)": ["function append is missing"],
    "CREATE OR REPLACE FUNCTION tansiq.member() RETURNS uuid LANGUAGE sql STABLE AS 'SELECT NULL::uuid'": [
        "function member is not the one of this house"
    ],
    "SET LOCAL tansiq.tests = ''": ["function now is not the one of this house"],
}

ALL = {**ROLES, **TABLES, **POLICIES, **KEYS, **REACH, **FUNCTIONS}
