import { wilson } from './interval.ts';
import type { Verdict } from './judge.ts';
import type { Mutant } from './mutants.ts';
import type { Scope } from './scopes.ts';

export interface Score {
  readonly killed: number;
  readonly timeout: number;
  readonly survived: number;
  readonly uncovered: number;
  readonly invalid: number;
  /** Killed or endless, of those that are programs. */
  readonly score: number;
  /** Wilson's, at 95 %. */
  readonly interval: readonly [number, number];
}

export function scoreOf(verdicts: readonly Verdict[]): Score {
  const count = { killed: 0, timeout: 0, survived: 0, uncovered: 0, invalid: 0 };
  for (const { fate } of verdicts) count[fate] += 1;
  const found = count.killed + count.timeout;
  const all = found + count.survived + count.uncovered;
  return { ...count, score: all === 0 ? Number.NaN : found / all, interval: wilson(found, all) };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const oneLine = (code: string): string => {
  const line = code.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
};

export function scoreLine({ name, goal }: Scope, score: Score): string {
  const { killed, timeout, survived, uncovered, invalid } = score;
  const n = killed + timeout + survived + uncovered;
  const [low, high] = score.interval;
  return (
    `${name}: ${percent(score.score)} of ${n} (95 %: ${percent(low)} – ${percent(high)}; goal ${percent(goal)}) · ` +
    `${killed} killed, ${timeout} endless, ${survived} survived, ${uncovered} reached by no test, ${invalid} no program`
  );
}

export const survivorLine = (mutant: Mutant, verdict: Verdict): string =>
  `  ${verdict.fate} ${mutant.file}:${mutant.line} ${mutant.mutator}: ${oneLine(mutant.original)} → ${oneLine(mutant.replacement)}`;
