/** Windows of requests: counted by the clock they are given, ended in their order, and never more of them than are allowed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Counts } from './counts.ts';

const WINDOW = 60_000;

function asking(counts: Counts): (key: string) => { readonly current: number; readonly ttl: number } {
  return (key) => {
    let answer: { readonly current: number; readonly ttl: number } | undefined;
    counts.incr(key, (_, told) => (answer = told), WINDOW);
    if (answer === undefined) throw new Error('nothing was told');
    return answer;
  };
}

test('a window ends when it is over, and another begins with the next request', () => {
  let now = 1000;
  const ask = asking(new Counts(10, () => now));
  expect(ask('a')).toEqual({ current: 1, ttl: WINDOW });
  now += WINDOW - 1;
  expect(ask('a')).toEqual({ current: 2, ttl: 1 });
  now += 1;
  expect(ask('a')).toEqual({ current: 1, ttl: WINDOW });
});

test('who has not asked since his window ended is dropped, whoever asks next', () => {
  let now = 0;
  const counts = new Counts(1000, () => now);
  const ask = asking(counts);
  for (let key = 0; key < 500; key += 1) ask(`k${key}`);
  expect(counts.size).toBe(500);
  now += WINDOW;
  ask('other');
  expect(counts.size).toBe(1);
});

test('more keys than may be remembered: those whose windows end first are forgotten, the others keep their counts', () => {
  let now = 0;
  const counts = new Counts(3, () => now);
  const ask = asking(counts);
  for (const key of ['a', 'b', 'c', 'd']) {
    ask(key);
    now += 1;
  }
  expect(counts.size).toBe(3);
  expect([ask('b').current, ask('c').current, ask('d').current]).toEqual([2, 2, 2]);
  expect(ask('a').current).toBe(1);
  for (let key = 0; key < 10_000; key += 1) ask(`k${key}`);
  expect(counts.size).toBe(3);
});

test('limits of one server count apart', () => {
  const counts = new Counts(3, () => 0);
  const [one, other] = [asking(counts.child()), asking(counts.child())];
  expect([one('a').current, one('a').current, other('a').current]).toEqual([1, 2, 1]);
});

test('counts as a list of all requests does', () => {
  const request = fc.record({ key: fc.constantFrom('a', 'b', 'c'), after: fc.integer({ min: 0, max: WINDOW }) });
  fc.assert(
    fc.property(fc.array(request, { maxLength: 60 }), (requests) => {
      let now = 0;
      const ask = asking(new Counts(100, () => now));
      // Each key's window told by its first request, all of them searched anew.
      const seen: { readonly key: string; readonly at: number; readonly began: number }[] = [];
      for (const { key, after } of requests) {
        now += after;
        const own = seen.filter((one) => one.key === key);
        const open = own.find(({ began }) => began + WINDOW > now);
        const began = open?.began ?? now;
        seen.push({ key, at: now, began });
        const current = seen.filter((one) => one.key === key && one.began === began).length;
        expect(ask(key)).toEqual({ current, ttl: began + WINDOW - now });
      }
    }),
  );
});
