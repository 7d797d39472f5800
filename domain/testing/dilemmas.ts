/** What the tests of variables and dilemmas share: two parties below one province, facts that most rules need, and what was found. */
import { diagnose } from '../dilemmas/diagnose.ts';
import type { Fact } from '../events/catalogue.ts';
import type { DilemmaId } from '../vocabulary/levels.ts';
import { deadlineOf, factOf, type FactOptions, type PayloadInput, titled } from './facts.ts';
import { situationOn } from './situations.ts';

export const [north, ashby, province] = ['610100', '610400', '610000'] as const;
export const parties = [north, ashby];
const opened = factOf('caseOpened', { title: titled('case'), parties }, { on: '2000-01-01', id: 'opened' });

type Overrides = Readonly<Record<string, number>>;

/** A case of the two parties on the day. */
export function caseOn(asOf: string, facts: readonly Fact[], overrides: Overrides = {}) {
  return situationOn(asOf, [opened, ...facts], overrides);
}

function diagnosed(asOf: string, facts: readonly Fact[], overrides: Overrides) {
  return diagnose(caseOn(asOf, facts, overrides));
}

/** What one rule finds on the day. */
export function found(asOf: string, id: DilemmaId, facts: readonly Fact[], overrides: Overrides = {}) {
  return diagnosed(asOf, facts, overrides).findings.filter((finding) => finding.id === id);
}

/** What one rule says on the day, as `verdict: English text`, with the evidence. */
export function said(asOf: string, id: DilemmaId, facts: readonly Fact[], overrides: Overrides = {}) {
  const verdict = diagnosed(asOf, facts, overrides).verdicts.find((own) => own.id === id);
  if (verdict === undefined) throw new Error(`no verdict on ${id}`);
  return { verdict: verdict.verdict, zh: verdict.explanation.zh, en: verdict.explanation.en, evidence: verdict.evidence };
}

/** A duty of both parties unless `extra` says otherwise, accepted by all who owe it, with the id of its obligation as the id of the fact. */
export function duty(id: string, extra: Partial<PayloadInput<'obligationDrafted'>> = {}, options: FactOptions = {}) {
  return factOf(
    'obligationDrafted',
    { obligation: id, title: titled(id), origin: 'agreed', liable: parties, acceptedBy: extra.liable ?? parties, ...extra },
    { on: '2010-01-01', origin: 'archive', id, ...options },
  );
}

export const dueOn = (day: string) => ({ deadline: deadlineOf(day) });

/** An independent assessment by the province. */
export function reviewed(obligation: string, on: string, more: Partial<PayloadInput<'obligationReviewed'>>, options: FactOptions = {}) {
  return factOf('obligationReviewed', { obligation, by: province, ...more }, { on, id: `review:${obligation}:${on}`, ...options });
}

/** A reading of a capacity for each of the parties, in order; the ids are the kind and the actor. */
export function capacities(capacity: PayloadInput<'capacityRead'>['capacity'], a: number, b: number, unit = 'u') {
  const period = { first: '2009-01-01', last: '2009-12-31' };
  return [a, b].map((value, i) => {
    const actor = parties[i] as string;
    return factOf('capacityRead', { actor, capacity, value, unit, period }, { on: '2009-12-31', id: `${capacity}:${actor}` });
  });
}

/** An instrument of the province for both parties: direct, strength 4, binding nobody; the id of the fact is its name. */
export function instrument(name: string, on: string, extra: Partial<PayloadInput<'instrumentApplied'>> = {}, options: FactOptions = {}) {
  return factOf(
    'instrumentApplied',
    {
      instrument: name,
      title: titled(name),
      channel: 'policyDocument',
      strength: 4,
      tier: province,
      by: province,
      targets: parties,
      direct: true,
      binding: false,
      ...extra,
    },
    { on, initiative: 'superior', id: name, ...options },
  );
}

/** An interval that says nothing about the day. */
export const sometime = { first: '2010-02-01', last: '2010-12-01', precision: 'unknown' } as const;
