-- In a house that is founded: states as members, each with a delegate.
INSERT INTO tansiq_member (key, code, kind, name, reader, joined_on, version)
SELECT md5('member ' || n)::uuid, 'M' || lpad(n::text, 4, '0'), 'state',
       jsonb_build_object('source', 'en', 'words', jsonb_build_object('en', 'Member ' || n, 'ar', 'العضو ' || n)),
       1000 + 2 * n, date '2014-09-10', 1
  FROM generate_series(0, %(members)s - 1) n;

INSERT INTO tansiq_account (key, password, email, is_active)
SELECT md5('account ' || n)::uuid, '!', n || '@bench.example', true FROM generate_series(0, %(members)s - 1) n;
INSERT INTO tansiq_accreditation (key, owner_id, audience_id, said_by_id, created_at, version, person_id, member_id, role,
                                  valid_from, account_id, accepted_at)
SELECT md5('accreditation ' || n)::uuid, a.owner_id, a.audience_id, a.said_by_id, a.created_at, 1, a.person_id, m.key, 'alternate',
       a.valid_from, md5('account ' || n)::uuid, a.accepted_at
  FROM generate_series(0, %(members)s - 1) n JOIN tansiq_member m ON m.reader = 1000 + 2 * n, tansiq_accreditation a;
