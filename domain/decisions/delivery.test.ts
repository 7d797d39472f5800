/** One duty from drafting to the look-back, with everything that is refused on the way; and the traces of contract checkers. */
import { describe, expect, it } from 'vitest';
import { LiveCase } from '../testing/live.ts';
import type { FactId } from '../vocabulary/ids.ts';

const [a, b, c] = ['610100', '610300', '610400'];
const province = '610000';
const title = (text: string) => ({ zh: text, en: text });
const deadline = (dueOn: string) => ({ text: title(dueOn), readings: [{ reading: 'day', dueOn }], defaultReading: 'day' });

const terms = {
  title: title('Bridge'),
  origin: 'agreed',
  liable: [a],
  measure: title('open to traffic'),
  deadline: deadline('2027-06-30'),
  orElse: title('pays the other side'),
};

function withDuty(more: object = {}): LiveCase {
  const live = new LiveCase();
  live.do('2026-01-05', a, 'openCase', { title: title('Case'), parties: [a, b, c] });
  live.do('2026-01-06', a, 'draftObligation', { obligation: 'd', ...terms, ...more });
  return live;
}

function inEffect(more: object = {}): LiveCase {
  const live = withDuty(more);
  live.do('2026-01-07', a, 'acceptObligation', { obligation: 'd', by: a });
  return live;
}

function underReview(): LiveCase {
  const live = inEffect();
  live.do('2027-05-01', a, 'reportObligation', { obligation: 'd', by: a, completion: 'complete' });
  live.do('2027-05-05', b, 'reviewObligation', { obligation: 'd', by: b, completion: 'complete' });
  return live;
}

const statusOf = (live: LiveCase, on: string) => live.situation(on).state.obligations.get('d' as never)?.status;

