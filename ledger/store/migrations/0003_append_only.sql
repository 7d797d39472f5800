-- Every fact has its leaf now; from here on facts are only ever added again.
alter table ledger.facts alter column leaf set not null;
-- By statement, so that one that hits no row is refused too; "always", so that no session setting passes it by.
create trigger facts_are_append_only before update or delete or truncate on ledger.facts
  for each statement execute function ledger.refuse_change();
alter table ledger.facts enable always trigger facts_are_append_only;
