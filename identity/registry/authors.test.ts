/** Whose act it is, told from the log alone: as by a case that is folded anew before each act, at a cost that does not grow with the case. */
import { type Act, claimOf } from '@gongze/application/permissions/claims/claim';
import { foldFacts } from '@gongze/application/read/cache';
import { isBinding } from '@gongze/application/ledger/binding';
import { evolveInPlace, fold } from '@gongze/domain/cases/fold';
import type { Fact } from '@gongze/domain/events/catalogue';
import { factOf, testCaseId, titled } from '@gongze/domain/testing/facts';
import { generateHistory, randomOf } from '@gongze/domain/testing/histories';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type Authors, AuthorsOfActs } from './authors.ts';

vi.mock('@gongze/domain/cases/fold', { spy: true });

const isChange = ({ type }: Fact): boolean => type === 'factCorrected' || type === 'factRetracted';

/** By all that stands before it in the log. */
function bruteForce(before: readonly Fact[], act: Fact): Authors {
  const state = foldFacts(testCaseId, before);
  if (act.type !== 'factCorrected' && act.type !== 'factRetracted') return claimOf(state, act as Act).inNameOf;
  const target = before.find(({ id }) => id === act.payload.target);
  if (target === undefined) return [];
  const payload = act.type === 'factCorrected' ? (act.payload.replacement.payload ?? target.payload) : target.payload;
  return claimOf(state, { type: target.type, payload } as Act).inNameOf;
}

class Log {
  readonly facts: Fact[] = [];
  readonly #authors = new AuthorsOfActs();
  readonly #binding = new Set<string>();

  /** Authors of the fact, if it binds, told from what stands before it. */
  add(fact: Fact): { readonly binds: boolean; readonly authors: Authors; readonly before: readonly Fact[] } {
    const before = [...this.facts];
    const target = (fact.payload as { readonly target?: string }).target ?? '';
    const binds = isChange(fact) ? this.#binding.has(target) : isBinding(fact.type, fact.payload);
    const authors = binds ? this.#authors.of(fact) : [];
    this.#authors.record(fact, binds ? { authors } : undefined);
    if (binds) this.#binding.add(fact.id);
    this.facts.push(fact);
    return { binds, authors, before };
  }
}

test('authors of each act that binds are those of the case folded anew before it', () => {
  let [asked, changed] = [0, 0];
  const logs = fc.record({ seed: fc.integer(), size: fc.integer({ min: 1, max: 90 }), years: fc.constantFrom(1 / 365, 20) });
  fc.assert(
    fc.property(logs, ({ seed, size, years }) => {
      const random = randomOf(seed);
      const any = generateHistory(seed, { size, years, correctionShare: 0.15, caseId: testCaseId });
      // Corrections name what stands before them: moved, they follow it; everything else comes in any order of days.
      const keys = new Map<string, number>();
      for (const fact of any) {
        const target = keys.get((fact.payload as { readonly target?: string }).target ?? '');
        keys.set(fact.id, target === undefined ? random() : Math.max(random(), target + 1e-9));
      }
      const keyOf = ({ id }: Fact): number => keys.get(id) as number;
      const log = new Log();
      for (const [at, fact] of any.toSorted((a, b) => keyOf(a) - keyOf(b)).entries()) {
        const { binds, authors, before } = log.add({ ...fact, version: at + 1 });
        if (!binds) continue;
        asked += 1;
        if (isChange(fact)) changed += 1;
        expect(authors?.toSorted()).toEqual(bruteForce(before, fact)?.toSorted());
      }
    }),
    { numRuns: 300, examples: [[{ seed: 605955111, size: 79, years: 1 / 365 }]] },
  );
  expect(asked).toBeGreaterThan(2000);
  expect(changed).toBeGreaterThan(100);
}, 120_000);

