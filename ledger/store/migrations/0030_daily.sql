-- What every case lays before everybody, kept so that one list over all cases is read at once. Made of the facts by the
-- rules of the domain, and made anew whenever a case moves; no rule reads it, and it may be emptied at any time.

create table ledger.daily_cases (
  case_id text collate "C" primary key,
  -- Version of the case that was read, on which day, by which edition of the rules.
  version integer not null,
  read_on date not null,
  edition integer not null,
  -- First day on which the list would be another one than its rows say for that day; null: none.
  next_day date,
  -- Who may read the case depends on this (JSON: parties, holders of duties, bodies).
  resource text not null,
  -- Names of the actors in the rows (JSON).
  names text not null
);

create table ledger.daily_tasks (
  case_id text collate "C" not null references ledger.daily_cases on delete cascade,
  -- A government with all its organs, or a joint body.
  side text collate "C" not null,
  key text collate "C" not null,
  -- 0 owe, 1 waiting, 2 held.
  kind smallint not null,
  subject text collate "C" not null,
  title text not null,
  text text not null,
  command text,
  due_on date,
  since date not null,
  visible_from date,
  because text[] not null,
  -- `light/reason`, and what follows it from which day on.
  phase1 text,
  from2 date,
  phase2 text,
  from3 date,
  phase3 text,
  late_until date,
  primary key (case_id, side, key)
);
create index daily_tasks_of_side on ledger.daily_tasks (side, kind, (coalesce(due_on, 'infinity')), since, case_id, key);

create table ledger.daily_duties (
  case_id text collate "C" not null references ledger.daily_cases on delete cascade,
  obligation text collate "C" not null,
  -- Joined by a blank: whose duty it is, and which joint bodies decide about it.
  sides text collate "C" not null,
  bodies text collate "C" not null,
  due_on date,
  phase1 text collate "C" not null,
  from2 date,
  phase2 text collate "C",
  from3 date,
  phase3 text collate "C",
  primary key (case_id, obligation)
);
