/** What passes to whoever succeeds somebody, and what stays. */
import { describe, expect, test } from 'vitest';
import { ashby, north, parties, province } from '../../testing/dilemmas.ts';
import { factOf, type PayloadInput, stateOf, titled } from '../../testing/facts.ts';

const heir = '610300';
const opened = factOf('caseOpened', { title: titled('case'), parties }, { on: '2000-01-01' });
const duty = (obligation: string, more: Partial<PayloadInput<'obligationDrafted'>> = {}) =>
  factOf(
    'obligationDrafted',
    { obligation, title: titled(obligation), origin: 'agreed', liable: [north], acceptedBy: [north], ...more },
    { on: '2010-01-01' },
  );
const succeeded = (more: Partial<PayloadInput<'actorSucceeded'>> = {}) =>
  factOf('actorSucceeded', { from: north, to: heir, kind: 'merged', ...more }, { on: '2011-01-01' });
const state = (...facts: Parameters<typeof stateOf>[0]) => stateOf([opened, ...facts]);
const termsOf = (own: ReturnType<typeof state>, id = 'd') => own.obligations.get(id as never)?.terms;

describe('terms', () => {
  test('the heir owes, leads, helps, holds powers and benefits instead', () => {
    const whole = duty('d', {
      liable: [north, ashby],
      lead: north,
      shares: { [north]: 0.75, [ashby]: 0.25 },
      powers: [
        { power: 'p', holder: north, effect: 'suspend' },
        { power: 'q', holder: ashby, effect: 'resume' },
      ],
      beneficiaries: [north, ashby],
      cooperating: [north, province],
    });
    expect(termsOf(state(whole, succeeded()))).toMatchObject({
      liable: [heir, ashby],
      lead: heir,
      shares: { [heir]: 0.75, [ashby]: 0.25 },
      powers: [
        { power: 'p', holder: heir },
        { power: 'q', holder: ashby },
      ],
      beneficiaries: [heir, ashby],
      // Who leads does not help himself.
      cooperating: [province],
    });
  });
  test('where the heir has a part of its own, it is one, and the shares add up', () => {
    const merged = duty('d', { liable: [north, ashby], shares: { [north]: 0.75, [ashby]: 0.25 } });
    const own = termsOf(state(merged, succeeded({ to: ashby })));
    expect(own).toMatchObject({ liable: [ashby] });
    expect(own?.shares).toEqual({ [ashby]: 1 });
  });
  test('shares in which the predecessor has none stay as they are, and what is not named is not added', () => {
    const own = termsOf(state(duty('d', { liable: [ashby], acceptedBy: [ashby], shares: { [ashby]: 1 } }), succeeded()));
    expect(own?.shares).toEqual({ [ashby]: 1 });
    for (const key of ['lead', 'cooperating', 'powers', 'beneficiaries']) expect(own).not.toHaveProperty(key);
    expect(termsOf(state(duty('d', { liable: [north, ashby], lead: ashby }), succeeded()))?.lead).toBe(ashby);
  });
});

describe('what was said of it', () => {
  test('acceptance passes on; where nobody accepted, nothing does', () => {
    expect([
      ...(state(duty('d'), succeeded())
        .obligations.get('d' as never)
        ?.accepted.keys() ?? []),
    ]).toEqual([heir]);
    expect(state(duty('d', { acceptedBy: [] }), succeeded()).obligations.get('d' as never)?.accepted.size).toBe(0);
  });
  test('the heir keeps an acceptance of its own', () => {
    const both = duty('d', { liable: [north, heir], acceptedBy: [] });
    const accepts = (by: string, on: string) => factOf('obligationAccepted', { obligation: 'd', by }, { on, id: `accept:${by}` });
    const own = state(both, accepts(heir, '2010-02-01'), accepts(north, '2010-03-01'), succeeded()).obligations.get('d' as never);
    expect([...(own?.accepted ?? [])].map(([actor, { id }]) => [actor, id])).toEqual([[heir, `accept:${heir}`]]);
  });
  test('the assigner is the heir', () => {
    const assigned = factOf(
      'obligationAssigned',
      { obligation: 'd', by: north, terms: { title: titled('d'), origin: 'assigned', liable: [`${north}/roads`] } },
      { on: '2010-01-01' },
    );
    expect(state(assigned, succeeded()).obligations.get('d' as never)?.assigned?.by).toBe(heir);
    expect(state(assigned, succeeded({ from: ashby })).obligations.get('d' as never)?.assigned?.by).toBe(north);
  });
});

test.each([
  ['fulfilled', factOf('obligationFulfilled', { obligation: 'd' }, { on: '2010-06-01' })],
  ['closed out', factOf('obligationClosedOut', { obligation: 'd' }, { on: '2010-06-01' })],
  ['discharged', factOf('obligationDischarged', { obligation: 'd' }, { on: '2010-06-01' })],
])('what is %s stays with the name that did it', (_what, over) => {
  expect(termsOf(state(duty('d'), over, succeeded()))?.liable).toEqual([north]);
});

describe('a split', () => {
  const split = succeeded({ kind: 'split', obligations: ['d'] });
  test('passes the duties that are named, and neither the others nor the place of the party', () => {
    const own = state(duty('d'), duty('e'), split);
    expect(termsOf(own, 'd')?.liable).toEqual([heir]);
    expect(termsOf(own, 'e')?.liable).toEqual([north]);
    expect([...own.parties.keys()]).toEqual([north, ashby]);
  });
  const signed = factOf(
    'agreementSigned',
    { agreement: 'a', title: titled('a'), parties, topics: [], framework: false },
    { on: '2010-01-01' },
  );
  test('leaves the agreements, which anything else passes on', () => {
    expect(state(signed, split).agreements.get('a' as never)?.terms.parties).toEqual([north, ashby]);
    expect(state(signed, succeeded()).agreements.get('a' as never)?.terms.parties).toEqual([heir, ashby]);
  });
});

test('a merger passes the place of the party and its seats in bodies', () => {
  const body = factOf(
    'bodyEstablished',
    { body: 'body:b', title: titled('b'), kind: 'joint', members: parties, over: [north], powers: ['assess'] },
    { on: '2010-01-01' },
  );
  const own = state(body, succeeded());
  expect(new Set(own.parties.keys())).toEqual(new Set([heir, ashby]));
  expect(own.bodies.get('body:b' as never)).toMatchObject({ members: [heir, ashby], over: [heir] });
});
