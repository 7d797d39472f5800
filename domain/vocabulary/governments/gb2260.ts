/**
 * The Chinese tree: divisions by the codes of GB/T 2260 as at the end of 2024, under the State Council.
 *
 * Covers: 34 provinces, 333 prefecture-level and 2,846 county-level divisions, and the special zones listed in
 * `extensions`. Counties of the municipalities and counties run by a province hang directly from it.
 *
 * Lacks: history (no abolished divisions, no former codes or parents; a division without a first day is taken to
 * have existed always) · anything below the codes 71, 81 and 82 · towns · English names of counties (they carry the
 * Chinese name, see `lacksEnglishName`) · the authority of 伊犁州 over 塔城 and 阿勒泰, which the codes do not show.
 * The codes of 和康县 and 和安县 rest on one of the two source packages. `docs/governments.md` says more.
 */
import { isoDateOf } from '../dates.ts';
import type { GovernmentCode } from '../ids.ts';
import { treeOf } from './build.ts';
import { divisionTable } from './gb2260.data.ts';
import type { Government, GovernmentTree } from './tree.ts';

export const gb2260Vintage = '2024-12-31';

const stateCouncil = '000000' as GovernmentCode;

/** 副省级市: the sub-provincial cities. Their tier stays prefecture-level, under their province. */
const subProvincialCities = [
  '210100',
  '210200',
  '220100',
  '230100',
  '320100',
  '330100',
  '330200',
  '350200',
  '370100',
  '370200',
  '420100',
  '440100',
  '440300',
  '510100',
  '610100',
];
const subProvincial = { zh: '副省级', en: 'sub-provincial' };

/**
 * Governing bodies of zones that have no code in GB/T 2260. Ours begins with the four digits of the government whose
 * agency the zone first was, continues with `XX` and ends with a number: a code of the standard never has letters.
 *
 * 西咸新区: commission of the province since May 2011 (a month, so its last day); entrusted to Xi'an on 2017-01-22
 * (the month by press reports, the day by a weak source). It lies in Xi'an and Xianyang.
 */
export const extensions: readonly Government[] = [
  {
    code: '6100XX01' as GovernmentCode,
    name: { zh: '西咸新区', en: 'Xixian New Area' },
    tier: 'zone',
    validFrom: isoDateOf('2011-05-31'),
    parents: [
      { code: '610000' as GovernmentCode, from: isoDateOf('2011-05-31') },
      { code: '610100' as GovernmentCode, from: isoDateOf('2017-01-22') },
    ],
    spans: ['610100' as GovernmentCode, '610400' as GovernmentCode],
  },
];

let tree: GovernmentTree | undefined;

/**
 * The tree, built at the first call and shared afterwards.
 * @example gb2260().ladder(['110000', '120000', '130000'], day) // ['000000']
 */
export function gb2260(): GovernmentTree {
  tree ??= treeOf({ id: 'gb2260', vintage: gb2260Vintage, governments: [...divisions(), ...extensions] });
  return tree;
}

function divisions(): readonly Government[] {
  const governments: Government[] = [{ code: stateCouncil, name: { zh: '国务院', en: 'State Council' }, tier: 'centre', parents: [] }];
  for (const line of divisionTable.trim().split('\n')) {
    const [code = '', zh = '', en = '', counties = ''] = line.split('|');
    const isProvince = code.endsWith('0000');
    governments.push({
      code: code as GovernmentCode,
      name: { zh, en },
      tier: isProvince ? 'province' : 'prefecture',
      parents: [{ code: isProvince ? stateCouncil : (`${code.slice(0, 2)}0000` as GovernmentCode) }],
      ...(subProvincialCities.includes(code) ? { rank: subProvincial } : {}),
    });
    if (counties !== '') for (const entry of counties.split(' ')) governments.push(county(entry, code));
  }
  return governments;
}

function county(entry: string, parent: string): Government {
  const at = entry.indexOf('@');
  const digits = parent.endsWith('0000') ? 4 : 2;
  const name = entry.slice(digits, at < 0 ? undefined : at);
  return {
    code: (parent.slice(0, 6 - digits) + entry.slice(0, digits)) as GovernmentCode,
    name: { zh: name, en: name },
    tier: 'county',
    parents: [{ code: parent as GovernmentCode }],
    ...(at < 0 ? {} : { validFrom: isoDateOf(entry.slice(at + 1)) }),
  };
}
