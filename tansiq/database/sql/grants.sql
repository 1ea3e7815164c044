-- Run by the owner after the migrations: the account tables, which hold no member's words, and the backup's reading.
GRANT SELECT, INSERT, UPDATE, DELETE ON tansiq_session, account_emailaddress, account_emailconfirmation, tansiq_rate, mfa_authenticator TO tansiq_app;
-- Who signs in through a provider is known by the address alone: nothing is kept of it, the table stays empty.
GRANT SELECT ON socialaccount_socialaccount, socialaccount_socialapp TO tansiq_app;
-- No account is deleted or given another key: the refusal would tell whether an accreditation hangs on it.
GRANT SELECT, INSERT, UPDATE (email, password, last_login, is_active) ON tansiq_account TO tansiq_app;
GRANT SELECT ON django_content_type, django_migrations TO tansiq_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO tansiq_backup;
GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO tansiq_backup;
