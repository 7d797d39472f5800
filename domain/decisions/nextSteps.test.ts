import { describe, expect, it } from 'vitest';
import type { ActorId } from '../vocabulary/ids.ts';
import { LiveCase } from '../testing/live.ts';
import { nextSteps } from './nextSteps.ts';

const both = (text: string) => ({ zh: text, en: text });
const party = '610100' as ActorId;

describe('what comes next in a consultation', () => {
  it('names a topic that has quotation marks of its own with the inner ones', () => {
    const live = new LiveCase();
    live.do('2026-03-02', '610100', 'openCase', { title: both('case'), parties: ['610100', '610400'] });
    const title = { zh: '“十四五”协同', en: 'the “Fourteenth Plan”' };
    live.do('2026-03-03', '610100', 'raiseTopic', { topic: 't', title, by: ['610100'] });
    const [first] = nextSteps(live.situation('2026-03-03'), party);
    expect(first?.text.zh).toContain('“‘十四五’协同”');
    expect(first?.text.en).toContain('“the ‘Fourteenth Plan’”');
  });

  it('is raise, convene, record, draft: each until it is done', () => {
    const live = new LiveCase();
    const next = (day: string) => nextSteps(live.situation(day), party).map(({ command, subject }) => [command, subject]);
    live.do('2026-03-02', '610100', 'openCase', { title: both('case'), parties: ['610100', '610400'] });
    expect(next('2026-03-02')).toEqual([['raiseTopic', undefined]]);
    live.do('2026-03-03', '610100', 'raiseTopic', { topic: 't', title: both('bridge'), by: ['610100'] });
    expect(next('2026-03-03')).toEqual([['conveneMeeting', undefined]]);
    const meeting = { meeting: 'm', kind: 'liaison', title: both('first'), topics: ['t'] };
    live.do('2026-03-04', '610100', 'conveneMeeting', {
      ...meeting,
      by: '610100',
      plannedOn: '2026-03-05',
      invited: [{ actor: '610100' }, { actor: '610400' }],
    });
    // Until it is held, the list of tasks says what waits.
    expect(next('2026-03-04')).toEqual([]);
    live.do('2026-03-05', '610100', 'holdMeeting', { ...meeting, attendees: [{ actor: '610100' }, { actor: '610400' }] });
    expect(next('2026-03-05')).toEqual([['recordConsensus', 't']]);
    live.do('2026-03-06', '610100', 'recordConsensus', {
      topic: 't',
      parties: ['610100', '610400'],
      text: both('build it'),
      reviewOn: '2026-09-01',
    });
    expect(next('2026-03-06')).toEqual([['draftAgreement', undefined]]);
    live.do('2026-03-07', '610100', 'draftAgreement', {
      agreement: 'a',
      title: both('agreement'),
      parties: ['610100', '610400'],
      topics: ['t'],
      clauses: [{ clause: '1', text: both('Xianyang builds the approach') }],
      by: '610100',
    });
    expect(next('2026-03-07')).toEqual([]);
    live.do('2026-03-08', '610400', 'draftObligation', {
      obligation: 'o',
      title: both('approach'),
      origin: 'agreed',
      liable: ['610400'],
      agreement: 'a',
      clause: '1',
      measure: both('open to traffic'),
      orElse: both('reports to the conference'),
      deadline: { text: both('2027'), readings: [{ reading: 'due', dueOn: '2027-01-01' }], defaultReading: 'due' },
    });
    expect(next('2026-03-08')).toEqual([]);
    live.do('2026-03-09', '610400', 'acceptObligation', { obligation: 'o', by: '610400' });
    // To sign it is a task.
    expect(next('2026-03-09')).toEqual([]);
    live.do('2026-03-10', '610100', 'signAgreement', { agreement: 'a', framework: false });
    expect(next('2026-03-10')).toEqual([]);
    expect(nextSteps(live.situation('2026-03-02'), '610000' as ActorId)).toEqual([]);
  });
});
