"""Nobody becomes another member, or more than the program's role, by anything that SQL can say."""

import psycopg
import pytest
from psycopg import errors

from tansiq.database import contract
from tansiq.database.house import SQL
from tests.attack.asked import HIDDEN, OWN
from tests.attack.planted import composed, insert, secret
from tests.world import frozen

REFUSED = errors.InsufficientPrivilege  # 42501

COMMANDS = {
    "putting on another role": [
        "SET ROLE tansiq_owner",
        "SET ROLE tansiq_definer",
        "SET ROLE tansiq_worker",
        "SET LOCAL ROLE tansiq_backup",
        "SET SESSION AUTHORIZATION tansiq_owner",
        "ALTER ROLE tansiq_app BYPASSRLS",
        "ALTER ROLE tansiq_app SUPERUSER",
        "ALTER ROLE tansiq_owner PASSWORD 'known'",
        "CREATE ROLE mine",
        "GRANT tansiq_owner TO tansiq_app",
        "GRANT tansiq_app TO tansiq_public",
        "REASSIGN OWNED BY tansiq_owner TO tansiq_app",
        "DROP OWNED BY tansiq_public",
        "DROP OWNED BY CURRENT_USER",
    ],
    "loosening what binds it": [
        "ALTER TABLE tansiq_remark DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE tansiq_remark NO FORCE ROW LEVEL SECURITY",
        "ALTER TABLE tansiq_remark OWNER TO tansiq_app",
        "ALTER TABLE tansiq_entry DISABLE TRIGGER ALL",
        "ALTER TABLE tansiq_remark ADD COLUMN mine int",
        "DROP POLICY read ON tansiq_remark",
        "ALTER POLICY read ON tansiq_remark USING (true)",
        "CREATE POLICY mine ON tansiq_remark USING (true)",
        "DROP TABLE tansiq_remark",
        "DROP FUNCTION tansiq.me() CASCADE",
        "CREATE OR REPLACE FUNCTION tansiq.me() RETURNS tansiq.acting LANGUAGE sql AS 'SELECT NULL::tansiq.acting'",
        "ALTER FUNCTION tansiq.within(bigint, bigint) SECURITY DEFINER",
        "SET session_replication_role = replica",
        "ALTER SYSTEM SET fsync = off",
        "ALTER DATABASE attack SET row_security = off",
        "SET track_activities = off",
    ],
    "making things of one's own": [
        "CREATE TABLE public.mine (x int)",
        "CREATE TABLE tansiq.mine (x int)",
        "CREATE TEMPORARY TABLE mine (x int)",
        "CREATE TEMPORARY VIEW mine AS TABLE tansiq_remark",
        "CREATE TABLE mine AS TABLE tansiq_remark",
        "SELECT * INTO mine FROM tansiq_remark",
        "CREATE VIEW mine AS TABLE tansiq_remark",
        "CREATE MATERIALIZED VIEW mine AS TABLE tansiq_remark",
        "CREATE SEQUENCE mine",
        "CREATE TYPE mine AS (x int)",
        "CREATE DOMAIN mine AS int",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE FUNCTION pg_temp.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE FUNCTION tansiq.mine(x int) RETURNS bool LANGUAGE sql COST 0.0001 AS 'SELECT true'",
        "CREATE OPERATOR <<<< (FUNCTION = int4lt, LEFTARG = int, RIGHTARG = int)",
        "CREATE AGGREGATE mine (int) (SFUNC = int4pl, STYPE = int)",
        "CREATE TRIGGER mine AFTER INSERT ON tansiq_remark EXECUTE FUNCTION tansiq.append_only()",
        "CREATE RULE mine AS ON INSERT TO tansiq_remark DO ALSO NOTIFY x",
        "CREATE INDEX ON tansiq_remark (owner_id)",
        "CREATE STATISTICS mine ON owner_id, review_id FROM tansiq_remark",
        "CREATE EVENT TRIGGER mine ON ddl_command_start EXECUTE FUNCTION tansiq.append_only()",
        "CREATE PUBLICATION mine FOR TABLE tansiq_remark",
        "CREATE SERVER mine FOREIGN DATA WRAPPER nothing",
        "COMMENT ON TABLE tansiq_remark IS 'mine'",
        "SECURITY LABEL ON TABLE tansiq_remark IS 'mine'",
    ],
    "reaching what it is not given": [
        "TABLE tansiq_keys.pad",
        "SELECT inner_pad FROM tansiq_keys.pad",
        "COPY tansiq_keys.pad TO STDOUT",
        "UPDATE tansiq_keys.pad SET id = 2",
        "SELECT rolpassword FROM pg_authid",
        "TABLE pg_statistic",
        "SELECT umoptions FROM pg_user_mapping",
        "SELECT pg_read_file('PG_VERSION')",
        "SELECT pg_ls_dir('.')",
        "COPY tansiq_remark TO '/tmp/out'",
        "COPY tansiq_remark FROM PROGRAM 'id'",
        "LOAD 'auto_explain'",
        "CHECKPOINT",
        "TRUNCATE tansiq_entry",
        "TRUNCATE tansiq_remark, tansiq_session CASCADE",
        "DO $$ BEGIN LOCK TABLE tansiq_remark IN ACCESS EXCLUSIVE MODE; END $$",
        "DO $$ BEGIN LOCK TABLE tansiq_remark IN SHARE MODE; END $$",
        "CLUSTER tansiq_remark USING tansiq_remark_newest",
        "REINDEX TABLE tansiq_remark",
        "REFRESH MATERIALIZED VIEW mine",
        "SELECT nextval('account_emailaddress_id_seq')",
        "SELECT last_value FROM account_emailaddress_id_seq",
        "SELECT setval('account_emailaddress_id_seq', 1)",
        "UPDATE django_migrations SET applied = now()",
        "DELETE FROM tansiq_account",
        "UPDATE tansiq_account SET key = key",
    ],
}
# Where PostgreSQL's parser or another guard is quicker than its rights, the refusal has another name.
OTHERWISE = {
    "CREATE SERVER mine FOREIGN DATA WRAPPER nothing": errors.UndefinedObject,
    "SECURITY LABEL ON TABLE tansiq_remark IS 'mine'": errors.InvalidParameterValue,
    "REFRESH MATERIALIZED VIEW mine": errors.UndefinedTable,
}


