-- Persons and how they sign in. Operational: no fact changes through these tables, and a person can be erased here while
-- the records, which carry an id only, stay as they are.

create schema identity;

create table identity.persons (
  person_id text collate "C" primary key,
  name text not null,
  -- As typed; compared in lower case.
  email text not null,
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);
create unique index persons_email on identity.persons (lower(email));

create table identity.passwords (
  person_id text collate "C" primary key references identity.persons on delete cascade,
  -- scrypt$log2N$r$p$salt$hash
  hash text not null,
  changed_at timestamptz not null default now()
);

create table identity.second_factors (
  person_id text collate "C" primary key references identity.persons on delete cascade,
  -- Secret of the one-time codes, sealed with the server's secret.
  sealed_secret text not null,
  confirmed_at timestamptz,
  -- Last time step whose code was used: no code counts twice.
  last_step bigint not null default 0
);

create table identity.recovery_codes (
  person_id text collate "C" not null references identity.persons on delete cascade,
  code_hash text not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);

create table identity.external_identities (
  issuer text not null,
  subject text not null,
  person_id text collate "C" not null references identity.persons on delete cascade,
  primary key (issuer, subject)
);

create table identity.sessions (
  -- SHA-256 of the token, which only the browser has.
  token_hash text primary key,
  person_id text collate "C" not null references identity.persons on delete cascade,
  -- Office in which the person acts now.
  office text,
  method text not null check (method in ('oidc', 'passwordAndCode', 'passwordOnly')),
  authenticated_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_of_person on identity.sessions (person_id);

create table identity.invitations (
  token_hash text primary key,
  office text not null,
  email text not null,
  invited_by text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- A sign-in with the single sign-on that has begun in a browser and not come back yet.
create table identity.oidc_flows (
  state_hash text primary key,
  browser_hash text not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  invitation text,
  expires_at timestamptz not null
);

-- Failures to sign in, by account and by address, both hashed.
create table identity.failures (
  subject_hash text primary key,
  count integer not null,
  blocked_until timestamptz not null,
  last_at timestamptz not null
);
