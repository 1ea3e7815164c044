-- Two texts of one body that so many members read, the measured one among them: one in a meeting, on which each took a position (every seventh objects, with a reason
-- and a wording by which it is lifted) and explained it; one under silence, where every third member has spoken.
CREATE FUNCTION pg_temp.said(ar text, en text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS
$fn$SELECT jsonb_build_object('source', 'en', 'words', jsonb_build_object('ar', ar, 'en', en))$fn$;
CREATE TEMP TABLE party ON COMMIT DROP AS
SELECT m.key, m.reader, row_number() OVER (ORDER BY abs((m.reader - 1000) / 2 - %(members)s / 2), m.reader)::int - 1 AS n
  FROM tansiq_member m WHERE m.kind = 'state' ORDER BY n LIMIT %(rows)s;
CREATE TEMP TABLE given ON COMMIT DROP AS
SELECT b.key AS body, b.owner_id, tansiq.audience_id(r.readers) AS audience_id, r.readers, now() - interval '1 day' AS at,
       jsonb_build_object('way', 'consensus', 'silence_hours', 72, 'extensions', 2, 'downtime_hours', 4, 'reasons', true, 'without_meeting', true, 'languages', '[]'::jsonb) AS rule
  FROM tansiq_body b, (SELECT array_agg(m.reader ORDER BY m.reader) AS readers FROM tansiq_member m WHERE m.kind = 'office' OR m.key IN (SELECT key FROM party)) r;
INSERT INTO tansiq_audience (id, readers) SELECT audience_id, readers FROM given ON CONFLICT DO NOTHING;
INSERT INTO tansiq_audience_reader (reader, audience_id) SELECT unnest(readers), audience_id FROM given ON CONFLICT DO NOTHING;

INSERT INTO tansiq_text (key, owner_id, audience_id, said_by_id, created_at, version, body_id, title, kind, authentic)
SELECT md5('bench text ' || way)::uuid, owner_id, audience_id, owner_id, at, 1, body, pg_temp.said('قرار بشأن المعابر', 'Decision on the crossings'),
       'decision', 'equal' FROM given, unnest(ARRAY['meeting', 'silence']) way;
INSERT INTO tansiq_textversion (key, owner_id, audience_id, said_by_id, created_at, version, text_id, number, digest)
SELECT md5('bench version ' || way)::uuid, owner_id, audience_id, owner_id, at, 1, md5('bench text ' || way)::uuid, 1, md5(way) || md5(way)
  FROM given, unnest(ARRAY['meeting', 'silence']) way;
INSERT INTO tansiq_paragraph (key, owner_id, audience_id, said_by_id, created_at, version, text_version_id, place, strand, verb, text)
SELECT md5('bench paragraph ' || way || k)::uuid, owner_id, audience_id, owner_id, at, 1, md5('bench version ' || way)::uuid, k, md5('strand ' || way || k)::uuid,
       '', pg_temp.said('تبقى المعابر مفتوحة للقوافل كل يوم من الفجر إلى الغروب ' || k, 'The crossings stay open to convoys each day from dawn to dusk ' || k)
  FROM given, unnest(ARRAY['meeting', 'silence']) way, generate_series(1, 12) k;
INSERT INTO tansiq_question (key, owner_id, audience_id, said_by_id, created_at, version, text_id, text_version_id, way, rule, proposed, chair_id, turn)
SELECT md5('bench question ' || way)::uuid, owner_id, audience_id, owner_id, at, 1, md5('bench text ' || way)::uuid, md5('bench version ' || way)::uuid, way, rule,
       'writing', owner_id, 1 FROM given, unnest(ARRAY['meeting', 'silence']) way;
INSERT INTO tansiq_elector (key, owner_id, audience_id, said_by_id, created_at, version, question_id, member_id)
SELECT md5('bench elector ' || way || n)::uuid, owner_id, audience_id, owner_id, at, 1, md5('bench question ' || way)::uuid, party.key
  FROM given, party, unnest(ARRAY['meeting', 'silence']) way;

CREATE TEMP TABLE voice ON COMMIT DROP AS
SELECT n, party.key AS member, audience_id, at, md5('bench question meeting')::uuid AS question,
       CASE n %% 7 WHEN 0 THEN 'objects' WHEN 1 THEN 'reservation' WHEN 2 THEN 'statement' ELSE 'agrees' END AS kind,
       md5('bench paragraph meeting' || 1 + n %% 12)::uuid AS paragraph,
       pg_temp.said('نرجو أن تُذكر ساعات العمل ' || n, 'We ask that the hours be named ' || n) AS words FROM given, party;
INSERT INTO tansiq_position (key, owner_id, audience_id, said_by_id, created_at, version, question_id, turn, opened_id, kind, paragraph_id, words, no_reason)
SELECT md5('bench position ' || n)::uuid, member, audience_id, member, at, 1, question, 1, audience_id, kind,
       CASE WHEN kind <> 'agrees' THEN paragraph END, CASE WHEN kind IN ('reservation', 'statement') THEN words END, false FROM voice;
INSERT INTO tansiq_reason (key, owner_id, audience_id, said_by_id, created_at, version, question_id, turn, opened_id, text)
SELECT md5('bench reason ' || n)::uuid, member, audience_id, member, at, 1, question, 1, audience_id, words FROM voice;
INSERT INTO tansiq_condition (key, owner_id, audience_id, said_by_id, created_at, version, question_id, turn, opened_id, paragraph_id, text)
SELECT md5('bench condition ' || n)::uuid, member, audience_id, member, at, 1, question, 1, audience_id, paragraph, words FROM voice WHERE kind = 'objects';
INSERT INTO tansiq_explanation (key, owner_id, audience_id, said_by_id, created_at, version, question_id, text)
SELECT md5('bench explanation ' || n)::uuid, member, audience_id, member, at, 1, question, words FROM voice;

INSERT INTO tansiq_silenceact (key, owner_id, audience_id, said_by_id, created_at, version, question_id, kind, turn, until_at, words, verdict, plain)
SELECT md5('bench act ' || kind)::uuid, owner_id, audience_id, owner_id, at, 1, md5('bench question silence')::uuid, kind, place - 1, now() + interval '30 days',
       CASE kind WHEN 'started' THEN pg_temp.said('بمذكرة', 'By a note') END, '', false
  FROM given, unnest(ARRAY['proposed', 'started']) WITH ORDINALITY acts (kind, place);
INSERT INTO tansiq_silenceact (key, owner_id, audience_id, said_by_id, created_at, version, question_id, kind, turn, words, verdict, plain, paragraph_id)
SELECT md5('bench said ' || n)::uuid, member, audience_id, member, at + interval '1 hour', 1, md5('bench question silence')::uuid, done, 2 + n / 3,
       CASE WHEN done = 'reserved' THEN words END, '', false, CASE WHEN done = 'reserved' THEN md5('bench paragraph silence' || 1 + n %% 12)::uuid END
  FROM (SELECT *, (ARRAY['acknowledged', 'associated', 'reserved'])[1 + n / 3 %% 3] AS done FROM voice WHERE n %% 3 = 0) spoke;
DROP FUNCTION pg_temp.said;