@pytest.mark.parametrize("statement", [one for many in COMMANDS.values() for one in many])
def test_it_is_refused(refused, statement):
    with pytest.raises(psycopg.Error) as refusal:
        refused.execute(statement.encode())
    assert type(refusal.value) is OTHERWISE.get(statement, REFUSED)


def test_without_row_level_security_nothing_is_answered(attacker, planted):
    attacker.execute("SET row_security = off")
    for table in planted.protected:
        with pytest.raises(REFUSED):
            attacker.execute(composed("SELECT count(*) FROM {table}", table=table))


def test_it_gives_nobody_what_it_has(attacker, planted):
    """PostgreSQL only warns of a grant by somebody who may give nothing."""
    granted = (
        "SELECT count(*) FROM information_schema.column_privileges WHERE grantor = 'tansiq_app' "
        "OR (is_grantable = 'YES' AND grantee LIKE 'tansiq%' AND grantee <> 'tansiq_owner')"
    )
    attacker.execute("GRANT SELECT (text) ON tansiq_remark TO PUBLIC")
    attacker.execute("GRANT ALL ON tansiq_remark TO tansiq_public")
    attacker.execute("GRANT EXECUTE ON FUNCTION tansiq.audience_of(int[]) TO tansiq_public")
    with planted.admin() as admin:
        assert admin.execute(granted.encode()).fetchone() == (0,)
        assert list(contract.breaches(admin, SQL)) == []


