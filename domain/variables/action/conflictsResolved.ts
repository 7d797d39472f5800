/**
 * A4 conflictsResolved 冲突化解率: conflicts resolved over conflicts raised. Unknown if none was raised: no conflict on
 * record does not show that conflicts are handled well. Cost: linear in conflicts.
 */
import { both } from '../../stages/explain.ts';
import type { Situation } from '../../stages/situation.ts';
import { type Component, counted, known, unknown } from '../component.ts';

const head = { id: 'conflictsResolved', name: both('冲突化解率', 'Conflicts resolved') };

export function conflictsResolved(situation: Situation): Component {
  const conflicts = [...situation.state.conflicts.values()];
  if (conflicts.length === 0) return unknown(head, both('没有冲突记录。', 'No conflict is on record.'));
  const resolved = conflicts.filter((conflict) => conflict.resolved !== undefined).length;
  return known(
    head,
    resolved / conflicts.length,
    conflicts.flatMap((conflict) => [conflict.raised, conflict.resolved]),
    both(
      `${conflicts.length}起冲突中已化解${resolved}起。`,
      `${resolved} of ${counted(conflicts.length, 'conflict was', 'conflicts were')} resolved.`,
    ),
  );
}
