import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freireich } from '@gongze/studies/survival/testing/freireich';
import { argumentsFor, type SurvivalReference, survivalReferences } from '@gongze/studies/survival/testing/references';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gongze } from '../testing/ran.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongze-survival-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const columns = ['--time', 'weeks', '--event', 'relapse'];
const everything = ['--group', 'arm', '--km', '--logrank', '--cox', 'arm', '--rmst', '20', '--competing'];

describe('gongze survival', () => {
  it('prints the documented JSON', async () => {
    const { code, out, err } = await gongze('survival', file('f.csv', freireich), ...columns, ...everything, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { km, logrank, cox, rmst, competing } = JSON.parse(out);
    expect(Object.keys(km)).toEqual(['method', 'conf', 'curves', 'table', 'quantiles', 'notices']);
    expect(Object.keys(km.curves)).toEqual(['arm=6-MP', 'arm=placebo']);
    expect(Object.keys(km.curves['arm=6-MP'])).toEqual([
      'time',
      'n.risk',
      'n.event',
      'n.censor',
      'surv',
      'std.err',
      'lower',
      'upper',
      'cumhaz',
    ]);
    // Cox and Oakes, 1984: medians 23 and 8 weeks; log-rank 16.79; Efron's coefficient 1.572.
    expect(km.table.map((row: { median: number }) => row.median)).toEqual([23, 8]);
    expect(logrank.chisq).toBeCloseTo(16.79, 2);
    expect(cox.coefficients[0].term).toBe('armplacebo');
    expect(cox.coefficients[0].coef).toBeCloseTo(1.572, 3);
    expect(rmst.contrast.map((one: { measure: string }) => one.measure)).toEqual(['RMST difference', 'RMST ratio', 'RMTL ratio']);
    expect(competing.states).toEqual(['(s0)', '1']);
  });

  it.each(['zh', 'en'])('as text in %s', async (lang) => {
    const { code, out } = await gongze('survival', file('f.csv', freireich), ...columns, ...everything, '--lang', lang);
    expect(code).toBe(0);
    expect(out).toContain('armplacebo');
    expect(out).not.toMatch(/undefined|NaN|\[object/);
  });

  it('takes the level that others are compared with, only some rows, and 1 and 2 as events', async () => {
    const path = file('f.csv', freireich);
    const turned = JSON.parse((await gongze('survival', path, ...columns, '--cox', 'arm', '--baseline', 'arm=placebo', '--json')).out);
    expect(turned.cox.coefficients[0].term).toBe('arm6-MP');
    expect(turned.cox.coefficients[0].coef).toBeCloseTo(-1.572, 3);
    const some = JSON.parse((await gongze('survival', path, ...columns, '--where', 'arm=placebo', '--json')).out);
    expect(some.km.table).toMatchObject([{ stratum: 'all', records: 21, median: 8 }]);
    const oneTwo = file('g.csv', 'case,t,e\na,1,2\nb,2,1\nc,,2\n');
    const { km } = JSON.parse((await gongze('survival', oneTwo, '--time', 't', '--event', 'e', '--json')).out);
    expect(km.curves.all['n.event']).toEqual([1, 0]);
    expect(km.notices.map(({ kind }: { kind: string }) => kind)).toEqual(['rowsLeftOut', 'oneTwoEvents']);
  });

  it.each([
    ['case,t,e,g\na,-1,1,x\nb,2,1,y\n', 'negativeTime'],
    ['case,t,e,g\na,x,1,x\nb,2,1,y\n', 'notNumber'],
    ['case,t,e,g\na,1,maybe,x\nb,2,1,y\n', 'badEvent'],
    ['case,t,e,g\na,1,0,x\nb,2,0,y\n', 'noEvents'],
    ['case,t,e,g\na,1,1,x\n', 'oneGroup'],
    [`case,t,e,g\n${Array.from({ length: 201 }, (_, at) => `c${at},1,1,g${at}`).join('\n')}\n`, 'tooManyGroups'],
    ['case,t,e,g\na,,1,x\nb,2,,y\n', 'nothingLeft'],
    ['case,t,e\na,1,1\n', 'unknownColumn'],
    ['case,t,e,g\na,1,1\n', 'unevenRow'],
    ['case,t,e,e\na,1,1,1\n', 'duplicateColumn'],
    ['case,t,e,"g\na,1,1,1\n', 'unclosedQuote'],
    ['', 'emptyTable'],
  ])('refuses %j as %s, in words and for programs', async (text, kind) => {
    const { code, out, err } = await gongze(
      'survival',
      file('bad.csv', text),
      '--time',
      't',
      '--event',
      'e',
      '--group',
      'g',
      '--logrank',
      '--json',
    );
    expect(code).toBe(2);
    expect(JSON.parse(out).refused.kind).toBe(kind);
    expect(err).toMatch(/^gongze: .+/);
  });

  it.each([
    ['one row', 'case,t,e\na,5,1\n', ['oneRow']],
    ['all censored', 'case,t,e\na,5,0\nb,6,0\n', ['allCensored']],
  ])('gives the curve of %s, and says what it lacks', async (_, text, kinds) => {
    const { code, out } = await gongze('survival', file('thin.csv', text), '--time', 't', '--event', 'e', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).km.notices.map(({ kind }: { kind: string }) => kind)).toEqual(kinds);
  });
});

it('gongze interrupted finds a jump of 4 and a slope that falls by 1', async () => {
  const rows = Array.from({ length: 10 }, (_, t) => `m${t},${t},${2 * t + (t >= 5 ? 4 - (t - 5) : 0) + (t % 2 === 0 ? 1e-9 : 0)}`);
  const path = file('series.csv', `case,month,share\n${rows.join('\n')}\n`);
  const argv = ['interrupted', path, '--time', 'month', '--value', 'share', '--at', '5'];
  const { coefficients } = JSON.parse((await gongze(...argv, '--json')).out);
  expect(coefficients.map(({ coef }: { coef: number }) => Math.round(coef * 1e6) / 1e6)).toEqual([10, 2, 4, -1]);
  for (const lang of ['zh', 'en']) expect((await gongze(...argv, '--lang', lang)).out).not.toMatch(/undefined|NaN/);
});

/** Where a number, a name or an absence is not as expected; numbers to 1e-6 of their size. */
function differences(expected: unknown, actual: unknown, path: string): string[] {
  if (expected === null) return actual === null || actual === undefined ? [] : [`${path}: ${actual} instead of nothing`];
  if (typeof expected === 'number')
    return typeof actual === 'number' && Math.abs(actual - expected) <= 1e-6 * Math.max(1, Math.abs(expected))
      ? []
      : [`${path}: ${actual} instead of ${expected}`];
  if (typeof expected !== 'object') return actual === expected ? [] : [`${path}: ${actual} instead of ${expected}`];
  return Object.entries(expected).flatMap(([key, value]) =>
    differences(value, (actual as Record<string, unknown> | undefined)?.[key], `${path}.${key}`),
  );
}

// biome-ignore lint/suspicious/noExplicitAny: documents are read back from JSON and compared as they are
type Loose = Record<string, any>;

/** The parts of a document in the shape in which the references keep them. */
function shaped({ id, output }: SurvivalReference, documents: Loose): Loose {
  if (id.startsWith('LR')) return documents['logrank'];
  if (id.startsWith('COX')) {
    const { cox } = documents;
    // R prints Wald's statistic with two digits, and stops iterating by a rule of its own.
    return { ...cox, wald: { ...cox.wald, test: Math.round(cox.wald.test * 100) / 100 }, iter: output['iter'] };
  }
  if (id.startsWith('CR')) {
    const curve = documents['competing'].curves.all;
    const at = (output['time'] as number[]).map((time) => curve.time.findLastIndex((one: number) => one <= time));
    const pick = (name: string): unknown[] => at.map((index) => curve[name][index]);
    return { time: output['time'], states: output['states'], pstate: pick('pstate'), 'std.err': pick('std.err') };
  }
  if (id.startsWith('RMST')) {
    const { tau, arms, contrast } = documents['rmst'];
    const limits = (one: Loose): Loose => ({ ...one, 'lower .95': one['lower'], 'upper .95': one['upper'] });
    const [against, arm] = contrast[0].group === arms[1].group ? arms : [...arms].reverse();
    const shape = (one: Loose): Loose => ({ rmst: limits(one['rmst']), rmtl: limits(one['rmtl']), var: one['var'] });
    const measures = (output['contrast'] as Loose[]).map(({ measure }) => measure);
    return {
      tau,
      arm1: shape(arm),
      arm0: shape(against),
      contrast: contrast.map((one: Loose, at: number) => ({ ...limits(one), measure: measures[at] })),
    };
  }
  const { km } = documents;
  const single =
    Array.isArray((output['quantiles'] as Loose | undefined)?.['quantile']) &&
    typeof (output['quantiles'] as Loose)['quantile'][0] !== 'object';
  if (!single) return km;
  const bare = (name: string): unknown[] => ['q25', 'q50', 'q75'].map((key) => km.quantiles[name][0][key]);
  return { ...km, quantiles: { quantile: bare('quantile'), lower: bare('lower'), upper: bare('upper') } };
}

const references = survivalReferences();
console.log(`${references.length} results of R's survival read`);

describe.skipIf(references.length === 0)("R's survival 3.5-3 and survRM2", () => {
  it.each(references.map((reference) => [reference.id, reference] as const))('%s', async (_, reference) => {
    const { code, out, err } = await gongze('survival', reference.data, ...argumentsFor(reference), '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(differences(reference.output, shaped(reference, JSON.parse(out)), '')).toEqual([]);
  });
});
