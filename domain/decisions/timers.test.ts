import { describe, expect, test } from 'vitest';
import { LiveCase } from '../testing/live.ts';
import { timersOf } from './timers.ts';

const [a, b] = ['610100', '610400'];
const province = '610000';
const title = (text: string) => ({ zh: text, en: text });
const day = (dueOn: string) => ({ text: title(dueOn), readings: [{ reading: 'day', dueOn }], defaultReading: 'day' });
/** Each says what it is about and what is to be done, in both languages. */
const timers = (live: LiveCase, on: string) =>
  timersOf(live.situation(on)).map(({ kind, subject, dueOn, recipients, title: about, text }) => {
    for (const words of [about, text]) for (const own of [words?.zh, words?.en]) expect(own, kind).toMatch(/./u);
    return `${dueOn} ${kind} ${subject} ${recipients.join(',')}`;
  });

function owing(): LiveCase {
  const live = new LiveCase();
  live.do('2026-01-05', a, 'openCase', { title: title('Case'), parties: [a, b] });
  live.do('2026-01-06', a, 'draftObligation', {
    obligation: 'd',
    title: title('d'),
    origin: 'agreed',
    liable: [a],
    measure: title('m'),
    deadline: day('2026-06-30'),
  });
  live.do('2026-01-06', a, 'acceptObligation', { obligation: 'd', by: a });
  return live;
}
/** 175 days, a fifth of them are 35; a week for each step up the line. */
const clockOf = (warn: string, late: string, steps: readonly string[]) => [
  `${warn} dueSoon d ${a}`,
  `${late} overdue d ${a},${b}`,
  `${steps[0]} escalated d/1 ${province}`,
  `${steps[1]} escalated d/2 000000`,
];

describe('timers', () => {
  test('a duty warns, is overdue, and goes up the line step by step', () => {
    expect(timers(owing(), '2026-01-07')).toEqual(clockOf('2026-05-26', '2026-07-01', ['2026-07-08', '2026-07-15']));
  });
  test('are the same whenever they are asked for, as long as no fact is added', () => {
    const live = owing();
    expect(timers(live, '2027-01-01')).toEqual(timers(live, '2026-01-07'));
  });
  test('an extension moves them, and until it is decided it has one of its own', () => {
    const live = owing();
    const [asked] = live.do('2026-03-02', a, 'requestExtension', { obligation: 'd', by: a, newDueOn: '2026-08-31' });
    expect(timers(live, '2026-03-03')).toContain(`2026-03-07 extensionUnanswered d/${asked?.id} ${b}`);
    live.do('2026-03-05', b, 'grantExtension', { obligation: 'd', by: b, newDueOn: '2026-08-31' });
    // 237 days, a fifth of them are 47.
    expect(timers(live, '2026-03-06')).toEqual(clockOf('2026-07-15', '2026-09-01', ['2026-09-08', '2026-09-15']));
  });
  test('a slip without answer is told to those who owe, and the colour says how far up the line', () => {
    const live = owing();
    const slip = (on: string, colour: string) => live.do(on, b, 'issueReminder', { obligation: 'd', by: b, slip: colour });
    const told = (on: string) => timers(live, on).filter((own) => own.includes('slipUnanswered'));
    // Seven days to answer, told the day after; blue stays with the two sides, orange reaches the province, red the centre.
    slip('2026-07-10', 'blue');
    expect(told('2026-07-11')).toEqual([`2026-07-18 slipUnanswered d/blue ${a},${b}`]);
    slip('2026-07-18', 'orange');
    expect(told('2026-07-19')).toEqual([`2026-07-26 slipUnanswered d/orange ${province},${a},${b}`]);
    slip('2026-07-26', 'red');
    expect(told('2026-07-27')).toEqual([`2026-08-03 slipUnanswered d/red 000000,${province},${a},${b}`]);
    live.do('2026-07-28', a, 'reportProgress', { obligation: 'd', by: a });
    expect(told('2026-07-29')).toEqual([]);
  });
  test('what was reported complete in time is waited for, not chased', () => {
    const live = owing();
    live.do('2026-05-01', a, 'reportObligation', { obligation: 'd', by: a, completion: 'complete' });
    expect(timers(live, '2026-05-02')).toEqual([]);
  });
});