describe('from draft to look-back', () => {
  it('goes the whole way', () => {
    const live = underReview();
    live.do('2027-05-06', b, 'fulfilObligation', { obligation: 'd' });
    live.do('2027-05-07', a, 'requestCloseOut', { obligation: 'd', by: a });
    live.do('2027-05-10', b, 'publiciseCloseOut', { obligation: 'd', by: b, until: '2027-05-17' });
    live.do('2027-05-18', b, 'closeOutObligation', { obligation: 'd' });
    expect(statusOf(live, '2027-05-18')).toBe('closedOut');
    live.do('2027-11-18', b, 'lookBack', { obligation: 'd', holds: false });
    live.do('2027-11-19', b, 'reopenObligation', { obligation: 'd' });
    expect(statusOf(live, '2027-11-19')).toBe('reopened');
  });

  it('lets nobody judge what he owes', () => {
    const live = inEffect();
    live.do('2027-05-01', a, 'reportObligation', { obligation: 'd', by: a, completion: 'complete' });
    for (const by of [a, `${a}/transport`]) {
      expect(live.refused('2027-05-02', by, 'reviewObligation', { obligation: 'd', by, completion: 'complete' }).refusal).toBe(
        'judgeInOwnCause',
      );
    }
    // A government of another branch is neither party nor superior.
    expect(
      live.refused('2027-05-02', '620000', 'reviewObligation', { obligation: 'd', by: '620000', completion: 'complete' }).refusal,
    ).toBe('notEntitled');
    live.do('2027-05-02', province, 'reviewObligation', { obligation: 'd', by: province, completion: 'complete' });
  });

  it('signs off only what an assessment found complete', () => {
    const live = inEffect();
    live.do('2027-05-01', a, 'reportObligation', { obligation: 'd', by: a, completion: 'complete' });
    expect(live.refused('2027-05-02', b, 'fulfilObligation', { obligation: 'd' }).refusal).toBe('wrongState');
    live.do('2027-05-02', b, 'reviewObligation', { obligation: 'd', by: b, completion: 'limited' });
    expect(live.refused('2027-05-03', b, 'fulfilObligation', { obligation: 'd' }).refusal).toBe('stepMissing');
    live.do('2027-05-03', b, 'returnObligation', { obligation: 'd' });
    expect(statusOf(live, '2027-05-03')).toBe('returned');
  });

  it('closes out after an application and five working days in public', () => {
    const live = underReview();
    live.do('2027-05-06', b, 'fulfilObligation', { obligation: 'd' });
    expect(live.refused('2027-05-07', b, 'publiciseCloseOut', { obligation: 'd', by: b, until: '2027-06-01' }).refusal).toBe('stepMissing');
    live.do('2027-05-07', a, 'requestCloseOut', { obligation: 'd', by: a });
    // 2027-05-10 is a Monday: five working days later is the next Monday.
    expect(live.refused('2027-05-10', b, 'publiciseCloseOut', { obligation: 'd', by: b, until: '2027-05-16' }).refusal).toBe('wrongDate');
    live.do('2027-05-10', b, 'publiciseCloseOut', { obligation: 'd', by: b, until: '2027-05-17' });
    expect(live.refused('2027-05-17', b, 'closeOutObligation', { obligation: 'd' }).refusal).toBe('tooEarly');
    live.do('2027-05-18', b, 'closeOutObligation', { obligation: 'd' });
  });

  it('does not sign off on an assessment that is older than the report', () => {
    const live = underReview();
    live.do('2027-05-06', b, 'returnObligation', { obligation: 'd' });
    live.do('2027-05-07', a, 'reportObligation', { obligation: 'd', by: a, completion: 'complete' });
    live.do('2027-05-08', a, 'reportProgress', { obligation: 'd', by: a, completion: 'substantial' });
    live.do('2027-05-09', b, 'reviewObligation', { obligation: 'd', by: b, completion: 'complete' });
    live.do('2027-05-10', a, 'reportProgress', { obligation: 'd', by: a, completion: 'limited' });
    expect(live.refused('2027-05-11', b, 'fulfilObligation', { obligation: 'd' }).refusal).toBe('stepMissing');
    live.do('2027-05-12', b, 'reviewObligation', { obligation: 'd', by: b, completion: 'complete' });
    live.do('2027-05-12', b, 'fulfilObligation', { obligation: 'd' });
  });

  it('takes a joint report from the lead alone', () => {
    const live = withDuty({ liable: [a, b], lead: b });
    for (const by of [a, b]) live.do('2026-01-07', by, 'acceptObligation', { obligation: 'd', by });
    expect(live.refused('2026-05-01', a, 'reportObligation', { obligation: 'd', by: a }).refusal).toBe('notEntitled');
    live.do('2026-05-01', b, 'reportObligation', { obligation: 'd', by: b });
  });

  it('gives the assessed one reply to each assessment', () => {
    const live = inEffect();
    const [review] = live.do('2027-05-02', b, 'reviewObligation', { obligation: 'd', by: b, completion: 'limited' });
    const to = review?.id as FactId;
    expect(live.refused('2027-05-03', b, 'reply', { obligation: 'd', by: b, to, text: title('no') }).refusal).toBe('notEntitled');
    live.do('2027-05-03', a, 'reply', { obligation: 'd', by: a, to, text: title('no') });
    expect(live.refused('2027-05-04', a, 'reply', { obligation: 'd', by: a, to, text: title('no') }).refusal).toBe('alreadyThere');
    expect(live.refused('2027-05-04', a, 'reply', { obligation: 'd', by: a, to: 'nothing', text: title('no') }).refusal).toBe(
      'unknownSubject',
    );
  });
});

