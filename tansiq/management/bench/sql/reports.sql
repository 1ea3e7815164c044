-- Reports of every member to call after call on ten measures; the same rows for the same seed. To whom each is released is drawn
-- by a hash of its number; `only` leaves out whatever the measured member may not read.
CREATE FUNCTION pg_temp.chance(n bigint, what int) RETURNS float8 LANGUAGE sql IMMUTABLE AS
$fn$SELECT (hashint8extended(n, what + 100 * %(seed)s) & 2147483647) / 2147483648.0::float8$fn$;

CREATE TEMP TABLE party ON COMMIT DROP AS
SELECT m.key, m.reader, (m.reader - 1000) / 2 AS place FROM tansiq_member m WHERE m.kind = 'state';

-- A member reports to all, to the core group, to ten others, or keeps it to itself.
CREATE TEMP TABLE circle ON COMMIT DROP AS
SELECT kind, place, readers, tansiq.audience_id(readers) AS audience
  FROM (SELECT k.kind, p.place, array_agg(o.reader ORDER BY o.reader) AS readers
          FROM (VALUES ('all'), ('core'), ('list'), ('owner')) k (kind) CROSS JOIN party p
          JOIN party o ON CASE k.kind WHEN 'all' THEN true WHEN 'core' THEN o.place < %(core_size)s OR o.place = p.place
                                      WHEN 'list' THEN (o.place - p.place + %(members)s) %% %(members)s <= 10
                                      ELSE o.place = p.place END
         GROUP BY k.kind, p.place) circles;
INSERT INTO tansiq_audience (id, readers) SELECT DISTINCT audience, readers FROM circle ON CONFLICT DO NOTHING;
INSERT INTO tansiq_audience_reader (reader, audience_id)
SELECT DISTINCT reader, audience FROM circle, unnest(readers) reader ON CONFLICT DO NOTHING;

INSERT INTO tansiq_measure (key, owner_id, audience_id, said_by_id, created_at, version, code, line, name, kind, role, unit_code, direction,
                            pools, scale, baseline_qualifier, baseline_precision, baseline_level)
SELECT md5('bench measure ' || k)::uuid, owner_id, audience_id, owner_id, created_at, 1, 'measure-' || k, 'military',
       jsonb_build_object('source', 'en', 'words', jsonb_build_object('en', 'Persons trained ' || k)), 'flow', 'output', 'persons', 'up', 'sum',
       '[]', '', '', '' FROM tansiq_review, generate_series(0, 9) k;

CREATE TEMP TABLE draft ON COMMIT DROP AS
SELECT n, n / (10 * %(members)s) AS call, p.key AS member, md5('bench measure ' || n %% 10)::uuid AS measure, c.audience,
       md5('bench report ' || n)::uuid AS key,
       CASE WHEN n < 10 * %(members)s OR n %% 4 = 0 THEN md5('bench figure ' || n)::uuid END AS figure
  FROM (SELECT n, pg_temp.chance(n, 1) AS draw FROM generate_series(0::bigint, %(rows)s - 1) n) drawn
  JOIN party p ON p.place = n / 10 %% %(members)s
  JOIN circle c ON c.place = p.place AND c.kind = CASE WHEN draw < %(all)s THEN 'all' WHEN draw < %(all)s + %(core)s THEN 'core'
                                                      WHEN draw < %(all)s + %(core)s + %(lists)s THEN 'list' ELSE 'owner' END
 WHERE NOT %(only)s OR 1000 + 2 * (%(members)s / 2) = ANY (c.readers);

INSERT INTO tansiq_call (key, owner_id, audience_id, said_by_id, created_at, version, body_id, review_id, title, period_from, period_until,
                         due_at, way, own_acceptance)
