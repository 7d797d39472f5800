/** What claims look at, fact by fact: the answer of a case that is folded anew, at a cost that does not grow with the case. */
import type { CaseState } from '@gongze/domain/cases/state';
import type { Fact } from '@gongze/domain/events/catalogue';
import { factOf, testCaseId, titled } from '@gongze/domain/testing/facts';
import { generateHistory, randomOf } from '@gongze/domain/testing/histories';
import { evolveInPlace, fold } from '@gongze/domain/cases/fold';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { foldFacts } from '../../read/cache.ts';
import { type Act, caseResource, claimOf } from './claim.ts';
import { CaseTerms } from './terms.ts';

vi.mock('@gongze/domain/cases/fold', { spy: true });

const standing = { published: true, closed: false };
const asSets = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, own) => (Array.isArray(own) ? own.map((one) => JSON.stringify(one)).sort() : own)));

/** What every act of the list would claim of the case. */
const claims = (state: CaseState, acts: readonly Fact[]): unknown => asSets(acts.map((act) => claimOf(state, act as Act)));

const shuffled = <T>(items: readonly T[], random: () => number): T[] =>
  items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

const change = (target: string, version: number, replacement?: object): Fact =>
  replacement === undefined
    ? factOf('factRetracted', { target, reason: titled('r') } as never, { id: `x${version}`, version })
    : factOf('factCorrected', { target, replacement, reason: titled('c') } as never, { id: `x${version}`, version });

/** Facts in any order of days; among them changes of some of them, and changes of changes. */
function story(seed: number, size: number, years: number, successions: boolean): Fact[] {
  const random = randomOf(seed);
  const any = generateHistory(seed, { size: size * 3, years, undatedShare: 0.05, caseId: testCaseId });
  const more = successions ? generateHistory(seed + 1, { size: size * 40, years, caseId: testCaseId }) : [];
  const succeeded = more.filter(({ type }) => type === 'actorSucceeded').map((fact, at) => ({ ...fact, id: `s${at}` }) as unknown as Fact);
  const facts = [...any, ...succeeded].filter(
    ({ type }) =>
      type !== 'factCorrected' &&
      type !== 'factRetracted' &&
      (successions || type !== 'actorSucceeded') &&
      (random() < 0.1 || /^(case|party|agreement|obligation|body|intervention|instrument|actor|power|topic|inspection)/.test(type)),
  );
  const told: Fact[] = [];
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  for (const fact of shuffled(facts, random).slice(0, size)) {
    told.push({ ...fact, version: told.length + 1 });
    if (random() < 0.6) continue;
    const target = pick(told);
    const version = told.length + 1;
    const twins = facts.filter((own) => own.type === target.type);
    const isChange = target.type === 'factCorrected' || target.type === 'factRetracted';
    const other = pick(random() < 0.9 && twins.length > 0 ? twins : facts);
    const replacement = pick([
      { payload: other.payload },
      { occurred: other.occurred },
      { payload: other.payload, occurred: other.occurred },
    ]);
    told.push(change(target.id, version, isChange || random() < 0.3 ? undefined : replacement));
  }
  return told;
}

