import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fuzzy, raw } from '@gongze/studies/comparison/testing/lipset';
import { asSet, dataText, lastCall, type Reference, type ReferenceModel, references } from '@gongze/studies/comparison/testing/references';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gongze } from '../testing/ran.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongze-qca-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('gongze qca', () => {
  it('prints the documented JSON', async () => {
    const path = file('lf.csv', fuzzy);
    const { code, out, err } = await gongze('qca', path, '--outcome', 'SURV', '--conditions', 'DEV,URB,LIT,IND,STB', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const document = JSON.parse(out);
    expect(Object.keys(document.truthTable[0])).toEqual(['row', 'values', 'out', 'n', 'incl', 'pri', 'cases', 'deviant']);
    expect(document.truthTable.find((row: { row: number }) => row.row === 22)).toMatchObject({
      values: [1, 0, 1, 0, 1],
      out: '1',
      cases: ['FI', 'IE'],
    });
    expect(document.models).toHaveLength(1);
    expect(document.models[0].terms).toEqual(['DEV*URB*LIT*IND*STB', 'DEV*~URB*LIT*~IND*STB']);
    expect(Object.keys(document.models[0])).toEqual(['terms', 'inclS', 'PRI', 'covS', 'termFits']);
    expect(Object.keys(document.models[0].termFits[0])).toEqual(['term', 'inclS', 'PRI', 'covS', 'covU', 'cases']);
  });

  it.each(['zh', 'en'])('as text in %s', async (lang) => {
    const { code, out } = await gongze('qca', file('lf.csv', fuzzy), '--outcome', 'SURV', '--solution', 'parsimonious', '--lang', lang);
    expect(code).toBe(0);
    expect(out).toContain('DEV*~IND + URB*STB → SURV');
    expect(out).not.toMatch(/undefined|NaN|\[object/);
  });

  it('enhanced standard analysis leaves out what cannot be assumed', async () => {
    const argv = ['qca', file('lf.csv', fuzzy), '--outcome', 'SURV', '--solution', 'parsimonious', '--impossible', '~STB + ~LIT', '--json'];
    const { out } = await gongze(...argv);
    // Configurational comparison of the same data by the enhanced standard analysis; the row numbers are those R's QCA prints.
    expect(JSON.parse(out).models.map((model: { terms: string[] }) => asSet(model.terms))).toEqual([
      asSet(['DEV*URB*LIT*STB', 'DEV*LIT*~IND*STB']),
    ]);
  });

  it.each([
    ['case,A,Y\none,1,1\n', 'oneCase'],
    ['case,A,Y\none,1,1\ntwo,0,1\n', 'constantOutcome'],
    ['case,A,Y\none,,1\ntwo,,0\n', 'missingValue'],
    ['case,A,Y\none,1,1\none,0,0\n', 'duplicateCase'],
    ['case,A,Y\none,720,1\ntwo,340.5,0\n', 'notCalibrated'],
    ['case,A,Y\none,x,1\ntwo,0,0\n', 'notNumber'],
    ['case,A,Y\none,1\n', 'unevenRow'],
    ['case,B,Y\none,1,1\n', 'unknownColumn'],
    ['', 'emptyTable'],
  ])('refuses %j as %s, in words and for programs', async (text, kind) => {
    const { code, out, err } = await gongze('qca', file('bad.csv', text), '--outcome', 'Y', '--conditions', 'A', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out).refused.kind).toBe(kind);
    expect(err).toMatch(/^gongze: .+/);
  });
});

