import { describe, expect, it } from 'vitest';
import { LiveCase } from '../testing/live.ts';
import { commandNames } from './schemas.ts';
import { unavailable } from './unavailable.ts';

const day = '2026-03-02';
const both = (text: string) => ({ zh: text, en: text });

function opened(): LiveCase {
  const live = new LiveCase();
  live.do(day, '610100', 'openCase', { title: both('case'), parties: ['610100', '610400'] });
  return live;
}

function availableTo(live: LiveCase, by: string): string[] {
  const context = live.context('2026-03-09', by);
  return commandNames.filter((name) => unavailable(name, context) === undefined);
}

describe('what cannot be done now', () => {
  it('in a case just opened is everything that needs a topic, a duty, a draft, an inspection or an intervention', () => {
    const free = availableTo(opened(), '610100');
    expect(free).toEqual(expect.arrayContaining(['raiseTopic', 'conveneMeeting', 'draftObligation', 'draftAgreement', 'establishBody']));
    for (const name of [
      'openCase',
      'withdrawTopic',
      'recordConsensus',
      'acceptObligation',
      'signAgreement',
      'closeOutObligation',
      'issueMinutes',
      'concludeInspection',
      'closeIntervention',
      'openIntervention',
    ])
      expect(free).not.toContain(name);
  });
  it('is the issuing of minutes, until a meeting was held and after they were issued', () => {
    const live = opened();
    live.do('2026-03-03', '610100', 'raiseTopic', { topic: 't', title: both('t'), by: ['610100'] });
    const meeting = { meeting: 'm', title: both('m'), kind: 'liaison', by: '610100', topics: ['t'] };
    const may = () => availableTo(live, '610100').includes('issueMinutes');
    live.do('2026-03-03', '610100', 'conveneMeeting', { ...meeting, plannedOn: '2026-03-05', invited: [{ actor: '610400' }] });
    expect(may()).toBe(false);
    live.do('2026-03-05', '610100', 'holdMeeting', { meeting: 'm', title: both('m'), topics: ['t'], attendees: [{ actor: '610100' }] });
    expect(may()).toBe(true);
    live.do('2026-03-06', '610100', 'issueMinutes', { meeting: 'm', title: both('minutes'), by: '610100', decisions: [] });
    expect(may()).toBe(false);
  });
  it('opens step by step, for those whose step it is', () => {
    const live = opened();
    live.do('2026-03-03', '610400', 'draftObligation', {
      obligation: 'bridge',
      title: both('bridge'),
      origin: 'agreed',
      liable: ['610400'],
      measure: both('open'),
      deadline: { text: both('2027'), readings: [{ reading: 'due', dueOn: '2027-01-01' }], defaultReading: 'due' },
    });
    expect(availableTo(live, '610400')).toContain('acceptObligation');
    expect(availableTo(live, '610100')).not.toContain('acceptObligation');
    expect(availableTo(live, '610400')).not.toContain('reportProgress');
    live.do('2026-03-04', '610400', 'acceptObligation', { obligation: 'bridge', by: '610400' });
    const owing = availableTo(live, '610400');
    expect(owing).toEqual(expect.arrayContaining(['reportProgress', 'requestExtension', 'reportObligation']));
    for (const name of ['grantExtension', 'reviewObligation', 'requestCloseOut', 'contestOverdue', 'reply'])
      expect(owing).not.toContain(name);
    live.do('2026-03-05', '610400', 'requestExtension', { obligation: 'bridge', by: '610400', newDueOn: '2027-03-01' });
    expect(availableTo(live, '610100')).toContain('grantExtension');
    expect(availableTo(live, '610000')).toContain('grantExtension');
    expect(availableTo(live, '610400')).not.toContain('grantExtension');
  });
  it('says why, in both languages', () => {
    const context = opened().context('2026-03-09', '610000');
    for (const name of commandNames) {
      const why = unavailable(name, context);
      if (why !== undefined) expect(Math.min(why.zh.length, why.en.length), name).toBeGreaterThan(3);
    }
    expect(unavailable('acceptObligation', context)).toEqual({
      zh: '还没有责任事项：先拟定或交办。',
      en: 'There is no obligation yet: draft or assign one first.',
    });
  });
});
