/** Consultation and commitment: what has to come first, and what a text must hold before it is signed. */
import { describe, expect, it } from 'vitest';
import { LiveCase } from '../testing/live.ts';

const [a, b] = ['610100', '610400'];
const province = '610000';
const title = (text: string) => ({ zh: text, en: text });
const day = (dueOn: string) => ({ text: title(dueOn), readings: [{ reading: 'day', dueOn }], defaultReading: 'day' });

function opened(): LiveCase {
  const live = new LiveCase();
  live.do('2026-01-05', a, 'openCase', { title: title('Case'), parties: [a, b] });
  live.do('2026-01-06', a, 'raiseTopic', { topic: 't', title: title('Roads'), by: [a] });
  return live;
}
const meeting = (id: string, kind: string) => ({
  meeting: id,
  kind,
  title: title(id),
  topics: ['t'],
  invited: [{ actor: a, rank: 5 }, { actor: b }],
  plannedOn: '2026-02-01',
  by: a,
});

describe('consultation', () => {
  it('is opened once, by two at least', () => {
    const live = new LiveCase();
    expect(live.refused('2026-01-05', a, 'openCase', { title: title('Case'), parties: [a] }).refusal).toBe('incomplete');
    expect(opened().refused('2026-01-07', a, 'openCase', { title: title('Case'), parties: [a, b] }).refusal).toBe('alreadyThere');
  });
  it('a liaison meeting prepares the joint conference; minutes follow the meeting', () => {
    const live = opened();
    expect(live.refused('2026-01-10', a, 'conveneMeeting', meeting('jc', 'jointConference')).refusal).toBe('stepMissing');
    live.do('2026-01-10', a, 'conveneMeeting', meeting('lm', 'liaison'));
    expect(live.refused('2026-01-11', a, 'conveneMeeting', meeting('jc', 'jointConference')).refusal).toBe('stepMissing');
    const minutes = { meeting: 'lm', title: title('m'), by: a, decisions: [{ topic: 't', text: title('x') }] };
    expect(live.refused('2026-01-20', a, 'issueMinutes', minutes).refusal).toBe('stepMissing');
    live.do('2026-01-20', a, 'holdMeeting', { meeting: 'lm', title: title('lm'), topics: ['t'], attendees: [{ actor: a }] }, '2026-01-15');
    live.do('2026-01-20', a, 'issueMinutes', minutes);
    expect(live.refused('2026-01-21', a, 'issueMinutes', minutes).refusal).toBe('alreadyThere');
    live.do('2026-01-21', a, 'conveneMeeting', meeting('jc', 'jointConference'));
  });
  it('a decision of all needs a review date; dissent takes the consensus away', () => {
    const live = opened();
    live.do('2026-02-01', a, 'recordConsensus', { topic: 't', parties: [a] });
    expect(live.refused('2026-02-02', b, 'recordConsensus', { topic: 't', parties: [b] }).refusal).toBe('incomplete');
    expect(live.refused('2026-02-02', b, 'recordConsensus', { topic: 't', parties: [b], reviewOn: '2026-02-02' }).refusal).toBe(
      'incomplete',
    );
    live.do('2026-02-02', b, 'recordConsensus', { topic: 't', parties: [b], reviewOn: '2027-02-02' });
    live.do('2026-02-03', b, 'recordDissent', { topic: 't', party: b, text: title('not like this') });
    const topic = live.situation('2026-02-03').state.topics.get('t' as never);
    expect([...(topic?.consensus.keys() ?? [])]).toEqual([a]);
    expect([...(topic?.dissent.keys() ?? [])]).toEqual([b]);
  });
  it('strangers do not vote, silence stays silence', () => {
    const live = opened();
    live.do('2026-02-01', a, 'putStatement', { statement: 's', topic: 't', text: title('s'), by: a });
    expect(live.refused('2026-02-02', '620100', 'answerStatement', { statement: 's', party: '620100', answer: 'agree' }).refusal).toBe(
      'notEntitled',
    );
    live.do('2026-02-02', a, 'answerStatement', { statement: 's', party: a, answer: 'agree' });
    expect([...(live.situation('2026-02-02').state.statements.get('s')?.answers.keys() ?? [])]).toEqual([a]);
  });
  it('who owes something does not walk away', () => {
    const live = opened();
    live.do('2026-02-01', a, 'draftObligation', { obligation: 'd', title: title('d'), origin: 'agreed', liable: [b] });
    expect(live.refused('2026-02-02', b, 'leaveCase', { party: b }).refusal).toBe('stepMissing');
    live.do('2026-02-02', a, 'dischargeObligation', { obligation: 'd' });
    live.do('2026-02-03', b, 'leaveCase', { party: b });
  });
});

