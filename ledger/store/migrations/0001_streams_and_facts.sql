-- Streams of facts, one for each case. Facts are only ever added. Needs PostgreSQL 17 or newer.

create table ledger.cases (
  case_id text collate "C" primary key,
  -- JSON, as text: what was handed in is what comes back.
  title text not null,
  actors text not null,
  -- Version of the last fact. The row's lock puts the appends to one case in line.
  size integer not null default 0 check (size >= 0)
);

create table ledger.facts (
  case_id text collate "C" not null references ledger.cases (case_id),
  version integer not null check (version >= 1),
  fact_id text collate "C" not null,
  idempotency_key text collate "C" not null,
  -- The exact JSON text of the fact as it was appended.
  body text not null,
  -- SHA-256, hex, over the digits of the salt and the canonical JSON of the payload.
  payload_hash text not null check (payload_hash ~ '^[0-9a-f]{64}$'),
  payload_salt text not null check (payload_salt ~ '^[0-9a-f]{32}$'),
  -- Order of recording over all cases: (recorded_in, case_id, version), complete for every transaction that is older
  -- than the oldest running one. A sequence would not do: its numbers become visible out of order.
  recorded_in xid8 not null default pg_current_xact_id(),
  primary key (case_id, version),
  unique (case_id, fact_id),
  unique (case_id, idempotency_key)
);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'facts are only ever added: % refused', tg_op
    using errcode = 'restrict_violation', hint = 'Append a fact that corrects or retracts the other.';
end
$$;

-- By statement, so that one that hits no row is refused too; "always", so that no session setting passes it by.
create trigger facts_are_append_only before update or delete or truncate on ledger.facts
  for each statement execute function ledger.refuse_change();
alter table ledger.facts enable always trigger facts_are_append_only;
