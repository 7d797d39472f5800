/** Who may vouch for whose key: a government for its own organs and for the governments below it. */
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/index';
import { governmentOf } from '@gongze/domain/vocabulary/ids';
import type { KeyRules } from './keys.ts';

/** `today`: the civil day on which the tree is read. */
export function aboveIn(governments: GovernmentTree, today: () => IsoDate): KeyRules['isAbove'] {
  return (actor, other) => {
    const [mine, theirs] = [governmentOf(actor), governmentOf(other)];
    if (mine === undefined || theirs === undefined || mine !== (actor as string)) return false;
    return mine === theirs ? actor !== other : governments.relation(mine, theirs, today()) === 'superior';
  };
}
