import { describe, expect, it } from 'vitest';
import { LiveCase } from '../testing/live.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import { tasksOf } from './tasks.ts';

const [a, b] = ['610100', '610400'];
const province = '610000';
const title = (text: string) => ({ zh: text, en: text });
const day = (dueOn: string) => ({ text: title(dueOn), readings: [{ reading: 'day', dueOn }], defaultReading: 'day' });
/** What is on the list; each entry rests on facts of the case. */
const tasks = (live: LiveCase, on: string, actor: string) =>
  tasksOf(live.situation(on), actor as ActorId).map(({ kind, key, evidence }) => {
    expect(evidence, key).not.toEqual([]);
    return `${kind} ${key}`;
  });

function opened(): LiveCase {
  const live = new LiveCase();
  live.do('2026-01-05', a, 'openCase', { title: title('Case'), parties: [a, b] });
  live.do('2026-01-06', a, 'raiseTopic', { topic: 't', title: title('Roads'), by: [a] });
  return live;
}

describe('one list', () => {
  it('follows a duty: accept, owe, review, sign off, close out, nothing', () => {
    const live = opened();
    const own = { title: title('d'), origin: 'agreed', liable: [a], measure: title('m'), deadline: day('2026-06-30') };
    live.do('2026-01-07', b, 'draftObligation', { obligation: 'd', ...own });
    expect(tasks(live, '2026-01-08', a)).toEqual(['waiting accept|d']);
    live.do('2026-01-08', a, 'acceptObligation', { obligation: 'd', by: a });
    expect(tasks(live, '2026-01-09', a)).toEqual(['owe owe|d']);
    expect(tasks(live, '2026-01-09', `${a}/transport`)).toEqual(['owe owe|d']);
    expect(tasks(live, '2026-01-09', b)).toEqual([]);
    live.do('2026-05-01', a, 'reportObligation', { obligation: 'd', by: a, completion: 'complete' });
    expect(tasks(live, '2026-05-02', b)).toEqual(['waiting review|d']);
    const held = tasksOf(live.situation('2026-05-11'), a as ActorId).find(({ kind }) => kind === 'held');
    expect(held).toMatchObject({ key: 'review|d', because: [b], text: { en: 'Waiting for 10 days.' } });
    live.do('2026-05-11', b, 'reviewObligation', { obligation: 'd', by: b, completion: 'complete' });
    expect(tasks(live, '2026-05-12', b)).toEqual(['waiting signOff|d']);
    live.do('2026-05-12', b, 'fulfilObligation', { obligation: 'd' });
    expect(tasks(live, '2026-05-13', b)).toEqual([]);
    live.do('2026-05-13', a, 'requestCloseOut', { obligation: 'd', by: a });
    expect(tasks(live, '2026-05-14', b)).toEqual(['waiting publicise|d']);
    live.do('2026-05-14', b, 'publiciseCloseOut', { obligation: 'd', by: b, until: '2026-05-21' });
    live.do('2026-05-22', b, 'closeOutObligation', { obligation: 'd' });
    for (const actor of [a, b]) expect(tasks(live, '2026-05-23', actor)).toEqual([]);
  });
  it('asks the assigner about what it assigned, not the other party', () => {
    const live = opened();
    const terms = { title: title('d'), origin: 'assigned', liable: [a], measure: title('m'), deadline: day('2026-06-30') };
    live.do('2026-01-07', province, 'assignObligation', { obligation: 'd', by: province, terms });
    expect(tasks(live, '2026-01-08', a)).toEqual(['owe owe|d', 'waiting receive|d']);
    live.do('2026-01-08', a, 'receiveObligation', { obligation: 'd', by: a });
    live.do('2026-02-01', a, 'requestExtension', { obligation: 'd', by: a, newDueOn: '2026-07-31' });
    expect(tasks(live, '2026-02-02', province)).toEqual(['waiting decideExtension|d']);
    expect(tasks(live, '2026-02-02', b)).toEqual([]);
  });
  it('shows whoever decides what is late and because of whom, from the day on which it is', () => {
    const live = opened();
    const terms = { title: title('d'), origin: 'assigned', liable: [a], measure: title('m'), deadline: day('2026-06-30') };
    live.do('2026-01-07', province, 'assignObligation', { obligation: 'd', by: province, terms });
    live.do('2026-01-08', a, 'receiveObligation', { obligation: 'd', by: a });
    expect(tasks(live, '2026-06-30', province)).toEqual([]);
    expect(tasks(live, '2026-07-01', province)).toEqual(['held late|d']);
    const late = tasksOf(live.situation('2026-07-10'), province as ActorId)[0];
    expect(late).toMatchObject({ because: [a], command: 'issueReminder', light: { light: 'red' }, text: { en: '10 days overdue.' } });
    // Nobody else decides about it, and whoever owes it has it as a duty.
    expect(tasks(live, '2026-07-10', b)).toEqual([]);
    expect(tasks(live, '2026-07-10', a)).toEqual(['owe owe|d']);
    live.do('2026-07-10', a, 'reportObligation', { obligation: 'd', by: a, completion: 'complete' });
    live.do('2026-07-11', province, 'reviewObligation', { obligation: 'd', by: province, completion: 'complete' });
    expect(tasks(live, '2026-07-12', province)).not.toContain('held late|d');
  });
  it('asks for statements, minutes and reviews', () => {
    const live = opened();
    live.do('2026-01-07', a, 'putStatement', { statement: 's', topic: 't', text: title('s'), by: a });
    expect(tasks(live, '2026-01-08', b)).toEqual(['waiting answerStatement|s']);
    live.do('2026-01-08', b, 'answerStatement', { statement: 's', party: b, answer: 'pass' });
    expect(tasks(live, '2026-01-09', b)).toEqual([]);
    live.do('2026-01-09', a, 'answerStatement', { statement: 's', party: a, answer: 'agree' });
    const meeting = {
      meeting: 'm',
      kind: 'liaison',
      title: title('m'),
      topics: ['t'],
      invited: [{ actor: b }],
      plannedOn: '2026-02-01',
      by: a,
    };
    live.do('2026-01-10', a, 'conveneMeeting', meeting);
    expect(tasks(live, '2026-01-11', b)).toEqual(['waiting attend|m']);
    expect(tasks(live, '2026-01-31', a)).toEqual([]);
    expect(tasks(live, '2026-02-01', a)).toEqual(['waiting hold|m']);
    live.do('2026-02-01', a, 'holdMeeting', { meeting: 'm', title: title('m'), topics: ['t'], attendees: [{ actor: b }] });
    expect(tasks(live, '2026-02-02', a)).toEqual(['waiting minutes|m']);
    live.do('2026-02-03', a, 'recordConsensus', { topic: 't', parties: [a, b], reviewOn: '2027-02-03' });
    expect(tasks(live, '2027-01-26', b)).toEqual([]);
    expect(tasks(live, '2027-01-27', b)).toEqual(['waiting reviewDecision|t']);
  });
  it('lets nobody be bound with a party who is no party of the case, wherever its name stands', () => {
    const live = opened();
    for (const parties of [
      ['610300', a],
      [a, '610300'],
    ])
      expect(live.refused('2026-01-08', a, 'recordConsensus', { topic: 't', parties }).refusal, parties.join()).toBe('notEntitled');
    live.do('2026-01-08', a, 'recordConsensus', { topic: 't', parties: [a, b], reviewOn: '2027-01-08' });
  });
  it('asks the inspector to conclude by the end of its plan, then to decide the review in thirty days, and nobody else', () => {
    const live = opened();
    live.do('2026-01-07', province, 'planInspection', {
      inspection: 'i',
      kind: 'inspection',
      by: province,
      objects: [a],
      matter: title('bridge'),
      scope: title('site'),
      period: { first: '2026-01-10', last: '2026-02-01' },
    });
    expect(tasksOf(live.situation('2026-01-12'), province as ActorId)).toMatchObject([
      { key: 'conclude|i', title: title('bridge'), since: '2026-01-07', dueOn: '2026-02-01', command: 'concludeInspection' },
    ]);
    live.do('2026-01-20', province, 'concludeInspection', { inspection: 'i', by: province });
    expect(tasks(live, '2026-01-21', province)).toEqual([]);
    live.do('2026-02-02', a, 'requestReview', { inspection: 'i', by: a });
    // Order 733: decided within thirty days of the request.
    expect(tasksOf(live.situation('2026-02-03'), province as ActorId)).toMatchObject([
      { key: 'decideReview|i', title: title('bridge'), since: '2026-02-02', dueOn: '2026-03-04', command: 'decideReview' },
    ]);
    expect(tasks(live, '2026-02-03', b)).toEqual([]);
    live.do('2026-02-10', province, 'decideReview', { inspection: 'i', by: province, upheld: true });
    expect(tasks(live, '2026-02-11', province)).toEqual([]);
  });
  it('puts what is due first', () => {
    const live = opened();
    for (const [id, due] of [
      ['late', '2026-03-01'],
      ['later', '2026-09-01'],
      ['undated', undefined],
    ] as const) {
      live.do('2026-01-07', b, 'draftObligation', {
        obligation: id,
        title: title(id),
        origin: 'agreed',
        liable: [a],
        ...(due && { deadline: day(due) }),
        acceptedBy: [a],
      });
    }
    expect(tasks(live, '2026-04-01', a)).toEqual(['owe owe|late', 'owe owe|later', 'owe owe|undated']);
  });
});
