/** A duty that was accepted under a text nobody has signed: it binds, and can be late, from the signature on. */
import { describe, expect, it } from 'vitest';
import { awaitsSignature } from '../cases/state.ts';
import { sentenceOf } from '../report/sentence.ts';
import { deadlineOf, factOf } from '../testing/facts.ts';
import { LiveCase } from '../testing/live.ts';
import { situationOn } from '../testing/situations.ts';
import type { ActorId, ObligationId } from '../vocabulary/ids.ts';
import { outlookOf, textOn } from './outlook.ts';
import { tasksOf } from './tasks.ts';
import { timersOf } from './timers.ts';

const [a, b] = ['610100', '610400'];
const province = '610000';
const title = (text: string) => ({ zh: text, en: text });
const due = (dueOn: string) => ({ text: title(dueOn), readings: [{ reading: 'day', dueOn }], defaultReading: 'day' });
const pact = { agreement: 'pact', title: title('Pact'), parties: [a, b], topics: [], clauses: [{ clause: '1', text: title('roads') }] };
const duty = {
  obligation: 'd',
  title: title('Roads'),
  agreement: 'pact',
  clause: '1',
  origin: 'agreed',
  liable: [a],
  measure: title('km'),
  deadline: due('2026-03-31'),
  orElse: title('pays a penalty'),
};

function accepted(): LiveCase {
  const live = new LiveCase();
  live.do('2026-01-05', a, 'openCase', { title: title('Case'), parties: [a, b] });
  live.do('2026-01-06', a, 'draftAgreement', pact);
  live.do('2026-01-07', b, 'draftObligation', duty);
  live.do('2026-01-08', a, 'acceptObligation', { obligation: 'd', by: a });
  return live;
}

const dutyOn = (live: LiveCase, on: string) => live.situation(on).dutyById.get('d' as ObligationId);
const headline = (live: LiveCase, on: string) => {
  const context = live.context(on, a);
  return sentenceOf(context.situation, context.diagnosis().findings, context.principles()).sentence;
};

