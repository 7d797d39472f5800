import { describe, expect, test } from 'vitest';
import { moderations, partOfCause } from './moderation.ts';
import { accepted } from './testing/references.ts';

/** Twelve cases, three on each side of variable and intervention; crisp, so that every number can be worked out by hand. */
const sets = {
  cases: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'],
  columns: [
    { name: 'V', values: [0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1] },
    { name: 'I', values: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1] },
    { name: 'Y', values: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.2, 0.3, 0.4, 0.8, 0.9, 1] },
  ],
};
const asked = { outcome: 'Y', intervention: 'I', variables: ['V'] };

describe('moderation', () => {
  const [found] = accepted(moderations(sets, asked));

  test('means of the four sides, what intervention adds, and their difference', () => {
    for (const [at, mean] of [0.2, 0.5, 0.3, 0.9].entries()) expect(found?.cells[at]?.mean).toBeCloseTo(mean, 12);
    expect(found?.effectAbsent).toBeCloseTo(0.1, 12);
    expect(found?.effectPresent).toBeCloseTo(0.4, 12);
    expect(found?.interaction).toBeCloseTo(0.3, 12);
  });
  // Each side has s² = 0.01 and n = 3: se = √(4·0.01/3), Welch's df = 8, t(0.975; 8) = 2.306004 (tables).
  test('limits by Welch', () => {
    const half = 2.306004 * Math.sqrt(0.04 / 3);
    expect(found?.limits?.[0]).toBeCloseTo(0.3 - half, 5);
    expect(found?.limits?.[1]).toBeCloseTo(0.3 + half, 5);
  });
  test('a crisp side is as consistent as its mean', () => {
    for (const cell of found?.cells ?? []) expect(cell.fit.inclS).toBeCloseTo(cell.mean as number, 12);
  });
  test('a side without cases leaves the interaction open', () => {
    const few = {
      cases: sets.cases.slice(0, 9),
      columns: sets.columns.map((own) => ({ ...own, values: own.values.slice(0, 9) })),
    };
    const [open] = accepted(moderations(few, asked));
    expect(open).toMatchObject({ interaction: null, limits: null, effectPresent: null });
    expect(open?.effectAbsent).toBeCloseTo(0.1, 12);
  });
  test('an unknown cell is refused and named', () => {
    const holed = {
      ...sets,
      columns: sets.columns.map((own) => (own.name === 'V' ? { ...own, values: [null, ...own.values.slice(1)] } : own)),
    };
    expect(moderations(holed, asked)).toMatchObject({ ok: false, refusal: { kind: 'missingValue', cells: [{ case: 'a', column: 'V' }] } });
  });
});

describe('a condition as part of a cause', () => {
  const model = (terms: readonly string[]) => ({ terms, inclS: 1, PRI: 1, covS: 1, termFits: [] });
  test('insufficient, not indispensable, needed in some models', () => {
    const part = accepted(partOfCause(sets, 'Y', 'I', [model(['V*I']), model(['~I*V'])]));
    expect(part.withoutOutcome).toEqual(['g', 'h', 'i']);
    expect(part.withoutCondition).toEqual(['f']);
    expect(part).toMatchObject({ terms: ['V*I'], inModels: 1, models: 2 });
    expect(part.verdict.en).toContain('does not suffice');
    expect(part.sufficiency.inclS).toBeCloseTo(3.6 / 6, 12);
  });
  test('a model of which it is a whole term is no combination that needs it', () => {
    const { verdict } = accepted(partOfCause(sets, 'Y', 'I', [model(['I']), model(['V*I'])]));
    expect(verdict.en).toContain('by itself in 1 of 2 models; in 1 of 2 models it is a needed part');
    expect(accepted(partOfCause(sets, 'Y', 'I', [model(['I'])])).verdict.en).not.toContain('part of');
  });
  test('a longer name that begins alike is another condition', () => {
    expect(accepted(partOfCause(sets, 'Y', 'I', [model(['INST*V'])])).inModels).toBe(0);
  });
});
