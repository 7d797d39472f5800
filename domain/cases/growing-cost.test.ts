/** A history that grows by facts that touch different things folds each of them once. */
import { expect, test, vi } from 'vitest';
import type { Fact } from '../events/catalogue.ts';
import { factOf, testCaseId, titled } from '../testing/facts.ts';
import { randomOf } from '../testing/histories.ts';
import { evolveInPlace } from './fold.ts';
import { GrowingHistory } from './growing.ts';

vi.mock('./fold.ts', { spy: true });

/** Facts of one day as a request carries them: row by row, under ids that say nothing of their order. */
function rows(count: number): Fact[] {
  const random = randomOf(7);
  const id = () => `f-${random().toString(36).slice(2)}`;
  return Array.from({ length: count }, (_, at) => {
    const [obligation, actor] = [`d${at}`, '610100'];
    return [
      factOf('obligationDrafted', { obligation, title: titled('d'), origin: 'agreed', liable: [actor], topic: 't' }, { id: id() }),
      factOf('obligationAccepted', { obligation, by: actor }, { id: id() }),
      factOf(
        'indicatorRead',
        { indicator: 'pm25', subject: `body:${at}`, period: { first: '2019-01-01', last: '2019-12-31' }, value: at, unit: 'u' } as never,
        { id: id() },
      ),
    ];
  }).flat();
}

/** Facts folded while the rows are added one by one and the state is asked for after each. */
function foldedFor(count: number): number {
  const opened = [
    factOf('caseOpened', { title: titled('c'), parties: ['610100', '610400'] }),
    factOf('topicRaised', { topic: 't', title: titled('t'), by: ['610100'] }),
  ];
  const growing = new GrowingHistory(testCaseId, opened);
  const counted = vi.mocked(evolveInPlace);
  counted.mockClear();
  for (const fact of rows(count)) {
    growing.add(fact);
    expect(growing.state.factCount).toBe(growing.facts.length);
  }
  return counted.mock.calls.length;
}

test('rows of one request are folded once each, not once for every row after them', () => {
  const [small, large] = [foldedFor(50), foldedFor(400)];
  expect(small).toBeLessThan(3 * 50 * 1.2);
  expect(large / small).toBeLessThan(8 * 1.1);
});
