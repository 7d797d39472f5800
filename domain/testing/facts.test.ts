import { describe, expect, it } from 'vitest';
import { factOf, stateOf } from './facts.ts';

describe('factOf', () => {
  it('parses a day, a month and a year as intervals', () => {
    expect(factOf('partyJoined', { party: '610100' }, { on: '2015-02' }).occurred).toEqual({
      first: '2015-02-01',
      last: '2015-02-28',
      precision: 'month',
      setBy: 'source',
    });
    expect(factOf('partyJoined', { party: '610100' }, { on: '2015' }).knownFrom).toBe('2015-12-31');
  });
  it('refuses a payload that its schema refuses', () => {
    expect(() => factOf('partyJoined', { party: 'not an actor' })).toThrow(/partyJoined .* is not a valid fact/);
  });
  it('folds in order of date, not of writing', () => {
    const left = factOf('partyLeft', { party: '610100' }, { on: '2016-01-01' });
    const joined = factOf('partyJoined', { party: '610100' }, { on: '2015-01-01' });
    const state = stateOf([left, joined]);
    expect(state.unmatched).toEqual([]);
    expect(state.factCount).toBe(2);
  });
});
