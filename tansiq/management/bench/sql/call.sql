-- A call that asks the measured member for one measure, released to the public, by whoever opened the review.
INSERT INTO tansiq_measure (key, owner_id, audience_id, said_by_id, created_at, version, code, line, name, kind, role, unit_code, direction, pools,
                            scale, baseline_qualifier, baseline_precision, baseline_level)
SELECT md5('bench measure')::uuid, owner_id, audience_id, owner_id, created_at, 1, 'trained', 'military',
       '{"source": "en", "words": {"en": "Persons trained"}}', 'flow', 'output', 'persons', 'up', 'sum', '[]', '', '', '' FROM tansiq_review;
INSERT INTO tansiq_call (key, owner_id, audience_id, said_by_id, created_at, version, body_id, review_id, title, period_from, period_until, due_at, way,
                         own_acceptance)
SELECT md5('bench call')::uuid, owner_id, audience_id, owner_id, created_at, 1, body_id, key, '{"source": "en", "words": {"en": "A call"}}',
       date '2026-05-01', date '2026-05-31', now() + interval '9 days', 'clarification', false FROM tansiq_review;
INSERT INTO tansiq_asked (key, owner_id, audience_id, said_by_id, created_at, version, call_id, measure_id, member_id)
SELECT md5('bench asked')::uuid, owner_id, audience_id, owner_id, created_at, 1, md5('bench call')::uuid, md5('bench measure')::uuid,
       md5('member ' || %(members)s / 2)::uuid FROM tansiq_review;
CREATE SCHEMA plain;
GRANT USAGE ON SCHEMA plain TO tansiq_app;
CREATE TABLE plain.figure (LIKE tansiq_figure INCLUDING ALL);
CREATE TABLE plain.report (LIKE tansiq_report INCLUDING ALL);
GRANT INSERT ON plain.figure, plain.report TO tansiq_app;
-- The same once more with the same foreign keys, which `LIKE` leaves out: no table of a house is without them.
CREATE SCHEMA keyed;
GRANT USAGE ON SCHEMA keyed TO tansiq_app;
CREATE TABLE keyed.figure (LIKE tansiq_figure INCLUDING ALL);
CREATE TABLE keyed.report (LIKE tansiq_report INCLUDING ALL);
GRANT INSERT ON keyed.figure, keyed.report TO tansiq_app;
DO $do$
DECLARE
  made text;
BEGIN
  FOR made IN
    SELECT format('ALTER TABLE keyed.%%I ADD %%s', replace(conrelid::regclass::text, 'tansiq_', ''),
                  replace(pg_get_constraintdef(oid), ' tansiq_figure(', ' keyed.figure('))
      FROM pg_constraint WHERE contype = 'f' AND conrelid IN ('tansiq_figure'::regclass, 'tansiq_report'::regclass)
  LOOP
    EXECUTE made;
  END LOOP;
END
$do$;
