import { describe, expect, it } from 'vitest';
import { LiveCase } from '../testing/live.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import { convergence } from './convergence.ts';
import { proposalsOf } from './proposals.ts';

const [a, b, c] = ['610100', '610300', '610400'] as ActorId[] as [ActorId, ActorId, ActorId];
const title = (text: string) => ({ zh: text, en: text });

function talking(): LiveCase {
  const live = new LiveCase();
  live.do('2026-01-05', a, 'openCase', { title: title('Case'), parties: [a, b, c] });
  live.do('2026-01-06', a, 'raiseTopic', { topic: 't', title: title('Roads'), by: [a] });
  for (const statement of ['s1', 's2', 's3'])
    live.do('2026-01-07', b, 'putStatement', { statement, topic: 't', text: title(statement), by: b });
  return live;
}
const say = (live: LiveCase, statement: string, party: string, answer: string) =>
  live.do('2026-01-08', party, 'answerStatement', { statement, party, answer });

describe('statement-level consensus across groups', () => {
  it('is the product over groups of (agree + 1) ÷ (answered + 2), and silence agrees to nothing', () => {
    const live = talking();
    for (const party of [a, b, c]) say(live, 's1', party, 'agree');
    say(live, 's2', a, 'agree');
    say(live, 's2', b, 'disagree');
    const found = convergence(live.situation('2026-01-09'));
    // s1: (2/3)³ = 8/27; s2: 2/3 · 1/3 · 1/2 = 1/9; s3: nobody said anything, (1/2)³ = 1/8.
    expect(found.map(({ statement, consensus, verdict }) => [statement, consensus, verdict])).toEqual([
      ['s1', 8 / 27, 'shared'],
      ['s3', 1 / 8, 'open'],
      ['s2', 1 / 9, 'open'],
    ]);
    expect(found[2]?.groups.map(({ group, silent }) => [group, silent])).toEqual([
      [a, []],
      [b, []],
      [c, [c]],
    ]);
  });
  it('a large group does not outvote a small one; a department speaks for its city', () => {
    const live = talking();
    for (const organ of ['x', 'y', 'z']) say(live, 's1', `${a}/${organ}`, 'agree');
    say(live, 's1', b, 'disagree');
    say(live, 's1', c, 'pass');
    const [s1] = convergence(live.situation('2026-01-09')).filter(({ statement }) => statement === 's1');
    // 4/5 · 1/3 · 1/3.
    expect(s1?.consensus).toBeCloseTo(4 / 45, 12);
    expect(s1?.verdict).toBe('divided');
    expect(s1?.groups.map(({ silent }) => silent)).toEqual([[], [], []]);
  });
  it('groups can be drawn otherwise: two that agree against one that does not', () => {
    const live = talking();
    for (const party of [a, b]) say(live, 's1', party, 'agree');
    say(live, 's1', c, 'disagree');
    const upstream = (actor: ActorId) => (actor === c ? 'downstream' : 'upstream');
    const [s1] = convergence(live.situation('2026-01-09'), upstream).filter(({ statement }) => statement === 's1');
    expect(s1).toMatchObject({ verdict: 'divided', consensus: (3 / 4) * (1 / 3) });
  });
  it('statements of a topic that was withdrawn are gone', () => {
    const live = talking();
    live.do('2026-01-09', a, 'withdrawTopic', { topic: 't' });
    expect(convergence(live.situation('2026-01-10'))).toEqual([]);
  });
});

