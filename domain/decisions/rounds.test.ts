/** A recurring duty, looked at every day: whatever the delays, each round wakes once before its date and, if late, once after it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LiveCase } from '../testing/live.ts';
import { addDays, addMonths, isoDateOf } from '../vocabulary/dates.ts';
import { timersOf } from './timers.ts';

const [a, b] = ['610100', '610400'];
const title = { zh: '月报', en: 'Monthly report' };
const first = isoDateOf('2026-02-15');

it('wakes exactly once per round', () => {
  // Days from the due day to the report of each round; beyond a few days the next round would begin late.
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 4 }), { minLength: 1, maxLength: 4 }), (delays) => {
      const live = new LiveCase();
      live.do('2026-01-05', a, 'openCase', { title, parties: [a, b] });
      const readings = [{ reading: 'day', dueOn: first }];
      const deadline = { text: title, readings, defaultReading: 'day', recurs: { every: 1, unit: 'month' } };
      live.do('2026-01-06', b, 'draftObligation', { obligation: 'd', title, origin: 'agreed', liable: [a], measure: title, deadline });
      live.do('2026-01-07', a, 'acceptObligation', { obligation: 'd', by: a });
      const fired = { dueSoon: new Set<string>(), overdue: new Set<string>() };
      let day = isoDateOf('2026-01-08');
      const dues = delays.map((_, round) => addMonths(first, round));
      for (const [round, delay] of delays.entries()) {
        const reportOn = addDays(dues[round] as never, delay);
        for (; day <= reportOn; day = addDays(day, 1)) {
          if (day === reportOn) {
            live.do(day, a, 'reportObligation', { obligation: 'd', by: a, completion: 'complete' });
            live.do(day, b, 'reviewObligation', { obligation: 'd', by: b, completion: 'complete' });
            live.do(day, b, 'fulfilObligation', { obligation: 'd' });
          }
          for (const { kind, dueOn } of timersOf(live.situation(day)))
            if ((kind === 'dueSoon' || kind === 'overdue') && dueOn <= day) fired[kind].add(dueOn);
        }
      }
      // On the day of the report itself nothing is late any more: the day after the due date has to pass before it.
      const late = dues.filter((_, round) => (delays[round] as number) > 1).map((due) => addDays(due, 1));
      expect([...fired.overdue].sort()).toEqual(late);
      expect(fired.dueSoon.size).toBe(delays.length);
    }),
    { numRuns: 12 },
  );
}, 60_000);
