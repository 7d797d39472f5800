-- Experiments of the model, cut into pieces that any machine on this database may compute. A piece follows from the
-- scenario and its number alone; nothing here is a fact, and all of it may be emptied: what is lost is computed again.

create table ledger.studies (
  id text collate "C" primary key,
  -- Who asked, as JSON of mode, person and office.
  owner text not null,
  -- The scenario as it was read: every setting written out (JSON).
  scenario text not null,
  pieces integer not null check (pieces >= 1),
  state text not null default 'running' check (state in ('running', 'done', 'cancelled', 'failed')),
  -- The merged result as it is answered, once all pieces are in.
  summary text,
  error text,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create index studies_running on ledger.studies (created_at, id) where state = 'running';
create index studies_of_owner on ledger.studies (owner, created_at);

create table ledger.study_pieces (
  study_id text collate "C" not null references ledger.studies (id) on delete cascade,
  piece integer not null,
  attempts integer not null default 0,
  -- Until then somebody computes it; past it anybody may.
  leased_until timestamptz,
  -- Compressed bytes; null until it is computed.
  result bytea,
  primary key (study_id, piece)
);
create index study_pieces_open on ledger.study_pieces (study_id, piece) where result is null;
