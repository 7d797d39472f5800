/** What the rule tables of a case give, as the report carries it. */
import { type AssessOptions, assess } from '../stages/ruleTables/assess.ts';
import { proposeByTables } from '../stages/ruleTables/accountability.ts';
import { type TableVersion, tableVersions } from '../stages/ruleTables/inForce.ts';
import { evidenceOf } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import type { CaseReport } from './schema.ts';

export type TablesReport = Pick<CaseReport, 'ruleTables' | 'assessments' | 'accountability'>;

function tableReport({ rule, title, by, from, until, table, hash, ref }: TableVersion): TablesReport['ruleTables'][number] {
  const convention = table.kind === 'assessment' ? (table.pointsConvention ?? null) : null;
  return { rule, title, kind: table.kind, by: [...by], from, until: until ?? null, hash, convention, evidence: evidenceOf([ref]) };
}

/** Everything that follows from the tables of the case, or from those given instead. */
export function tablesReport(situation: Situation, options: AssessOptions = {}): TablesReport {
  const versions = options.versions ?? tableVersions(situation.state.ruleTables);
  return {
    ruleTables: versions.map(tableReport),
    assessments: assess(situation, { ...options, versions }).map(({ refs, ...own }) => ({ ...own, evidence: evidenceOf(refs) })),
    accountability: proposeByTables(situation, versions).map(({ refs, counts, ...own }) => ({
      ...own,
      counts: counts.map((count) => ({ ...count })),
      evidence: evidenceOf(refs),
    })),
  };
}
