/**
 * What makes a list of governments a tree on every day. One fault per error, so that whoever supplies a table can
 * repair it in one go; the same check guards tables that are read and tables that are written in code.
 */
import type { IsoDate } from '../dates.ts';
import type { GovernmentCode } from '../ids.ts';
import type { Bilingual } from '../text.ts';
import type { Government } from './tree.ts';

export const governmentFaultKinds = [
  'syntax',
  'missingColumn',
  'unknownColumn',
  'missingValue',
  'badValue',
  'badDate',
  'reversedDates',
  'duplicateCode',
  'unknownParent',
  'unknownSpan',
  'undatedParent',
  'parentNotValid',
  'cycle',
  'missingRoot',
  'twoRoots',
] as const;
export type GovernmentFaultKind = (typeof governmentFaultKinds)[number];

export interface GovernmentFault {
  readonly kind: GovernmentFaultKind;
  /** Line of the text, from 1. */
  readonly line?: number;
  /** Where in the document, e.g. `governments[3].parents[0].code` or the name of a column. */
  readonly path?: string;
  readonly expected: Bilingual;
  readonly message: Bilingual;
}

/** A fault of the government at `index` of the list; `undefined` if it concerns the list as a whole. */
export type TreeFault = Omit<GovernmentFault, 'line'> & { readonly index?: number };

const always = '0001-01-01' as IsoDate;
const forEver = '9999-12-31' as IsoDate;

/** The parent that holds on a day, whether or not either government exists then. */
export function parentOn(government: Government, on: IsoDate): GovernmentCode | undefined {
  const { parents } = government;
  let index = parents.length - 1;
  while (index > 0 && (parents[index]?.from ?? always) > on) index -= 1;
  return parents[index]?.code;
}

/** True if the government exists on that day. */
export function existsOn(government: Government, on: IsoDate): boolean {
  return (government.validFrom ?? always) <= on && on <= (government.validTo ?? forEver);
}

/** The table's faults; empty if it is a tree. Cost: linear, plus cycles looked at once per dated change of a parent. */
export function treeFaults(governments: readonly Government[]): readonly TreeFault[] {
  const faults: TreeFault[] = [];
  const byCode = new Map<GovernmentCode, number>();
  for (const [index, { code }] of governments.entries()) {
    const first = byCode.get(code);
    if (first === undefined) byCode.set(code, index);
    else faults.push(duplicateCode(index, code));
  }
  for (const [index, government] of governments.entries()) {
    faults.push(...parentFaults(government, index, governments, byCode));
  }
  return [...faults, ...rootFaults(governments, byCode), ...cycleFaults(governments, byCode)];
}

function duplicateCode(index: number, code: GovernmentCode): TreeFault {
  return {
    kind: 'duplicateCode',
    index,
    path: 'code',
    expected: { zh: '每个代码只出现一次', en: 'every code once' },
    message: { zh: `代码 ${code} 重复`, en: `code ${code} is used twice` },
  };
}

function unknown(kind: 'unknownParent' | 'unknownSpan', index: number, path: string, code: GovernmentCode): TreeFault {
  return {
    kind,
    index,
    path,
    expected: { zh: '表中另一政府的代码', en: 'the code of another government in the table' },
    message: { zh: `表中没有政府 ${code}`, en: `no government ${code} in the table` },
  };
}

function parentFaults(
  government: Government,
  index: number,
  governments: readonly Government[],
  byCode: ReadonlyMap<GovernmentCode, number>,
): readonly TreeFault[] {
  const faults: TreeFault[] = [];
  for (const [rank, { code, from }] of government.parents.entries()) {
    const path = `parents[${rank}]`;
    const found = byCode.get(code);
    const parent = found === undefined ? undefined : governments[found];
    if (parent === undefined) faults.push(unknown('unknownParent', index, `${path}.code`, code));
    const previous = government.parents[rank - 1]?.from;
    if (rank > 0 && (from === undefined || (previous !== undefined && from <= previous))) {
      faults.push({
        kind: 'undatedParent',
        index,
        path: `${path}.from`,
        expected: { zh: '第二个及以后的上级按日期先后列出', en: 'second and later parents with rising dates' },
        message: { zh: `上级 ${code} 的起始日缺失或次序颠倒`, en: `parent ${code} has no first day, or one out of order` },
      });
    } else if (parent !== undefined && !outlasts(parent, government, rank)) {
      faults.push({
        kind: 'parentNotValid',
        index,
        path: `${path}.code`,
        expected: { zh: '上级在隶属期间始终存在', en: 'a parent that exists as long as it is the parent' },
        message: { zh: `上级 ${code} 在隶属期间并不始终存在`, en: `parent ${code} does not exist all the time it is the parent` },
      });
    }
  }
  for (const [rank, code] of (government.spans ?? []).entries()) {
    if (!byCode.has(code)) faults.push(unknown('unknownSpan', index, `spans[${rank}]`, code));
  }
  if (government.validFrom !== undefined && government.validTo !== undefined && government.validTo < government.validFrom) {
    faults.push({
      kind: 'reversedDates',
      index,
      path: 'validTo',
      expected: { zh: `不早于 ${government.validFrom}`, en: `not before ${government.validFrom}` },
      message: { zh: `末日 ${government.validTo} 早于首日`, en: `last day ${government.validTo} is before the first` },
    });
  }
  return faults;
}

