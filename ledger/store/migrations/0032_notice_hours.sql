-- When somebody wants to be told: the hour of his digest, and hours in which he wants to hear nothing (Beijing time).
alter table ledger.notification_settings
  add column digest_hour smallint not null default 8 check (digest_hour between 0 and 23),
  -- From (inclusive) until (exclusive); both or none.
  add column quiet_from smallint check (quiet_from between 0 and 23),
  add column quiet_until smallint check (quiet_until between 0 and 23),
  -- The digest that was claimed last, by its hour: each goes out once, however many servers wake for it, and late rather than never.
  add column digest_slot timestamptz not null default now(),
  add check ((quiet_from is null) = (quiet_until is null));
