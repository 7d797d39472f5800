import { describe, expect, it } from 'vitest';
import { eventTypes } from '../events/catalogue.ts';
import { LiveCase } from '../testing/live.ts';
import { commandFor, refusalOfEvents } from './decideEvents.ts';
import { eventsOf, isCommandName } from './decide.ts';
import { commandNames } from './schemas.ts';

const [a, b] = ['610100', '610400'];
const title = (text: string) => ({ zh: text, en: text });

describe('every event has its command', () => {
  it.each([...eventTypes])('%s', (event) => {
    expect(isCommandName(commandFor(event))).toBe(true);
    expect(eventsOf(commandFor(event))).toContain(event);
  });
  it('and every command an event', () => {
    for (const name of commandNames) expect(eventsOf(name).length, name).toBeGreaterThan(0);
    expect(isCommandName('toString')).toBe(false);
  });
});

describe('events handed in', () => {
  const live = () => {
    const own = new LiveCase();
    own.do('2026-01-05', a, 'openCase', { title: title('Case'), parties: [a, b] });
    own.do('2026-01-06', a, 'raiseTopic', { topic: 't', title: title('Roads'), by: [a] });
    own.do('2026-01-07', a, 'draftAgreement', {
      agreement: 'g',
      title: title('G'),
      parties: [a, b],
      topics: ['t'],
      clauses: [{ clause: 'c1' }],
    });
    return own;
  };
  const refusal = (own: LiveCase, ...batch: object[]) =>
    refusalOfEvents(batch as never, () => own.context('2026-01-10', a))?.refusal.refusal;
  it('are signed as drafted, and only when the draft may be signed', () => {
    const signed = (more: object) => ({
      type: 'agreementSigned',
      payload: { agreement: 'g', title: title('G'), parties: [a, b], topics: ['t'], clauses: [{ clause: 'c1' }], framework: true, ...more },
    });
    expect(refusal(live(), signed({}))).toBeUndefined();
    expect(refusal(live(), signed({ framework: false }))).toBe('incomplete');
    expect(refusal(live(), signed({ clauses: [{ clause: 'c2' }] }))).toBe('incomplete');
    expect(refusal(live(), signed({ agreement: 'other' }))).toBe('unknownSubject');
  });
  it('are refused like their commands', () => {
    const fulfilled = { type: 'obligationFulfilled', payload: { obligation: 'x' } };
    expect(refusal(live(), fulfilled)).toBe('unknownSubject');
    const opened = { type: 'interventionOpened', payload: { intervention: 'v', tier: '610000', title: title('v'), grounds: [] } };
    expect(refusal(live(), opened)).toBe('necessity');
  });
});