describe('signing', () => {
  const drafted = () => {
    const live = opened();
    const clauses = [
      { clause: 'c1', text: title('build') },
      { clause: 'c2', text: title('pay') },
    ];
    live.do('2026-02-01', a, 'draftAgreement', { agreement: 'g', title: title('Agreement'), parties: [a, b], topics: ['t'], clauses });
    return live;
  };
  const whole = (clause: string) => ({
    title: title(clause),
    origin: 'agreed',
    agreement: 'g',
    clause,
    liable: [a, b],
    lead: a,
    measure: title('done'),
    deadline: day('2027-01-01'),
    orElse: title('pays'),
  });
  it('is refused with the list of what is missing, each with its remedy', () => {
    const live = drafted();
    live.do('2026-02-02', a, 'draftObligation', {
      obligation: 'o1',
      title: title('o1'),
      origin: 'agreed',
      agreement: 'g',
      clause: 'c1',
      liable: [a, b],
    });
    const refusal = live.refused('2026-02-03', a, 'signAgreement', { agreement: 'g', framework: false });
    expect(refusal.refusal).toBe('incomplete');
    // Clause c2 uncovered; o1 without lead, date, measure, consequence, acceptance.
    expect(refusal.missing).toHaveLength(6);
    for (const { what, remedy } of refusal.missing) for (const text of [what.zh, what.en, remedy.zh, remedy.en]) expect(text).not.toBe('');
  });
  it('passes once every clause is answered for', () => {
    const live = drafted();
    for (const clause of ['c1', 'c2']) {
      live.do('2026-02-02', a, 'draftObligation', { obligation: clause, ...whole(clause) });
      live.do('2026-02-02', a, 'acceptObligation', { obligation: clause, by: a });
    }
    live.do('2026-02-03', b, 'contestObligation', { obligation: 'c1', by: b, reason: title('too early') });
    expect(live.refused('2026-02-04', a, 'signAgreement', { agreement: 'g', framework: false }).missing).toHaveLength(2);
    live.do('2026-02-04', a, 'amendObligation', { obligation: 'c1', terms: { deadline: day('2027-06-01') } });
    for (const clause of ['c1', 'c2']) live.do('2026-02-05', b, 'acceptObligation', { obligation: clause, by: b });
    const [signed] = live.do('2026-02-06', a, 'signAgreement', { agreement: 'g', framework: false });
    expect(signed).toMatchObject({ type: 'agreementSigned', payload: { clauses: [{ clause: 'c1' }, { clause: 'c2' }], framework: false } });
    expect(live.refused('2026-02-07', a, 'signAgreement', { agreement: 'g', framework: false }).refusal).toBe('alreadyThere');
  });
  it('a text may be mended, its obligations drafted, accepted and signed in one sitting', () => {
    const onOneDay = (days: readonly [string, string, string]) => {
      const live = drafted();
      for (const clause of ['c1', 'c2']) live.do(days[0], a, 'draftObligation', { obligation: clause, ...whole(clause) });
      const clauses = [{ clause: 'c1', text: title('build two') }, { clause: 'c2' }];
      live.do(days[0], a, 'draftAgreement', { agreement: 'g', title: title('Agreement'), parties: [a, b], topics: ['t'], clauses });
      for (const by of [a, b]) for (const obligation of ['c1', 'c2']) live.do(days[1], by, 'acceptObligation', { obligation, by });
      live.do(days[2], a, 'signAgreement', { agreement: 'g', framework: false });
      const { agreements, obligations } = live.situation('2026-02-09').state;
      return [agreements.get('g' as never)?.terms, ...[...obligations.values()].map(({ status, terms }) => ({ status, terms }))];
    };
    const apart = onOneDay(['2026-02-06', '2026-02-07', '2026-02-08']);
    expect(onOneDay(['2026-02-06', '2026-02-06', '2026-02-06'])).toEqual(apart);
    expect(apart).toMatchObject([{ clauses: [{ text: title('build two') }, {}] }, { status: 'inEffect' }, { status: 'inEffect' }]);
  });
  it('a declared framework text may be signed, and says so', () => {
    const [signed] = drafted().do('2026-02-06', a, 'signAgreement', { agreement: 'g', framework: true });
    expect(signed).toMatchObject({ payload: { framework: true } });
  });
});

describe('assignment', () => {
  const terms = { title: title('x'), origin: 'assigned', liable: [a], measure: title('m'), deadline: day('2027-01-01') };
  it('comes from above and names agency, date and measure', () => {
    const live = opened();
    expect(live.refused('2026-02-01', b, 'assignObligation', { obligation: 'o', by: b, terms }).refusal).toBe('notEntitled');
    expect(live.refused('2026-02-01', '620000', 'assignObligation', { obligation: 'o', by: '620000', terms }).refusal).toBe('notEntitled');
    const bare = live.refused('2026-02-01', province, 'assignObligation', {
      obligation: 'o',
      by: province,
      terms: { ...terms, liable: [a, b], measure: undefined, deadline: undefined },
    });
    expect(bare.missing).toHaveLength(3);
    live.do('2026-02-01', province, 'assignObligation', { obligation: 'o', by: province, terms });
    live.do('2026-02-02', a, 'receiveObligation', { obligation: 'o', by: a });
    expect(live.refused('2026-02-03', a, 'amendObligation', { obligation: 'o', terms: { title: title('y') } }).refusal).toBe('notEntitled');
  });
});

describe('succession', () => {
  it('passes what is open to the successor, with its share', () => {
    const live = opened();
    const own = { title: title('d'), origin: 'agreed', liable: [a, b], shares: { [a]: 0.4, [b]: 0.6 } };
    live.do('2026-02-01', a, 'draftObligation', { obligation: 'open', ...own });
    live.do('2026-02-02', '620100', 'recordSuccession', { from: b, to: '610300', kind: 'merged' });
    const { state, parties } = live.situation('2026-02-02');
    expect(state.obligations.get('open' as never)?.terms).toMatchObject({ liable: [a, '610300'], shares: { [a]: 0.4, '610300': 0.6 } });
    expect(parties).toContain('610300');
    expect(parties).not.toContain(b);
  });
});
