-- Remarks on the one review, from members to members; the same rows for the same seed.
-- Every draw is a hash of a number and the seed: neither a plan nor the server's own chance has a say in it.
CREATE FUNCTION pg_temp.chance(n bigint, what int) RETURNS float8 LANGUAGE sql IMMUTABLE AS
$fn$SELECT (hashint8extended(n, what + 100 * %(seed)s) & 2147483647) / 2147483648.0::float8$fn$;

CREATE TEMP TABLE party ON COMMIT DROP AS
SELECT m.key, m.reader, (m.reader - 1000) / 2 AS place FROM tansiq_member m WHERE m.kind = 'state';

-- What each remark is: to all, to the core group, to a list, or to nobody but its owner. Lists are drawn from a pool, the
-- first ones far more often (Zipf, 1.1); without a pool every remark has its own.
CREATE TEMP TABLE draft ON COMMIT DROP AS
SELECT n, kind,
       CASE kind WHEN 'list' THEN CASE WHEN %(pool)s = 0 THEN n
                   ELSE floor((1 - pg_temp.chance(n, 2) * (1 - (%(pool)s + 1) ^ -0.1)) ^ -10)::bigint END
                 WHEN 'owner' THEN floor(pg_temp.chance(n, 3) * %(members)s)::bigint ELSE 0 END AS number
  FROM (SELECT n, CASE WHEN draw < %(all)s THEN 'all' WHEN draw < %(all)s + %(core)s THEN 'core'
                       WHEN draw < %(all)s + %(core)s + %(lists)s THEN 'list' ELSE 'owner' END AS kind
          FROM (SELECT n, pg_temp.chance(n, 1) AS draw FROM generate_series(1::bigint, %(rows)s) n) drawn) kinds;
UPDATE draft SET number = 0 WHERE kind = 'owner' AND number = %(silent)s;

-- A list has two to eleven members.
CREATE TEMP TABLE circle ON COMMIT DROP AS
SELECT kind, number, readers, tansiq.audience_id(readers) AS audience
  FROM (SELECT d.kind, d.number, array_agg(DISTINCT p.reader ORDER BY p.reader) AS readers
          FROM (SELECT DISTINCT kind, number FROM draft) d
         CROSS JOIN LATERAL generate_series(0, 1 + floor(10 * pg_temp.chance(d.number, 4))::int) i
          JOIN party p ON CASE d.kind WHEN 'all' THEN true WHEN 'core' THEN p.place < %(core_size)s
                                      WHEN 'owner' THEN p.place = d.number
                                      ELSE p.place = floor(pg_temp.chance(d.number * 16 + i, 5) * %(members)s) END
         GROUP BY d.kind, d.number) circles;
INSERT INTO tansiq_audience (id, readers) SELECT DISTINCT audience, readers FROM circle ON CONFLICT DO NOTHING;
INSERT INTO tansiq_audience_reader (reader, audience_id)
SELECT DISTINCT reader, audience FROM circle, unnest(readers) reader ON CONFLICT DO NOTHING;

CREATE TEMP TABLE wording ON COMMIT DROP AS
SELECT t AS number, jsonb_build_object('source', 'ar', 'words', jsonb_build_object('ar', string_agg(
         (ARRAY['التحالف', 'التقدم', 'في', 'الأشهر', 'الماضية', 'تدريب', 'القوات', 'إعادة', 'الاستقرار', 'تمويل', 'على', 'مراجعة'])
         [1 + floor(12 * pg_temp.chance(t * 64 + w, 6))::int], ' ' ORDER BY w))) AS text
  FROM generate_series(0::bigint, 999) t, generate_series(1, 30) w GROUP BY t;

INSERT INTO tansiq_remark (key, owner_id, audience_id, said_by_id, created_at, version, review_id, text)
SELECT md5(%(seed)s || ' ' || d.n)::uuid, p.key, c.audience, p.key,
       timestamptz '2020-01-01 00:00Z' + (%(first)s + d.n * %(step)s) * interval '1 second', 1, r.key, w.text
  FROM draft d
  JOIN circle c USING (kind, number)
  JOIN party p ON p.reader = c.readers[1 + floor(pg_temp.chance(d.n, 7) * cardinality(c.readers))::int]
  JOIN wording w ON w.number = d.n %% 1000
 CROSS JOIN tansiq_review r
 ORDER BY d.n;
DROP FUNCTION pg_temp.chance;
