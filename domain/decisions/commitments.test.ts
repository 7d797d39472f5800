/** What keeps a commitment alive over time: recurring and relative dates, changes, endings, successors, parts of joint duties. */
import { describe, expect, it } from 'vitest';
import { LiveCase } from '../testing/live.ts';

const [a, b, c] = ['610100', '610300', '610400'];
const province = '610000';
const title = (text: string) => ({ zh: text, en: text });
const deadline = (dueOn: string, more: object = {}) => ({
  text: title(dueOn),
  readings: [{ reading: 'day', dueOn }],
  defaultReading: 'day',
  ...more,
});
const terms = { title: title('Report'), origin: 'agreed', liable: [a], measure: title('handed in'), orElse: title('pays') };

function opened(): LiveCase {
  const live = new LiveCase();
  live.do('2026-01-05', a, 'openCase', { title: title('Case'), parties: [a, b, c] });
  live.do('2026-01-06', a, 'raiseTopic', { topic: 't', title: title('Roads'), by: [a] });
  return live;
}
function owing(more: object): LiveCase {
  const live = opened();
  live.do('2026-01-07', a, 'draftObligation', { obligation: 'd', ...terms, ...more });
  live.do('2026-01-08', a, 'acceptObligation', { obligation: 'd', by: a });
  return live;
}
const duty = (live: LiveCase, on: string, id = 'd') => live.situation(on).dutyById.get(id as never);
function deliver(live: LiveCase, on: string, by: string = a): void {
  live.do(on, by, 'reportObligation', { obligation: 'd', by, completion: 'complete' });
  live.do(on, b, 'reviewObligation', { obligation: 'd', by: b, completion: 'complete' });
  live.do(on, b, 'fulfilObligation', { obligation: 'd' });
}

