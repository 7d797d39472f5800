/**
 * The two tables of the Beijing-Tianjin-Hebei case, held against what was published: the grades of the final assessment, and the
 * counts that the document on accountability names. Scores are worked out by hand from the annual means.
 */
import { loadCase } from '@gongze/cases';
import { describe, expect, it } from 'vitest';
import { resolveHistory } from '../../cases/corrections.ts';
import { inFoldOrder } from '../../cases/order.ts';
import { fold } from '../../cases/fold.ts';
import type { Fact } from '../../events/catalogue.ts';
import { assessmentTableSchema, ruleTableSchema } from '../../events/ruleTables.ts';
import { factOf, titled } from '../../testing/facts.ts';
import { isoDateOf } from '../../vocabulary/dates.ts';
import { gb2260 } from '../../vocabulary/governments/gb2260.ts';
import type { ActorId } from '../../vocabulary/ids.ts';
import { standardParameters } from '../../vocabulary/parameters.ts';
import { situationOf } from '../situation.ts';
import { proposeByTables } from './accountability.ts';
import { type AssessOptions, assess, gradeOf, scoreAt } from './assess.ts';
import { tablesInForce, tableVersions, versionOf } from './inForce.ts';

const shipped = loadCase('jingjinji');
function at(asOf: string, more: readonly Fact[] = []) {
  const { facts } = resolveHistory([...shipped.facts, ...more]);
  const state = fold(shipped.case, inFoldOrder(facts.filter(({ occurred }) => occurred.last <= asOf)));
  return situationOf({ state, asOf: isoDateOf(asOf), parameters: standardParameters(), governments: gb2260(), actors: {} });
}
const tianjin62 = { actor: '120000' as ActorId, indicator: 'pm25', on: isoDateOf('2017-12-31'), value: 62 };
const final = (options?: AssessOptions) =>
  assess(at('2018-12-31'), options)
    .filter((own) => own.final)
    .map(({ actor, score, grade, published, agrees }) => [
      actor,
      score === null ? null : Math.round(score * 10) / 10,
      grade,
      published,
      agrees,
    ]);

describe('assessment of 环发〔2014〕107号', () => {
  it('gives the grades that were published, where the reading is on record', () => {
    // Hebei: (108 − 65) ÷ 27 of the way = 1.593; 60 + 40 × 0.593 = 83.7. Beijing: 58 meets its own target of 60.
    expect(final()).toEqual([
      ['110000', 100, 'excellent', 'excellent', true],
      ['120000', null, null, 'good', null],
      ['130000', 83.7, 'good', 'good', true],
    ]);
  });
  it('and for Tianjin with the mean that is remembered and not found in a source', () => {
    // (96 − 62) ÷ 24 of the way = 1.417; 60 + 40 × 0.417 = 76.7.
    expect(final({ tried: [tianjin62] })[1]).toEqual(['120000', 76.7, 'good', 'good', true]);
  });
  it('a target is met on the point and missed beyond it', () => {
    const beijing = (value: number) =>
      assess(at('2018-12-31'), { tried: [{ ...tianjin62, actor: '110000' as ActorId, value }] }).find(
        ({ actor, final: last }) => actor === '110000' && last,
      );
    expect(beijing(60)).toMatchObject({ score: 100, grade: 'excellent' });
    // (89.5 − 60.1) ÷ 22.375 of the way = 1.314; 60 + 40 × 0.314 = 72.6.
    expect(beijing(60.1)).toMatchObject({ grade: 'good' });
    expect(beijing(60.1)?.score).toBeCloseTo(72.6, 1);
  });
  it('a grade that was published before the period has ended is not of it', () => {
    const early = factOf(
      'evaluationPublished',
      { title: titled('before'), by: '000000', grades: [{ actor: '110000', grade: 'fail' }] } as never,
      { on: '2017-06-01' },
    );
    const [beijing] = assess(at('2018-12-31', [early])).filter(({ actor, final: last }) => actor === '110000' && last);
    expect(beijing).toMatchObject({ published: 'excellent', agrees: true });
  });
  it('could not come from the fall alone: Beijing fell least of the three and is graded highest', () => {
    const covered = assess(at('2018-12-31'), { tried: [tianjin62] }).filter((own) => own.final);
    const byFall = covered.toSorted((a, b) => (a.attained ?? 0) - (b.attained ?? 0)).map(({ actor }) => actor);
    expect(byFall).toEqual(['110000', '120000', '130000']);
  });
  it('before the end the lower of two scores counts, and one that is not on record leaves only a bound', () => {
    const year = assess(at('2014-12-31')).find(({ actor }) => actor === '110000');
    // 3.6 of 22.375 µg/m³ are 16.1 % of the way where 10 % are due: 60 + 40 × 0.609 = 84.4, so "good" at most.
    expect(year).toMatchObject({ score: null, grade: null, atMost: 'good', final: false });
    const period = { first: '2014-01-01', last: '2014-12-31' };
    const tasks = factOf(
      'indicatorRead',
      { indicator: 'key-tasks-score', subject: '110000', period, value: 65, unit: '分' },
      { on: '2014-12-31' },
    );
    expect(assess(at('2014-12-31', [tasks])).find(({ actor }) => actor === '110000')).toMatchObject({
      score: 65,
      grade: 'pass',
      atMost: null,
    });
  });
  it('a rise on the year before scores nought, whatever was covered before', () => {
    // Hebei stood at 77 in 2015: after 70 in 2014 that is a rise, although three times what is due is covered.
    const period = { first: '2014-01-01', last: '2014-12-31' };
    const lower = factOf('indicatorRead', { indicator: 'pm25', subject: '130000', period, value: 70, unit: 'µg/m³' }, { on: '2014-12-31' });
    const scored = (more: Fact[]) => assess(at('2015-12-31', more)).find(({ actor, on }) => actor === '130000' && on === '2015-12-31');
    expect([scored([])?.atMost, scored([lower])?.atMost]).toEqual(['excellent', 'fail']);
  });
  it('bands count from their lower bound, points along the line', () => {
    const bands = [
      { grade: 'excellent', atLeast: 90 },
      { grade: 'good', atLeast: 70 },
      { grade: 'pass', atLeast: 60 },
      { grade: 'fail', atLeast: 0 },
    ] as const;
    expect([100, 90, 89.99, 70, 69.99, 60, 59.99, 0].map((score) => gradeOf(bands, score))).toEqual([
      'excellent',
      'excellent',
      'good',
      'good',
      'pass',
      'pass',
      'fail',
      'fail',
    ]);
    const points = [
      { ratio: 0, score: 0 },
      { ratio: 1, score: 60 },
      { ratio: 2, score: 100 },
    ];
    expect([-1, 0, 0.5, 1, 1.5, 2, 9].map((ratio) => scoreAt(points, ratio))).toEqual([0, 0, 30, 60, 80, 100, 100]);
  });
});