test('after each fact and each correction, claims and resource are those of the case folded anew', () => {
  const seen = { changes: 0, successions: 0, bound: 0 };
  const stories = fc.record({
    seed: fc.integer(),
    size: fc.integer({ min: 1, max: 50 }),
    years: fc.constantFrom(1 / 365, 1 / 12, 20),
    successions: fc.boolean(),
    from: fc.nat(),
    every: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(stories, ({ seed, size, years, successions, from, every }) => {
      const told = story(seed, size, years, successions);
      const acts = generateHistory(seed, { size: size * 3, years, caseId: testCaseId });
      const start = from % (told.length + 1);
      const terms = new CaseTerms(testCaseId, told.slice(0, start));
      for (let at = start; at <= told.length; at += 1) {
        // Asked now and then, so that several facts may stand unfolded.
        if (at % every === 0 || at === told.length) {
          const right = foldFacts(testCaseId, told.slice(0, at));
          expect(claims(terms.state, acts)).toEqual(claims(right, acts));
          expect(asSets(terms.resource(standing))).toEqual(asSets(caseResource(right, standing)));
          seen.bound += right.obligations.size + right.bodies.size;
        }
        const next = told[at];
        if (next === undefined) continue;
        if (/^fact/.test(next.type)) seen.changes += 1;
        if (next.type === 'actorSucceeded') seen.successions += 1;
        terms.add(next);
      }
    }),
    { numRuns: 200 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100);
}, 240_000);

/** Facts folded while each of `count` duties is drafted, amended and its draft corrected, on rising or falling days, and asked for after each. */
function foldedFor(count: number, dayOf: (at: number) => string): number {
  const terms = new CaseTerms(testCaseId);
  const [one, many] = [vi.mocked(evolveInPlace), vi.mocked(fold)];
  for (const counted of [one, many]) counted.mockClear();
  let version = 0;
  const add = (fact: Fact): void => {
    terms.add({ ...fact, version: ++version });
    expect(terms.state.caseId).toBe(testCaseId);
  };
  for (let at = 0; at < count; at += 1) {
    const [obligation, occurred] = [`d${at}`, { first: dayOf(at), last: dayOf(at), precision: 'day' }];
    const payload = { obligation, title: titled('d'), origin: 'agreed', liable: ['610100'] };
    add(factOf('obligationDrafted', payload as never, { id: obligation, occurred } as never));
    add(factOf('obligationAmended', { obligation, terms: { liable: ['610400'] }, by: '610100' }, { id: `a${at}`, occurred } as never));
  }
  for (let at = 0; at < count; at += 1) {
    const payload = { obligation: `d${at}`, title: titled('d'), origin: 'agreed', liable: ['610300'] };
    add(change(`d${at}`, version + 1, { payload }));
  }
  return one.mock.calls.length + many.mock.calls.reduce((sum, [, facts]) => sum + facts.length, 0);
}

const dayFrom = (start: number) => new Date(Date.UTC(2000, 0, 1 + start)).toISOString().slice(0, 10);

test.each([
  ['as they happened', dayFrom],
  ['the latest first', (at: number) => dayFrom(5000 - at)],
])('eight times the duties and corrections are eight times the facts folded, told %s', (_how, dayOf) => {
  const [small, large] = [foldedFor(50, dayOf), foldedFor(400, dayOf)];
  expect(small).toBeGreaterThan(100);
  expect(large / small).toBeLessThan(8 * 1.05);
});

/** Told after the succession, in the order of the list, each dated before it: whose is the duty then? */
const [north, ashby, heir] = ['610100', '610400', '610300'];
const signed = { agreement: 'g', title: titled('g'), parties: [north, ashby], topics: [], clauses: [{ clause: 'c' }], framework: false };
const powers = [{ power: 'p', holder: ashby, effect: 'discharge' }];
const drafted = { obligation: 'd', title: titled('d'), origin: 'agreed', liable: [north], agreement: 'g', powers };
const passed = [
  factOf('agreementSigned', signed as never, { id: 'g', on: '2001-01-01' }),
  factOf('obligationDrafted', drafted as never, { id: 'd', on: '2001-01-02' }),
  factOf('actorSucceeded', { from: north, to: heir, kind: 'merged' } as never, { id: 's', on: '2005-01-01' }),
];
const ended = factOf('agreementTerminated', { agreement: 'g', reason: titled('r') } as never, { id: 't', on: '2003-01-01' });
const fulfilled = factOf('obligationFulfilled', { obligation: 'd', by: north } as never, { id: 'f', on: '2003-01-01' });
const reopened = factOf('obligationReopened', { obligation: 'd', by: ashby } as never, { id: 'o', on: '2004-01-01' });
const exercised = factOf('powerExercised', { obligation: 'd', by: ashby, power: 'p' } as never, { id: 'p', on: '2003-01-01' });

test.each<[string, readonly Fact[], string]>([
  ['passes to the successor', [], heir],
  ['stays, if its text had ended', [ended], north],
  ['passes, if that end is retracted', [ended, change('t', 9)], heir],
  ['stays, if it was fulfilled', [fulfilled], north],
  ['passes, if it was reopened', [fulfilled, reopened], heir],
  ['stays, if somebody had released it', [exercised], north],
  ['stays, if there was no succession', [change('s', 9)], north],
])('after a succession a duty %s', (_what, told, owes) => {
  const terms = new CaseTerms(testCaseId, passed);
  expect(terms.state.obligations.get('d' as never)?.terms.liable).toEqual([heir]);
  for (const fact of told) {
    terms.add(fact);
    expect(terms.state.caseId).toBe(testCaseId);
  }
  expect(terms.state.obligations.get('d' as never)?.terms.liable).toEqual([owes]);
  expect(terms.resource(standing).dutyHolders).toEqual([owes]);
});
