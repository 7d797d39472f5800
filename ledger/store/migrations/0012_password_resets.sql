-- Links by which somebody who forgot a password sets a new one. Only the hash of a link is kept; a link opens nothing without the
-- second factor.
create table identity.password_resets (
  token_hash text primary key,
  person_id text collate "C" not null references identity.persons on delete cascade,
  given_by text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