describe('what became of a proposal', () => {
  const outcome = (live: LiveCase, on: string, actor: string, kind: string) =>
    proposalsOf(live.situation(on), actor as ActorId)
      .filter((own) => own.kind === kind)
      .map((own) => own.outcome);
  const day = (dueOn: string) => ({ text: title(dueOn), readings: [{ reading: 'day', dueOn }], defaultReading: 'day' });
  it('merged into another topic, with the reason; into itself or a stranger it is refused', () => {
    const live = talking();
    live.do('2026-01-08', b, 'raiseTopic', { topic: 'u', title: title('Bridges'), by: [b] });
    for (const mergedInto of ['u', 'nowhere'])
      expect(live.refused('2026-01-09', b, 'withdrawTopic', { topic: 'u', mergedInto }).refusal).toBe('unknownSubject');
    live.do('2026-01-09', b, 'withdrawTopic', { topic: 'u', mergedInto: 't', reason: title('the same works') });
    const [own] = proposalsOf(live.situation('2026-01-10'), b).filter(({ kind }) => kind === 'topic');
    expect(own).toMatchObject({ outcome: 'merged', since: '2026-01-08', reason: title('the same works') });
    expect(own?.text.en).toContain('Roads');
  });
  it('a topic: waiting, discussed, agreed, in delivery, done; its proposer alone is told', () => {
    const live = talking();
    const topic = (on: string) => outcome(live, on, a, 'topic');
    expect(topic('2026-01-08')).toEqual(['waiting']);
    expect(outcome(live, '2026-01-08', b, 'topic')).toEqual([]);
    expect(outcome(live, '2026-01-08', `${a}/transport`, 'topic')).toEqual(['waiting']);
    live.do('2026-01-09', a, 'recordConsensus', { topic: 't', parties: [a] });
    expect(topic('2026-01-09')).toEqual(['discussed']);
    live.do('2026-01-10', b, 'recordConsensus', { topic: 't', parties: [b, c], reviewOn: '2027-01-01' });
    expect(topic('2026-01-10')).toEqual(['agreed']);
    const terms = { title: title('d'), topic: 't', origin: 'agreed', liable: [a], measure: title('m'), deadline: day('2026-12-31') };
    live.do('2026-01-11', a, 'draftObligation', { obligation: 'd', ...terms });
    expect(topic('2026-01-11')).toEqual(['agreed']);
    live.do('2026-01-12', a, 'acceptObligation', { obligation: 'd', by: a });
    expect(topic('2026-01-12')).toEqual(['inDelivery']);
    live.do('2026-01-13', a, 'requestExtension', { obligation: 'd', by: a, newDueOn: '2027-06-30' });
    expect(outcome(live, '2026-01-13', a, 'extension')).toEqual(['waiting']);
    live.do('2026-01-14', b, 'refuseExtension', { obligation: 'd' });
    expect(outcome(live, '2026-01-14', a, 'extension')).toEqual(['declined']);
    live.do('2026-01-15', a, 'requestExtension', { obligation: 'd', by: a, newDueOn: '2027-03-31' });
    live.do('2026-01-16', b, 'grantExtension', { obligation: 'd', newDueOn: '2027-03-31' });
    expect(outcome(live, '2026-01-16', a, 'extension')).toEqual(['agreed']);
    live.do('2026-02-01', a, 'reportObligation', { obligation: 'd', by: a, completion: 'complete' });
    live.do('2026-02-02', b, 'reviewObligation', { obligation: 'd', by: b, completion: 'complete' });
    live.do('2026-02-03', b, 'fulfilObligation', { obligation: 'd' });
    expect(topic('2026-02-03')).toEqual(['done']);
  });
  it('a topic that is withdrawn, a statement that is rejected, a request that is declined', () => {
    const live = talking();
    for (const party of [a, b, c]) say(live, 's1', party, 'disagree');
    say(live, 's2', a, 'agree');
    expect(outcome(live, '2026-01-09', b, 'statement').toSorted()).toEqual(['declined', 'discussed', 'waiting']);
    const ask = { intervention: 'v', tier: '610000', by: a };
    live.do('2026-01-10', a, 'proposeIntervention', ask);
    expect(outcome(live, '2026-01-10', a, 'intervention')).toEqual(['waiting']);
    live.do('2026-01-11', '610000', 'declineIntervention', { intervention: 'v', tier: '610000', reason: title('talk first') });
    expect(outcome(live, '2026-01-11', a, 'intervention')).toEqual(['declined']);
    live.do('2026-01-12', a, 'withdrawTopic', { topic: 't' });
    expect(outcome(live, '2026-01-12', a, 'topic')).toEqual(['withdrawn']);
  });
});