def test_no_extension_is_added(attacker):
    for (name,) in attacker.execute(
        "SELECT name FROM pg_available_extensions WHERE installed_version IS NULL"
    ).fetchall():
        with pytest.raises(REFUSED):
            attacker.execute(composed("CREATE EXTENSION {name} CASCADE", name=name))


def test_no_other_program_is_reached(attacker, planted):
    """No way out of this database: neither another database of the server, nor a link to itself."""
    assert attacker.execute("SELECT count(*) FROM pg_proc WHERE proname ~ '^dblink'").fetchone() == (0,)
    assert attacker.execute("SELECT extname FROM pg_extension").fetchall() == [("plpgsql",)]
    held = planted.cluster.secrets()
    for database in ("postgres", "template1"):
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            psycopg.connect(
                host=held["host"],
                port=held["port"] or None,
                dbname=database,
                user="tansiq_app",
                password=held["passwords"]["app"],
            )


def test_a_context_set_for_the_session_ends_with_the_next_one(attacker, planted):
    own = attacker.execute("SELECT tansiq.member()").fetchone()
    assert own == (planted.members["NW"],)
    with attacker.transaction():
        assert attacker.execute("SELECT member FROM tansiq.enter('')").fetchone() == (None,)
    assert attacker.execute("SELECT tansiq.member()").fetchone() == own


def test_another_session_s_context_is_not_seen_while_it_works(attacker, planted):
    with planted.plain(token=planted.token("alif")) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM tansiq.enter(%s)", [planted.token("alif")])
        for query in (
            "SELECT query FROM pg_stat_activity",
            "SELECT pg_stat_get_backend_activity(1)",
            "SELECT query FROM pg_stat_get_activity(NULL)",
        ):
            with pytest.raises(REFUSED):
                attacker.execute(query.encode())
        assert attacker.execute("SELECT current_setting('tansiq.context')").fetchone() == (planted.token("jim"),)
        other.execute("ROLLBACK")


def test_one_asks_for_one_s_own_hats_alone(attacker, planted):
    account, _accreditation = planted.holder("alif")
    for asked in (str(account), f"v1.public.{account}.-.9999999999.1.{'0' * 64}"):
        assert attacker.execute("SELECT * FROM tansiq.accreditations_of(%s)", [asked]).fetchall() == []
    own = attacker.execute("SELECT accreditation FROM tansiq.accreditations_of(%s)", [planted.token("jim")]).fetchall()
    assert own == [(planted.holder("jim")[1],)]


def test_an_entry_of_another_member_is_not_owned(attacker, planted):
    for key in (planted.rows[HIDDEN]["tansiq_entry"]["key"], planted.members["SH"]):
        assert attacker.execute("SELECT tansiq.owns_entry(%s)", [key]).fetchone() == (False,)


