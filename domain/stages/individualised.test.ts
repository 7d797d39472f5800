/** The index against the definition, written out plainly. */
import { describe, expect, test } from 'vitest';
import { deadlineOf, factOf, type PayloadInput, titled } from '../testing/facts.ts';
import { generateHistory } from '../testing/histories.ts';
import { situationOn } from '../testing/situations.ts';
import type { Duty } from './duties.ts';
import type { Situation } from './situation.ts';

const parties = ['610100', '610400'];
const opened = factOf('caseOpened', { title: titled('case'), parties }, { on: '2000-01-01' });
const yardstick = (indicator: string) => ({
  yardstick: `y-${indicator}`,
  indicator,
  subject: '610000',
  unit: 'u',
  target: { kind: 'level' as const, value: 60 },
  direction: 'atMost' as const,
  dueOn: '2015-01-01',
});
const duty = (obligation: string, liable: string[], more: Partial<PayloadInput<'obligationDrafted'>>) =>
  factOf('obligationDrafted', { obligation, title: titled(obligation), origin: 'agreed', liable, ...more }, { on: '2010-01-01' });
const individualAt = (...facts: Parameters<typeof situationOn>[1]) =>
  [...situationOn('2012-01-01', [opened, ...facts]).individualised].map(({ obligation }) => obligation.obligation as string);

describe('alone', () => {
  const whole = { deadline: deadlineOf('2011-01-01'), measure: titled('m') };
  test('one agency, a deadline and a measure: each missing one breaks it', () => {
    expect(individualAt(duty('d', ['610100'], whole))).toEqual(['d']);
    expect(individualAt(duty('d', ['610100'], { deadline: whole.deadline }))).toEqual([]);
    expect(individualAt(duty('d', ['610100'], { measure: whole.measure }))).toEqual([]);
    expect(individualAt(duty('d', parties, whole))).toEqual([]);
  });
  test('a lead or shares name the agency of a joint duty; a yardstick is a measure and a date', () => {
    expect(individualAt(duty('d', parties, { ...whole, lead: '610100' }))).toEqual(['d']);
    expect(individualAt(duty('d', parties, { ...whole, shares: { '610100': 0.5, '610400': 0.5 } }))).toEqual(['d']);
    expect(individualAt(duty('d', ['610100'], { yardsticks: [yardstick('pm25')] }))).toEqual(['d']);
  });
});

describe('split up', () => {
  const joint = duty('joint', parties, { topic: 't', yardsticks: [yardstick('pm25')] });
  const part = (party: string, indicator: string, topic = 't') => duty(party, [party], { topic, yardsticks: [yardstick(indicator)] });
  test('where every party owes the indicator alone, under the same topic', () => {
    expect(individualAt(joint, part('610100', 'pm25'), part('610400', 'pm25'))).toContain('joint');
    expect(individualAt(joint, part('610100', 'pm25'))).not.toContain('joint');
    expect(individualAt(joint, part('610100', 'pm25'), part('610400', 'so2'))).not.toContain('joint');
    expect(individualAt(joint, part('610100', 'pm25'), part('610400', 'pm25', 'u'))).not.toContain('joint');
  });

  function isIndividual({ duties }: Situation, one: Duty): boolean {
    if (one.individualised) return true;
    const { terms } = one.obligation;
    const indicators = (terms.yardsticks ?? []).map(({ indicator }) => indicator);
    const owesAlone = (actor: string, other: Duty) =>
      other.individualised &&
      other.obligation.terms.topic === terms.topic &&
      other.obligation.terms.liable.length === 1 &&
      other.obligation.terms.liable[0] === actor &&
      other.yardsticks.some(({ yardstick: own }) => indicators.includes(own.indicator));
    return one.joint && one.dueOn !== undefined && terms.liable.every((actor) => duties.some((other) => owesAlone(actor, other)));
  }
  test('as the definition says, in any history', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const situation = situationOn('2019-01-01', generateHistory(seed, { size: 300 }));
      for (const each of situation.duties) expect(situation.individualised.has(each)).toBe(isIndividual(situation, each));
    }
  });
});
