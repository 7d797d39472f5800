import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseReportSchema } from '../report/schema.ts';
import { deadlineOf, factOf, titled } from '../testing/facts.ts';
import { generateHistory } from '../testing/histories.ts';
import { situationOn } from '../testing/situations.ts';
import { parametersWith, standardParameters } from '../vocabulary/parameters.ts';
import { lateCredit } from './outcomes.ts';
import { componentRegistry, readVariables } from './variables.ts';

const north = '610100';
const ashby = '610400';
const opened = factOf('caseOpened', { title: titled('case'), parties: [north, ashby] }, { on: '2010-01-01' });
const anyHistory = fc.record({
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  size: fc.integer({ min: 1, max: 250 }),
  year: fc.integer({ min: 1999, max: 2022 }),
  origin: fc.constantFrom('live' as const, 'archive' as const),
});

describe('the registry of components', () => {
  it('numbers every component once, six to a variable, and says its own id', () => {
    const empty = situationOn('2014-01-01', []);
    expect(new Set(componentRegistry.map(({ rule }) => rule)).size).toBe(18);
    expect(new Set(componentRegistry.map(({ component }) => component)).size).toBe(18);
    for (const { read, component, variable, rule } of componentRegistry) {
      expect(read(empty)).toMatchObject({ id: component, value: null, evidence: [] });
      expect(rule.charAt(0)).toBe(variable.charAt(0).toUpperCase());
    }
  });
});

describe('readVariables', () => {
  it('is unknown throughout for a case without facts', () => {
    for (const reading of Object.values(readVariables(situationOn('2014-01-01', []))))
      expect(reading).toMatchObject({ index: null, known: 0 });
  });

  it('is the mean of the known components', () => {
    // Overdue duty: trust 1/3. Live since 2010, so silence is zero: interaction 0, joint documents 0. Mean 1/9.
    const facts = [
      opened,
      factOf(
        'obligationDrafted',
        { obligation: 'd', title: titled('d'), origin: 'agreed', liable: [north], acceptedBy: [north], deadline: deadlineOf('2011-01-01') },
        { on: '2010-02-01' },
      ),
    ];
    const { culture, institution, action } = readVariables(situationOn('2014-01-01', facts));
    expect(culture).toMatchObject({ known: 3 });
    expect(culture.index).toBeCloseTo(1 / 9, 12);
    // No measure, so not individualised: 0 is the only thing known.
    expect(institution).toMatchObject({ known: 1, index: 0 });
    // Timeliness 0, evaluation 0.
    expect(action).toMatchObject({ known: 2, index: 0 });
  });

  it('keeps every value within 0 to 1 or unknown, on facts of the case alone, in the shape of the report', () => {
    fc.assert(
      fc.property(anyHistory, ({ seed, size, year, origin }) => {
        const facts = generateHistory(seed, { size, origin });
        const ids = new Set<string>(facts.map(({ id }) => id));
        const situation = situationOn(`${year}-06-30`, facts);
        const readings = readVariables(situation);
        expect(caseReportSchema.shape.variables.parse(readings)).toEqual(readings);
        for (const { index, known, components } of Object.values(readings)) {
          const values = components.flatMap(({ value }) => (value === null ? [] : [value]));
          expect(known).toBe(values.length);
          expect(index === null).toBe(known === 0);
          if (index !== null) expect(index).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 12);
          for (const { evidence, explanation } of components) {
            expect(new Set(evidence).size).toBe(evidence.length);
            for (const id of evidence) expect(ids.has(id)).toBe(true);
            expect(`${explanation.zh}${explanation.en}`).not.toMatch(/undefined|NaN|null|Infinity/);
            expect(explanation.zh).not.toMatch(/[\u4e00-\u9fff][,;:]/);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of recording', () => {
    const facts = generateHistory(11, { size: 200, correctionShare: 0 });
    expect(readVariables(situationOn('2015-06-30', [...facts].reverse()))).toEqual(readVariables(situationOn('2015-06-30', facts)));
  });
});

describe('lateCredit', () => {
  it('falls in a straight line from a half to nothing at a year', () => {
    expect([0, 73, 365, 4647].map((days) => lateCredit(standardParameters(), days))).toEqual([0.5, 0.4, 0, 0]);
  });
  it('falls as the user says', () => {
    const own = parametersWith({ 'outcome.lateCreditMax': 0.8, 'outcome.lateCreditDays': 100 });
    if ('faults' in own) throw new Error('bug: faults');
    // 0.8 · (1 − 25 ÷ 100) = 0.6.
    expect([0, 25, 100].map((days) => lateCredit(own, days))).toEqual([0.8, expect.closeTo(0.6, 12), 0]);
  });
});