describe('quantified accountability of 环督察〔2017〕115号', () => {
  const count = (indicator: string, subject: string, value: number, last = '2017-11-30') =>
    factOf('indicatorRead', { indicator, subject, period: { first: '2017-08-01', last }, value, unit: '个' }, { on: '2017-12-01' });
  const posts = (...facts: Fact[]) =>
    proposeByTables(at('2017-12-31', facts)).map(({ actor, series, post }) => `${actor} ${series} ${post.en}`);
  const county = '130121';
  it.each([
    [
      'problems-unrectified',
      [1, 2, 3, 4, 5, 6, 9],
      [null, 'deputy county head', 'deputy county head', 'county head', 'county head', 'county Party secretary', 'county Party secretary'],
    ],
    [
      'problems-new',
      [4, 5, 9, 10, 14, 15],
      [null, 'deputy county head', 'deputy county head', 'county head', 'county head', 'county Party secretary'],
    ],
    ['counties-held-to-account', [1, 2, 3, 4], [null, 'deputy mayor', 'mayor', 'city Party secretary']],
  ])('%s', (indicator, values, expected) => {
    const found = values.map(
      (value) => proposeByTables(at('2017-12-31', [count(indicator, county, value)])).map(({ post }) => post.en)[0] ?? null,
    );
    expect(found).toEqual(expected);
  });
  it.each([
    [3, 61, null],
    [3, 60, null],
    [3, 59, 'deputy mayor'],
    [4, 59, null],
    [1, 30, 'deputy mayor'],
    [1, 29, 'mayor'],
    [1, 0, 'mayor'],
    [1, -1, 'city Party secretary'],
  ])('rank %i from the bottom with %i %% of the target: %s', (rank, share, post) => {
    const facts = [count('winter-rank-from-bottom', '130400', rank), count('winter-completion', '130400', share)];
    expect(posts(...facts)).toEqual(post === null ? [] : [`130400 result ${post}`]);
  });
  it('proposes for the winter as the circular reports it: one city of the lowest three lies under 60 %', () => {
    const found = proposeByTables(at('2018-05-03'));
    expect(found.map(({ actor, rule }) => `${actor} ${rule}`)).toEqual(['140500 result-below-60']);
    expect(found[0]?.explanation.en).toContain('A proposal only');
    expect(found[0]?.explanation.zh).toContain('仅为建议');
  });
  it('of one series the gravest rule, whatever the order in which the table names them', () => {
    const rules = [3, 1, 2].map((level) => ({
      rule: `r${level}`,
      series: 's',
      level,
      post: titled(`p${level}`),
      when: [{ count: 'c', atLeast: level }],
    }));
    const adopted = { rule: 'mixed', title: titled('x'), subject: 'evaluation', by: ['000000'], scope: ['110000'] } as const;
    const table = { kind: 'accountability', rules } as const;
    const facts = [factOf('ruleAdopted', { ...adopted, table }, { on: '2017-01-01' }), count('c', '110000', 9)];
    expect(posts(...facts)).toEqual(['110000 s p3']);
  });
  it('is silent about what lies outside its days and its scope', () => {
    expect(posts(count('problems-new', county, 20, '2017-08-27'))).toEqual([]);
    expect(posts(count('problems-new', '610100', 20))).toEqual([]);
  });
});

