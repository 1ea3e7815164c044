-- The functions by which PostgreSQL knows who is acting and what is released to whom; they have the caller's rights.
-- The start-up check compares every body, here and in definers.sql, with the one in the database.

-- The one clock. Tests replace it in their template database; a start with another body is refused.
CREATE OR REPLACE FUNCTION tansiq.now() RETURNS timestamptz LANGUAGE sql STABLE AS
$fn$SELECT transaction_timestamp()$fn$;

-- Who is acting in this transaction.
CREATE OR REPLACE FUNCTION tansiq.me() RETURNS tansiq.acting LANGUAGE sql STABLE AS
$fn$SELECT tansiq.who(current_setting('tansiq.context', true))$fn$;

-- What every policy asks, once for each protected table of a statement: so not in SQL, which PostgreSQL would parse again
-- and again while it plans (20 of the 50 microseconds that this took).
CREATE OR REPLACE FUNCTION tansiq.readers() RETURNS int[] LANGUAGE plpgsql STABLE AS
$fn$BEGIN RETURN (tansiq.who(current_setting('tansiq.context', true))).readers; END$fn$;

CREATE OR REPLACE FUNCTION tansiq.member() RETURNS uuid LANGUAGE sql STABLE AS
$fn$SELECT (tansiq.me()).member$fn$;

-- The code of the office that is acting, if an office is.
CREATE OR REPLACE FUNCTION tansiq.office() RETURNS text LANGUAGE sql STABLE AS
$fn$SELECT me.code FROM tansiq.me() me WHERE me.kind = 'office'$fn$;

-- Open a transaction's context: one round trip that sets it and says what it gives.
CREATE OR REPLACE FUNCTION tansiq.enter(context text,
  OUT instant timestamptz, OUT account uuid, OUT accreditation uuid, OUT member uuid, OUT code text, OUT kind text, OUT hat text, OUT readers int[])
LANGUAGE plpgsql VOLATILE AS
$fn$
DECLARE
  who tansiq.acting;
BEGIN
  PERFORM set_config('tansiq.context', context, true);
  who := tansiq.who(context);
  instant := tansiq.now();
  account := who.account; accreditation := who.accreditation; member := who.member;
  code := who.code; kind := who.kind; hat := who.hat; readers := who.readers;
END
$fn$;

