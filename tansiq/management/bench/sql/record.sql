-- The whole record so many times. What hangs on a copied row hangs on the copy with the same number; who took part, on the copied
-- review; of all else that hangs on a review every second copy stays on the review itself, so that one review grows long, too.
-- Members, persons, sources and measures stay as they are.
DO $do$
DECLARE
  copied regclass[] := ARRAY['tansiq_review', 'tansiq_reviewsource', 'tansiq_participation', 'tansiq_remark', 'tansiq_statement',
                             'tansiq_corroboration', 'tansiq_forecast', 'tansiq_figure', 'tansiq_conflict', 'tansiq_correction',
                             'tansiq_decision', 'tansiq_followup', 'tansiq_action', 'tansiq_actionowner', 'tansiq_contribution',
                             'tansiq_contributionlink', 'tansiq_risk'];
  moved regclass[] := copied[1:3];
  rows_of regclass;
  names text;
  terms text;
BEGIN
  FOREACH rows_of IN ARRAY copied LOOP
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
           string_agg(format(CASE WHEN c.oid IS NULL THEN 'one.%%1$I'
                                  WHEN c.confrelid = 'tansiq_review'::regclass AND rows_of <> ALL (moved)
                                  THEN 'CASE WHEN n %%%% 2 = 0 THEN one.%%1$I ELSE md5(one.%%1$I || '' '' || n)::uuid END'
                                  ELSE 'md5(one.%%1$I || '' '' || n)::uuid' END, a.attname), ', ' ORDER BY a.attnum)
      INTO names, terms
      FROM pg_attribute a
      LEFT JOIN pg_constraint c ON c.conrelid = a.attrelid AND c.conkey = ARRAY[a.attnum]
                               AND (c.contype = 'p' OR c.contype = 'f' AND c.confrelid = ANY (copied))
     WHERE a.attrelid = rows_of AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '';
    EXECUTE format('INSERT INTO %%s (%%s) SELECT %%s FROM %%s one, generate_series(2, %(times)s) n', rows_of, names, terms, rows_of);
  END LOOP;
END
$do$;
