/** When a tier has failed, so that it is the turn of the next. */
import { expect, test } from 'vitest';
import { caseOn, north, province } from '../testing/dilemmas.ts';
import { factOf, titled } from '../testing/facts.ts';
import type { GovernmentCode } from '../vocabulary/ids.ts';
import { failureOfTier } from './grounds.ts';

const none = { dilemmas: [], young: [], triggers: [], necessarySince: undefined };
const failure = (asOf: string, ...facts: Parameters<typeof caseOn>[1]) =>
  failureOfTier(caseOn(asOf, facts), none, province as GovernmentCode);
const recused = (tier: string) => factOf('recusalDeclared', { tier, reason: titled('r') }, { on: '2010-01-01', id: 'aside' });
const asked = (tier: string) => factOf('interventionProposed', { intervention: 'v', tier, by: north }, { on: '2010-01-01', id: 'ask' });

test('a tier that stood aside, and no other', () => {
  expect(failure('2010-06-01', recused(province))).toEqual({ why: 'recused', evidence: ['aside'] });
  expect(failure('2010-06-01', recused('000000'))).toBeUndefined();
});

test('a tier that left a request for 60 days, and no other', () => {
  expect(failure('2010-03-01', asked(province))).toBeUndefined();
  expect(failure('2010-03-02', asked(province))).toEqual({ why: 'requestUnanswered', evidence: ['ask'] });
  expect(failure('2010-03-02', asked('000000'))).toBeUndefined();
  const declined = factOf('interventionDeclined', { intervention: 'v', tier: province, reason: titled('r') }, { on: '2010-02-01' });
  expect(failure('2010-06-01', asked(province), declined)).toBeUndefined();
});
