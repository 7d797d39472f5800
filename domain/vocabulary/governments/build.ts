/** The tree of a table of governments: who is above whom on a day. Questions are answered by walking up, at most the number of tiers. */
import type { IsoDate } from '../dates.ts';
import type { GovernmentCode } from '../ids.ts';
import { existsOn, parentOn, treeFaults } from './check.ts';
import type { Government, GovernmentTree, Relation } from './tree.ts';

export interface GovernmentTable {
  readonly id: string;
  /** Day or year the table describes, e.g. `2024-12-31`. */
  readonly vintage: string;
  readonly governments: readonly Government[];
}

/**
 * The table as a tree.
 *
 * A government without dates exists on every day; one with dates has no parent, no superior and no relation
 * outside them, and is then treated as unknown. The first parent holds from the beginning, each later one from its date.
 *
 * Cost: linear in the table once; every question afterwards is O(parties × tiers), without allocation per government.
 *
 * @throws Error if the table is not a tree; tables from outside are read with `parse.ts`, which reports instead.
 * @example governmentTree(table).ladder([xian, xianyang], day) // ['610000', '000000']
 */
export function governmentTree(table: GovernmentTable): GovernmentTree {
  const fault = treeFaults(table.governments)[0];
  if (fault !== undefined) throw new Error(`${table.id} is not a tree of governments: ${fault.message.en}`);
  return treeOf(table);
}

/** The tree of a table that is known to be one. */
export function treeOf({ id, vintage, governments }: GovernmentTable): GovernmentTree {
  const byCode = new Map(governments.map((government) => [government.code, government]));
  const root = governments.find(({ parents }) => parents.length === 0)?.code as GovernmentCode;

  function parentOf(code: GovernmentCode, on: IsoDate): GovernmentCode | undefined {
    const government = byCode.get(code);
    if (government === undefined || !existsOn(government, on)) return undefined;
    return parentOn(government, on);
  }

  function isAbove(upper: GovernmentCode, lower: GovernmentCode, on: IsoDate): boolean {
    let above = parentOf(lower, on);
    while (above !== undefined && above !== upper) above = parentOf(above, on);
    return above !== undefined;
  }

  function nearestCommonSuperior(parties: readonly GovernmentCode[], on: IsoDate): GovernmentCode | undefined {
    const first = parties[0];
    if (first === undefined) return undefined;
    let candidate = parentOf(first, on);
    while (candidate !== undefined) {
      const superior = candidate;
      if (parties.every((party) => party === first || isAbove(superior, party, on))) return superior;
      candidate = parentOf(candidate, on);
    }
    return undefined;
  }

  function ladder(parties: readonly GovernmentCode[], on: IsoDate): readonly GovernmentCode[] {
    const rungs: GovernmentCode[] = [];
    let rung = nearestCommonSuperior(parties, on);
    while (rung !== undefined) {
      rungs.push(rung);
      rung = parentOf(rung, on);
    }
    return rungs;
  }

  function exists(code: GovernmentCode, on: IsoDate): boolean {
    const government = byCode.get(code);
    return government !== undefined && existsOn(government, on);
  }

  function relation(a: GovernmentCode, b: GovernmentCode, on: IsoDate): Relation {
    if (!exists(a, on) || !exists(b, on)) return 'unrelated';
    if (a === b) return 'same';
    if (isAbove(a, b, on)) return 'superior';
    if (isAbove(b, a, on)) return 'subordinate';
    return parentOf(a, on) === parentOf(b, on) ? 'siblings' : 'unrelated';
  }

  return {
    id,
    vintage,
    root,
    get: (code) => byCode.get(code),
    all: () => byCode.values(),
    parentOf,
    nearestCommonSuperior,
    ladder,
    relation,
  };
}