-- The id of an audience, drawn from its content alone.
CREATE OR REPLACE FUNCTION tansiq.audience_id(pure int[]) RETURNS bigint LANGUAGE sql IMMUTABLE AS
$fn$SELECT ('x' || encode(substr(sha256(convert_to(pure::text, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint & 9223372036854775807$fn$;

-- Whether everybody in the first audience, each named there, is in the second. Reads only audiences that the caller may read.
-- A guest (below zero) is shown each thing by name and by itself: what that hangs on it does not read.
CREATE OR REPLACE FUNCTION tansiq.contained(child bigint, parent bigint) RETURNS boolean LANGUAGE sql STABLE AS
$fn$
SELECT EXISTS (
  SELECT FROM public.tansiq_audience c, public.tansiq_audience p
   WHERE c.id = child AND p.id = parent
     AND (0 = ANY (p.readers) OR NOT EXISTS (
       SELECT FROM unnest(c.readers) r WHERE NOT (r < 0 OR r = ANY (p.readers) OR (r % 2 = 1 AND r - 1 = ANY (p.readers))))))
$fn$;

-- The same, asked by the policies of every new row about each of its parents: nothing is read where both are one audience
-- or the second is the public. It is one expression without a query in it, so that PostgreSQL writes it into the policy.
CREATE OR REPLACE FUNCTION tansiq.within(child bigint, parent bigint) RETURNS boolean LANGUAGE sql STABLE AS
$fn$SELECT child = parent OR parent = tansiq.audience_id('{0}') OR tansiq.contained(child, parent)$fn$;

-- A row that others may hang theirs on is widened, never narrowed: no child may become readable without its parent.
CREATE OR REPLACE FUNCTION tansiq.only_wider() RETURNS trigger LANGUAGE plpgsql AS
$fn$
BEGIN
  IF NOT tansiq.within(OLD.audience_id, NEW.audience_id) THEN
    RAISE EXCEPTION 'what others build on is only widened' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END
$fn$;

-- A coalition has its own words for its offices; a member's name is the member's.
CREATE OR REPLACE FUNCTION tansiq.only_offices_are_named_anew() RETURNS trigger LANGUAGE plpgsql AS
$fn$
BEGIN
  IF OLD.kind <> 'office' AND NEW.name IS DISTINCT FROM OLD.name THEN
    RAISE EXCEPTION 'a member keeps its name' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END
$fn$;

-- The record is added to, never changed.
CREATE OR REPLACE FUNCTION tansiq.append_only() RETURNS trigger LANGUAGE plpgsql AS
$fn$
BEGIN
  RAISE EXCEPTION 'the record is append-only' USING ERRCODE = '42501';
END
$fn$;

-- The index of words: each stem under the audience of its item, a title's before the text's and of more weight. A place
-- holds several stems of one word, or none.
CREATE OR REPLACE FUNCTION tansiq.find_vector(audience bigint, title text[], body text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE AS
$fn$
SELECT coalesce(string_agg('''' || audience || '.' || translate(stem, '''\', '') || ''':' || least(place, 16383) || weight, ' '), '')::tsvector
  FROM (SELECT t.stems, t.place, 'A' AS weight FROM unnest(title) WITH ORDINALITY t (stems, place)
        UNION ALL
        SELECT b.stems, b.place + cardinality(title) + 1, '' FROM unnest(body) WITH ORDINALITY b (stems, place)) placed,
       string_to_table(placed.stems, ' ') stem
 WHERE stem <> ''
$fn$;

-- What is found is an item of its owner's, released as the item is; a hidden item and an absent one are refused alike.
-- A member has no owner: everybody may find it.
CREATE OR REPLACE FUNCTION tansiq.found_as_released() RETURNS trigger LANGUAGE plpgsql AS
$fn$
DECLARE
  same boolean;
BEGIN
  IF NEW.kind = 'member' THEN
    SELECT 0 = ANY (a.readers) INTO same FROM public.tansiq_audience a, public.tansiq_member m
     WHERE a.id = NEW.audience_id AND m.key = NEW.key;
  ELSE
    EXECUTE format('SELECT true FROM public.%I item WHERE item.key = $1 AND item.owner_id = $2 AND item.audience_id = $3',
      'tansiq_' || NEW.kind) INTO same USING NEW.key, NEW.owner_id, NEW.audience_id;
  END IF;
  IF same IS NOT TRUE THEN
    RAISE EXCEPTION 'what is found is released as its item is' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END
$fn$;

-- Whoever releases an item anew releases what is found of it.
CREATE OR REPLACE FUNCTION tansiq.found_with_item() RETURNS trigger LANGUAGE plpgsql AS
$fn$
BEGIN
  UPDATE public.tansiq_findable found SET audience_id = NEW.audience_id WHERE found.key = NEW.key;
  RETURN NULL;
END
$fn$;

-- One entry and its groups in one call; the caller's own rights decide.
CREATE OR REPLACE FUNCTION tansiq.append(entry jsonb, parts jsonb) RETURNS void LANGUAGE sql VOLATILE AS
$fn$
INSERT INTO public.tansiq_entry (key, v, kind, item, previous, epoch, commitments, salt, leaf, owner_id, audience_id)
SELECT (entry->>'key')::uuid, (entry->>'v')::smallint, entry->>'kind', (entry->>'item')::uuid, decode(entry->>'previous', 'hex'),
       (entry->>'epoch')::bigint, entry->'commitments', decode(entry->>'salt', 'hex'), decode(entry->>'leaf', 'hex'),
       (entry->>'owner')::uuid, (entry->>'audience')::bigint;
INSERT INTO public.tansiq_entry_group (key, entry_id, name, salt, body, owner_id, audience_id)
SELECT (p->>'key')::uuid, (entry->>'key')::uuid, p->>'name', decode(p->>'salt', 'hex'), p->'body', (entry->>'owner')::uuid, (p->>'audience')::bigint
  FROM jsonb_array_elements(parts) p;
$fn$;

-- Who may call them.
REVOKE ALL ON FUNCTION tansiq.now(), tansiq.me(), tansiq.readers(), tansiq.member(), tansiq.office(), tansiq.enter(text),
  tansiq.audience_id(int[]), tansiq.contained(bigint, bigint), tansiq.within(bigint, bigint), tansiq.only_wider(), tansiq.append_only(), tansiq.only_offices_are_named_anew(),
  tansiq.append(jsonb, jsonb), tansiq.find_vector(bigint, text[], text[]), tansiq.found_as_released(),
  tansiq.found_with_item() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tansiq.now(), tansiq.me(), tansiq.readers(), tansiq.member(), tansiq.office(), tansiq.enter(text),
  tansiq.audience_id(int[]), tansiq.contained(bigint, bigint), tansiq.within(bigint, bigint) TO tansiq_app, tansiq_worker, tansiq_public, tansiq_definer;
GRANT EXECUTE ON FUNCTION tansiq.append(jsonb, jsonb), tansiq.find_vector(bigint, text[], text[]) TO tansiq_app, tansiq_worker;