class TestInvitations:
    """The one way in is for the invited person alone."""

    ASK = "SELECT accreditation FROM tansiq.invitation(%s)"
    ACCEPT = "SELECT tansiq.accept_invitation(%s, %s)"

    def test_reading_its_digest_is_not_being_invited(self, planted):
        row, token = planted.rows[HIDDEN]["tansiq_invitation"], planted.token("ba")
        with planted.plain(token=token) as connection:  # Wadina reads the planted invitation.
            read = "SELECT token_digest FROM tansiq_invitation WHERE key = %s"
            assert connection.execute(read, [row["key"]]).fetchone() == (row["token_digest"],)
            assert connection.execute(self.ASK, [row["token_digest"]]).fetchall() == []
            assert connection.execute(self.ACCEPT, [row["token_digest"], token]).fetchone() == (None,)
            assert connection.execute(self.ASK, [secret(HIDDEN)]).fetchall() == [(row["accreditation_id"],)]

    @pytest.mark.parametrize("slug", ["ba", "alif2", "chair", "officer", "admin.wa"])
    def test_nobody_but_its_keeper_invites_to_an_accreditation_that_he_reads(self, planted, slug):
        with planted.plain(token=planted.token(slug)) as connection:
            member = connection.execute("SELECT tansiq.member()").fetchone()[0]
            row = {**planted.rows[HIDDEN]["tansiq_invitation"], "token_digest": slug * 8, "key": planted.members["SH"]}
            with pytest.raises(REFUSED):
                insert(connection, "tansiq_invitation", row | {"owner_id": member, "said_by_id": member})

    def test_another_s_account_is_not_bound(self, planted):
        """A keeper who knows a secret binds nobody but whoever the signed context names."""
        account, _accreditation = planted.holder("jim")
        unsigned = f"v1.public.{account}.-.9999999999.1.{'0' * 64}"
        with planted.plain(token=planted.token("admin.nw")) as connection:
            for named in (str(account), "", planted.public(), unsigned):
                assert connection.execute(self.ACCEPT, [secret(OWN), named]).fetchone() == (None,)
            with connection.transaction(force_rollback=True):
                bound = connection.execute(self.ACCEPT, [secret(OWN), planted.token("jim")]).fetchone()
                assert bound == (planted.rows[OWN]["tansiq_accreditation"]["key"],)

    def test_who_speaks_for_one_member_is_bound_to_no_other(self, planted):
        with planted.plain(token=planted.token("ba")) as connection, pytest.raises(psycopg.Error) as refusal:
            connection.execute(self.ACCEPT, [secret(OWN), planted.token("ba")])
        assert refusal.value.sqlstate == "P0001"