describe('time', () => {
  it('an extension is asked on the due date at the latest, and decided by another', () => {
    const ask = { obligation: 'd', by: a, newDueOn: '2027-12-31' };
    expect(inEffect().refused('2027-07-01', a, 'requestExtension', ask).refusal).toBe('tooLate');
    const live = inEffect();
    expect(live.refused('2027-06-30', a, 'requestExtension', { ...ask, newDueOn: '2027-06-30' }).refusal).toBe('wrongDate');
    live.do('2027-06-30', a, 'requestExtension', ask);
    // Asking stops nothing: the next day it is late.
    expect(live.situation('2027-07-01').duties[0]?.overdue).toBe(true);
    expect(live.refused('2027-07-01', a, 'grantExtension', { obligation: 'd', newDueOn: '2027-12-31' }).refusal).toBe('judgeInOwnCause');
    expect(live.refused('2027-07-01', b, 'grantExtension', { obligation: 'd', newDueOn: '2028-01-01' }).refusal).toBe('wrongDate');
    live.do('2027-07-01', b, 'grantExtension', { obligation: 'd', newDueOn: '2027-12-31' });
    expect(live.situation('2027-12-31').duties[0]?.overdue).toBe(false);
    expect(live.situation('2028-01-01').duties[0]?.overdue).toBe(true);
  });

  it('nothing is dated ahead, acts of will are not back-dated, readings may be', () => {
    const live = inEffect();
    expect(live.refused('2026-03-01', a, 'reportProgress', { obligation: 'd', by: a }, '2026-03-02').refusal).toBe('wrongDate');
    expect(live.refused('2026-03-01', a, 'reportProgress', { obligation: 'd', by: a }, '2026-02-01').refusal).toBe('wrongDate');
    const reading = { indicator: 'i', subject: a, period: { first: '2026-01-01', last: '2026-01-31' }, value: 1, unit: 'u' };
    live.do('2026-03-01', a, 'readIndicator', reading, '2026-02-01');
  });

  it('a step that would fold before one of the same day waits for tomorrow', () => {
    const live = inEffect();
    live.do('2027-05-01', a, 'reportObligation', { obligation: 'd', by: a });
    live.do('2027-05-01', b, 'returnObligation', { obligation: 'd' });
    expect(live.refused('2027-05-01', a, 'reportObligation', { obligation: 'd', by: a }).refusal).toBe('orderWithinDay');
    live.do('2027-05-02', a, 'reportObligation', { obligation: 'd', by: a });
    expect(statusOf(live, '2027-05-02')).toBe('reported');
  });

  it('a violation is found when it is overdue and nothing about the date is open', () => {
    const live = inEffect();
    expect(live.refused('2027-06-30', b, 'findViolation', { obligation: 'd', by: b }).refusal).toBe('wrongState');
    live.do('2027-07-01', a, 'contestOverdue', { obligation: 'd', by: a });
    expect(live.refused('2027-07-02', b, 'findViolation', { obligation: 'd', by: b }).refusal).toBe('stepMissing');
    live.do('2027-07-03', b, 'decideOverdue', { obligation: 'd', by: b, upheld: true });
    live.do('2027-07-04', b, 'findViolation', { obligation: 'd', by: b });
    expect(statusOf(live, '2027-07-04')).toBe('violated');
  });
});

