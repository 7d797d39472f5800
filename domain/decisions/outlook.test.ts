/** A list that was kept reads as one computed on the day: over the shipped-like histories, sides and days to come. */
import { describe, expect, test } from 'vitest';
import { inFoldOrder } from '../cases/order.ts';
import { fold } from '../cases/fold.ts';
import { resolveHistory } from '../cases/corrections.ts';
import { LiveCase } from '../testing/live.ts';
import type { Fact } from '../events/catalogue.ts';
import { situationOf } from '../stages/situation.ts';
import { addDays, isoDateOf, type IsoDate } from '../vocabulary/dates.ts';
import { generateHistory } from '../testing/histories.ts';
import { testCaseId } from '../testing/facts.ts';
import { smallTree } from '../testing/situations.ts';
import { standardParameters } from '../vocabulary/parameters.ts';
import { type Outlook, outlookOf, phaseOn, sidesOf, textOn } from './outlook.ts';
import { tasksOf } from './tasks.ts';

const situationAt = (facts: readonly Fact[], asOf: IsoDate) =>
  situationOf({
    state: fold(testCaseId, inFoldOrder(resolveHistory(facts).facts)),
    asOf,
    parameters: standardParameters(),
    governments: smallTree,
    actors: {},
  });

/** What the kept list says on a later day. */
function readOn({ tasks }: Outlook, side: string, day: IsoDate) {
  return tasks
    .filter((own) => own.side === side && (own.task.visibleFrom === null || own.task.visibleFrom <= day))
    .map(({ task, duty }) => {
      const phase = duty && phaseOn(duty.phases, day);
      return [task.key, task.kind, phase?.light, textOn({ ...task, phase, lateUntil: duty?.lateUntil ?? null }, day)];
    })
    .sort();
}

const terms = (obligation: string, dueOn: string) => ({
  obligation,
  title: { zh: obligation, en: obligation },
  origin: 'agreed',
  liable: ['110000'],
  deadline: { text: { zh: dueOn, en: dueOn }, readings: [{ reading: 'strict', dueOn }], defaultReading: 'strict' },
});

function history(): LiveCase {
  const live = new LiveCase();
  live.do('2026-01-01', '110000', 'openCase', { title: { zh: '例', en: 'Case' }, parties: ['110000', '120000'] });
  live.do('2026-01-02', '110000', 'raiseTopic', { topic: 't', title: { zh: '题', en: 'Topic' }, by: ['110000'] });
  for (const [id, due] of [
    ['a', '2026-03-01'],
    ['b', '2026-02-01'],
    ['c', '2026-06-01'],
  ] as const) {
    live.do('2026-01-03', '110000', 'draftObligation', terms(id, due));
    live.do('2026-01-04', '110000', 'acceptObligation', { obligation: id, by: '110000' });
  }
  return live;
}

describe('the kept list', () => {
  test('says on every later day what is computed that day', () => {
    const live = history();
    live.do('2026-01-20', '110000', 'requestExtension', {
      obligation: 'c',
      by: '110000',
      newDueOn: '2026-08-01',
    });
    live.do('2026-02-05', '110000', 'reportObligation', { obligation: 'b', by: '110000', completion: 'complete' });
    const on = isoDateOf('2026-02-06');
    const kept = outlookOf(situationAt(live.facts, on));
    let compared = 0;
    for (let later = 0; later < 200; later++) {
      const day = addDays(on, later);
      const situation = situationAt(live.facts, day);
      for (const side of sidesOf(situation)) {
        const computed = tasksOf(situation, side).map(({ key, kind, light, text }) => [key, kind, light?.light, text]);
        expect(readOn(kept, side, day), `${side} ${day}`).toEqual(computed.sort());
        compared += computed.length;
      }
    }
    expect(compared).toBeGreaterThan(500);
  });
  test.each([1, 2, 3, 4])('does so for generated histories (seed %i)', (seed) => {
    const facts = generateHistory(seed, { size: 400 });
    const days = facts.map(({ occurred }) => occurred.last).sort();
    for (const on of [days[Math.floor(days.length / 2)], days.at(-1)]) {
      const known = facts.filter(({ occurred }) => occurred.last <= (on as string));
      const kept = outlookOf(situationAt(known, on as IsoDate));
      for (const later of [0, 1, 30, 90, 91, 400, 2000]) {
        const day = addDays(on as IsoDate, later);
        const situation = situationAt(known, day);
        for (const side of sidesOf(situation)) {
          const computed = tasksOf(situation, side).map(({ key, kind, light, text }) => [key, kind, light?.light, text]);
          expect(readOn(kept, side, day), `${side} ${day}`).toEqual(computed.sort());
        }
      }
    }
  });
  test('has each light begin on its day', () => {
    const { duties } = outlookOf(situationAt(history().facts, isoDateOf('2026-01-10')));
    // 57 days, a fifth of them are 11: yellow from 18 February, red from the day after the due date.
    expect(duties.find(({ obligation }) => obligation === 'a')?.phases.map(({ from, light }) => [from, light])).toEqual([
      ['2026-01-10', 'green'],
      ['2026-02-18', 'yellow'],
      ['2026-03-02', 'red'],
    ]);
  });
});