describe('gongze calibrate', () => {
  it('gives the published memberships of Lipset data in all cells, with the log-odds of 3', async () => {
    const published = fuzzy.trim().split('\n').slice(1);
    const anchors = { DEV: '400,550,900', URB: '25,50,65', LIT: '50,75,90', IND: '20,30,40', STB: '15,9.5,5', SURV: '-9,0,10' };
    for (const [at, [column, thresholds]] of Object.entries(anchors).entries()) {
      const argv = ['calibrate', file('lr.csv', raw), '--column', column, '--thresholds', thresholds, '--idm', 'fsqca', '--json'];
      const { out } = await gongze(...argv);
      const rounded = JSON.parse(out).cases.map((one: { membership: number }) => Math.round(one.membership * 100) / 100);
      expect(rounded).toEqual(published.map((line) => Number(line.split(',')[at + 1])));
    }
  });

  it('prints a column that can be pasted back', async () => {
    const { out } = await gongze('calibrate', file('lr.csv', raw), '--column', 'DEV', '--method', 'crisp', '--thresholds', '600');
    expect(out.split('\n').slice(0, 3)).toEqual(['case,DEV', 'AU,1', 'BE,1']);
  });

  it('refuses anchors out of order', async () => {
    const { code, err } = await gongze('calibrate', file('lr.csv', raw), '--column', 'DEV', '--thresholds', 'e=400,c=950,i=900');
    expect(code).toBe(2);
    expect(err).toContain('in order');
  });
});

describe('gongze fit', () => {
  it('tells necessity of an expression and of its terms', async () => {
    const argv = ['fit', file('lf.csv', fuzzy), '--outcome', 'SURV', '--relation', 'necessity', '--expression', 'STB + LIT', '--json'];
    const { out } = await gongze(...argv);
    const { terms, whole } = JSON.parse(out);
    expect(terms.map(({ term }: { term: string }) => term)).toEqual(['STB', 'LIT']);
    expect(whole.inclN).toBeGreaterThanOrEqual(Math.max(...terms.map(({ inclN }: { inclN: number }) => inclN)));
  });
});

interface SolutionOutput {
  readonly models: readonly ReferenceModel[];
  readonly intermediate?: Readonly<Record<string, { readonly models: readonly ReferenceModel[] }>>;
}

/** A reference as a line of arguments. */
function argumentsOf(reference: Reference): string[] {
  const truth = lastCall('truthTable', reference).named;
  const minimise = lastCall('minimize', reference).named;
  const text = (value: string | undefined): string => (value ?? '').replace(/^c\(|\)$/g, '').replaceAll('"', '');
  const solution = minimise['dir.exp'] ? 'intermediate' : minimise['include']?.includes('?') ? 'parsimonious' : 'complex';
  const option = (flag: string, value: string | undefined): string[] => (value === undefined ? [] : [flag, text(value)]);
  return [
    '--outcome',
    text(truth['outcome']),
    ...option('--conditions', truth['conditions']),
    '--incl',
    text(truth['incl.cut'] ?? '1'),
    ...option('--ncut', truth['n.cut']),
    ...option('--pri', truth['pri.cut']),
    '--solution',
    solution,
    ...option('--dir-exp', minimise['dir.exp']),
    ...option('--include', minimise['include']),
    ...option('--explain', minimise['explain']),
    ...(minimise['row.dom'] === 'TRUE' ? ['--row-dominance'] : []),
    ...(minimise['all.sol'] === 'TRUE' ? ['--irredundant'] : []),
    '--json',
  ];
}

describe('results of R, through the command line', () => {
  const solutions = references(/^(M_|MG_|A_|D_|X_CVF_(C_only|include)|S_SCHF_pars)/);
  it(`${solutions.length} references read`, () => {
    console.log(`gongze qca: ${solutions.length} references read`);
  });
  it.each(solutions)('$id', async (reference) => {
    const { code, out, err } = await gongze('qca', file('reference.csv', dataText(reference.data[0] as string)), ...argumentsOf(reference));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { models: direct, intermediate } = reference.output as SolutionOutput;
    const wanted = intermediate ? Object.values(intermediate).flatMap(({ models }) => models) : direct;
    const models: { terms: string[]; inclS: number; PRI: number; covS: number }[] = JSON.parse(out).models;
    expect(new Set(models.map(({ terms }) => asSet(terms)))).toEqual(new Set(wanted.map(({ terms }) => asSet(terms))));
    for (const { terms, fit } of wanted) {
      const found = models.find((model) => asSet(model.terms) === asSet(terms));
      expect(found?.inclS).toBeCloseTo(fit.inclS as number, 9);
      expect(found?.PRI).toBeCloseTo(fit.PRI as number, 9);
      expect(found?.covS).toBeCloseTo(fit.covS as number, 9);
    }
  });
});