describe('versions', () => {
  const table = {
    kind: 'accountability',
    rules: [{ rule: 'r', series: 's', level: 1, post: titled('p'), when: [{ count: 'c', atLeast: 1 }] }],
  } as const;
  const adopt = (on: string, more: object = {}) =>
    factOf(
      'ruleAdopted',
      { rule: 'x', title: titled('x'), subject: 'evaluation', by: ['000000'], scope: ['110000'], table, ...more },
      { on },
    );
  const versionsOf = (...facts: Fact[]) => tableVersions(at('2020-12-31', facts).state.ruleTables).filter(({ rule }) => rule === 'x');
  it('the one adopted last holds from its day, and the one before up to it', () => {
    const versions = versionsOf(adopt('2019-01-01'), adopt('2019-06-01', { from: '2020-01-01', until: '2020-06-30' }));
    const on = (day: string) => tablesInForce(versions, isoDateOf(day)).map(({ from }) => from);
    expect([on('2018-12-31'), on('2019-12-31'), on('2020-01-01'), on('2020-06-30'), on('2020-07-01')]).toEqual([
      [],
      ['2019-01-01'],
      ['2020-01-01'],
      ['2020-01-01'],
      ['2019-01-01'],
    ]);
  });
  it('have a hash that follows what they say and not how it is written', () => {
    const day = isoDateOf('2019-01-01');
    const payload = adopt('2019-01-01').payload;
    const hash = (changed: object) => versionOf({ ...payload, ...changed } as never, day)?.hash;
    const turned = { rules: [{ ...Object.fromEntries(Object.entries(table.rules[0]).reverse()) }], kind: table.kind };
    expect(hash({ table: turned })).toBe(hash({}));
    expect(hash({ from: isoDateOf('2019-01-02') })).not.toBe(hash({}));
    expect(hash({ table: { ...table, rules: [{ ...table.rules[0], level: 2 }] } })).not.toBe(hash({}));
  });
  it('move no variable: a table is applied and is no rule of the parties', () => {
    expect(at('2020-12-31', [adopt('2019-01-01')]).state.rules).toEqual(at('2020-12-31').state.rules);
  });
});

describe('a table that cannot be applied is refused', () => {
  const good = {
    kind: 'assessment',
    indicator: 'i',
    yardstick: 'y',
    path: [{ on: '2020-12-31', share: 1 }],
    points: [
      { ratio: 0, score: 0 },
      { ratio: 1, score: 100 },
    ],
    bands: [{ grade: 'pass', atLeast: 60 }],
  };
  it.each([
    [
      'path that falls',
      {
        path: [
          { on: '2020-12-31', share: 0.5 },
          { on: '2021-12-31', share: 0.4 },
        ],
      },
    ],
    [
      'path out of order',
      {
        path: [
          { on: '2021-12-31', share: 0.5 },
          { on: '2020-12-31', share: 0.6 },
        ],
      },
    ],
    ['one point', { points: [{ ratio: 0, score: 0 }] }],
    [
      'bands that rise',
      {
        bands: [
          { grade: 'pass', atLeast: 60 },
          { grade: 'good', atLeast: 70 },
        ],
      },
    ],
    ['no path', { path: [] }],
    ['score over 100', { riseScore: 101 }],
  ])('%s', (_name, changed) => {
    expect(assessmentTableSchema.safeParse(good).success).toBe(true);
    expect(ruleTableSchema.safeParse({ ...good, ...changed }).success).toBe(false);
  });
});
