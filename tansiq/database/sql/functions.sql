-- The functions by which PostgreSQL knows who is acting and what is released to whom.
-- Applied by the owner; those marked SECURITY DEFINER belong to a role that may read past row-level security
-- and owns nothing else. The start-up check compares every body here with the one in the database.

-- The one clock. Tests replace it in their template database; a start with another body is refused.
CREATE OR REPLACE FUNCTION tansiq.now() RETURNS timestamptz LANGUAGE sql STABLE AS
$fn$SELECT transaction_timestamp()$fn$;

-- Who is acting, by the signed context alone: garbage, expiry and absence give nobody, never an error.
-- Form: v1.kind.account.accreditation.expiry.pad.mac; mac = HMAC-SHA256 (RFC 2104) over all before it.
CREATE OR REPLACE FUNCTION tansiq.me() RETURNS tansiq.acting LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS
$fn$
DECLARE
  context text := current_setting('tansiq.context', true);
  part text[];
  inner_pad bytea;
  outer_pad bytea;
  me tansiq.acting;
BEGIN
  me.readers := '{}';
  IF context IS NULL OR context !~ '^v1\.(member|public)\.[0-9a-f-]{1,36}\.[0-9a-f-]{1,36}\.[0-9]{1,12}\.[0-9]{1,6}\.[0-9a-f]{64}$' THEN
    RETURN me;
  END IF;
  part := string_to_array(context, '.');
  SELECT p.inner_pad, p.outer_pad INTO inner_pad, outer_pad FROM tansiq_keys.pad p WHERE p.id = part[6]::int;
  IF inner_pad IS NULL
     OR encode(sha256(outer_pad || sha256(inner_pad || convert_to(left(context, -65), 'UTF8'))), 'hex') <> part[7]
     OR part[5]::bigint < extract(epoch FROM tansiq.now()) THEN
    RETURN me;
  END IF;
  IF part[2] = 'public' THEN
    me.readers := '{0}';
    RETURN me;
  END IF;
  SELECT a.account_id, a.key, m.key, m.kind, a.role,
         CASE a.role WHEN 'head' THEN ARRAY[0, m.reader, m.reader + 1] ELSE ARRAY[0, m.reader] END
    INTO me.account, me.accreditation, me.member, me.kind, me.hat, me.readers
    FROM public.tansiq_accreditation a JOIN public.tansiq_member m ON m.key = a.member_id
   WHERE a.key = part[4]::uuid AND a.account_id = part[3]::uuid
     AND a.ended_at IS NULL
     AND a.valid_from <= (tansiq.now() AT TIME ZONE 'UTC')::date
     AND (a.valid_until IS NULL OR a.valid_until >= (tansiq.now() AT TIME ZONE 'UTC')::date)
     AND (m.left_on IS NULL OR m.left_on > (tansiq.now() AT TIME ZONE 'UTC')::date);
  IF NOT FOUND THEN
    me.readers := '{}';
  END IF;
  RETURN me;
END
$fn$;

CREATE OR REPLACE FUNCTION tansiq.readers() RETURNS int[] LANGUAGE sql STABLE AS
$fn$SELECT (tansiq.me()).readers$fn$;

CREATE OR REPLACE FUNCTION tansiq.member() RETURNS uuid LANGUAGE sql STABLE AS
$fn$SELECT (tansiq.me()).member$fn$;

-- Open a transaction's context: one round trip that sets it and says what it gives.
CREATE OR REPLACE FUNCTION tansiq.enter(context text,
  OUT instant timestamptz, OUT account uuid, OUT accreditation uuid, OUT member uuid, OUT kind text, OUT hat text, OUT readers int[])
LANGUAGE plpgsql VOLATILE AS
$fn$
DECLARE
  who tansiq.acting;
BEGIN
  PERFORM set_config('tansiq.context', context, true);
  who := tansiq.me();
  instant := tansiq.now();
  account := who.account; accreditation := who.accreditation; member := who.member;
  kind := who.kind; hat := who.hat; readers := who.readers;
END
$fn$;

-- The audience of a set of readers, made when it is new. Its id is drawn from its content, so it tells nothing else.
-- 0 is the public and swallows all others; an odd number (heads only) is swallowed by the even one before it.
CREATE OR REPLACE FUNCTION tansiq.audience_of(wanted int[]) RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS
$fn$
DECLARE
  pure int[];
  made bigint;
