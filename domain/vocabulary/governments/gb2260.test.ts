import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDateOf } from '../dates.ts';
import type { GovernmentCode } from '../ids.ts';
import { treeFaults } from './check.ts';
import { extensions, gb2260 } from './gb2260.ts';
import { lacksEnglishName } from './names.ts';
import type { Government, Tier } from './tree.ts';

const tree = gb2260();
const all = [...tree.all()];
const today = isoDateOf('2026-11-01');
const codes = (...list: string[]): GovernmentCode[] => list as GovernmentCode[];
const code = (text: string): GovernmentCode => text as GovernmentCode;
const ofTier = (tier: Tier): Government[] => all.filter((government) => government.tier === tier);

describe('the table', () => {
  test('is a tree', () => {
    expect(treeFaults(all)).toEqual([]);
    expect(tree.root).toBe('000000');
  });

  test('has the counts of the Ministry of Civil Affairs: 34, 333, and 2,844 counties of 2023 with two of 2024', () => {
    expect(ofTier('province')).toHaveLength(34);
    expect(ofTier('prefecture')).toHaveLength(333);
    const counties = ofTier('county');
    expect(counties).toHaveLength(2846);
    expect(counties.filter(({ validFrom }) => (validFrom ?? '') < '2024')).toHaveLength(2844);
    expect(ofTier('zone')).toEqual(extensions);
  });

  // 2023年民政事业发展统计公报: 977 市辖区, 397 县级市, 1299 县, 117 自治县, 49 旗, 3 自治旗, 1 特区, 1 林区.
  test('has the numbers of each kind of county-level division at the end of 2023', () => {
    const kinds: Record<string, number> = {};
    for (const { name, validFrom } of ofTier('county')) {
      if ((validFrom ?? '') >= '2024') continue;
      const kind = /(神农架林区|特区|自治县|自治旗|区|市|县|旗)$/.exec(name.zh)?.[1] ?? 'other';
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
    expect(kinds).toEqual({ 区: 977, 市: 397, 县: 1299, 自治县: 117, 旗: 49, 自治旗: 3, 特区: 1, 神农架林区: 1 });
  });

  // The same bulletin: 293 cities, 7 prefectures, 30 autonomous prefectures, 3 leagues.
  test('has the numbers of each kind of prefecture-level division', () => {
    const kinds: Record<string, number> = {};
    for (const { name } of ofTier('prefecture')) {
      const kind = /(自治州|地区|盟|市)$/.exec(name.zh)?.[1] ?? 'other';
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
    expect(kinds).toEqual({ 市: 293, 地区: 7, 自治州: 30, 盟: 3 });
  });

  test('leaves out groupings, zones of statistics and abolished districts', () => {
    for (const absent of ['110100', '500200', '419000', '659000', '130171', '320571', '620201', '320611', '350402', '370634']) {
      expect(tree.get(code(absent)), absent).toBeUndefined();
    }
  });

  test('puts the fifteen sub-provincial cities under their province', () => {
    const ranked = all.filter(({ rank }) => rank !== undefined);
    expect(ranked.map(({ name }) => name.en).sort()).toEqual([
      'Changchun',
      'Chengdu',
      'Dalian',
      'Guangzhou',
      'Hangzhou',
      'Harbin',
      'Jinan',
      'Nanjing',
      'Ningbo',
      'Qingdao',
      'Shenyang',
      'Shenzhen',
      'Wuhan',
      "Xi'an",
      'Xiamen',
    ]);
    for (const city of ranked) expect(city.tier).toBe('prefecture');
  });

  test('names every province and prefecture in English and no Chinese county', () => {
    for (const government of all) {
      expect(lacksEnglishName(government), government.code).toBe(government.tier === 'county');
      if (government.tier !== 'county') expect(government.name.en).toMatch(/^[A-Z][A-Za-zêü' ]+$/u);
    }
    expect(tree.get(code('610000'))?.name.en).toBe('Shaanxi');
    expect(tree.get(code('140000'))?.name.en).toBe('Shanxi');
    expect(tree.get(code('610400'))?.name).toEqual({ zh: '咸阳市', en: 'Xianyang' });
  });

  test('English names agree with their codes: those of one province are told apart', () => {
    const seen = new Set<string>();
    for (const { code: own, name } of ofTier('prefecture')) {
      const key = `${own.slice(0, 2)} ${name.en}`;
      expect(seen.has(key), key).toBe(false);
      seen.add(key);
    }
    const lines = readFileSync(new URL('../../../tools/divisions/english.tsv', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    expect(lines).toHaveLength(1 + 34 + 333);
  });
});

describe('who is above whom', () => {
  test('Beijing, Tianjin and Hebei have the State Council above them and no lower rung', () => {
    expect(tree.nearestCommonSuperior(codes('110000', '120000', '130000'), today)).toBe('000000');
    expect(tree.ladder(codes('110000', '120000', '130000'), today)).toEqual(['000000']);
  });

  test("Xi'an and Xianyang have Shaanxi, then the State Council", () => {
    expect(tree.ladder(codes('610100', '610400'), today)).toEqual(['610000', '000000']);
  });

  test('a single party has its own superiors', () => {
    expect(tree.ladder(codes('610102'), today)).toEqual(['610100', '610000', '000000']);
  });

  test('a party is not above itself', () => {
    expect(tree.ladder(codes('610000', '610100'), today)).toEqual(['000000']);
    expect(tree.ladder(codes('610100', '610000'), today)).toEqual(['000000']);
    expect(tree.ladder(codes('610100', '610102'), today)).toEqual(['610000', '000000']);
  });

  test('nothing is above the root, an unknown party or nobody', () => {
    expect(tree.nearestCommonSuperior(codes('000000', '610000'), today)).toBeUndefined();
    expect(tree.nearestCommonSuperior(codes('610100', '999999'), today)).toBeUndefined();
    expect(tree.nearestCommonSuperior(codes('999999', '610100'), today)).toBeUndefined();
    expect(tree.ladder([], today)).toEqual([]);
  });

  test('districts of a municipality and counties run by a province hang from it', () => {
    expect(tree.parentOf(code('110101'), today)).toBe('110000');
    expect(tree.parentOf(code('500229'), today)).toBe('500000');
    expect(tree.parentOf(code('419001'), today)).toBe('410000');
    expect(tree.parentOf(code('659012'), today)).toBe('650000');
  });

  test('relations', () => {
    const relation = (a: string, b: string): string => tree.relation(code(a), code(b), today);
    expect(relation('610100', '610100')).toBe('same');
    expect(relation('000000', '610102')).toBe('superior');
    expect(relation('610102', '610000')).toBe('subordinate');
    expect(relation('610100', '610400')).toBe('siblings');
    expect(relation('610102', '610400')).toBe('unrelated');
    expect(relation('610100', '999999')).toBe('unrelated');
    expect(relation('999999', '999999')).toBe('unrelated');
  });

  test('a county founded in 2024 is unknown before', () => {
    expect(tree.parentOf(code('653229'), isoDateOf('2024-12-26'))).toBeUndefined();
    expect(tree.parentOf(code('653229'), isoDateOf('2024-12-27'))).toBe('653200');
  });
});

describe('the zone across two cities', () => {
  const zone = code('6100XX01');
  test('is under the province first and under one of the cities later', () => {
    expect(tree.parentOf(zone, isoDateOf('2011-05-30'))).toBeUndefined();
    expect(tree.parentOf(zone, isoDateOf('2011-05-31'))).toBe('610000');
    expect(tree.parentOf(zone, isoDateOf('2017-01-21'))).toBe('610000');
    expect(tree.parentOf(zone, isoDateOf('2017-01-22'))).toBe('610100');
  });

  test('has another ladder with Xianyang before and after, and lies in both cities', () => {
    expect(tree.relation(zone, code('610400'), isoDateOf('2012-01-31'))).toBe('siblings');
    expect(tree.relation(zone, code('610400'), today)).toBe('unrelated');
    expect(tree.ladder([zone, code('610400')], today)).toEqual(['610000', '000000']);
    expect(tree.ladder([zone, code('610100')], today)).toEqual(['610000', '000000']);
    expect(tree.get(zone)?.spans).toEqual(['610100', '610400']);
  });
});

test('the nearest common superior is above every party, nothing below it is, and order does not matter', () => {
  const some = fc.array(fc.constantFrom(...all.map((government) => government.code)), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(some, (parties) => {
      const nearest = tree.nearestCommonSuperior(parties, today);
      expect(tree.nearestCommonSuperior([...parties].reverse(), today)).toBe(nearest);
      const above = all.filter(({ code: own }) => parties.every((party) => tree.relation(own, party, today) === 'superior'));
      if (nearest === undefined) {
        expect(above).toEqual([]);
        return;
      }
      expect(new Set(tree.ladder(parties, today))).toEqual(new Set(above.map(({ code: own }) => own)));
      for (const { code: own } of above) expect(['same', 'superior']).toContain(tree.relation(own, nearest, today));
    }),
    // Above the root is nobody. A property must not return what a matcher returns, which is no verdict.
    { numRuns: 100, examples: [[[tree.root]]] },
  );
}, 600_000);
