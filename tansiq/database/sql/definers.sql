-- The allow-list of functions that read past row-level security. They belong to a role that cannot sign in and owns
-- nothing else; each pins its search path and answers only what its comment says.

-- Of whom a signed context speaks: garbage, expiry and absence give nobody, never an error.
-- Form: v1.kind.account.accreditation.expiry.pad.mac; mac = HMAC-SHA256 (RFC 2104) over all before it.
-- Each part is tried before it is taken for what it should be, and but for the pad's number only when the signature
-- holds. (One pattern over the whole form cost forty microseconds for each protected table of a statement.)
CREATE OR REPLACE FUNCTION tansiq.who(context text) RETURNS tansiq.acting LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS
$fn$
DECLARE
  part text[];
  inner_pad bytea;
  outer_pad bytea;
  who tansiq.acting;
BEGIN
  who.readers := '{}';
  IF context IS NULL OR octet_length(context) > 200 THEN
    RETURN who;
  END IF;
  part := string_to_array(context, '.');
  IF cardinality(part) <> 7 OR NOT pg_input_is_valid(part[6], 'integer') THEN
    RETURN who;
  END IF;
  SELECT p.inner_pad, p.outer_pad INTO inner_pad, outer_pad FROM tansiq_keys.pad p WHERE p.id = part[6]::int;
  IF inner_pad IS NULL
     OR encode(sha256(outer_pad || sha256(inner_pad || convert_to(left(context, -65), 'UTF8'))), 'hex') <> part[7]
     OR part[1] <> 'v1' OR NOT pg_input_is_valid(part[5], 'bigint') THEN
    RETURN who;
  END IF;
  IF part[5]::bigint < extract(epoch FROM tansiq.now()) THEN
    RETURN who;
  END IF;
  IF part[2] = 'public' THEN
    IF pg_input_is_valid(part[3], 'uuid') THEN
      who.account := part[3]::uuid;
    END IF;
    who.readers := '{0}';
    RETURN who;
  END IF;
  IF part[2] <> 'member' OR NOT (pg_input_is_valid(part[3], 'uuid') AND pg_input_is_valid(part[4], 'uuid')) THEN
    RETURN who;
  END IF;
  SELECT a.account_id, a.key, m.key, m.code, m.kind, a.role,
         CASE a.role WHEN 'head' THEN ARRAY[0, m.reader, m.reader + 1] ELSE ARRAY[0, m.reader] END
    INTO who.account, who.accreditation, who.member, who.code, who.kind, who.hat, who.readers
    FROM public.tansiq_accreditation a JOIN public.tansiq_member m ON m.key = a.member_id
   WHERE a.key = part[4]::uuid AND a.account_id = part[3]::uuid
     AND a.ended_at IS NULL
     AND a.valid_from <= (tansiq.now() AT TIME ZONE 'UTC')::date
     AND (a.valid_until IS NULL OR a.valid_until >= (tansiq.now() AT TIME ZONE 'UTC')::date)
     AND (m.left_on IS NULL OR m.left_on > (tansiq.now() AT TIME ZONE 'UTC')::date);
  IF NOT FOUND THEN
    -- A guest is no member: nothing can be its own, so that every policy on new rows refuses it.
    SELECT i.account_id, i.key, NULL, NULL, 'guest', 'guest', ARRAY[0, g.reader]
      INTO who.account, who.accreditation, who.member, who.code, who.kind, who.hat, who.readers
      FROM public.tansiq_guestinvitation i JOIN public.tansiq_guest g ON g.key = i.guest_id
     WHERE i.key = part[4]::uuid AND i.account_id = part[3]::uuid AND g.until_at > tansiq.now();
  END IF;
  IF NOT FOUND THEN
    who.readers := '{}';
  END IF;
  RETURN who;
END
$fn$;

-- The audience of a set of readers, made when it is new. Its id is drawn from its content, so it tells nothing else.
-- 0 is the public and swallows all others; an odd number (heads only) is swallowed by the even one before it. A number
-- below zero is a guest's: whoever names it reads of that guest; for all others there is none.
CREATE OR REPLACE FUNCTION tansiq.audience_of(wanted int[]) RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS
$fn$
DECLARE
  pure int[];
  made bigint;
