/** A live duty under no agreement: it binds, and can be late, once all who owe it have accepted it, or a superior assigns it. */
import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../report/sentence.ts';
import { deadlineOf, factOf } from '../testing/facts.ts';
import { LiveCase } from '../testing/live.ts';
import { situationOn } from '../testing/situations.ts';
import type { ActorId, ObligationId } from '../vocabulary/ids.ts';
import { tasksOf } from './tasks.ts';
import { timersOf } from './timers.ts';

const [a, b] = ['610100', '610400'];
const province = '610000';
const title = (text: string) => ({ zh: text, en: text });
const due = (dueOn: string) => ({ text: title(dueOn), readings: [{ reading: 'day', dueOn }], defaultReading: 'day' });
const duty = {
  obligation: 'd',
  title: title('Roads'),
  origin: 'agreed',
  liable: [a, b],
  lead: a,
  measure: title('km'),
  deadline: due('2026-03-31'),
};

function drafted(): LiveCase {
  const live = new LiveCase();
  live.do('2026-01-05', a, 'openCase', { title: title('Case'), parties: [a, b] });
  live.do('2026-01-07', b, 'draftObligation', duty);
  return live;
}
const dutyOn = (live: LiveCase, on: string) => live.situation(on).dutyById.get('d' as ObligationId);

describe('drafted, not accepted', () => {
  it('is not late on the day after its date, and is said to wait for those who are to accept it', () => {
    const live = drafted();
    expect(dutyOn(live, '2026-09-30')).toMatchObject({
      unaccepted: true,
      pending: true,
      overdue: false,
      overdueSince: null,
      daysLate: 0,
      schedule: null,
    });
    const context = live.context('2026-09-30', a);
    const { sentence } = sentenceOf(context.situation, context.diagnosis().findings, context.principles());
    expect(sentence.zh).toContain('1项义务尚未被全部承担方接受，尚不生效，不计逾期');
    expect(sentence.en).toContain('1 duty waits to be accepted: binding nobody yet, and not late.');
    expect(context.diagnosis().findings.map(({ id, status }) => `${id} ${status}`)).not.toContain('decisionWithoutAction active');
    expect(timersOf(live.situation('2026-09-30')).filter(({ kind }) => kind === 'overdue' || kind === 'slipProposed')).toEqual([]);
  });
  it('waits on the list of each who has not accepted it, and is nobody’s to deliver', () => {
    const live = drafted();
    const of = (actor: string) => tasksOf(live.situation('2026-09-30'), actor as ActorId).map(({ kind, command }) => `${kind} ${command}`);
    expect(of(a)).toContain('waiting acceptObligation');
    live.do('2026-02-01', a, 'acceptObligation', { obligation: 'd', by: a });
    expect(of(a).filter((line) => line.startsWith('owe'))).toEqual([]);
    expect(of(b)).toContain('waiting acceptObligation');
  });
  it('does not bind while one of two has not accepted, and binds from the last acceptance, late from its date on', () => {
    const live = drafted();
    live.do('2026-02-01', a, 'acceptObligation', { obligation: 'd', by: a });
    expect(dutyOn(live, '2026-09-30')).toMatchObject({ pending: true, overdue: false });
    live.do('2026-02-02', b, 'acceptObligation', { obligation: 'd', by: b });
    expect(dutyOn(live, '2026-04-10')).toMatchObject({ pending: false, overdue: true, daysLate: 10 });
  });
  it('contested, it waits; assigned by a superior it binds at once, accepted or not', () => {
    const live = drafted();
    live.do('2026-02-01', a, 'contestObligation', { obligation: 'd', by: a, reason: title('too much') });
    expect(dutyOn(live, '2026-09-30')).toMatchObject({ pending: true, overdue: false });
    live.do('2026-02-10', province, 'assignObligation', { obligation: 'd', by: province });
    expect(dutyOn(live, '2026-04-10')).toMatchObject({ pending: false, overdue: true });
  });
  it('an archive is silent on acceptance: there it counts as its coder recorded it', () => {
    const facts = (origin: 'live' | 'archive') => [
      factOf('caseOpened', { title: title('Case'), parties: [a, b] }, { on: '2026-01-05', origin }),
      factOf('obligationDrafted', { ...duty, deadline: deadlineOf('2026-03-31') } as never, { on: '2026-01-07', origin }),
    ];
    const overdue = (origin: 'live' | 'archive') => situationOn('2026-09-30', facts(origin)).duties[0]?.overdue;
    expect([overdue('live'), overdue('archive')]).toEqual([false, true]);
  });
});
