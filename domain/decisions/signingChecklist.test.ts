/** The checklist counts what the refusal counts, and each point is mended by what it asks for. */
import { describe, expect, it } from 'vitest';
import { LiveCase } from '../testing/live.ts';
import { signingChecklist } from './signingChecklist.ts';

const [a, b] = ['610100', '610400'] as const;
const title = (text: string) => ({ zh: text, en: text });
const day = (dueOn: string) => ({ text: title(dueOn), readings: [{ reading: 'day', dueOn }], defaultReading: 'day' });

function drafted(): LiveCase {
  const live = new LiveCase();
  live.do('2026-01-05', a, 'openCase', { title: title('Case'), parties: [a, b] });
  live.do('2026-01-06', a, 'raiseTopic', { topic: 't', title: title('Roads'), by: [a] });
  const clauses = ['c1', 'c2'].map((clause) => ({ clause, text: title(clause) }));
  live.do('2026-01-07', a, 'draftAgreement', { agreement: 'g', title: title('Agreement'), parties: [a, b], topics: ['t'], clauses });
  return live;
}
const checklist = (live: LiveCase, on: string) => signingChecklist('g' as never, live.situation(on));
const states = (live: LiveCase, on: string, state: string) =>
  checklist(live, on)?.clauses.flatMap(({ duties }) =>
    duties.flatMap(({ points }) => points.filter((own) => own.state === state).map(({ point }) => point)),
  );

describe('the checklist before signing', () => {
  it('a clause without a duty is one gap; each missing point of a duty another; the refusal counts the same', () => {
    const live = drafted();
    expect(checklist(live, '2026-01-08')?.missing).toBe(2);
    const terms = { title: title('d'), origin: 'agreed', agreement: 'g', clause: 'c1', liable: [a, b] };
    live.do('2026-01-08', a, 'draftObligation', { obligation: 'd', ...terms });
    expect(states(live, '2026-01-08', 'missing')).toEqual(['lead', 'measure', 'deadline', 'orElse', 'acceptance']);
    expect(states(live, '2026-01-08', 'free')).toEqual(['cooperating', 'shares', 'power']);
    expect(live.refused('2026-01-08', a, 'signAgreement', { agreement: 'g', framework: false }).missing).toHaveLength(6);
    expect(checklist(live, '2026-01-08')?.missing).toBe(6);
    live.do('2026-01-09', a, 'amendObligation', { obligation: 'd', terms: { shares: { [a]: 0.5, [b]: 0.5 } } });
    expect(states(live, '2026-01-09', 'missing')).toEqual(['measure', 'deadline', 'orElse', 'acceptance']);
    const rest = { measure: title('m'), deadline: day('2026-12-31'), orElse: title('pays') };
    live.do('2026-01-10', a, 'amendObligation', { obligation: 'd', terms: rest });
    expect(states(live, '2026-01-10', 'missing')).toEqual(['acceptance']);
    for (const by of [a, b]) live.do('2026-01-11', by, 'acceptObligation', { obligation: 'd', by });
    expect(states(live, '2026-01-11', 'missing')).toEqual([]);
    // The second clause is still bare.
    expect(checklist(live, '2026-01-11')?.missing).toBe(1);
    expect(live.refused('2026-01-11', a, 'signAgreement', { agreement: 'g', framework: false }).missing).toHaveLength(1);
  });
  it('a clause by which nobody owes anything is no gap, here and in the refusal', () => {
    const live = drafted();
    const clauses = [
      { clause: 'c1', text: title('c1') },
      { clause: 'c2', text: title('“Reach” means the river.'), owes: false },
    ];
    live.do('2026-01-08', a, 'draftAgreement', { agreement: 'h', title: title('h'), parties: [a, b], topics: ['t'], clauses });
    const own = signingChecklist('h' as never, live.situation('2026-01-08'));
    expect(own?.missing).toBe(1);
    expect(own?.clauses.map(({ clause, owes }) => [clause, owes])).toEqual([
      ['c1', true],
      ['c2', false],
    ]);
    expect(live.refused('2026-01-08', a, 'signAgreement', { agreement: 'h', framework: false }).missing).toHaveLength(1);
  });
  it('a duty that names no clause is listed beside them; no draft, no checklist', () => {
    const live = drafted();
    live.do('2026-01-08', a, 'draftObligation', { obligation: 'x', title: title('x'), origin: 'agreed', agreement: 'g', liable: [a] });
    expect(checklist(live, '2026-01-08')?.clauses.map(({ clause, duties }) => [clause, duties.length])).toEqual([
      ['c1', 0],
      ['c2', 0],
      [undefined, 1],
    ]);
    expect(signingChecklist('none' as never, live.situation('2026-01-08'))).toBeUndefined();
  });
});
