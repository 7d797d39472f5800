-- The common group of appends: every stream stands where its call says, and no id or key is known. Writes those calls whose
-- stream does stand there, and leaves the others to ledger.append. Which were left: their numbers, from 1, or null for none.
-- An id or key that is known fails the unique indexes and with them all of the group, which then goes to ledger.append too.
--
-- For each call: its stream and the version that it follows. For each record: the number of its call and its version, which
-- counts on from there. The calls in the order of the streams, so that no two groups wait for each other.
create function ledger.append_plain(
  streams text[], expected integer[], counts integer[],
  of_call integer[], versions integer[],
  ids text[], keys text[], bodies text[], salts text[], hashes text[], leaves bytea[]
) returns integer[] language plpgsql
-- The plan is kept from when the tables were small; it has to look up by index from the first record on.
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  held integer[];
  left_out integer[];
begin
  with stands as (
    update ledger.streams s set size = s.size + c.count
    from unnest(streams, expected, counts) with ordinality c(stream_id, expected, count, nth)
    where s.stream_id = c.stream_id and s.size = c.expected
    returning c.nth
  )
  select array_agg(nth) into held from stands;
  if cardinality(held) = cardinality(streams) then
    with queue as (
      insert into ledger.unsequenced (stream_id, version)
      select streams[r.nth], r.version from unnest(of_call, versions) r(nth, version)
    )
    insert into ledger.facts (stream_id, version, fact_id, idempotency_key, body, payload_salt, payload_hash, leaf)
    select streams[r.nth], r.version, r.id, r.key, r.body, r.salt, r.hash, r.leaf
    from unnest(of_call, versions, ids, keys, bodies, salts, hashes, leaves) r(nth, version, id, key, body, salt, hash, leaf);
    return null;
  end if;
  with queue as (
    insert into ledger.unsequenced (stream_id, version)
    select streams[r.nth], r.version from unnest(of_call, versions) r(nth, version) where r.nth = any (held)
  )
  insert into ledger.facts (stream_id, version, fact_id, idempotency_key, body, payload_salt, payload_hash, leaf)
  select streams[r.nth], r.version, r.id, r.key, r.body, r.salt, r.hash, r.leaf
  from unnest(of_call, versions, ids, keys, bodies, salts, hashes, leaves) r(nth, version, id, key, body, salt, hash, leaf)
  where r.nth = any (held);
  select array_agg(nth) into left_out from generate_subscripts(streams, 1) nth where held is null or nth <> all (held);
  return left_out;
end
$$;