SELECT md5('bench call ' || n)::uuid, owner_id, audience_id, owner_id, created_at, 1, body_id, key,
       jsonb_build_object('source', 'en', 'words', jsonb_build_object('en', 'Call ' || n)), date '2026-05-01' - 31 * n::int,
       date '2026-05-31' - 31 * n::int, now() + interval '9 days' - n * interval '31 days', 'clarification', false
  FROM tansiq_review, generate_series(0, (%(rows)s - 1) / (10 * %(members)s)) n;
INSERT INTO tansiq_asked (key, owner_id, audience_id, said_by_id, created_at, version, call_id, measure_id, member_id)
SELECT md5('bench asked ' || p.place || ' ' || k)::uuid, owner_id, audience_id, owner_id, created_at, 1, md5('bench call 0')::uuid,
       md5('bench measure ' || k)::uuid, p.key FROM tansiq_review, party p, generate_series(0, 9) k;

INSERT INTO tansiq_figure (key, owner_id, audience_id, said_by_id, created_at, version, measure_id, value, qualifier, level, as_of_from, as_of_until,
                           as_of_precision, stated_from, stated_until, stated_precision, review_id)
SELECT d.figure, d.member, d.audience, d.member, timestamptz '2026-06-01 00:00Z' - d.n * interval '1 second', 1, d.measure, d.n %% 997, 'none_stated', '',
       date '2026-05-01' - 31 * d.call::int, date '2026-05-31' - 31 * d.call::int, 'day', date '2026-06-01', date '2026-06-01', 'day', r.key
  FROM draft d, tansiq_review r WHERE d.figure IS NOT NULL ORDER BY d.n;
INSERT INTO tansiq_report (key, owner_id, audience_id, said_by_id, created_at, version, call_id, measure_id, answer, figure_id, reliability, credibility)
SELECT d.key, d.member, d.audience, d.member, timestamptz '2026-06-01 00:00Z' - d.n * interval '1 second', 1, md5('bench call ' || d.call)::uuid, d.measure,
       CASE WHEN d.figure IS NULL THEN 'no_report' ELSE 'figure' END, d.figure, '', ''
  FROM draft d ORDER BY d.n;

-- In the call that is due: every fiftieth report restates an earlier one, and five pairs of neighbours counted some persons twice.
INSERT INTO tansiq_report (key, owner_id, audience_id, said_by_id, created_at, version, call_id, measure_id, answer, figure_id, reliability, credibility)
SELECT md5('bench earlier ' || n)::uuid, member, audience, member, timestamptz '2026-05-01 00:00Z' - n * interval '1 second', 1,
       md5('bench call 0')::uuid, measure, 'no_report', NULL, '', '' FROM draft WHERE call = 0 AND n %% 50 = 0;
INSERT INTO tansiq_restatement (key, owner_id, audience_id, said_by_id, created_at, version, earlier_id, later_id, reason)
SELECT md5('bench restated ' || n)::uuid, member, audience, member, timestamptz '2026-06-01 00:00Z' - n * interval '1 second', 1,
       md5('bench earlier ' || n)::uuid, key, '{"source": "en", "words": {"en": "Counted anew."}}' FROM draft WHERE call = 0 AND n %% 50 = 0;
INSERT INTO tansiq_overlap (key, owner_id, audience_id, said_by_id, created_at, version, call_id, measure_id, other_id, value)
SELECT md5('bench overlap ' || p.place)::uuid, p.key, c.audience, p.key, timestamptz '2026-06-01 00:00Z', 1, md5('bench call 0')::uuid,
       md5('bench measure 0')::uuid, o.key, 3
  FROM party p JOIN party o ON o.place = p.place + 1 JOIN circle c ON c.place = p.place AND c.kind = 'all' WHERE p.place < 10 AND p.place %% 2 = 0;
INSERT INTO tansiq_overlapagreement (key, owner_id, audience_id, said_by_id, created_at, version, overlap_id)
SELECT md5('bench agreed ' || key)::uuid, other_id, audience_id, other_id, created_at, 1, key FROM tansiq_overlap;
DROP FUNCTION pg_temp.chance;
