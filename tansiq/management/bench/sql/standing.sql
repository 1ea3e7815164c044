-- What a review is prepared with, so many of each: gifts with their delivery, needs, offers, risks, forecasts, developments, assessments;
-- the same rows for the same seed. To whom each is released is drawn by a hash of its number; `only` leaves out what the measured member
-- may not read.
CREATE FUNCTION pg_temp.chance(n bigint, what int) RETURNS float8 LANGUAGE sql IMMUTABLE AS
$fn$SELECT (hashint8extended(n, what + 100 * %(seed)s) & 2147483647) / 2147483648.0::float8$fn$;
CREATE FUNCTION pg_temp.said(words text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS
$fn$SELECT jsonb_build_object('source', 'en', 'words', jsonb_build_object('en', words))$fn$;

CREATE TEMP TABLE party ON COMMIT DROP AS
SELECT m.key, m.reader, (m.reader - 1000) / 2 AS place FROM tansiq_member m WHERE m.kind = 'state';
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

CREATE TEMP TABLE base ON COMMIT DROP AS SELECT key AS review, owner_id, audience_id, created_at FROM tansiq_review;
UPDATE tansiq_review SET starts_on = current_date + 20, ends_on = current_date + 20;
INSERT INTO tansiq_phase (key, owner_id, audience_id, said_by_id, created_at, version, review_id, step, turn)
SELECT md5('bench phase')::uuid, owner_id, audience_id, owner_id, created_at, 1, review, 'planned', 1 FROM base;
INSERT INTO tansiq_subject (key, owner_id, audience_id, said_by_id, created_at, version, code, name, is_line, number)
SELECT md5('bench line ' || k)::uuid, owner_id, audience_id, owner_id, created_at, 1, 'line-' || k, pg_temp.said('Line ' || k), true, k + 1
  FROM base, generate_series(0, 4) k;
INSERT INTO tansiq_measure (key, owner_id, audience_id, said_by_id, created_at, version, code, line, name, kind, role, unit_code, direction,
                            pools, scale, baseline_qualifier, baseline_precision, baseline_level)
SELECT md5('bench measure ' || k)::uuid, owner_id, audience_id, owner_id, created_at, 1, 'measure-' || k, 'line-' || k,
       pg_temp.said('Persons trained ' || k), 'flow', 'output', 'persons', 'up', 'none', '[]', '', '', '' FROM base, generate_series(0, 4) k;

CREATE TEMP TABLE draft ON COMMIT DROP AS
SELECT n, p.key AS member, p.place, c.audience, md5('bench line ' || n %% 5)::uuid AS line, 'line-' || n %% 5 AS code,
       timestamptz '2026-06-01 00:00Z' - n * interval '1 second' AS at, current_date - (n %% 700)::int AS day, pg_temp.said('Said ' || n) AS words
  FROM (SELECT n, pg_temp.chance(n, 1) AS draw FROM generate_series(0::bigint, %(rows)s - 1) n) drawn
  JOIN party p ON p.place = n %% %(members)s
  JOIN circle c ON c.place = p.place AND c.kind = CASE WHEN draw < %(all)s THEN 'all' WHEN draw < %(all)s + %(core)s THEN 'core'
                                                      WHEN draw < %(all)s + %(core)s + %(lists)s THEN 'list' ELSE 'owner' END
 WHERE NOT %(only)s OR 1000 + 2 * (%(members)s / 2) = ANY (c.readers);

INSERT INTO tansiq_contribution (key, owner_id, audience_id, said_by_id, created_at, version, giver_id, kind, text, amount, qualifier, currency,
                                 stage, starts_on, ends_on, precision, line, earmarking, context, shown_currency)
SELECT md5('bench gift ' || n)::uuid, member, audience, member, at, 1, member, 'cash', words, n %% 997 + 1, 'none_stated', 'USD', 'pledged',
       day, day, 'day', code, '', '', '' FROM draft;
INSERT INTO tansiq_step (key, owner_id, audience_id, said_by_id, created_at, version, contribution_id, side, stage, amount, qualifier, currency,
                         starts_on, ends_on, precision, instalment, place)
SELECT md5('bench step ' || n)::uuid, member, audience, member, at, 1, md5('bench gift ' || n)::uuid, 'giver', 'delivered', n %% 997 + 1,
       'none_stated', 'USD', day, day, 'day', false, 0 FROM draft WHERE n %% 2 = 0;
INSERT INTO tansiq_need (key, owner_id, audience_id, said_by_id, created_at, version, line_id, kind, text, amount, qualifier, currency, by_on)
SELECT md5('bench need ' || n)::uuid, member, audience, member, at, 1, line, 'cash', words, n %% 997 + 1, 'none_stated', 'USD', current_date + (n %% 700)::int
  FROM draft;
INSERT INTO tansiq_offer (key, owner_id, audience_id, said_by_id, created_at, version, need_id, contribution_id)
SELECT md5('bench offer ' || n)::uuid, member, audience, member, at, 1, md5('bench need ' || n)::uuid, md5('bench gift ' || n)::uuid FROM draft;
INSERT INTO tansiq_risk (key, owner_id, audience_id, said_by_id, created_at, version, text, level, line, starts_on, ends_on, precision, thread, turn, review_id)
SELECT md5('bench risk ' || n)::uuid, member, audience, member, at, 1, words, words, code, day, day, 'day', md5('bench thread ' || n)::uuid, 0,
       CASE WHEN n %% 5 = 0 THEN review END FROM draft, base;
INSERT INTO tansiq_ranking (key, owner_id, audience_id, said_by_id, created_at, version, review_id, turn)
SELECT md5('bench ranking ' || n)::uuid, member, audience, member, at, 1, review, n / %(members)s FROM draft, base;
INSERT INTO tansiq_ranked (key, owner_id, audience_id, said_by_id, created_at, version, ranking_id, risk_id, place)
SELECT md5('bench ranked ' || n)::uuid, member, audience, member, at, 1, md5('bench ranking ' || n)::uuid, md5('bench risk ' || n)::uuid, 0 FROM draft;
INSERT INTO tansiq_prediction (key, owner_id, audience_id, said_by_id, created_at, version, claim, low, high, said_on, line)
SELECT md5('bench forecast ' || n)::uuid, member, audience, member, at, 1, words, 60, 60, day, code FROM draft;
INSERT INTO tansiq_horizon (key, owner_id, audience_id, said_by_id, created_at, version, prediction_id, until_on, hedged)
SELECT md5('bench horizon ' || n)::uuid, member, audience, member, at, 1, md5('bench forecast ' || n)::uuid, current_date - 5, false FROM draft;
INSERT INTO tansiq_development (key, owner_id, audience_id, said_by_id, created_at, version, line_id, words, since_on, since_precision, since_hedged)
SELECT md5('bench change ' || n)::uuid, member, audience, member, at, 1, line, words, day, 'day', false FROM draft;
INSERT INTO tansiq_assessment (key, owner_id, audience_id, said_by_id, created_at, version, line_id, review_id, stance, aspect, "window", since_precision,
                               since_hedged, as_of, rating, trend, confidence, why, words, turn)
SELECT md5('bench seen ' || n)::uuid, member, audience, member, at, 1, line, review, 'peer', 'performance', 'start', 'day', false, day, 'on_track',
       'same', 'low', words, words, n / %(members)s FROM draft, base;
INSERT INTO tansiq_briefing (key, owner_id, audience_id, said_by_id, created_at, version, review_id, step, as_of, words, turn)
SELECT md5('bench briefing')::uuid, owner_id, audience_id, owner_id, created_at, 1, review, 'given', current_date, pg_temp.said('It is quieter.'), 0 FROM base;
INSERT INTO tansiq_nextstep (key, owner_id, audience_id, said_by_id, created_at, version, briefing_id, words, place)
SELECT md5('bench next ' || k)::uuid, owner_id, audience_id, owner_id, created_at, 1, md5('bench briefing')::uuid, pg_temp.said('Next ' || k), k
  FROM base, generate_series(0, 4) k;
DROP FUNCTION pg_temp.chance;
DROP FUNCTION pg_temp.said;
