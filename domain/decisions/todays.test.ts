/** Today's facts about the same thing: found by an index as by looking at each. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventTypes } from '../events/catalogue.ts';
import { generateHistory } from '../testing/histories.ts';
import { Todays } from './todays.ts';

const fields = ['obligation', 'topic', 'meeting', 'statement', 'agreement', 'inspection', 'intervention', 'instrument', 'conflict', 'body'];

test('finds what a search through all facts finds first', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.integer(), fc.nat(), fc.nat(), (seed, from, pick) => {
      const facts = generateHistory(seed, { size: 40, years: 3 / 365 });
      const asked = facts[pick % facts.length]?.payload as Record<string, unknown>;
      const today = facts[pick % facts.length]?.occurred.last as never;
      const isAskedFor = (type: string) => eventTypes.indexOf(type as never) > from % eventTypes.length;
      const right = facts.find(({ type, occurred, payload }) => {
        const own = payload as Record<string, unknown>;
        return occurred.last === today && isAskedFor(type) && fields.some((field) => asked[field] && asked[field] === own[field]);
      });
      if (right !== undefined) found += 1;
      expect(new Todays(facts, today).firstAbout(asked, isAskedFor)?.id).toBe(right?.id);
    }),
    { numRuns: 2000 },
  );
  expect(found).toBeGreaterThan(200);
});
