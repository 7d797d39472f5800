-- Who wants to be told of what is recorded, how far he was told, and what could not be told. No fact rests on these
-- tables: they may be emptied, and only notices are lost, which every receiver can read up in the log.

create table ledger.webhooks (
  id text collate "C" primary key,
  url text not null,
  -- The caller who registered it, as JSON: what he may see is what it is told.
  caller text not null,
  created_at timestamptz not null default now(),
  -- The secret is derived from the server's own and this number; a new number is a new secret.
  generation integer not null default 1 check (generation >= 1),
  -- Place in the log that is to be told next.
  next_index bigint not null check (next_index >= 0),
  -- Failed attempts at that place.
  attempts integer not null default 0 check (attempts >= 0),
  -- Not before this instant; while a server delivers, its lease.
  due_at timestamptz not null default now(),
  last_error text,
  disabled_at timestamptz
);
create index webhooks_due on ledger.webhooks (due_at) where disabled_at is null;

create table ledger.webhook_dead_letters (
  webhook_id text collate "C" not null references ledger.webhooks (id) on delete cascade,
  log_index bigint not null,
  attempts integer not null,
  error text not null,
  at timestamptz not null default now(),
  primary key (webhook_id, log_index)
);
