-- Files that records name. A fact binds the digest of a file, and the digest binds these bytes; they stand once, whatever
-- number of cases and records name them. No file is altered: one that no record came to name is cleared away whole.

create table ledger.attachments (
  -- SHA-256 of all parts in their order, hex.
  sha256 text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
  part integer not null check (part >= 0),
  bytes bytea not null check (length(bytes) between 1 and 524288),
  primary key (sha256, part)
);
-- What is compressed already, as most documents are, need not be tried again.
alter table ledger.attachments alter column bytes set storage external;

-- Who handed in, or is handing in, what to which case.
create table ledger.attachment_arrivals (
  case_id text collate "C" not null,
  sha256 text collate "C" not null,
  person text collate "C" not null,
  size bigint not null check (size >= 1),
  -- Null until the whole file was hashed and kept.
  media_type text,
  -- A record names it: it stays.
  named boolean not null default false,
  at timestamptz not null default now(),
  primary key (case_id, sha256, person)
);
create index attachment_arrivals_waiting on ledger.attachment_arrivals (person) where not named;
create index attachment_arrivals_of_file on ledger.attachment_arrivals (sha256);

-- Parts of files that have not come in whole yet.
create table ledger.attachment_parts (
  case_id text collate "C" not null,
  sha256 text collate "C" not null,
  person text collate "C" not null,
  part integer not null check (part >= 0),
  bytes bytea not null,
  primary key (case_id, sha256, person, part),
  foreign key (case_id, sha256, person) references ledger.attachment_arrivals on delete cascade
);
alter table ledger.attachment_parts alter column bytes set storage external;
