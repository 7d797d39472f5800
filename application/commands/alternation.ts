/** A bound on what one request may keep a server busy with. */
import { isChange } from '@gongze/domain/events/change';
import type { Fact } from '@gongze/domain/events/catalogue';
import type { PlacelessFault } from '../validation/faults.ts';

/** Facts that the events of one request may have folded anew: about a second of a processor. */
const FOLDED_ANEW_MAX = 200_000;

/**
 * The fault of a request in which corrections and other events take turns too often for a case of `size` facts: after a correction the
 * case is folded anew for the next event, whose rules look at it. Corrections in a row cost one fold, wherever they stand.
 */
export function alternationFault(fresh: readonly Fact[], size: number): PlacelessFault | undefined {
  const turnsMax = Math.max(1, Math.floor(FOLDED_ANEW_MAX / Math.max(1, size)));
  const turns = fresh.flatMap((fact, index) => {
    const before = fresh[index - 1];
    return before !== undefined && isChange(before) && !isChange(fact) ? [index] : [];
  });
  const beyond = turns[turnsMax];
  if (beyond === undefined) return undefined;
  return {
    kind: 'tooLarge',
    path: [beyond],
    expected: {
      zh: `更正与其他事件交替不超过${turnsMax}次；请把更正排在一起，或另行提交`,
      en: `corrections and other events taking turns at most ${turnsMax} times; put corrections in a row, or into a request of their own`,
    },
    found: String(turns.length),
  };
}
