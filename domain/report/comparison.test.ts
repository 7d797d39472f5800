/** From which difference on two cases differ. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../events/catalogue.ts';
import { deadlineOf, factOf, titled } from '../testing/facts.ts';
import { smallTree } from '../testing/situations.ts';
import { isoDateOf } from '../vocabulary/dates.ts';
import type { CaseId } from '../vocabulary/ids.ts';
import { parametersWith } from '../vocabulary/parameters.ts';
import { compareCases } from './comparison.ts';
import { openCase } from './open.ts';

const parties = ['610100', '610400'];

function opened(id: string, facts: readonly Fact[], overrides: Record<string, number>) {
  const parameters = parametersWith(overrides);
  if ('faults' in parameters) throw new Error('bug: faults');
  const start = factOf('caseOpened', { title: titled('case'), parties }, { on: '2000-01-01', streamId: id });
  return openCase({
    caseId: id as CaseId,
    title: titled(id),
    actors: {},
    edition: 'enriched',
    facts: [start, ...facts],
    parameters,
    governments: smallTree,
  });
}
function differs(measure: string, [a, b]: readonly [readonly Fact[], readonly Fact[]], overrides: Record<string, number> = {}) {
  const { rows } = compareCases(opened('a', a, overrides), opened('b', b, overrides), isoDateOf('2012-01-01'));
  return rows.find((row) => row.measure === measure)?.differs;
}
/** Ten duties of which so many are past their date. */
const duties = (late: number) =>
  Array.from({ length: 10 }, (_, i) =>
    factOf(
      'obligationDrafted',
      {
        obligation: `d${i}`,
        title: titled('d'),
        origin: 'agreed',
        liable: parties,
        acceptedBy: parties,
        deadline: deadlineOf(i < late ? '2011-01-01' : '2015-01-01'),
      },
      { on: '2010-01-01', origin: 'archive' },
    ),
  );
const assessed = (strength: number) => [
  factOf(
    'instrumentApplied',
    {
      instrument: 'i',
      title: titled('i'),
      channel: 'assessment',
      strength,
      tier: '610000',
      by: '610000',
      targets: parties,
      direct: true,
      binding: true,
    },
    { on: '2010-06-01', initiative: 'superior' },
  ),
];

describe('two cases', () => {
  test('differ in a share from more than a tenth on', () => {
    expect(differs('overdue', [duties(0), duties(1)])).toBe(false);
    expect(differs('overdue', [duties(0), duties(2)])).toBe(true);
    expect(differs('overdue', [duties(0), duties(2)], { 'comparison.shareAlikeMax': 0.2 })).toBe(false);
    expect(differs('overdue', [duties(0), []])).toBeNull();
  });
  test('differ in strength from more than one step on', () => {
    expect(differs('assessment', [assessed(2), assessed(3)])).toBe(false);
    expect(differs('assessment', [assessed(2), assessed(4)])).toBe(true);
    expect(differs('assessment', [assessed(2), assessed(3)], { 'comparison.strengthAlikeMax': 0 })).toBe(true);
    expect(differs('assessment', [assessed(1), []])).toBe(false);
  });
});
