-- Fills an empty house with remarks, by its owner: the same rows for the same seed.
-- Every draw is a hash of a number and the seed, so neither the plan nor the server's own chance has a say in it.
CREATE SCHEMA IF NOT EXISTS bench;

CREATE FUNCTION bench.chance(n bigint, what int) RETURNS float8 LANGUAGE sql IMMUTABLE AS
$fn$SELECT (hashint8extended(n, what + 100 * %(seed)s) & 2147483647) / 2147483648.0::float8$fn$;

-- The members, in order; the first ones are the core group.
CREATE TABLE bench.member AS
SELECT m.key, m.reader, row_number() OVER (ORDER BY m.reader) - 1 AS place FROM tansiq_member m WHERE m.kind = 'state';

-- A list: two to eleven members, drawn by its number.
CREATE FUNCTION bench.list(number bigint) RETURNS int[] LANGUAGE sql STABLE AS
$fn$
SELECT array_agg(DISTINCT m.reader)
  FROM generate_series(0, 1 + (10 * bench.chance(number, 1))::int) i
  JOIN bench.member m ON m.place = floor(bench.chance(number * 16 + i, 2) * %(members)s)
$fn$;

CREATE TABLE bench.draft (n bigint, kind text, owner int, list bigint, readers int[], audience bigint);
INSERT INTO bench.draft (n, kind, owner, list)
SELECT n,
       CASE WHEN draw < %(all)s THEN 'all' WHEN draw < %(all)s + %(core)s THEN 'core'
            WHEN draw < %(all)s + %(core)s + %(lists)s THEN 'list' ELSE 'owner' END,
       floor(bench.chance(n, 4) * CASE WHEN draw BETWEEN %(all)s AND %(all)s + %(core)s THEN %(core_size)s ELSE %(members)s END),
       CASE WHEN %(pool)s = 0 THEN n ELSE floor(%(pool)s ^ bench.chance(n, 5)) END
  FROM (SELECT n, bench.chance(n, 3) AS draw FROM generate_series(1::bigint, %(rows)s) n);

-- The same list is written out once. Whoever draws a list is not always on it, and then reads it as its owner.
CREATE TABLE bench.list_readers AS
SELECT list, bench.list(list) AS readers FROM (SELECT DISTINCT list FROM bench.draft WHERE kind = 'list');
UPDATE bench.draft d SET owner = m.place, readers = l.readers
  FROM bench.list_readers l JOIN bench.member m ON m.reader = l.readers[1] WHERE d.kind = 'list' AND l.list = d.list;
UPDATE bench.draft d SET readers = CASE d.kind
    WHEN 'all' THEN (SELECT array_agg(reader ORDER BY reader) FROM bench.member)
    WHEN 'core' THEN (SELECT array_agg(reader ORDER BY reader) FROM bench.member WHERE place < %(core_size)s)
    ELSE (SELECT ARRAY[reader] FROM bench.member WHERE place = d.owner) END
 WHERE d.kind <> 'list';
