import type { Fact } from '@gongze/domain/events/catalogue';

type Occurred = Fact['occurred'];

/** From when to when dated facts happened, each end no more precise than its fact; nothing where none is dated. */
export function spanOf(facts: readonly Fact[]): { readonly from: Occurred; readonly to: Occurred } | undefined {
  const dated = facts.map(({ occurred }) => occurred).filter(({ precision }) => precision !== 'unknown');
  const [one] = dated;
  if (one === undefined) return undefined;
  const from = dated.reduce((first, next) => (next.first < first.first ? next : first), one);
  const to = dated.reduce((last, next) => (next.last > last.last ? next : last), one);
  return { from: oneEnd(from, 'first'), to: oneEnd(to, 'last') };
}

/** Of an interval the end that counts, as a day. */
function oneEnd(occurred: Occurred, end: 'first' | 'last'): Occurred {
  return occurred.precision === 'interval' ? { first: occurred[end], last: occurred[end], precision: 'day' } : occurred;
}
