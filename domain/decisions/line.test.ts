import { describe, expect, test } from 'vitest';
import { above, centre, cityA, cityB, cityC, dutyTerms, openedCase, words } from '../testing/refusals.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import { deciders, holdsPowerOver, lineOf } from './line.ts';

type Body = { readonly name: string } & Record<string, unknown>;
/** The case with a duty of those terms, drafted or assigned, and bodies; what is asked about the duty on 1 March. */
function duty(terms: object, bodies: readonly Body[] = [], assignedBy?: string) {
  const live = openedCase();
  const whole = dutyTerms(terms);
  if (assignedBy === undefined) live.do('2026-01-06', cityA, 'draftObligation', { obligation: 'd', ...whole });
  else live.do('2026-01-06', assignedBy, 'assignObligation', { obligation: 'd', by: assignedBy, terms: { ...whole, origin: 'assigned' } });
  for (const { name, ...more } of bodies) {
    const body = { body: `body:${name}`, title: words(name), kind: 'joint', members: [cityA, cityB], powers: ['assess'], ...more };
    const { abolished, ...own } = body as typeof body & { abolished?: boolean };
    live.do('2026-01-07', above, 'establishBody', own);
    if (abolished === true) live.do('2026-01-08', cityA, 'abolishBody', { body: `body:${name}` });
  }
  const situation = live.situation('2026-03-01');
  const obligation = situation.duties[0]?.obligation;
  if (obligation === undefined) throw new Error('no duty');
  return { situation, obligation };
}

describe('who decides first', () => {
  const decides = (...args: Parameters<typeof duty>) => {
    const { situation, obligation } = duty(...args);
    return deciders(situation, obligation);
  };
  test('the other party', () => {
    expect(decides({})).toEqual([cityB]);
    expect(decides({ liable: [`${cityA}/roads`] })).toEqual([cityB]);
    expect(decides({ liable: [cityC] })).toEqual([cityA, cityB]);
    expect(decides({ liable: [cityA, cityC], lead: cityA })).toEqual([cityB]);
    expect(decides({ liable: [cityA, cityB], lead: cityA })).toEqual([]);
  });
  test('every joint body that may assess or supervise all who owe it, before the other party', () => {
    expect(decides({}, [{ name: 'b' }])).toEqual(['body:b']);
    expect(decides({}, [{ name: 'b', powers: ['supervise'] }, { name: 'c' }])).toEqual(['body:b', 'body:c']);
    expect(decides({ liable: [`${cityA}/roads`] }, [{ name: 'b' }])).toEqual(['body:b']);
    for (const more of [{ powers: ['coordinate', 'convene'] }, { over: [cityB] }, { abolished: true }]) {
      expect(decides({}, [{ name: 'b', ...more }]), JSON.stringify(more)).toEqual([cityB]);
    }
    expect(decides({ liable: [cityA, cityC], lead: cityA }, [{ name: 'b' }])).toEqual([cityB]);
  });
  test('its assigner, before all of them', () => {
    expect(decides({}, [{ name: 'b' }], above)).toEqual([above]);
  });
});

describe('who holds power over those who owe it', () => {
  const holds = (actor: string, ...args: Parameters<typeof duty>) => {
    const { situation, obligation } = duty(...args);
    return holdsPowerOver(situation, obligation, actor as ActorId);
  };
  test.each([
    ['a government above', above, {}, true],
    ['the one above that', centre, {}, true],
    ['an organ of one', `${above}/office`, {}, true],
    ['a government above one of two', above, { liable: [cityA, '620100'], lead: cityA }, false],
    ['an equal', cityB, {}, false],
    ['whoever owes it', cityA, {}, false],
    ['another branch', '620000', {}, false],
    ['something that is no government', 'org:press', {}, false],
  ])('%s', (_who, actor, terms, expected) => expect(holds(actor, terms)).toBe(expected));
  test('whoever the terms give a power over it, and organs of it', () => {
    const terms = { powers: [{ power: 'stop', holder: cityB, effect: 'suspend' }] };
    expect(holds(cityB, terms)).toBe(true);
    expect(holds(`${cityB}/roads`, terms)).toBe(true);
    expect(holds(cityC, terms)).toBe(false);
    const two = { powers: [...terms.powers, { power: 'end', holder: cityC, effect: 'discharge' }] };
    for (const actor of [cityB, cityC]) expect(holds(actor, two)).toBe(true);
  });
  test('its assigner', () => {
    expect(holds(cityA, { liable: [`${cityA}/roads`] }, [], cityA)).toBe(true);
    expect(holds(`${cityA}/office`, { liable: [`${cityA}/roads`] }, [], cityA)).toBe(true);
    expect(holds(cityA, { liable: [`${cityA}/roads`] })).toBe(false);
  });
  test.each([
    ['may assess', { powers: ['assess'] }, true],
    ['may supervise', { powers: ['supervise'] }, true],
    ['may coordinate', { powers: ['coordinate'] }, false],
    ['may assess somebody else', { over: [cityB] }, false],
    ['was abolished', { abolished: true }, false],
  ])('a body that %s', (_what, more, expected) => expect(holds('body:b', {}, [{ name: 'b', ...more }])).toBe(expected));
});

describe('the line', () => {
  const line = (...args: Parameters<typeof duty>) => {
    const { situation, obligation } = duty(...args);
    return lineOf(situation, obligation);
  };
  test('goes up from whoever owes it first, or from its assigner', () => {
    expect(line({})).toEqual([above, centre]);
    expect(line({ liable: [`${cityA}/roads`] })).toEqual([above, centre]);
    expect(line({ liable: ['620100', cityA], lead: cityA })).toEqual(['620000', centre]);
    expect(line({}, [], above)).toEqual([centre]);
    expect(line({}, [], centre)).toEqual([]);
  });
});
