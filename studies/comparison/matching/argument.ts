/**
 * The article's argument as something that can be checked: two cases alike in what does not explain it, different in the outcome and
 * in the intervention. Each step holds, fails, or cannot be told, and names the facts.
 */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type Answer, answered, refused } from '../answer.ts';
import { type CaseTable, columnOf } from '../matrix/table.ts';
import { differs } from './designs.ts';

export interface ArgumentDesign {
  readonly first: string;
  readonly second: string;
  readonly outcome: string;
  /** What must be alike for the comparison to say anything. */
  readonly alike: readonly string[];
  /** What is said to make the difference. */
  readonly cause: readonly string[];
  readonly alikeWithin: Readonly<Record<string, number>>;
}

export type StepVerdict = 'holds' | 'fails' | 'undetermined';

export interface ArgumentStep {
  readonly step: 'alike' | 'outcome' | 'cause';
  readonly column: string;
  readonly verdict: StepVerdict;
  readonly values: readonly [number | null, number | null];
  readonly evidence: readonly [readonly string[], readonly string[]];
}

export interface CheckedArgument {
  readonly steps: readonly ArgumentStep[];
  /** Fails if a step fails, holds only if all do. */
  readonly verdict: StepVerdict;
  /** What stands beside the named cause as another possible one: conditions that were to be alike and are not, or are unknown. */
  readonly rivals: readonly string[];
  /** What two cases can and cannot show. */
  readonly limits: readonly Bilingual[];
}

/** What two cases can show, and what they cannot, whatever they are. */
export const limitsOfTwoCases: readonly Bilingual[] = [
  {
    zh: '两个案例可以说明：某一条件并非结果的必要条件，或并非充分条件；也可以提示应到过程中去查证哪一处差异。',
    en: 'Two cases can show that a condition is not necessary, or not sufficient, for the outcome, and which difference to trace in the process.',
  },
  {
    zh: '两个案例不能说明：哪一处差异造成了结果不同，各条件如何组合起作用，以及结论能否推及其他案例。',
    en: 'Two cases cannot show which of several differences made the outcome differ, how conditions work together, or whether it would be so elsewhere.',
  },
  {
    zh: '案例是因为结果不同才被选来比较的，因此它们也不能说明这种结果有多常见。',
    en: 'They were chosen because their outcomes differ, so they do not tell how common either outcome is.',
  },
];

/** Checks the argument on a table. Refuses: `unknownColumn`, `nameless` where a case is not in the table. */
export function checkArgument(table: CaseTable, design: ArgumentDesign): Answer<CheckedArgument> {
  const [a, b] = [table.cases.indexOf(design.first), table.cases.indexOf(design.second)];
  if (a < 0 || b < 0) {
    const missing = a < 0 ? design.first : design.second;
    return refused('nameless', `表中没有案例“${missing}”。`, `There is no case "${missing}" in the table.`, [{ case: missing }]);
  }
  const wanted = [
    ...design.alike.map((column) => ({ step: 'alike' as const, column })),
    { step: 'outcome' as const, column: design.outcome },
    ...design.cause.map((column) => ({ step: 'cause' as const, column })),
  ];
  const steps: ArgumentStep[] = [];
  for (const { step, column: name } of wanted) {
    const found = columnOf(table, name);
    if (!found.ok) return found;
    const column = found.value;
    const values = [column.values[a] ?? null, column.values[b] ?? null] as const;
    const apart = differs(column, ...values, design.alikeWithin[name]);
    const verdict = apart === undefined ? 'undetermined' : apart === (step !== 'alike') ? 'holds' : 'fails';
    steps.push({ step, column: name, verdict, values, evidence: [column.evidence?.[a] ?? [], column.evidence?.[b] ?? []] });
  }
  const verdicts = steps.map(({ verdict }) => verdict);
  return answered({
    steps,
    verdict: verdicts.includes('fails') ? 'fails' : verdicts.includes('undetermined') ? 'undetermined' : 'holds',
    rivals: steps.filter(({ step, verdict }) => step === 'alike' && verdict !== 'holds').map(({ column }) => column),
    limits: limitsOfTwoCases,
  });
}