describe('traces of contract checkers', () => {
  const walk = (live: LiveCase, steps: readonly (readonly [string, string, Parameters<LiveCase['do']>[2], object])[]) => {
    for (const [on, by, command, payload] of steps) live.do(on, by, command, { obligation: 'd', ...payload });
    return live;
  };
  const cure = (from: string, to: string) =>
    [
      [from, a, 'reportObligation', { by: a, completion: 'complete' }],
      [to, b, 'reviewObligation', { by: b, completion: 'complete' }],
    ] as const;
  it('met', () => {
    const live = walk(inEffect(), [...cure('2027-06-01', '2027-06-02'), ['2027-06-03', b, 'fulfilObligation', {}]]);
    expect(live.situation('2028-01-01').duties[0]).toMatchObject({ schedule: 'met', daysLate: 0, open: false });
  });
  it('reported in time and checked later is not late; what is returned is', () => {
    const live = walk(inEffect(), [['2027-06-30', a, 'reportObligation', { by: a, completion: 'complete' }]]);
    expect(live.situation('2027-07-20').duties[0]).toMatchObject({ overdue: false, daysLate: 0 });
    const returned = walk(live, [['2027-07-20', b, 'returnObligation', {}]]);
    expect(returned.situation('2027-07-20').duties[0]).toMatchObject({ overdue: true, daysLate: 20 });
  });
  it('missed', () => {
    expect(inEffect().situation('2027-07-10').duties[0]).toMatchObject({ schedule: 'notMet', daysLate: 10, overdue: true });
  });
  it('suspended: the clock does not run against it', () => {
    const live = walk(inEffect(), [['2027-06-01', b, 'suspendObligation', { by: b }]]);
    expect(live.situation('2027-12-01').duties[0]?.overdue).toBe(false);
    walk(live, [['2027-12-02', b, 'resumeObligation', { by: b }]]);
    // It stood for 184 days with 29 left: 2027-06-30 moves to 2027-12-31.
    expect(live.situation('2027-12-31').duties[0]).toMatchObject({ dueOn: '2027-12-31', overdue: false });
    expect(live.situation('2028-01-01').duties[0]).toMatchObject({ overdue: true, daysLate: 1 });
  });
  it('suspended when it was late already: the count goes on where it stood', () => {
    const live = walk(inEffect(), [['2027-07-10', b, 'suspendObligation', { by: b }]]);
    expect(live.situation('2027-12-01').duties[0]).toMatchObject({ daysLate: 10, overdue: false });
    walk(live, [['2027-12-01', b, 'resumeObligation', { by: b }]]);
    expect(live.situation('2027-12-03').duties[0]).toMatchObject({ daysLate: 12, overdue: true });
  });
  it('suspended twice: both pauses count; a date set anew starts without them', () => {
    const live = inEffect();
    for (const [from, to] of [
      ['2026-02-01', '2026-02-11'],
      ['2026-03-01', '2026-03-06'],
    ] as const)
      walk(live, [
        [from, b, 'suspendObligation', { by: b }],
        [to, b, 'resumeObligation', { by: b }],
      ]);
    expect(live.situation('2026-04-01').duties[0]?.dueOn).toBe('2027-07-15');
    walk(live, [
      ['2026-04-01', a, 'requestExtension', { by: a, newDueOn: '2027-12-31' }],
      ['2026-04-02', b, 'grantExtension', { newDueOn: '2027-12-31' }],
    ]);
    expect(live.situation('2026-04-02').duties[0]?.dueOn).toBe('2027-12-31');
  });
  it('discharged', () => {
    const live = walk(inEffect(), [['2027-06-01', b, 'dischargeObligation', {}]]);
    expect(live.situation('2028-01-01').duties[0]).toMatchObject({ open: false, overdue: false });
    expect(live.refused('2028-01-01', a, 'reportObligation', { obligation: 'd', by: a }).refusal).toBe('wrongState');
  });
  it('discharged by who is owed to, never by who owes; of what is discharged nothing is owed, late or not', () => {
    const live = inEffect();
    expect(live.refused('2027-06-01', a, 'dischargeObligation', { obligation: 'd', by: a }).refusal).toBe('judgeInOwnCause');
    walk(live, [['2027-07-20', b, 'dischargeObligation', { by: b }]]);
    expect(live.situation('2027-07-20').duties[0]).toMatchObject({ open: false, overdue: false });
    for (const [by, command, more] of [
      [b, 'issueReminder', { by: b, slip: 'blue' }],
      [b, 'findViolation', { by: b }],
      [b, 'suspendObligation', { by: b }],
    ] as const)
      expect(live.refused('2027-07-21', by, command, { obligation: 'd', ...more }).refusal, command).toBe('wrongState');
  });
  it('while it is suspended nothing is reported of it, no slip is issued and no breach is found; resumed, all of it is open again', () => {
    const live = walk(inEffect(), [['2027-07-10', b, 'suspendObligation', { by: b }]]);
    for (const [by, command, more] of [
      [a, 'reportObligation', { by: a, completion: 'complete' }],
      [b, 'issueReminder', { by: b, slip: 'blue' }],
      [b, 'findViolation', { by: b }],
      [b, 'suspendObligation', { by: b }],
    ] as const)
      expect(live.refused('2027-08-01', by, command, { obligation: 'd', ...more }).refusal, command).toBe('wrongState');
    walk(live, [
      ['2027-09-01', b, 'resumeObligation', { by: b }],
      ...cure('2027-09-02', '2027-09-03'),
      ['2027-09-04', b, 'fulfilObligation', {}],
    ]);
    // Ten days late before the pause, and the day after it.
    expect(live.situation('2027-09-04').duties[0]).toMatchObject({ schedule: 'met', open: false, daysLate: 11 });
  });
  it('late cure', () => {
    const live = walk(inEffect(), [
      ['2027-08-01', b, 'findViolation', { by: b }],
      ...cure('2027-09-01', '2027-09-02'),
      ['2027-09-08', b, 'fulfilObligation', {}],
    ]);
    expect(live.situation('2028-01-01').duties[0]).toMatchObject({ schedule: 'met', daysLate: 63, open: false });
  });
  it('power exerted by its holder, once it is given; refused after it expired', () => {
    const power = { power: 'stop', holder: province, effect: 'suspend', until: '2027-03-31' };
    const live = inEffect({ powers: [power] });
    expect(live.refused('2027-03-31', b, 'exercisePower', { obligation: 'd', by: b, power: 'stop' }).refusal).toBe('notEntitled');
    expect(live.refused('2027-04-01', province, 'exercisePower', { obligation: 'd', by: province, power: 'stop' }).refusal).toBe('tooLate');
    expect(live.refused('2027-03-31', province, 'exercisePower', { obligation: 'd', by: province, power: 'other' }).refusal).toBe(
      'unknownSubject',
    );
    walk(live, [['2027-03-31', province, 'exercisePower', { by: province, power: 'stop' }]]);
    expect(statusOf(live, '2027-03-31')).toBe('suspended');
  });
  it('power to resume: only what is suspended, and the clock starts again where it stood', () => {
    const go = { power: 'go', holder: province, effect: 'resume' };
    const live = inEffect({ powers: [go] });
    const use = { obligation: 'd', by: province, power: 'go' };
    expect(live.refused('2027-06-01', province, 'exercisePower', use).refusal).toBe('wrongState');
    walk(live, [
      ['2027-06-10', b, 'suspendObligation', { by: b }],
      ['2027-06-20', province, 'exercisePower', { by: province, power: 'go' }],
    ]);
    expect(live.situation('2027-06-20').duties[0]).toMatchObject({ dueOn: '2027-07-10', overdue: false });
  });
  it('power to discharge ends the duty; a sanction changes nothing in it', () => {
    const powers = [
      { power: 'end', holder: province, effect: 'discharge' },
      { power: 'fine', holder: province, effect: 'sanction' },
    ];
    const live = walk(inEffect({ powers }), [['2027-07-05', province, 'exercisePower', { by: province, power: 'fine' }]]);
    expect(live.situation('2027-07-05').duties[0]).toMatchObject({ overdue: true, open: true });
    walk(live, [['2027-07-06', province, 'exercisePower', { by: province, power: 'end' }]]);
    expect(live.situation('2027-07-06').duties[0]).toMatchObject({ overdue: false, open: false });
    expect(live.refused('2027-07-07', province, 'exercisePower', { obligation: 'd', by: province, power: 'fine' }).refusal).toBe(
      'wrongState',
    );
  });
  it('late cure of what was found violated is no breach that stands', () => {
    const live = walk(inEffect(), [['2027-08-01', b, 'findViolation', { by: b }], ...cure('2027-09-01', '2027-09-02')]);
    expect(live.situation('2027-09-02').duties[0]).toMatchObject({ open: false, schedule: 'met' });
  });
});
