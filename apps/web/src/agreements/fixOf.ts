/** What was typed into the form of a fix, as a fix. */
import type { Statement } from '@gongze/clauses';
import type { Fix, FixKind } from './fixKinds.ts';

export type Typed = Readonly<Record<string, string>>;

/** Those for whom the subject of a statement stands, as far as the text says: 双方 is 甲方 and 乙方, 有关部门 is nobody in particular. */
export const membersOf = ({ attribute, attributeResolved, partyType }: Statement): readonly string[] =>
  attributeResolved ?? (attribute.length > 1 || partyType === 'individual' ? attribute.map(({ text }) => text) : []);

/**
 * The same, by the names the text uses: it says 甲方 where the reader knows 临江市人民政府. 两市, of whom no list is known, are the
 * parties if there are as many.
 */
export function membersNamed(statement: Statement, names: readonly string[], parties: Readonly<Record<string, string>>): readonly string[] {
  const known = membersOf(statement);
  if (known.length > 0) {
    const short = new Map(Object.entries(parties).map(([name, full]) => [full, name]));
    return [...new Set(known.map((name) => (names.includes(name) ? name : (short.get(name) ?? name))))];
  }
  const number = /^[各两三四五六](?=[市省县区地方州])/.exec(statement.attribute[0]?.text ?? '')?.[0];
  const all = names.filter((name) => /^[甲乙丙丁戊己]方$/.test(name));
  return number === '各' || (number !== undefined && all.length === '两三四五六'.indexOf(number) + 2) ? all : [];
}

/** Whether a name is to help: as it was ticked; untouched, the members of the collective do and nobody else. */
export const isHelper = (typed: Typed, name: string, members: readonly string[]): boolean =>
  (typed[`helper:${name}`] ?? (members.includes(name) ? 'yes' : 'no')) === 'yes';

/** Who is to help the lead that was chosen, in the order of the members, then of the text. */
export const helpersAmong = (typed: Typed, names: readonly string[], members: readonly string[]): readonly string[] =>
  [...new Set([...members, ...names])].filter((name) => name !== (typed['who'] ?? '').trim() && isHelper(typed, name, members));

/** The fix; `undefined` as long as something is missing. */
export function fixOf(kind: FixKind, typed: Typed, helpers: readonly string[]): Fix | undefined {
  const text = (name: string): string => (typed[name] ?? '').trim();
  switch (kind) {
    case 'who':
      return text('who') === '' ? undefined : { kind, who: text('who') };
    case 'lead':
      return text('who') === '' ? undefined : { kind, who: text('who'), helpers };
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text('date')) ? { kind, date: text('date') } : undefined;
    case 'indicator': {
      const value = Number(text('value'));
      if (text('value') === '' || !Number.isFinite(value) || text('name') === '') return undefined;
      return { kind, name: text('name'), comparator: (text('comparator') || '>=') as '>=', value, unit: text('unit') };
    }
    case 'orElse':
      return text('consequence') === '' ? undefined : { kind, consequence: text('consequence') };
    case 'binding':
      return { kind };
    case 'concrete':
      return text('object') === '' || text('verb') === '' ? undefined : { kind, verb: text('verb'), object: text('object') };
    default:
      return kind satisfies never;
  }
}
