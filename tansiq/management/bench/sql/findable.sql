-- The remarks as they are found, each word its own stem; some hold a rarer word besides: one in a thousand, one in a hundred.
ALTER TABLE tansiq_findable DISABLE TRIGGER found_as_released;
INSERT INTO tansiq_findable (key, owner_id, audience_id, kind, said_by_id, lines, dated, precision, called, text, plain,
                             title_stems, stems)
SELECT r.key, r.owner_id, r.audience_id, 'remark', r.said_by_id, '{}', r.created_at::date, '', r.key::text, r.text,
       w.words, ARRAY['review'], string_to_array(w.words, ' ')
  FROM tansiq_remark r
 CROSS JOIN LATERAL (SELECT hashtextextended(r.key::text, %(seed)s) & 2147483647 AS chance) c
 CROSS JOIN LATERAL (SELECT (r.text->'words'->>'ar') || CASE WHEN c.chance %% 1000 = 0 THEN ' rare' ELSE '' END
                            || CASE WHEN c.chance %% 100 = 1 THEN ' seldom' ELSE '' END AS words) w
 ORDER BY r.created_at;
ALTER TABLE tansiq_findable ENABLE TRIGGER found_as_released;