class TestAccreditations:
    """Nobody accredits for another member, binds an account by hand, or ends what is not its own to end."""

    def given(self, planted, slug: str, member: str, **changed) -> type[psycopg.Error] | None:
        with planted.plain(token=planted.token(slug)) as connection:
            own = connection.execute("SELECT tansiq.member()").fetchone()[0]
            code = next(code for code, key in planted.members.items() if key == own)
            readers = "SELECT reader FROM tansiq_member WHERE code IN (%s, %s)"
            with connection.transaction(force_rollback=True):
                both = [reader for (reader,) in connection.execute(readers, [code, member])]
                ((audience,),) = connection.execute("SELECT tansiq.audience_of(%s)", [both]).fetchall()
                mine = {"owner_id": own, "said_by_id": own, "audience_id": audience}
                person = {**planted.rows[HIDDEN]["tansiq_person"], **mine, "key": planted.members["SH"]}
                insert(connection, "tansiq_person", person)
                row = {**planted.rows[HIDDEN]["tansiq_accreditation"], **mine, "key": planted.members["SH"]}
                row |= {"person_id": person["key"], "member_id": planted.members[member], **changed}
                try:
                    insert(connection, "tansiq_accreditation", row)
                except psycopg.Error as refusal:
                    return type(refusal)
                return None

    def test_who_may(self, planted):
        may = {
            (slug, member, role): self.given(planted, slug, member, role=role)
            for slug in ("jim", "admin.nw", "alif", "officer", "chair")
            for member, role in (
                ("NW", "head"),
                ("SH", "head"),
                ("SH", "administrator"),
                ("SH", "officer"),
                ("chair", "officer"),
            )
        }
        assert {one for one, refusal in may.items() if refusal is None} == {
            ("admin.nw", "NW", "head"),
            ("alif", "SH", "head"),
            ("alif", "SH", "administrator"),
            ("officer", "SH", "administrator"),
            ("officer", "chair", "officer"),
        }
        assert {refusal for refusal in may.values() if refusal} == {REFUSED}

    def test_none_is_born_accepted_or_unseen_by_its_member(self, planted):
        account, _accreditation = planted.holder("officer")
        with frozen():
            unseen = {"audience_id": planted.audiences[HIDDEN]}
        for slug, changed in (
            ("admin.nw", {"account_id": planted.holder("jim")[0]}),
            ("officer", {"account_id": account, "role": "administrator"}),
            ("admin.nw", {"accepted_at": "2026-01-01"}),
            ("admin.nw", {"ended_at": "2026-01-01"}),
            ("admin.nw", unseen),
        ):
            member = "NW" if slug == "admin.nw" else "SH"
            assert self.given(planted, slug, member, **changed) is REFUSED

    def test_the_secretariat_accredits_nobody_behind_a_member_s_back(self, planted):
        with planted.admin() as admin:
            ((own,),) = admin.execute(
                "SELECT tansiq.audience_id(ARRAY[reader]) FROM tansiq_member WHERE code = 'secretariat'"
            ).fetchall()
        assert self.given(planted, "officer", "SH", role="administrator", audience_id=own) is REFUSED

    @pytest.mark.parametrize("statement", [
        "UPDATE tansiq_accreditation SET account_id = account_id",
        "UPDATE tansiq_accreditation SET accepted_at = now()",
        "UPDATE tansiq_accreditation SET member_id = tansiq.member()",
        "UPDATE tansiq_accreditation SET role = 'head'",
        "UPDATE tansiq_accreditation SET valid_until = NULL",
        "DELETE FROM tansiq_accreditation",
    ])  # fmt: skip
    def test_what_is_fixed_is_not_changed(self, planted, statement):
        with planted.plain(token=planted.token("alif")) as connection, pytest.raises(REFUSED):
            connection.execute(statement.encode())

    def test_who_ends_whose(self, planted):
        ended = {}
        for slug in ("jim", "alif", "alif2", "admin.sh", "ba", "officer", "chair"):
            with planted.plain(token=planted.token(slug)) as connection, connection.transaction(force_rollback=True):
                rows = connection.execute(
                    "UPDATE tansiq_accreditation SET ended_at = tansiq.now() WHERE ended_at IS NULL RETURNING member_id"
                ).fetchall()
                codes = {key: code for code, key in planted.members.items()}
                ended[slug] = {codes[member] for (member,) in rows}
        assert ended == {
            "jim": set(),
            "alif": {"SH"},
            "alif2": set(),
            "admin.sh": {"SH"},
            "ba": set(),
            "officer": {"SH", "WA", "NW", "chair", "coordinator", "secretariat"},  # The administrators that it gave.
            "chair": set(),
        }

    def test_an_ended_one_is_never_opened_again(self, planted):
        with planted.plain(token=planted.token("alif")) as connection, connection.transaction(force_rollback=True):
            connection.execute("UPDATE tansiq_accreditation SET ended_at = tansiq.now() WHERE account_id IS NULL")
            for value in (None, "2030-01-01"):
                again = "UPDATE tansiq_accreditation SET ended_at = %s WHERE account_id IS NULL"
                assert connection.execute(again, [value]).rowcount == 0
            with pytest.raises(REFUSED), connection.transaction():
                connection.execute("UPDATE tansiq_accreditation SET ended_at = NULL")


def test_no_member_is_given_the_number_of_another_s_heads(planted):
    with planted.plain(token=planted.token("officer")) as connection:
        ((number,),) = connection.execute("SELECT reader + 1 FROM tansiq_member WHERE code = 'SH'").fetchall()
        row = {
            "key": planted.rows[HIDDEN]["tansiq_entry"]["key"],
            "code": "XX",
            "kind": "state",
            "name": '{"source": "en", "words": {"en": "x"}}',
            "reader": number,
            "joined_on": None,
            "left_on": None,
            "version": 1,
        }
        with pytest.raises(errors.CheckViolation):
            insert(connection, "tansiq_member", row)
    with planted.plain(token=planted.token("jim")) as connection, pytest.raises(REFUSED):
        insert(connection, "tansiq_member", {**row, "reader": 100})
