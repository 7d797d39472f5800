import { describe, expect, test } from 'vitest';
import { ruleTableSchema } from '../events/ruleTables.ts';
import { LiveCase } from '../testing/live.ts';
import { addDays, isoDateOf } from '../vocabulary/dates.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import { proposedSlips } from './slips.ts';
import { tasksOf } from './tasks.ts';
import { timersOf } from './timers.ts';

const [a, b, province, centre] = ['610100', '610400', '610000', '000000'];
const title = (text: string) => ({ zh: text, en: text });
const deadline = (dueOn: string) => ({ text: title(dueOn), readings: [{ reading: 'day', dueOn }], defaultReading: 'day' });
const steps = [
  { slip: 'blue', graceDays: 5, up: 0 },
  { slip: 'orange', graceDays: 3, up: 1 },
  { slip: 'red', graceDays: 10, up: 2 },
];
const rule = (more: object = {}) => ({
  rule: 'slips',
  title: title('Slips'),
  subject: 'evaluation',
  by: [a, b],
  scope: [a, b],
  table: { kind: 'escalation', steps },
  ...more,
});

function owing(adopted: object | null = rule()): LiveCase {
  const live = new LiveCase();
  live.do('2026-01-05', a, 'openCase', { title: title('Case'), parties: [a, b] });
  if (adopted !== null) live.do('2026-01-05', a, 'adoptRule', adopted);
  const terms = {
    obligation: 'd',
    title: title('d'),
    origin: 'agreed',
    liable: [a],
    measure: title('m'),
    deadline: deadline('2026-06-30'),
  };
  live.do('2026-01-06', a, 'draftObligation', terms);
  live.do('2026-01-06', a, 'acceptObligation', { obligation: 'd', by: a });
  return live;
}
const proposed = (live: LiveCase, on: string) => {
  const situation = live.situation(on);
  return situation.duties.flatMap((duty) =>
    proposedSlips(situation, duty).map(({ slip, step, by, from }) => `${from} ${slip} ${step} ${by.join(',')}`),
  );
};
const shownTo = (live: LiveCase, actor: string, on: string) =>
  tasksOf(live.situation(on), actor as ActorId).filter(({ key }) => key === 'proposedSlip|d').length;
const issue = (live: LiveCase, on: string, by: string, slip: string, answerBy?: string) =>
  live.do(on, by, 'issueReminder', { obligation: 'd', by, slip, ...(answerBy !== undefined && { answerBy }) });

