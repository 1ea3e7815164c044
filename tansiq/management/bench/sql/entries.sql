-- An entry of the record for every remark, as the acts that made them would have left it.
INSERT INTO tansiq_entry (key, owner_id, audience_id, v, kind, item, epoch, commitments, salt, leaf)
SELECT md5('entry ' || r.key)::uuid, r.owner_id, r.audience_id, 1, 'remark.made', r.key, floor(extract(epoch FROM r.created_at) / 3600),
       jsonb_build_object('actor', repeat('0', 64), 'time', repeat('0', 64), 'content', repeat('0', 64), 'person', repeat('0', 64)),
       sha256(uuid_send(r.key)), sha256(uuid_send(r.key))
  FROM tansiq_remark r ORDER BY r.created_at;