BEGIN
  IF (tansiq.me()).member IS NULL THEN
    RAISE EXCEPTION 'only a member names an audience' USING ERRCODE = '42501';
  END IF;
  IF 0 = ANY (wanted) THEN
    pure := '{0}';
  ELSE
    SELECT array_agg(DISTINCT r ORDER BY r) INTO pure FROM unnest(wanted) r
     WHERE r % 2 = 0 OR NOT (r - 1 = ANY (wanted));
  END IF;
  IF pure IS NULL OR EXISTS (
    SELECT FROM unnest(pure) r WHERE r <> 0 AND NOT EXISTS (SELECT FROM public.tansiq_member m WHERE m.reader = r - r % 2)
       AND NOT EXISTS (SELECT FROM public.tansiq_guest g JOIN public.tansiq_audience_reader a ON a.audience_id = g.audience_id
                        WHERE g.reader = r AND a.reader = ANY ((tansiq.me()).readers)))
  THEN
    RAISE EXCEPTION 'an audience names known readers' USING ERRCODE = '22023';
  END IF;
  made := tansiq.audience_id(pure);
  INSERT INTO public.tansiq_audience (id, readers) VALUES (made, pure) ON CONFLICT (id) DO NOTHING;
  IF FOUND THEN
    INSERT INTO public.tansiq_audience_reader (reader, audience_id) SELECT r, made FROM unnest(pure) r;
  ELSIF (SELECT a.readers FROM public.tansiq_audience a WHERE a.id = made) <> pure THEN
    RAISE EXCEPTION 'two audiences under one id' USING ERRCODE = '23505';
  END IF;
  RETURN made;
END
$fn$;

