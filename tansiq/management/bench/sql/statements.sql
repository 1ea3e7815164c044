-- Statements beside those of the real record: half of them public, half of them kept by members from one another.
INSERT INTO tansiq_audience (id, readers)
SELECT tansiq.audience_id(ARRAY[reader]), ARRAY[reader] FROM tansiq_member ON CONFLICT DO NOTHING;
INSERT INTO tansiq_audience_reader (reader, audience_id)
SELECT reader, tansiq.audience_id(ARRAY[reader]) FROM tansiq_member ON CONFLICT DO NOTHING;

INSERT INTO tansiq_statement (key, owner_id, audience_id, said_by_id, created_at, version, review_id, speaker_id, role, kind, line,
                              text, quote, starts_on, ends_on, precision, about_precision, source_id, place)
WITH pool AS (
  SELECT array_agg(DISTINCT r.key) AS reviews, array_agg(DISTINCT p.key) AS persons, array_agg(DISTINCT s.key) AS sources
    FROM tansiq_review r, tansiq_person p, tansiq_source s),
members AS (
  SELECT array_agg(m.key ORDER BY m.code) AS keys, array_agg(tansiq.audience_id(ARRAY[m.reader]) ORDER BY m.code) AS audiences
    FROM tansiq_member m WHERE m.kind = 'state'),
given AS (
  SELECT n, hashint8extended(n, %(seed)s) & 1073741823 AS draw FROM generate_series(1::bigint, %(rows)s) n)
SELECT md5('statement ' || n)::uuid, keys[1 + draw %% cardinality(keys)],
       CASE WHEN n %% 2 = 0 THEN tansiq.audience_id(ARRAY[0]) ELSE audiences[1 + draw %% cardinality(keys)] END,
       keys[1 + draw %% cardinality(keys)], timestamptz '2020-01-01 00:00Z' + n * interval '1 minute', 1,
       reviews[1 + draw %% cardinality(reviews)], persons[1 + draw %% cardinality(persons)],
       jsonb_build_object('source', 'en', 'words', jsonb_build_object('en', 'Minister ' || n, 'ar', 'الوزير ' || n)),
       (ARRAY['assessment', 'self_assessment', 'advice', 'risk', 'forecast', 'plan', 'fact'])[1 + draw %% 7], 'all',
       jsonb_build_object('source', 'ar', 'words', jsonb_build_object(
         'ar', 'أحرز التحالف تقدما في تدريب القوات وإعادة الاستقرار وينبغي الإسراع في التمويل قبل الاستعراض المقبل ' || n,
         'en', 'The coalition has advanced in training and in bringing life back, and should fund faster before the next review ' || n)),
       '', date '2027-01-01' + n::int, date '2027-01-01' + n::int, 'day', '', sources[1 + draw %% cardinality(sources)], 1
  FROM given, pool, members;
