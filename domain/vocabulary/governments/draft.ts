/** One government as a document gives it, all values still text, and the reading of these values with their faults. */
import { type IsoDate, isIsoDate } from '../dates.ts';
import type { GovernmentCode } from '../ids.ts';
import type { Bilingual } from '../text.ts';
import type { GovernmentFault } from './check.ts';
import type { Government, Tier } from './tree.ts';

const tiers: readonly Tier[] = ['centre', 'province', 'prefecture', 'county', 'zone'];
const code = /^[A-Za-z0-9]{1,20}$/;

/** Values of one government; an empty text means that there is none. `line` and `base` say where it stands. */
export interface Draft {
  readonly line?: number;
  /** Path of the government in a document, empty in a table of lines. */
  readonly base: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly tier: string;
  readonly rankZh: string;
  readonly rankEn: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly parents: readonly { readonly code: string; readonly from: string }[];
  readonly spans: readonly string[];
}

export interface ReadDraft {
  /** `undefined` only where the code itself cannot be used. */
  readonly government: Government | undefined;
  readonly faults: readonly GovernmentFault[];
  /** False if a parent could not be read: then nothing can be said about roots. */
  readonly parentsRead: boolean;
}

/** Where a field stands: in a document its path, in a table the name of its column. */
export function placeOf(draft: Pick<Draft, 'line' | 'base'>, field: string): { readonly line?: number; readonly path: string } {
  const path = draft.base === '' ? columnOf(field) : `${draft.base}.${field}`;
  return draft.line === undefined ? { path } : { line: draft.line, path };
}

/** `parents[0].from` stands in column `parents`, `validTo` in `valid_to`. */
function columnOf(field: string): string {
  const [name = ''] = field.split(/[[.]/);
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function readDraft(draft: Draft): ReadDraft {
  const faults: GovernmentFault[] = [];
  const report = (kind: GovernmentFault['kind'], field: string, expected: Bilingual, found: string): void => {
    const message =
      found === '' ? { zh: '缺少此值', en: 'the value is missing' } : { zh: `无法使用“${found}”`, en: `cannot use "${found}"` };
    faults.push({ kind, ...placeOf(draft, field), expected, message });
  };
  const date = (field: string, text: string): IsoDate | undefined => {
    if (text === '' || isIsoDate(text)) return text === '' ? undefined : (text as IsoDate);
    report('badDate', field, { zh: '日历上存在的日期 YYYY-MM-DD', en: 'an existing day YYYY-MM-DD' }, text);
    return undefined;
  };
  const reference = (field: string, text: string): GovernmentCode | undefined => {
    if (code.test(text)) return text as GovernmentCode;
    report(text === '' ? 'missingValue' : 'badValue', field, { zh: '1 至 20 个字母或数字', en: '1 to 20 letters or digits' }, text);
    return undefined;
  };

  const own = reference('code', draft.code);
  const tier = tiers.find((known) => known === draft.tier);
  if (tier === undefined) {
    const expected = { zh: `其中之一：${tiers.join('、')}`, en: `one of ${tiers.join(', ')}` };
    report(draft.tier === '' ? 'missingValue' : 'badValue', 'tier', expected, draft.tier);
  }
  const name = bilingual(draft.nameZh, draft.nameEn);
  if (name === undefined) report('missingValue', 'name', { zh: '至少一种语言的名称', en: 'a name in at least one language' }, '');
  const rank = bilingual(draft.rankZh, draft.rankEn);
  const validFrom = date('validFrom', draft.validFrom);
  const validTo = date('validTo', draft.validTo);
  const parents = draft.parents.map((parent, index) => ({
    code: reference(`parents[${index}].code`, parent.code),
    from: date(`parents[${index}].from`, parent.from),
    dateRead: parent.from === '' || isIsoDate(parent.from),
  }));
  const spans = draft.spans.flatMap((span, index) => reference(`spans[${index}]`, span) ?? []);
  if (own === undefined) return { government: undefined, faults, parentsRead: false };
  return {
    faults,
    parentsRead: parents.every((parent) => parent.code !== undefined && parent.dateRead),
    government: {
      code: own,
      name: name ?? { zh: own, en: own },
      tier: tier ?? 'county',
      ...(rank === undefined ? {} : { rank }),
      ...(validFrom === undefined ? {} : { validFrom }),
      ...(validTo === undefined ? {} : { validTo }),
      parents: parents.flatMap(({ code, from }) => (code === undefined ? [] : [from === undefined ? { code } : { code, from }])),
      ...(spans.length === 0 ? {} : { spans }),
    },
  };
}

/** A name given in one language stands for both, so that nothing is shown empty. */
function bilingual(zh: string, en: string): Bilingual | undefined {
  if (zh === '' && en === '') return undefined;
  return { zh: zh === '' ? en : zh, en: en === '' ? zh : en };
}