function outlasts(parent: Government, child: Government, rank: number): boolean {
  const from = child.parents[rank]?.from;
  const starts = child.validFrom ?? always;
  const first = rank === 0 || from === undefined || from < starts ? starts : from;
  const next = child.parents[rank + 1]?.from;
  const ends = child.validTo ?? forEver;
  if (first > ends || (next !== undefined && next <= first)) return true;
  return (parent.validFrom ?? always) <= first && (next ?? ends) <= (parent.validTo ?? forEver);
}

function rootFaults(governments: readonly Government[], byCode: ReadonlyMap<GovernmentCode, number>): readonly TreeFault[] {
  const roots = [...byCode.values()].filter((index) => governments[index]?.parents.length === 0);
  const expected = { zh: '恰有一个没有上级的政府', en: 'exactly one government without a parent' };
  if (roots.length === 0) {
    return [{ kind: 'missingRoot', expected, message: { zh: '没有最高一级政府', en: 'no government is at the top' } }];
  }
  const first = governments[roots[0] as number]?.code;
  return roots.slice(1).map((index) => ({
    kind: 'twoRoots',
    index,
    path: 'parents',
    expected,
    message: {
      zh: `${governments[index]?.code} 与 ${first} 都没有上级`,
      en: `${governments[index]?.code} has no parent, nor has ${first}`,
    },
  }));
}

function cycleFaults(governments: readonly Government[], byCode: ReadonlyMap<GovernmentCode, number>): readonly TreeFault[] {
  const suspects = unreachable(governments, byCode);
  const days = new Set<IsoDate>([always]);
  for (const index of suspects) {
    for (const { from } of governments[index]?.parents.slice(1) ?? []) if (from !== undefined) days.add(from);
  }
  const seen = new Set<string>();
  const faults: TreeFault[] = [];
  for (const day of [...days].sort()) {
    for (const cycle of cyclesOn(day, suspects, governments, byCode)) {
      const codes = cycle.map((index) => governments[index]?.code).sort();
      if (seen.has(codes.join(' '))) continue;
      seen.add(codes.join(' '));
      faults.push({
        kind: 'cycle',
        index: Math.min(...cycle),
        path: 'parents',
        expected: { zh: '任何政府都不在自己之上', en: 'no government above itself' },
        message: { zh: `隶属成环：${codes.join('、')}`, en: `these are above each other: ${codes.join(', ')}` },
      });
    }
  }
  return faults;
}

/** Governments that do not hang from a root by parents of any day: only among them can there be a cycle. */
function unreachable(governments: readonly Government[], byCode: ReadonlyMap<GovernmentCode, number>): ReadonlySet<number> {
  const waiting = new Map<number, number>();
  const below = new Map<number, number[]>();
  const ready: number[] = [];
  for (const index of byCode.values()) {
    const parents = new Set(governments[index]?.parents.flatMap(({ code }) => byCode.get(code) ?? []));
    for (const parent of parents) below.set(parent, [...(below.get(parent) ?? []), index]);
    if (parents.size === 0) ready.push(index);
    else waiting.set(index, parents.size);
  }
  for (let index = ready.pop(); index !== undefined; index = ready.pop()) {
    for (const child of below.get(index) ?? []) {
      const left = (waiting.get(child) ?? 0) - 1;
      if (left > 0) waiting.set(child, left);
      else if (waiting.delete(child)) ready.push(child);
    }
  }
  return new Set(waiting.keys());
}

function cyclesOn(
  day: IsoDate,
  suspects: ReadonlySet<number>,
  governments: readonly Government[],
  byCode: ReadonlyMap<GovernmentCode, number>,
): readonly (readonly number[])[] {
  const done = new Set<number>();
  const cycles: number[][] = [];
  for (const start of suspects) {
    const path: number[] = [];
    let index: number | undefined = start;
    while (index !== undefined && suspects.has(index) && !done.has(index)) {
      done.add(index);
      path.push(index);
      const parent: GovernmentCode | undefined = parentOn(governments[index] as Government, day);
      index = parent === undefined ? undefined : byCode.get(parent);
    }
    const entry = index === undefined ? -1 : path.indexOf(index);
    if (entry >= 0) cycles.push(path.slice(entry));
  }
  return cycles;
}
