-- What searches are held against, in a schema of the bench: the same rows and the same index of words, without any control.
CREATE SCHEMA plain;
GRANT USAGE ON SCHEMA plain TO tansiq_app;
CREATE TABLE plain.findable AS
SELECT f.key, f.dated, (SELECT string_agg(format('''%%s'':%%s', stem, place), ' ')::tsvector
                          FROM unnest(f.title_stems || f.stems) WITH ORDINALITY t (stem, place)) AS vector
  FROM tansiq_findable f ORDER BY f.dated;
ALTER TABLE plain.findable ADD PRIMARY KEY (key);
CREATE INDEX ON plain.findable USING gin (vector) WITH (fastupdate = off);
GRANT SELECT ON plain.findable TO tansiq_app;
