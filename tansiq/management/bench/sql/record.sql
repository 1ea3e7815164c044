-- All that hangs on reviews, so many times as it stands: on each review its own rows and as many copies beside them. What
-- hangs on a copied row hangs on the copy with the same number; members, persons, sources, measures and reviews stay as they are.
DO $do$
DECLARE
  copied regclass[] := ARRAY['tansiq_participation', 'tansiq_remark', 'tansiq_statement', 'tansiq_corroboration', 'tansiq_forecast',
                             'tansiq_figure', 'tansiq_conflict', 'tansiq_correction', 'tansiq_decision', 'tansiq_followup',
                             'tansiq_action', 'tansiq_actionowner', 'tansiq_contribution', 'tansiq_contributionlink', 'tansiq_risk'];
  rows_of regclass;
  names text;
  terms text;
BEGIN
  FOREACH rows_of IN ARRAY copied LOOP
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
           string_agg(format(CASE WHEN c.oid IS NULL THEN 'one.%%I' ELSE 'md5(one.%%I || '' '' || n)::uuid' END, a.attname),
                      ', ' ORDER BY a.attnum)
      INTO names, terms
      FROM pg_attribute a
      LEFT JOIN pg_constraint c ON c.conrelid = a.attrelid AND c.conkey = ARRAY[a.attnum]
                               AND (c.contype = 'p' OR c.contype = 'f' AND c.confrelid = ANY (copied))
     WHERE a.attrelid = rows_of AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '';
    EXECUTE format('INSERT INTO %%s (%%s) SELECT %%s FROM %%s one, generate_series(2, %(times)s) n', rows_of, names, terms, rows_of);
  END LOOP;
END
$do$;