BEGIN
  IF cardinality((tansiq.me()).readers) < 2 THEN
    RAISE EXCEPTION 'only a member names an audience' USING ERRCODE = '42501';
  END IF;
  IF 0 = ANY (wanted) THEN
    pure := '{0}';
  ELSE
    SELECT array_agg(DISTINCT r ORDER BY r) INTO pure FROM unnest(wanted) r
     WHERE r % 2 = 0 OR NOT (r - 1 = ANY (wanted));
  END IF;
  IF pure IS NULL OR EXISTS (
    SELECT FROM unnest(pure) r WHERE r <> 0 AND NOT EXISTS (SELECT FROM public.tansiq_member m WHERE m.reader = r - r % 2))
  THEN
    RAISE EXCEPTION 'an audience names known readers' USING ERRCODE = '22023';
  END IF;
  made := ('x' || encode(substr(sha256(convert_to(pure::text, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint & 9223372036854775807;
  INSERT INTO public.tansiq_audience (id, readers) VALUES (made, pure) ON CONFLICT (id) DO NOTHING;
  IF FOUND THEN
    INSERT INTO public.tansiq_audience_reader (reader, audience_id) SELECT r, made FROM unnest(pure) r;
  ELSIF (SELECT a.readers FROM public.tansiq_audience a WHERE a.id = made) <> pure THEN
    RAISE EXCEPTION 'two audiences under one id' USING ERRCODE = '23505';
  END IF;
  RETURN made;
END
$fn$;

-- Whether everybody in the first audience is in the second. Reads only audiences that the caller may read.
CREATE OR REPLACE FUNCTION tansiq.within(child bigint, parent bigint) RETURNS boolean LANGUAGE sql STABLE AS
$fn$
SELECT child = parent OR EXISTS (
  SELECT FROM public.tansiq_audience c, public.tansiq_audience p
   WHERE c.id = child AND p.id = parent
     AND (0 = ANY (p.readers) OR NOT EXISTS (
       SELECT FROM unnest(c.readers) r WHERE NOT (r = ANY (p.readers) OR (r % 2 = 1 AND r - 1 = ANY (p.readers))))))
$fn$;

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

-- The record is added to, never changed.
CREATE OR REPLACE FUNCTION tansiq.append_only() RETURNS trigger LANGUAGE plpgsql AS
$fn$
BEGIN
  RAISE EXCEPTION 'the record is append-only' USING ERRCODE = '42501';
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

-- The hats that an account may wear now: needed before any member is known.
CREATE OR REPLACE FUNCTION tansiq.accreditations_of(wanted uuid)
RETURNS TABLE (accreditation uuid, member uuid, hat text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS
$fn$
SELECT a.key, a.member_id, a.role
  FROM public.tansiq_accreditation a JOIN public.tansiq_member m ON m.key = a.member_id
 WHERE a.account_id = wanted AND a.ended_at IS NULL
   AND a.valid_from <= (tansiq.now() AT TIME ZONE 'UTC')::date
   AND (a.valid_until IS NULL OR a.valid_until >= (tansiq.now() AT TIME ZONE 'UTC')::date)
   AND (m.left_on IS NULL OR m.left_on > (tansiq.now() AT TIME ZONE 'UTC')::date)
 ORDER BY m.kind = 'office', m.code, a.role, a.key
$fn$;

-- What the holder of an invitation's secret may know of it; nothing for a used, ended or expired one.
CREATE OR REPLACE FUNCTION tansiq.invitation(digest text)
RETURNS TABLE (accreditation uuid, member uuid, hat text, email text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS
$fn$
SELECT a.key, a.member_id, a.role, i.email
  FROM public.tansiq_invitation i JOIN public.tansiq_accreditation a ON a.key = i.accreditation_id
 WHERE i.token_digest = digest AND a.account_id IS NULL AND a.ended_at IS NULL AND i.expires_at > tansiq.now()
$fn$;

-- Bind the invited person's account, once. P0001 'another member' is told to that person only.
CREATE OR REPLACE FUNCTION tansiq.accept_invitation(digest text, accepting uuid) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS
$fn$
DECLARE
  taken uuid;
  joining uuid;
BEGIN
  SELECT i.accreditation, i.member INTO taken, joining FROM tansiq.invitation(digest) i;
  IF taken IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM FROM public.tansiq_account c WHERE c.key = accepting FOR UPDATE;
  IF (SELECT m.kind FROM public.tansiq_member m WHERE m.key = joining) <> 'office' AND EXISTS (
    SELECT FROM public.tansiq_accreditation a JOIN public.tansiq_member m ON m.key = a.member_id
     WHERE a.account_id = accepting AND a.ended_at IS NULL AND m.kind <> 'office' AND m.key <> joining)
  THEN
    RAISE EXCEPTION 'another member' USING ERRCODE = 'P0001';
  END IF;
  UPDATE public.tansiq_accreditation a SET account_id = accepting, accepted_at = tansiq.now()
   WHERE a.key = taken AND a.account_id IS NULL;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  RETURN taken;
END
$fn$;