describe('slips by the rules of a case', () => {
  test('nothing is proposed where the case has adopted no rule', () => {
    expect(proposed(owing(null), '2026-12-31')).toEqual([]);
  });
  test('after its grace the first goes to whoever decides; let lie, it goes up the line', () => {
    // Due 30 June, late from 1 July; five days of grace, then three, then ten.
    const expected = ['2026-07-06 blue 1 610400', '2026-07-09 blue 1 610000', '2026-07-19 blue 1 000000'];
    for (const on of ['2026-01-07', '2026-07-06', '2027-01-01']) expect(proposed(owing(), on)).toEqual(expected);
    const live = owing();
    expect(['2026-07-05', '2026-07-06'].map((on) => shownTo(live, b, on))).toEqual([0, 1]);
    expect(['2026-07-08', '2026-07-09'].map((on) => shownTo(live, province, on))).toEqual([0, 1]);
    expect(['2026-07-18', '2026-07-19'].map((on) => shownTo(live, centre, on))).toEqual([0, 1]);
    // Whoever owes is not asked to judge himself.
    expect(shownTo(live, a, '2026-12-31')).toBe(0);
  });
  test('the proposal says for how long, in days or in the one day', () => {
    const textOf = (graceDays: number) => {
      const live = owing(rule({ table: { kind: 'escalation', steps: [{ slip: 'blue', graceDays, up: 0 }] } }));
      const situation = live.situation('2026-12-31');
      return situation.duties.flatMap((duty) => proposedSlips(situation, duty).map(({ text }) => text))[0];
    };
    expect(textOf(5)?.en).toContain(': 5 days past due and not done');
    expect(textOf(5)?.zh).toContain('到期后5天仍未办结');
    expect(textOf(1)?.en).toContain(': 1 day past due and not done');
  });
  test('each slip on record, unanswered, brings the next colour to the next office, and it can be issued that day', () => {
    const live = owing();
    issue(live, '2026-07-06', b, 'blue', '2026-07-12');
    expect(proposed(live, '2026-07-06')).toEqual(['2026-07-16 orange 2 610000', '2026-07-26 orange 2 000000']);
    issue(live, '2026-07-16', province, 'orange', '2026-07-20');
    expect(proposed(live, '2026-07-16')).toEqual(['2026-07-31 red 3 000000']);
    issue(live, '2026-07-31', centre, 'red', '2026-08-05');
    expect(proposed(live, '2026-09-01')).toEqual([]);
  });
  test('an answer ends it, and so do an extension and a stop of the clock, from which it counts anew', () => {
    const answered = owing();
    issue(answered, '2026-07-06', b, 'blue', '2026-07-12');
    answered.do('2026-07-10', a, 'reportProgress', { obligation: 'd', by: a, completion: 'limited' });
    expect(proposed(answered, '2026-12-31')).toEqual([]);

    const stopped = owing();
    stopped.do('2026-06-01', b, 'suspendObligation', { obligation: 'd', by: b, reason: title('flood') });
    expect(proposed(stopped, '2026-12-31')).toEqual([]);
    stopped.do('2026-06-21', b, 'resumeObligation', { obligation: 'd', by: b });
    expect(proposed(stopped, '2026-06-22')[0]).toBe(`${addDays(isoDateOf('2026-07-06'), 20)} blue 1 610400`);
  });
  test('the timer of a step carries its day, and the ways without a rule are silent', () => {
    const timers = timersOf(owing().situation('2026-01-07')).map(
      ({ kind, subject, dueOn, recipients }) => `${dueOn} ${kind} ${subject} ${recipients}`,
    );
    expect(timers).toEqual([
      '2026-05-26 dueSoon d 610100',
      '2026-07-01 overdue d 610100,610400',
      '2026-07-06 slipProposed d/1.0 610400',
      '2026-07-09 slipProposed d/1.1 610000',
      '2026-07-19 slipProposed d/1.2 000000',
    ]);
  });
  test('a rule binds from its day on, a later version replaces it, and one for others changes nothing', () => {
    expect(proposed(owing(rule({ from: '2026-08-01' })), '2026-01-07')[0]).toBe('2026-08-01 blue 1 610400');
    expect(proposed(owing(rule({ until: '2026-07-07' })), '2026-01-07')).toEqual(['2026-07-06 blue 1 610400']);
    expect(proposed(owing(rule({ scope: [b] })), '2026-12-31')).toEqual([]);
    const live = owing();
    live.do('2026-02-01', a, 'adoptRule', rule({ table: { kind: 'escalation', steps: [{ slip: 'blue', graceDays: 30, up: 0 }] } }));
    expect(proposed(live, '2026-02-02')).toEqual(['2026-07-31 blue 1 610400']);
  });
  test('a table that skips a colour, or goes down the line, is refused', () => {
    const table = (own: readonly object[]) => ruleTableSchema.safeParse({ kind: 'escalation', steps: own }).success;
    expect(table(steps)).toBe(true);
    expect(table(steps.slice(1))).toBe(false);
    expect(table([steps[0] as object, steps[2] as object])).toBe(false);
    expect(
      table([
        { slip: 'blue', graceDays: 1, up: 1 },
        { slip: 'orange', graceDays: 1, up: 0 },
      ]),
    ).toBe(false);
  });
});
