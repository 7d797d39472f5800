/** What a clause lacks, and how far it binds, from its statements alone. */
import { type Statement, type VagueLabel, vagueLabels } from '../reading.ts';
import { aimValue, concreteMeasure, deonticValue, partyValue, timeValue, weights } from './weights.ts';

/** What the rubric looks at. */
export type Rated = Pick<Statement, 'partyType' | 'deontic' | 'aimClass' | 'kind'> & {
  readonly lead: unknown;
  readonly deadline: { readonly kind: keyof typeof timeValue } | null;
  readonly indicator: unknown;
  readonly orElse: unknown;
};

const present = (value: unknown): boolean => value !== null && value !== undefined;

const tests: Readonly<Record<VagueLabel, (statements: readonly Rated[]) => boolean>> = {
  no_party: (statements) => statements.some(({ partyType }) => partyType === 'none'),
  collective_party_only: (statements) =>
    statements.some(({ partyType, lead }) => (partyType === 'closed_collective' || partyType === 'open_collective') && !present(lead)),
  no_deadline: (statements) =>
    statements.some(
      ({ kind, deontic, deadline }) => kind === 'regulative' && (deontic === 'must' || deontic === null) && deadline === null,
    ),
  no_measure: (statements) =>
    statements.some(({ kind, indicator, aimClass }) => kind === 'regulative' && !present(indicator) && aimClass !== 'concrete'),
  aspirational_verb: (statements) => statements.some(({ aimClass }) => aimClass === 'aspirational'),
  no_consequence: (statements) =>
    statements.some(({ kind, deontic }) => kind === 'regulative' && deontic !== 'may') && !statements.some(({ orElse }) => present(orElse)),
};

/** Labels that hold, in the order of the rubric. */
export function vagueOf(statements: readonly Rated[]): VagueLabel[] {
  return statements.length === 0 ? [] : vagueLabels.filter((label) => tests[label](statements));
}

/** How far one statement binds, 0–1, not rounded. */
export function statementScore({ partyType, lead, deontic, aimClass, deadline, indicator, orElse, kind }: Rated): number {
  const party = weights.party * (present(lead) ? 1 : partyValue[partyType]);
  const force = weights.deontic * deonticValue[deontic ?? 'none'];
  const aim = weights.aim * aimValue[aimClass];
  if (kind === 'constitutive') return (party + force + aim) / (weights.party + weights.deontic + weights.aim);
  const time = weights.time * (deontic === 'must_not' ? 1 : deadline === null ? 0 : timeValue[deadline.kind]);
  const measure = weights.measure * (present(indicator) ? 1 : aimClass === 'concrete' ? concreteMeasure : 0);
  return party + force + aim + time + measure + weights.orElse * (present(orElse) ? 1 : 0);
}

/** Mean over the statements, rounded to 2 decimals; `null` without statements. */
export function bindingScore(statements: readonly Rated[]): number | null {
  if (statements.length === 0) return null;
  const sum = statements.reduce((total, statement) => total + statementScore(statement), 0);
  return Math.round((sum / statements.length) * 100 + 1e-9) / 100;
}

/** What a recorded clause says of itself, each 0–1 and rounded to 2 decimals. */
export interface ClauseMarks {
  /** How far an outsider could execute and check it: party, aim and measure. */
  readonly operability: number;
  /** How strongly it binds: deontic, time and consequence. */
  readonly bindingness: number;
}

const rounded = (value: number): number => Math.round(value * 100 + 1e-9) / 100;

/**
 * The binding score in its two halves, each divided by its own weights (0.55 and 0.45), as a mean over the statements; of what
 * founds something only party, aim and deontic count. `undefined` without statements.
 */
export function clauseMarks(statements: readonly Rated[]): ClauseMarks | undefined {
  if (statements.length === 0) return undefined;
  let operability = 0;
  let bindingness = 0;
  for (const { partyType, lead, deontic, aimClass, deadline, indicator, orElse, kind } of statements) {
    const founds = kind === 'constitutive';
    const party = weights.party * (present(lead) ? 1 : partyValue[partyType]);
    const aim = weights.aim * aimValue[aimClass];
    const measure = founds ? 0 : weights.measure * (present(indicator) ? 1 : aimClass === 'concrete' ? concreteMeasure : 0);
    operability += (party + aim + measure) / (weights.party + weights.aim + (founds ? 0 : weights.measure));
    const force = weights.deontic * deonticValue[deontic ?? 'none'];
    const time = founds ? 0 : weights.time * (deontic === 'must_not' ? 1 : deadline === null ? 0 : timeValue[deadline.kind]);
    const feared = founds || !present(orElse) ? 0 : weights.orElse;
    bindingness += (force + time + feared) / (weights.deontic + (founds ? 0 : weights.time + weights.orElse));
  }
  return { operability: rounded(operability / statements.length), bindingness: rounded(bindingness / statements.length) };
}