test('after a succession the successor signs', () => {
  const [north, ashby, heir] = ['610100', '610400', '610300'] as const;
  const log = new Log();
  const terms = { obligation: 'd', title: titled('d'), origin: 'agreed', liable: [north, ashby] } as const;
  log.add(factOf('obligationDrafted', terms, { id: 'd' }));
  const amended = { obligation: 'd', terms: { title: titled('e') }, by: ashby };
  expect(log.add(factOf('obligationAmended', amended, { id: 'a' })).authors).toEqual([north, ashby]);
  log.add(factOf('actorSucceeded', { from: north, to: heir, kind: 'merged' }, { id: 's' }));
  expect(log.add(factOf('obligationAmended', amended, { id: 'b' })).authors).toEqual([heir, ashby]);
});

test('what decides authors and is withheld leaves them unknown; an end of a duty only once somebody was succeeded', () => {
  const authors = new AuthorsOfActs();
  const record = (fact: Fact): Authors => {
    const of = authors.of(fact);
    authors.record(fact, { authors: of });
    return of;
  };
  record(factOf('obligationDrafted', { obligation: 'd', title: titled('d'), origin: 'agreed', liable: ['610100'] }, { id: 'd' }));
  const suspended = factOf('obligationSuspended', { obligation: 'd', by: '610100', reason: titled('r') } as never, { id: 'x' });
  for (const type of ['progressReported', 'partyJoined', 'obligationFulfilled', 'no such type']) authors.withheld(testCaseId, type);
  expect(record(suspended)).toEqual(['610100']);
  record(factOf('actorSucceeded', { from: '610100', to: '610300', kind: 'merged' }, { id: 's' }));
  expect(record({ ...suspended, id: 'y' as never })).toBeUndefined();
  const other = new AuthorsOfActs();
  other.withheld(testCaseId, 'actorSucceeded');
  expect(other.of(suspended)).toBeUndefined();
});

test('what cannot be read leaves authors unknown, and stops nothing', () => {
  const authors = new AuthorsOfActs();
  const draft = factOf('obligationDrafted', { obligation: 'd', title: titled('d'), origin: 'agreed', liable: ['610100'] }, { id: 'd' });
  for (const broken of [
    { ...draft, payload: null },
    { ...draft, occurred: undefined },
  ])
    authors.record(broken as never, { authors: [] });
  authors.record({ ...draft, type: 'factCorrected', payload: null } as never, { authors: [] });
  expect(authors.of(factOf('obligationSuspended', { obligation: 'd', by: '610100', reason: titled('r') } as never))).toBeUndefined();
});

/** Facts folded while a log is followed in which `count` duties are drafted and changed, the latest first, and corrected. */
function foldedFor(count: number): number {
  const counted = [vi.mocked(evolveInPlace), vi.mocked(fold)] as const;
  for (const own of counted) own.mockClear();
  const log = new Log();
  const add = (fact: Fact): void => {
    if (log.facts.length > 0) log.facts.length = 0;
    expect(log.add(fact).authors).toBeDefined();
  };
  const on = (at: number): string => new Date(Date.UTC(2010, 0, 1 - at)).toISOString().slice(0, 10);
  for (let at = 0; at < count; at += 1) {
    const liable = ['610100', '610400'];
    const [id, more] = [`d${at}`, { on: on(at), version: 3 * at + 1 }];
    add(factOf('obligationDrafted', { obligation: id, title: titled('d'), origin: 'agreed', liable, acceptedBy: liable }, { id, ...more }));
    add(factOf('obligationAmended', { obligation: id, terms: { liable: ['610300'] }, by: '610100' }, { id: `a${at}`, ...more }));
    add(
      factOf(
        'factCorrected',
        { target: id, replacement: { occurred: { first: on(at), last: on(at), precision: 'day' } }, reason: titled('r') } as never,
        { id: `c${at}`, ...more, version: 3 * at + 3 },
      ),
    );
  }
  return counted[0].mock.calls.length + counted[1].mock.calls.reduce((sum, [, facts]) => sum + facts.length, 0);
}

test('eight times the acts are eight times the facts folded', () => {
  const [small, large] = [foldedFor(50), foldedFor(400)];
  expect(small).toBeGreaterThan(50);
  expect(large / small).toBeLessThan(8 * 1.05);
});
