-- Run by the owner after the migrations: who may call what, and the account tables, which hold no member's words.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA tansiq FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tansiq.now(), tansiq.who(text), tansiq.me(), tansiq.readers(), tansiq.member(), tansiq.office(), tansiq.enter(text),
  tansiq.within(bigint, bigint), tansiq.audience_id(int[]) TO tansiq_app, tansiq_worker, tansiq_public, tansiq_definer;
GRANT EXECUTE ON FUNCTION tansiq.audience_of(int[]), tansiq.append(jsonb, jsonb), tansiq.owns_entry(uuid) TO tansiq_app, tansiq_worker;
GRANT EXECUTE ON FUNCTION tansiq.only_wider(), tansiq.append_only() TO tansiq_app, tansiq_worker, tansiq_definer;
GRANT EXECUTE ON FUNCTION tansiq.accreditations_of(text), tansiq.accept_invitation(text, text) TO tansiq_app;
GRANT EXECUTE ON FUNCTION tansiq.invitation(text) TO tansiq_app, tansiq_definer;
GRANT SELECT, INSERT, UPDATE, DELETE ON tansiq_session, account_emailaddress, account_emailconfirmation, tansiq_rate TO tansiq_app;
-- No account is deleted or given another key: the refusal would tell whether an accreditation hangs on it.
GRANT SELECT, INSERT, UPDATE (email, password, last_login, is_active) ON tansiq_account TO tansiq_app;
GRANT SELECT ON django_content_type, django_migrations TO tansiq_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO tansiq_backup;
GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO tansiq_backup;
