/** Who consults with whom in the made-up cases. */
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/tree';
import type { GovernmentCode } from '@gongze/domain/vocabulary/ids';

interface Children {
  readonly provinces: readonly GovernmentCode[];
  readonly under: ReadonlyMap<GovernmentCode, readonly GovernmentCode[]>;
}

const known = new WeakMap<GovernmentTree, Children>();

/** Provinces, and what lies directly under each government, by code. */
function childrenOf(tree: GovernmentTree): Children {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const under = new Map<GovernmentCode, GovernmentCode[]>();
  for (const { code, parents, tier } of tree.all()) {
    const parent = parents[0]?.code;
    if (parent === undefined || tier === 'zone') continue;
    under.set(parent, [...(under.get(parent) ?? []), code].sort());
  }
  const children = { provinces: under.get(tree.root) ?? [], under };
  known.set(tree, children);
  return children;
}

/** Two or three beside each other in the order of codes. */
function neighbours(among: readonly GovernmentCode[], random: () => number): readonly GovernmentCode[] {
  const count = Math.min(among.length, random() < 0.7 ? 2 : 3);
  const from = Math.floor(random() * (among.length - count + 1));
  return among.slice(from, from + count);
}

/** Parties of one case: of one province (four in five), of one prefecture, or of two provinces. */
export function partiesOf(tree: GovernmentTree, random: () => number): readonly GovernmentCode[] {
  const { provinces, under } = childrenOf(tree);
  const kind = random();
  const within = provinces.filter((code) => (under.get(code)?.length ?? 0) >= 2);
  const province = within[Math.floor(random() * within.length)] as GovernmentCode;
  const cities = under.get(province) as readonly GovernmentCode[];
  if (kind < 0.1) {
    const others = provinces.filter((code) => code !== province);
    return [province, others[Math.floor(random() * others.length)] as GovernmentCode].sort();
  }
  const parents = cities.filter((code) => (under.get(code)?.length ?? 0) >= 2);
  if (kind < 0.25 && parents.length > 0) {
    const city = parents[Math.floor(random() * parents.length)] as GovernmentCode;
    return neighbours(under.get(city) as readonly GovernmentCode[], random);
  }
  return neighbours(cities, random);
}
