import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../events/catalogue.ts';
import { factOf, titled } from '../testing/facts.ts';
import { generateHistory } from '../testing/histories.ts';
import { addDays, isoDateOf } from '../vocabulary/dates.ts';
import type { CaseId } from '../vocabulary/ids.ts';
import { resolveHistory } from './corrections.ts';
import { advance, continueFold, fold } from './fold.ts';
import { countUpTo, entryDate, inFoldOrder } from './order.ts';

const caseId = 'generated' as CaseId;
const histories = fc.record({ seed: fc.integer(), size: fc.integer({ min: 1, max: 40 }) });

function orderedOf(facts: readonly Fact[]): Fact[] {
  return inFoldOrder(resolveHistory(facts).facts);
}

describe('fold', () => {
  test('any valid history folds without throwing (100,000 histories)', () => {
    fc.assert(
      fc.property(histories, ({ seed, size }) => {
        const facts = generateHistory(seed, { size, correctionShare: 0.1, undatedShare: 0.1 });
        const ordered = orderedOf(facts);
        expect(fold(caseId, ordered).factCount).toBe(ordered.length);
      }),
      { numRuns: 100_000 },
    );
  }, 240_000);

  test('the order of arrival changes nothing', () => {
    fc.assert(
      fc.property(histories, fc.integer(), ({ seed, size }, shuffle) => {
        const facts = generateHistory(seed, { size, correctionShare: 0.1 });
        const arrived = facts
          .map((fact, i) => ({ fact, key: Math.imul(i + 1, shuffle | 1) }))
          .sort((a, b) => a.key - b.key)
          .map(({ fact }) => fact);
        expect(fold(caseId, orderedOf(arrived))).toEqual(fold(caseId, orderedOf(facts)));
      }),
      { numRuns: 3000 },
    );
  }, 120_000);

  test('folding on from any point equals folding from scratch, and leaves the first state alone', () => {
    fc.assert(
      fc.property(histories, fc.nat(), ({ seed, size }, cut) => {
        const ordered = orderedOf(generateHistory(seed, { size }));
        const at = ordered.length === 0 ? 0 : cut % ordered.length;
        const before = fold(caseId, ordered, at);
        const continued = continueFold(before, ordered.slice(at));
        expect(continued).toEqual(fold(caseId, ordered));
        expect(before).toEqual(fold(caseId, ordered, at));
        advance(before, ordered, at, ordered.length);
        expect(before).toEqual(continued);
      }),
      { numRuns: 5000 },
    );
  }, 120_000);

  test('a fact that belongs before the last folded one is refused', () => {
    const [early, late] = inFoldOrder([
      factOf('topicRaised', { topic: 't', title: titled('t') }, { on: '2010-01-01' }),
      factOf('topicRaised', { topic: 'u', title: titled('u') }, { on: '2011-01-01' }),
    ]) as [Fact, Fact];
    expect(() => continueFold(fold(caseId, [late]), [early])).toThrow(/fold the history anew/);
  });

  test('a fact about something unknown is listed as unmatched, not lost and not fatal', () => {
    const fact = factOf('obligationFulfilled', { obligation: 'nothing' });
    expect(fold(caseId, [fact]).unmatched).toEqual([fact.id]);
  });
});

describe('dates', () => {
  test('an imprecise date counts from the end of its interval, an unknown one from its lower bound', () => {
    const year = factOf('topicRaised', { topic: 't', title: titled('t') }, { on: '2002' });
    const unknown = factOf(
      'contextRecorded',
      { title: titled('c') },
      { occurred: { first: '2004-01-01', last: '2024-03-31', precision: 'unknown' } },
    );
    expect(entryDate(year)).toBe('2002-12-31');
    expect(entryDate(unknown)).toBe('2004-01-01');
    const ordered = inFoldOrder([unknown, year]);
    expect(countUpTo(ordered, isoDateOf('2002-12-30'))).toBe(0);
    expect(countUpTo(ordered, isoDateOf('2002-12-31'))).toBe(1);
    expect(countUpTo(ordered, isoDateOf('2004-01-01'))).toBe(2);
  });

  test('as of a date = the facts whose entry is not later, for any history and date', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 9000 }), ({ seed, size }, offset) => {
        const ordered = orderedOf(generateHistory(seed, { size }));
        const asOf = addDays(isoDateOf('1999-06-01'), offset);
        expect(countUpTo(ordered, asOf)).toBe(ordered.filter((fact) => entryDate(fact) <= asOf).length);
      }),
      { numRuns: 3000 },
    );
  }, 60_000);
});

