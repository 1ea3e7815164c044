-- Run by the administrator where it is superuser, at every start, for dumps do not keep it: a search operator that tells
-- nothing of the rows that it compares, so that row-level security lets it use the index of words.
ALTER FUNCTION pg_catalog.ts_match_vq(tsvector, tsquery) LEAKPROOF;
