/** Two versions of an agreement: which clauses became more binding, which less, which came or went. */
import type { AgreementReading, PlacedClause } from '../agreement.ts';
import { type VagueLabel, vagueLabels } from '../reading.ts';

export interface ClauseChange {
  readonly kind: 'same' | 'moreBinding' | 'lessBinding' | 'reworded' | 'added' | 'removed';
  readonly before: PlacedClause | null;
  readonly after: PlacedClause | null;
  /** Binding score after less before; 0 if either is unknown. */
  readonly difference: number;
  /** What is no longer lacking, and what is lacking now. */
  readonly mended: readonly VagueLabel[];
  readonly worsened: readonly VagueLabel[];
}

function pairs(text: string): Set<string> {
  const plain = text.replace(/\s+/g, '');
  const found = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at++) found.add(plain.slice(at, at + 2));
  return found;
}

/** Share of character pairs in common, 0–1; a clause cut down to its core is still the same clause. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 1;
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  return Math.max(common / (a.size + b.size - common), (coreWeight * common) / Math.max(1, Math.min(a.size, b.size)));
}

/** What it counts that the shorter wording stands in the longer. */
const coreWeight = 0.6;

/** Below this two clauses are not versions of one another. */
const sameClause = 0.3;
/** How far a clause may have moved, in clauses, and still be found: keeps the comparison linear. */
const reach = 40;

function change(before: PlacedClause | null, after: PlacedClause | null): ClauseChange {
  const lacks = (clause: PlacedClause | null): ReadonlySet<VagueLabel> => new Set(clause?.reading.vague ?? []);
  const [was, is] = [lacks(before), lacks(after)];
  const [from, to] = [before?.reading.bindingScore ?? null, after?.reading.bindingScore ?? null];
  const difference = from === null || to === null ? 0 : Math.round((to - from) * 100) / 100;
  const kind =
    before === null
      ? 'added'
      : after === null
        ? 'removed'
        : before.reading.text.trim() === after.reading.text.trim()
          ? 'same'
          : difference > 0
            ? 'moreBinding'
            : difference < 0
              ? 'lessBinding'
              : 'reworded';
  const both = before !== null && after !== null;
  return {
    kind,
    before,
    after,
    difference,
    mended: both ? vagueLabels.filter((label) => was.has(label) && !is.has(label)) : [],
    worsened: both ? vagueLabels.filter((label) => !was.has(label) && is.has(label)) : [],
  };
}

/**
 * Changes in the order of the later version, what was removed in its old place. Clauses are matched by wording first and
 * by likeness of wording within a window second; linear in the number of clauses.
 */
export function compareAgreements(before: AgreementReading, after: AgreementReading): readonly ClauseChange[] {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const byText = new Map<string, number[]>();
  before.clauses.forEach(({ reading }, index) => {
    const key = reading.text.trim();
    byText.set(key, [...(byText.get(key) ?? []), index].slice(-50));
  });
  after.clauses.forEach(({ reading }, index) => {
    const found = byText.get(reading.text.trim())?.find((old) => !taken.has(old));
    if (found === undefined) return;
    partner.set(index, found);
    taken.add(found);
  });
  const old = before.clauses.map(({ reading }) => pairs(reading.text));
  after.clauses.forEach(({ reading }, index) => {
    if (partner.has(index)) return;
    const mine = pairs(reading.text);
    let best = -1;
    let bestLikeness = sameClause;
    for (let at = Math.max(0, index - reach); at < Math.min(old.length, index + reach); at++) {
      if (taken.has(at)) continue;
      const alike = likeness(mine, old[at] as ReadonlySet<string>);
      if (alike > bestLikeness) [best, bestLikeness] = [at, alike];
    }
    if (best < 0) return;
    partner.set(index, best);
    taken.add(best);
  });
  const changes: ClauseChange[] = [];
  let next = 0;
  const removedUpTo = (limit: number): void => {
    for (; next < limit; next++) if (!taken.has(next)) changes.push(change(before.clauses[next] as PlacedClause, null));
  };
  after.clauses.forEach((clause, index) => {
    const match = partner.get(index);
    if (match !== undefined) removedUpTo(match);
    changes.push(change(match === undefined ? null : (before.clauses[match] as PlacedClause), clause));
  });
  removedUpTo(before.clauses.length);
  return changes;
}