-- Whether an entry is the acting member's own: asked by the policy that lets it disclose the entry to more readers.
CREATE OR REPLACE FUNCTION tansiq.owns_entry(asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS
$fn$SELECT EXISTS (SELECT FROM public.tansiq_entry e WHERE e.key = asked AND e.owner_id = tansiq.member())$fn$;

-- The hats that an account may wear now, a guest's last: needed before any member is known. The account is named by a
-- signed context, so that nobody asks for another's.
CREATE OR REPLACE FUNCTION tansiq.accreditations_of(context text)
RETURNS TABLE (accreditation uuid, member uuid, hat text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS
$fn$
SELECT hats.key, hats.member_id, hats.role FROM (
  SELECT a.key, a.member_id, a.role, m.kind = 'office' AS is_office, m.code
    FROM public.tansiq_accreditation a JOIN public.tansiq_member m ON m.key = a.member_id
   WHERE a.account_id = (SELECT (tansiq.who(context)).account) AND a.ended_at IS NULL
     AND a.valid_from <= (tansiq.now() AT TIME ZONE 'UTC')::date
     AND (a.valid_until IS NULL OR a.valid_until >= (tansiq.now() AT TIME ZONE 'UTC')::date)
     AND (m.left_on IS NULL OR m.left_on > (tansiq.now() AT TIME ZONE 'UTC')::date)
  UNION ALL
  SELECT i.key, NULL, 'guest', NULL, NULL
    FROM public.tansiq_guestinvitation i JOIN public.tansiq_guest g ON g.key = i.guest_id
   WHERE i.account_id = (SELECT (tansiq.who(context)).account) AND g.until_at > tansiq.now()
) hats ORDER BY hats.is_office NULLS LAST, hats.code, hats.role, hats.key
$fn$;

-- What the holder of an invitation's secret may know of it; nothing for a used, ended or expired one. The tables keep
-- the secret's digest alone: whoever reads the row has not been invited. A guest learns to what once it has come in.
CREATE OR REPLACE FUNCTION tansiq.invitation(secret text)
RETURNS TABLE (accreditation uuid, member uuid, hat text, email text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS
$fn$
SELECT a.key, a.member_id, a.role, i.email
  FROM public.tansiq_invitation i JOIN public.tansiq_accreditation a ON a.key = i.accreditation_id
 WHERE i.token_digest = encode(sha256(convert_to(secret, 'UTF8')), 'hex')
   AND a.account_id IS NULL AND a.ended_at IS NULL AND i.expires_at > tansiq.now()
UNION ALL
SELECT i.key, NULL, 'guest', i.email
  FROM public.tansiq_guestinvitation i JOIN public.tansiq_guest g ON g.key = i.guest_id
 WHERE i.token_digest = encode(sha256(convert_to(secret, 'UTF8')), 'hex')
   AND i.account_id IS NULL AND i.expires_at > tansiq.now() AND g.until_at > tansiq.now()
$fn$;

-- Bind the invited person's account, named by a signed context, once. P0001 'another member' (for which it speaks now
-- or will) is told to that person only.
CREATE OR REPLACE FUNCTION tansiq.accept_invitation(secret text, context text) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS
$fn$
DECLARE
  accepting uuid := (tansiq.who(context)).account;
  taken uuid;
  joining uuid;
BEGIN
  SELECT i.accreditation, i.member INTO taken, joining FROM tansiq.invitation(secret) i;
  IF taken IS NULL OR accepting IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM FROM public.tansiq_account c WHERE c.key = accepting FOR UPDATE;
  IF (SELECT m.kind FROM public.tansiq_member m WHERE m.key = joining) <> 'office' AND EXISTS (
    SELECT FROM public.tansiq_accreditation a JOIN public.tansiq_member m ON m.key = a.member_id
     WHERE a.account_id = accepting AND a.ended_at IS NULL AND m.kind <> 'office' AND m.key <> joining
       AND (a.valid_until IS NULL OR a.valid_until >= (tansiq.now() AT TIME ZONE 'UTC')::date)
       AND (m.left_on IS NULL OR m.left_on > (tansiq.now() AT TIME ZONE 'UTC')::date))
  THEN
    RAISE EXCEPTION 'another member' USING ERRCODE = 'P0001';
  END IF;
  UPDATE public.tansiq_accreditation a SET account_id = accepting, accepted_at = tansiq.now()
   WHERE a.key = taken AND a.account_id IS NULL;
  IF NOT FOUND THEN
    UPDATE public.tansiq_guestinvitation i SET account_id = accepting, accepted_at = tansiq.now()
     WHERE i.key = taken AND i.account_id IS NULL;
  END IF;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  RETURN taken;
END
$fn$;

-- Whom letters may be written to, for the worker alone, which then acts as each of them by a context that it signs.
CREATE OR REPLACE FUNCTION tansiq.recipients()
RETURNS TABLE (account uuid, accreditation uuid, email text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS
$fn$
SELECT c.key, a.key, c.email
  FROM public.tansiq_accreditation a
  JOIN public.tansiq_account c ON c.key = a.account_id
  JOIN public.tansiq_member m ON m.key = a.member_id
 WHERE c.is_active AND a.ended_at IS NULL
   AND a.valid_from <= (tansiq.now() AT TIME ZONE 'UTC')::date
   AND (a.valid_until IS NULL OR a.valid_until >= (tansiq.now() AT TIME ZONE 'UTC')::date)
   AND (m.left_on IS NULL OR m.left_on > (tansiq.now() AT TIME ZONE 'UTC')::date)
 ORDER BY c.email, a.key
$fn$;

-- The breaks of runs of silence that took effect, by whomever: all who read a question are told of them at once, and of
-- their authors only those to whom the act itself is released.
CREATE OR REPLACE FUNCTION tansiq.silence_breaks(asked uuid[])
RETURNS TABLE (question uuid, act uuid, kind text, at timestamptz, received timestamptz) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS
$fn$
SELECT q.key, a.key, a.kind, a.created_at, a.received_at
  FROM public.tansiq_question q JOIN public.tansiq_silenceact a ON a.question_id = q.key
 WHERE q.key = ANY (asked) AND a.verdict IN ('breaks', 'contests')
   AND EXISTS (SELECT FROM public.tansiq_audience_reader r
                WHERE r.audience_id = q.audience_id AND r.reader = ANY ((tansiq.me()).readers))
$fn$;

-- To whom letters on a run of silence have left that tell its present end, and when the first one did (R-S11): told to the
-- chair and the secretariat alone, of runs that they read; a letter that did not leave is not there, nor a page that was read.
CREATE OR REPLACE FUNCTION tansiq.silence_letters(asked uuid, until timestamptz)
RETURNS TABLE (member uuid, at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS
$fn$
SELECT t.owner_id, min(t.at)
  FROM public.tansiq_question q JOIN public.tansiq_told t ON t.need = q.key
 WHERE q.key = asked AND t.step LIKE 'silent.%.' || coalesce(floor(extract(epoch FROM until)), 0)::bigint AND (tansiq.me()).kind = 'office' AND (tansiq.me()).code IN ('chair', 'secretariat')
   AND EXISTS (SELECT FROM public.tansiq_audience_reader r
                WHERE r.audience_id = q.audience_id AND r.reader = ANY ((tansiq.me()).readers))
 GROUP BY t.owner_id
$fn$;

-- Who may call them; given by the role that owns them, for a revocation by another does nothing and says nothing.
REVOKE ALL ON FUNCTION tansiq.who(text), tansiq.audience_of(int[]), tansiq.owns_entry(uuid), tansiq.accreditations_of(text),
  tansiq.invitation(text), tansiq.accept_invitation(text, text), tansiq.recipients(), tansiq.silence_breaks(uuid[]),
  tansiq.silence_letters(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tansiq.who(text) TO tansiq_app, tansiq_worker, tansiq_public;
GRANT EXECUTE ON FUNCTION tansiq.audience_of(int[]), tansiq.owns_entry(uuid) TO tansiq_app, tansiq_worker;
GRANT EXECUTE ON FUNCTION tansiq.accreditations_of(text), tansiq.invitation(text), tansiq.accept_invitation(text, text) TO tansiq_app;
GRANT EXECUTE ON FUNCTION tansiq.recipients() TO tansiq_worker;
GRANT EXECUTE ON FUNCTION tansiq.silence_breaks(uuid[]) TO tansiq_app, tansiq_worker, tansiq_public;
GRANT EXECUTE ON FUNCTION tansiq.silence_letters(uuid, timestamptz) TO tansiq_app, tansiq_worker;