describe('corrections', () => {
  const party = factOf('partyJoined', { party: '610100' }, { on: '2001-01-01' });
  const wrong = factOf(
    'indicatorRead',
    { indicator: 'pm25', subject: '610100', period: { first: '2015-01-01', last: '2015-12-31' }, value: 80, unit: 'µg/m³' },
    { on: '2015-12-31' },
  );
  const right = { ...wrong, payload: { ...wrong.payload, value: 80.6 } } as Fact;
  const correction = factOf(
    'factCorrected',
    { target: wrong.id, replacement: { payload: { ...wrong.payload, value: 80.6 } }, reason: titled('official figure') },
    { on: '2016-02-04' },
  );

  test('corrected = never wrong', () => {
    expect(fold(caseId, orderedOf([party, wrong, correction]))).toEqual(fold(caseId, orderedOf([party, right])));
  });

  test('before the correction was known, the wrong value stands', () => {
    const resolved = resolveHistory([party, wrong, correction], isoDateOf('2016-01-31'));
    expect(resolved.facts).toContain(wrong);
    expect(resolved.traces).toEqual([]);
  });

  test('a correction that does not fit the type of its target changes nothing and is listed', () => {
    const bad = factOf('factCorrected', { target: party.id, replacement: { payload: { nonsense: 1 } }, reason: titled('x') });
    const resolved = resolveHistory([party, bad]);
    expect(resolved.facts).toEqual([party]);
    expect(resolved.unmatched).toEqual([bad.id]);
  });

  test('a retracted retraction restores the fact', () => {
    const retraction = factOf('factRetracted', { target: party.id, reason: titled('x') });
    const back = factOf('factRetracted', { target: retraction.id, reason: titled('it was right') });
    expect(resolveHistory([party, retraction]).facts).toEqual([]);
    expect(resolveHistory([party, retraction, back]).facts).toEqual([party]);
  });

  test('a retracted fact leaves no trace in the state, for any history', () => {
    fc.assert(
      fc.property(histories, fc.nat(), ({ seed, size }, pick) => {
        const facts = generateHistory(seed, { size: size + 1, correctionShare: 0 });
        const target = facts[pick % facts.length] as Fact;
        const retraction = factOf(
          'factRetracted',
          { target: target.id, reason: titled('x') },
          { version: facts.length + 1, streamId: 'generated' },
        );
        const without = facts.filter((fact) => fact !== target);
        expect(fold(caseId, orderedOf([...facts, retraction]))).toEqual(fold(caseId, orderedOf(without)));
      }),
      { numRuns: 3000 },
    );
  }, 60_000);

  test('a corrected history equals one that never was wrong, for any history', () => {
    fc.assert(
      fc.property(histories, fc.nat(), ({ seed, size }, pick) => {
        const facts = generateHistory(seed, { size: size + 1, correctionShare: 0 });
        const at = pick % facts.length;
        const target = facts[at] as Fact;
        const occurred = { first: isoDateOf('2011-01-01'), last: isoDateOf('2011-03-31'), precision: 'interval' as const };
        const corrected = factOf(
          'factCorrected',
          { target: target.id, replacement: { occurred }, reason: titled('x') },
          { version: facts.length + 1, streamId: 'generated' },
        );
        const never = facts.with(at, { ...target, occurred });
        expect(fold(caseId, orderedOf([...facts, corrected]))).toEqual(fold(caseId, orderedOf(never)));
      }),
      { numRuns: 3000 },
    );
  }, 60_000);
});
