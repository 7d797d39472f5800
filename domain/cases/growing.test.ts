/** A history that grows: after each fact the state is that of a fold from scratch. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact } from '../events/catalogue.ts';
import { testCaseId } from '../testing/facts.ts';
import { generateHistory, randomOf } from '../testing/histories.ts';
import { resolveHistory } from './corrections.ts';
import { fold } from './fold.ts';
import { GrowingHistory } from './growing.ts';
import { inFoldOrder } from './order.ts';
import type { CaseState } from './state.ts';

const scratch = (facts: readonly Fact[]): CaseState => fold(testCaseId, inFoldOrder(resolveHistory(facts).facts));

/** The state without the order within a day, which is all that may differ. */
function sorted(state: CaseState): unknown {
  const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  return {
    ...state,
    unmatched: state.unmatched.toSorted(),
    acts: state.acts.toSorted(byText),
    // Acts stand in the order of their days: who asks for the last one gets it.
    days: state.acts.map(({ day }) => day),
    ...Object.fromEntries(
      Object.entries(state).flatMap(([name, value]) => (value instanceof Map ? [[name, [...value].sort(([a], [b]) => byText(a, b))]] : [])),
    ),
  };
}

function shuffled(facts: readonly Fact[], seed: number): Fact[] {
  const random = randomOf(seed);
  return facts
    .map((fact) => ({ fact, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ fact }) => fact);
}

/** What comes by the hundred, with a few facts of all kinds between. */
function mostlyOfDuties(facts: readonly Fact[], seed: number): Fact[] {
  const random = randomOf(seed);
  return facts.filter(({ type }) => /^(obligation|progress|evidence|extension|reminder|indicator|power)/.test(type) || random() < 0.04);
}

test('after each fact the state is that of a fold from scratch, whatever the order of arrival', () => {
  let kept = 0;
  const cases = fc.record({
    seed: fc.integer(),
    size: fc.integer({ min: 1, max: 60 }),
    // Of a single day: the order of types and ids is all there is.
    years: fc.constantFrom(1 / 365, 1 / 36, 20),
    correctionShare: fc.constantFrom(0, 0, 0.05),
    stored: fc.nat(),
    isKnown: fc.boolean(),
    isMixed: fc.boolean(),
  });
  fc.assert(
    fc.property(cases, ({ seed, size, years, correctionShare, stored, isKnown, isMixed }) => {
      const any = generateHistory(seed, {
        size: isMixed ? size : size * 3,
        years,
        correctionShare,
        undatedShare: 0.05,
        caseId: testCaseId,
      });
      const facts = shuffled(isMixed ? any : mostlyOfDuties(any, seed), seed);
      const from = stored % (facts.length + 1);
      const before = facts.slice(0, from);
      const known = scratch(before);
      const growing = new GrowingHistory(testCaseId, before, isKnown ? known : undefined);
      for (let at = from; at <= facts.length; at += 1) {
        const right = scratch(facts.slice(0, at));
        expect(sorted(growing.state)).toEqual(sorted(right));
        if (growing.isInOrder) expect(growing.state).toEqual(right);
        else kept += 1;
        const next = facts[at];
        if (next !== undefined) growing.add(next);
      }
      expect(known).toEqual(scratch(before));
    }),
    { numRuns: 1000 },
  );
  // The short way was taken at all.
  expect(kept).toBeGreaterThan(700);
}, 240_000);