describe('a recurring duty', () => {
  const monthly = { deadline: deadline('2026-01-31', { recurs: { every: 1, unit: 'month', until: '2026-04-30' } }) };
  it('begins its next round when this one is done, counted from the first day', () => {
    const live = owing(monthly);
    deliver(live, '2026-01-30');
    // January ends on the 31st, February on the 28th, March again on the 31st.
    expect(duty(live, '2026-01-30')).toMatchObject({ open: true, dueOn: '2026-02-28', overdue: false, schedule: 'scheduled' });
    deliver(live, '2026-03-03');
    expect(duty(live, '2026-03-03')).toMatchObject({ open: true, dueOn: '2026-03-31' });
    expect(duty(live, '2026-03-03')?.obligation.rounds).toMatchObject([
      { dueOn: '2026-01-31', deliveredOn: '2026-01-30' },
      { dueOn: '2026-02-28', deliveredOn: '2026-03-03' },
    ]);
  });
  it('does not take the report of one round for the next', () => {
    const live = owing(monthly);
    deliver(live, '2026-01-30');
    expect(duty(live, '2026-02-15')).toMatchObject({ selfReport: undefined, assessment: undefined, completion: undefined });
    expect(live.refused('2026-02-15', b, 'fulfilObligation', { obligation: 'd' }).refusal).toBe('wrongState');
    expect(duty(live, '2026-03-01')).toMatchObject({ overdue: true, daysLate: 1, schedule: 'notMet' });
  });
  it('is done after its last round', () => {
    const live = owing(monthly);
    for (const on of ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']) deliver(live, on);
    expect(duty(live, '2026-05-31')).toMatchObject({ open: false, overdue: false });
    expect(duty(live, '2026-05-31')?.obligation.status).toBe('fulfilled');
  });
  it('an extension is for its round alone, and a new date starts the count anew', () => {
    const live = owing(monthly);
    live.do('2026-01-20', a, 'requestExtension', { obligation: 'd', by: a, newDueOn: '2026-02-10' });
    live.do('2026-01-21', b, 'grantExtension', { obligation: 'd', newDueOn: '2026-02-10' });
    deliver(live, '2026-02-10');
    expect(duty(live, '2026-02-10')?.obligation.rounds[0]).toMatchObject({ dueOn: '2026-02-10' });
    expect(duty(live, '2026-02-10')?.dueOn).toBe('2026-02-28');
    live.do('2026-02-11', a, 'amendObligation', {
      obligation: 'd',
      terms: { deadline: deadline('2026-03-15', { recurs: { every: 1, unit: 'year' } }) },
    });
    deliver(live, '2026-03-15');
    expect(duty(live, '2026-03-15')?.dueOn).toBe('2027-03-15');
  });
  it('a breach of one round is kept with it and does not stain the next', () => {
    const live = owing(monthly);
    live.do('2026-02-05', b, 'findViolation', { obligation: 'd', by: b });
    deliver(live, '2026-02-06');
    expect(duty(live, '2026-02-06')?.obligation.violated).toBeUndefined();
    expect(duty(live, '2026-02-06')?.obligation.rounds[0]?.violated?.on).toBe('2026-02-05');
  });
});

describe('a date that is counted from the signature', () => {
  const within = { amount: 6, unit: 'month', of: 'signature' };
  function drafted(more: object = {}): LiveCase {
    const live = opened();
    const draft = { agreement: 'g', title: title('G'), parties: [a, b], topics: ['t'], clauses: [{ clause: 'c1', text: title('report') }] };
    live.do('2026-02-01', a, 'draftAgreement', draft);
    live.do('2026-02-02', a, 'draftObligation', { obligation: 'd', ...terms, agreement: 'g', clause: 'c1', within, ...more });
    live.do('2026-02-03', a, 'acceptObligation', { obligation: 'd', by: a });
    return live;
  }
  it('is no gap when signing, and is fixed by it, with how it was computed', () => {
    const live = drafted();
    expect(duty(live, '2026-03-01')?.dueOn).toBeUndefined();
    const facts = live.do('2026-03-30', a, 'signAgreement', { agreement: 'g', framework: false });
    expect(facts.map(({ type }) => type)).toEqual(['agreementSigned', 'obligationAmended']);
    // Six months after 30 March: 30 September 2026, a Wednesday that is worked.
    expect(duty(live, '2026-03-30')?.dueOn).toBe('2026-09-30');
    expect(duty(live, '2026-03-30')?.obligation.terms.deadline?.basis).toMatchObject({
      from: '2026-03-30',
      amount: 6,
      unit: 'month',
      calendar: expect.stringMatching(/^CN /),
    });
  });
  it('a day that was written goes before it', () => {
    const live = drafted({ deadline: deadline('2026-12-31') });
    expect(live.do('2026-03-30', a, 'signAgreement', { agreement: 'g', framework: false })).toHaveLength(1);
    expect(duty(live, '2026-03-30')?.dueOn).toBe('2026-12-31');
  });
  it('an assignment starts the clock of what is counted from it', () => {
    const live = opened();
    const own = { ...terms, origin: 'assigned', within: { amount: 15, unit: 'day', of: 'assignment' } };
    live.do('2026-03-02', province, 'assignObligation', { obligation: 'd', by: province, terms: own });
    expect(duty(live, '2026-03-02')?.dueOn).toBe('2026-03-17');
    expect(
      live.ask('2026-03-02', province, 'assignObligation', { obligation: 'e', by: province, terms: { ...own, within } }),
    ).toMatchObject({
      events: [{ type: 'obligationAssigned' }],
    });
  });
});

describe('who may change what binds', () => {
  it('a stranger, a neighbour and a superior do not, whoever owes it may propose it', () => {
    const live = owing({ deadline: deadline('2026-12-31') });
    const change = { obligation: 'd', terms: { title: title('Other') } };
    for (const by of [b, province, '620100'])
      expect(live.refused('2026-02-01', by, 'amendObligation', change).refusal, by).toBe('notEntitled');
    live.do('2026-02-01', a, 'amendObligation', change);
  });
});

describe('an agreement that ends', () => {
  function signed(): LiveCase {
    const live = opened();
    const clauses = ['x', 'y', 'z'].map((clause) => ({ clause, text: title(clause) }));
    live.do('2026-02-01', a, 'draftAgreement', { agreement: 'g', title: title('G'), parties: [a, b], topics: ['t'], clauses });
    for (const clause of ['x', 'y', 'z']) {
      const own = { ...terms, agreement: 'g', clause, deadline: deadline('2026-12-31') };
      live.do('2026-02-02', a, 'draftObligation', { obligation: clause === 'x' ? 'd' : clause, ...own });
      live.do('2026-02-03', a, 'acceptObligation', { obligation: clause === 'x' ? 'd' : clause, by: a });
    }
    live.do('2026-02-04', a, 'signAgreement', { agreement: 'g', framework: false });
    return live;
  }
  it('ends its open duties, keeps what is done, and what is named to survive', () => {
    const live = signed();
    deliver(live, '2026-03-01');
    expect(live.refused('2026-04-01', a, 'terminateAgreement', { agreement: 'g' }).refusal).toBe('incomplete');
    const ending = { agreement: 'g', reason: title('road built'), surviving: ['z'] };
    expect(live.refused('2026-04-01', a, 'terminateAgreement', { ...ending, surviving: ['nothing'] }).refusal).toBe('unknownSubject');
    live.do('2026-04-01', a, 'terminateAgreement', ending);
    expect(['d', 'y', 'z'].map((id) => duty(live, '2026-04-01', id)?.obligation.status)).toEqual(['fulfilled', 'discharged', 'inEffect']);
    expect(live.refused('2026-04-02', a, 'terminateAgreement', ending).refusal).toBe('wrongState');
    expect(live.refused('2026-04-02', a, 'amendAgreement', { agreement: 'g' }).refusal).toBe('wrongState');
  });
});

describe('succession', () => {
  it('powers, agreements and the right to change an assignment pass on too', () => {
    const live = owing({ deadline: deadline('2026-12-31'), powers: [{ power: 'stop', holder: b, effect: 'suspend' }] });
    live.do('2026-02-01', a, 'draftAgreement', { agreement: 'g', title: title('G'), parties: [a, b], topics: ['t'], clauses: [] });
    live.do('2026-02-02', a, 'signAgreement', { agreement: 'g', framework: true });
    live.do('2026-03-01', province, 'recordSuccession', { from: b, to: '610500', kind: 'merged' });
    expect(live.situation('2026-03-01').state.agreements.get('g' as never)?.terms.parties).toEqual([a, '610500']);
    expect(live.refused('2026-03-02', b, 'exercisePower', { obligation: 'd', by: b, power: 'stop' }).refusal).toBe('notEntitled');
    live.do('2026-03-02', '610500', 'exercisePower', { obligation: 'd', by: '610500', power: 'stop' });
  });
});

describe('parts of a joint duty', () => {
  it('every responsible agency has its share, and the lead is one of them', () => {
    const live = opened();
    const joint = { obligation: 'd', ...terms, liable: [a, b, c] };
    expect(live.refused('2026-02-01', a, 'draftObligation', { ...joint, shares: { [a]: 0.5, [b]: 0.5 } }).remedy.en).toContain(
      'each responsible agency',
    );
    expect(live.refused('2026-02-01', a, 'draftObligation', { ...joint, lead: province }).refusal).toBe('incomplete');
    live.do('2026-02-01', a, 'draftObligation', { ...joint, shares: { [a]: 0.5, [b]: 0.3, [c]: 0.2 } });
    expect(live.refused('2026-02-02', a, 'amendObligation', { obligation: 'd', terms: { liable: [a, b, c, '610500'] } }).refusal).toBe(
      'incomplete',
    );
    expect(live.refused('2026-02-02', a, 'amendObligation', { obligation: 'd', terms: { lead: '610500' } }).refusal).toBe('incomplete');
  });
});