describe('accepted, not signed', () => {
  it('binds and is late all the same once a superior has assigned it', () => {
    const live = accepted();
    expect(dutyOn(live, '2026-04-01')?.overdue).toBe(false);
    const { obligation, ...own } = duty;
    live.do('2026-01-09', province, 'assignObligation', { obligation: 'e', by: province, terms: { ...own, origin: 'assigned' } });
    const { dutyById, state } = live.situation('2026-04-01');
    const assigned = dutyById.get('e' as ObligationId);
    expect(assigned?.overdue).toBe(true);
    expect(assigned && awaitsSignature(state, assigned.obligation)).toBe(false);
  });
  it('is not late on the day after its date, is said to wait for the signature, and is in no headline of overdue', () => {
    const live = accepted();
    expect(dutyOn(live, '2026-09-30')).toMatchObject({ unsigned: true, overdue: false, overdueSince: null, daysLate: 0, schedule: null });
    expect(headline(live, '2026-09-30').en).toContain('1 duty waits for the agreement to be signed');
    expect(headline(live, '2026-09-30').zh).toContain('1项义务所属协议尚未签署');
    expect(headline(live, '2026-09-30').zh).not.toContain('逾期未了');
    const ids = live
      .context('2027-09-30', a)
      .diagnosis()
      .findings.map(({ id, status }) => `${id} ${status}`);
    expect(ids).not.toContain('decisionWithoutAction active');
  });
  it('is nobody’s to deliver: it is held up, and what can be done is to sign', () => {
    const live = accepted();
    const list = tasksOf(live.situation('2026-03-30'), a as ActorId).map(({ kind, key, command, light }) => ({
      kind,
      key,
      command,
      light: light?.light,
    }));
    expect(list).toEqual([
      { kind: 'waiting', key: 'sign|pact', command: 'signAgreement', light: undefined },
      { kind: 'held', key: 'unsigned|d', command: undefined, light: 'grey' },
    ]);
    const outlook = outlookOf(live.situation('2026-03-30'));
    const held = outlook.tasks.find(({ side, task }) => side === (a as string) && task.key === 'unsigned|d');
    const [phase, ...later] = held?.duty?.phases ?? [];
    expect(later, 'the clock turns nothing').toEqual([]);
    const shown = { ...(held?.task as NonNullable<typeof held>['task']), phase, lateUntil: null };
    expect(textOn(shown, '2026-06-01' as never).zh).toContain('协议尚未签署');
  });
  it('wakes no timer of a due day, and no slip, finding or power is let through', () => {
    const live = accepted();
    expect(timersOf(live.situation('2026-09-30')).map(({ kind }) => kind)).toEqual([]);
    for (const [by, command, more] of [
      [b, 'issueReminder', { by: b, slip: 'blue', text: title('hurry') }],
      [b, 'findViolation', { by: b }],
      [a, 'requestExtension', { by: a, newDueOn: '2026-12-31' }],
      [a, 'contestOverdue', { by: a }],
    ] as const) {
      const refusal = live.refused('2026-09-30', by, command, { obligation: 'd', ...more });
      expect(refusal.refusal, command).toBe('wrongState');
      expect(refusal.text.zh).toContain('已接受、待签署');
    }
    // Work may begin before, and be told.
    live.do('2026-02-01', a, 'reportProgress', { obligation: 'd', by: a, completion: 'limited' });
  });
  it('binds from the signature, and is late from its date on', () => {
    const live = accepted();
    live.do('2026-02-01', b, 'signAgreement', { agreement: 'pact', framework: false });
    expect(dutyOn(live, '2026-03-31')).toMatchObject({
      unsigned: false,
      overdue: false,
      obligation: { status: 'inEffect', inEffect: { on: '2026-02-01' } },
    });
    expect(dutyOn(live, '2026-04-10')).toMatchObject({ overdue: true, daysLate: 10 });
    expect(timersOf(live.situation('2026-02-02')).map(({ kind, dueOn }) => `${kind} ${dueOn}`)).toContain('overdue 2026-04-01');
  });
  it('binds at once where a superior assigns it, signed or not', () => {
    const live = accepted();
    live.do('2026-02-01', province, 'assignObligation', { obligation: 'd', by: province });
    expect(dutyOn(live, '2026-04-10')).toMatchObject({ unsigned: false, overdue: true });
  });
  it('who contests after accepting has not accepted: the signature does not bind him', () => {
    const live = accepted();
    live.do('2026-01-20', a, 'contestObligation', { obligation: 'd', by: a, reason: title('too much') });
    expect(
      live.refused('2026-01-21', b, 'signAgreement', { agreement: 'pact', framework: false }).missing.map(({ what }) => what.en),
    ).toEqual(['“Roads” is not accepted by Northford (contested)']);
    live.do('2026-01-21', b, 'signAgreement', { agreement: 'pact', framework: true });
    expect(dutyOn(live, '2026-09-30')?.obligation).toMatchObject({ status: 'contested', inEffect: undefined });
  });
  it('signing on the day of the acceptance comes to the same in either order', () => {
    const facts = accepted().facts.filter(({ type }) => type !== 'obligationAccepted');
    const signed = factOf('agreementSigned', { ...pact, framework: false }, { on: '2026-02-01' });
    const acceptance = factOf('obligationAccepted', { obligation: 'd', by: a }, { on: '2026-02-01' });
    for (const last of [
      [signed, acceptance],
      [acceptance, signed],
    ]) {
      const own = situationOn('2026-04-10', [...facts, ...last]).dutyById.get('d' as ObligationId);
      expect(own).toMatchObject({ overdue: true, obligation: { inEffect: { on: '2026-02-01' } } });
    }
  });
});

describe('in an archive', () => {
  const archive = { origin: 'archive' } as const;
  const coded = factOf(
    'obligationDrafted',
    { ...duty, deadline: deadlineOf('2026-03-31'), origin: 'agreed', acceptedBy: [a] },
    { on: '2026-01-08', ...archive },
  );
  it('no draft on record says nothing about the signing: the coder’s record counts', () => {
    expect(situationOn('2026-04-10', [coded]).dutyById.get('d' as ObligationId)).toMatchObject({ unsigned: false, overdue: true });
  });
  it('a draft that was never signed binds nobody', () => {
    const drafted = factOf('agreementDrafted', pact, { on: '2026-01-06', ...archive });
    expect(situationOn('2026-04-10', [drafted, coded]).dutyById.get('d' as ObligationId)).toMatchObject({ unsigned: true, overdue: false });
  });
});
