/** Many acts in one request: each is decided as if the case were folded anew before it. */
import type { Fact } from '@gongze/domain/events/catalogue';
import { decisionContextOf } from '@gongze/domain/report/deciding';
import { openCase } from '@gongze/domain/report/report';
import type { DecisionContext, EventDraft } from '@gongze/domain/decisions/context';
import { refusalOfEvents } from '@gongze/domain/decisions/decideEvents';
import { generateHistory, randomOf } from '@gongze/domain/testing/histories';
import { chineseCalendar } from '@gongze/domain/vocabulary/calendars/calendar';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { standardParameters } from '@gongze/domain/vocabulary/parameters';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Authorizer, Resource } from '../permissions/caller.ts';
import { caseResource } from '../permissions/claims/claim.ts';
import { decideAct } from '../permissions/decide-act.ts';
import type { StoredCase } from '../ports.ts';
import { foldFacts } from '../read/cache.ts';
import { testCommands } from '../testing/commands.ts';
import type { Decision } from './decide.ts';
import { type NewEvent, newEventSchema } from './new-event.ts';
import { unpublished } from './publication.ts';
import { factsOf, recordEvents } from './record.ts';
import { domainRules, type RuleRefusal } from './rules.ts';

const governments = gb2260();
const today = isoDateOf('2026-11-23');
const caller = { mode: 'local', person: 'local', roles: [] } as const;
const clock = { today: () => today, now: () => `${today}T00:00:00Z` };
const occurred = { first: today, last: today, precision: 'day' } as const;
const title = (text: string) => ({ zh: text, en: text });

/** The rules with the case opened anew before each event. */
function rulesAnew({ stored, fresh }: Decision): RuleRefusal | undefined {
  const { caseId, title: named, actors, facts } = stored;
  const doneBy = (count: number): string | undefined => {
    const { by, party, tier } = (fresh[count] as Fact).payload as Record<string, string | undefined>;
    return by ?? party ?? tier;
  };
  const contextAfter = (count: number): DecisionContext => {
    const known = [...facts, ...fresh.slice(0, count)];
    const parameters = standardParameters();
    const open = openCase({ caseId, title: named, actors, edition: 'enriched', facts: known, knownOn: undefined, parameters, governments });
    const on = (fresh[count] as Fact).occurred.last;
    return decisionContextOf(open, { today, on, by: (doneBy(count) ?? '') as never, calendar: chineseCalendar });
  };
  // One user acts for anyone: what names nobody may be done by any of the case.
  const anyOfTheCase = (count: number, { situation: { parties, ladder, state } }: DecisionContext) =>
    doneBy(count) === undefined ? ([...parties, ...ladder, ...state.bodies.keys()] as ActorId[]) : undefined;
  return refusalOfEvents(fresh as readonly EventDraft[], contextAfter, () => undefined, anyOfTheCase);
}

const storedOf = (facts: readonly Fact[]): StoredCase => ({
  caseId: 'river' as never,
  title: title('River'),
  actors: {},
  facts,
  size: facts.length,
});

function factsAfter(events: readonly NewEvent[], stored: readonly Fact[], key: string): Fact[] {
  return factsOf({ caseId: 'river', idempotencyKey: key, events, caller }, stored.length, clock);
}

const opened = newEventSchema.parse({
  type: 'caseOpened',
  occurred,
  payload: { title: title('River'), parties: ['610100', '610400', '610300'] },
});

/** A case, and a request that may be recorded in it up to its last act, which perhaps may not. `share`: of acts with a correction before them. */
function requestOf(seed: number, share: number): { readonly stored: StoredCase; readonly fresh: readonly Fact[] } {
  const random = randomOf(seed);
  const candidates = generateHistory(seed, { size: 150, origin: 'live' })
    .filter(({ type }) => type !== 'factCorrected' && type !== 'factRetracted' && type !== 'caseOpened')
    .map(({ type, payload }) => newEventSchema.parse({ type, occurred, payload }));
  const before = factsAfter([opened], [], 'open');
  const earlier: NewEvent[] = [];
  const batch: NewEvent[] = [];
  const refusals = new Map<string, NewEvent>();
  const mayFollow = (own: NewEvent[], stored: readonly Fact[], key: string): boolean => {
    const refused = rulesAnew({ stored: storedOf(stored), fresh: factsAfter(own, stored, key), governments, today });
    if (refused !== undefined) refusals.set(refused.refusal.refusal, own.at(-1) as NewEvent);
    return refused === undefined;
  };
  for (const candidate of candidates.slice(0, 60)) if (mayFollow([...earlier, candidate], before, 'earlier')) earlier.push(candidate);
  const stored = [...before, ...(earlier.length === 0 ? [] : factsAfter(earlier, before, 'earlier'))];
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const change = (): NewEvent => {
    const target = pick(stored);
    const twin = pick(stored.filter(({ type }) => type === target.type));
    const reason = title('r');
    if (random() < 0.3) return newEventSchema.parse({ type: 'factRetracted', occurred, payload: { target: target.id, reason } });
    return newEventSchema.parse({
      type: 'factCorrected',
      occurred,
      payload: { target: target.id, reason, replacement: { payload: twin.payload } },
    });
  };
  for (const candidate of candidates.slice(60))
    for (const own of random() < share ? [change(), candidate] : [candidate])
      if (mayFollow([...batch, own], stored, `${seed}`)) batch.push(own);
  // One kind of refusal as likely as another: most are of things that nobody knows.
  const kinds = [undefined, ...refusals.values()];
  const last = kinds[Math.floor(random() * kinds.length)];
  return { stored: storedOf(stored), fresh: factsAfter([...batch, ...(last === undefined ? [] : [last])], stored, `${seed}`) };
}

const event = (type: string, payload: object): NewEvent => newEventSchema.parse({ type, occurred, payload });
const drafted = (obligation: string, more: object = {}): NewEvent =>
  event('obligationDrafted', { obligation, title: title(obligation), origin: 'agreed', liable: ['610100'], ...more });

function decided(...events: readonly NewEvent[]): RuleRefusal | undefined {
  const stored = factsAfter([opened], [], 'open');
  const decision = { stored: storedOf(stored), fresh: factsAfter(events, stored, 'k'), governments, today };
  const refused = domainRules()(decision);
  expect(refused).toEqual(rulesAnew(decision));
  return refused;
}

test('what could not be told to follow an earlier act of the request is refused', () => {
  const of = (obligation: string) => [drafted(obligation), event('obligationAccepted', { obligation, by: '610100' })];
  const reported = event('obligationReported', { obligation: 'd', by: '610100' });
  const amended = (obligation: string) => event('obligationAmended', { obligation, terms: { title: title('x') }, by: '610100' });
  const refused = decided(...of('d'), reported, amended('d'));
  expect(refused).toMatchObject({ index: 3, refusal: { refusal: 'orderWithinDay' } });
  expect(decided(...of('e'), ...of('d'), reported, amended('e'))).toBeUndefined();
});

test('duties that are named in a refusal stand in the order of a fold from scratch', () => {
  const text = {
    agreement: 'g',
    title: title('g'),
    parties: ['610100', '610400'],
    topics: [],
    clauses: [{ clause: 'c' }],
    framework: false,
  };
  const draft = { agreement: text.agreement, title: text.title, parties: text.parties, topics: text.topics, clauses: text.clauses };
  const duties = ['a', 'b', 'c', 'd', 'e', 'f'].map((own) => drafted(own, { agreement: 'g' }));
  const refused = decided(event('agreementDrafted', draft), ...duties, event('agreementSigned', text));
  expect(refused).toMatchObject({ index: 7, refusal: { refusal: 'incomplete' } });
  expect(refused?.refusal.missing.length).toBeGreaterThan(5);
});

test('each act is decided as if the case were opened anew before it, and refused in the same words', () => {
  let [refused, accepted, corrected] = [0, 0, 0];
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(0, 0.2), (seed, share) => {
      const decision = { ...requestOf(seed, share), governments, today };
      const right = rulesAnew(decision);
      corrected += decision.fresh.filter(({ type }) => type.startsWith('fact')).length;
      accepted += right?.index ?? decision.fresh.length;
      if (right !== undefined) refused += 1;
      expect(domainRules()(decision)).toEqual(right);
    }),
    { numRuns: 30 },
  );
  expect(refused).toBeGreaterThan(8);
  expect(accepted).toBeGreaterThan(100);
  expect(corrected).toBeGreaterThan(30);
}, 120_000);

const asSets = (resource: Resource): unknown =>
  JSON.parse(JSON.stringify(resource, (_, value) => (Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value)));

const recording = (asked: Resource[]): Authorizer => ({
  decide: (_caller, action, resource) => {
    if (action.startsWith('record:')) asked.push(resource);
    return { allowed: true, reason: title(''), policies: [] };
  },
});

/** What is asked of the authoriser when the events are recorded, as sets; it is what is asked of the case folded anew before each. */
async function askedFor(stored: StoredCase, events: readonly NewEvent[]): Promise<unknown[]> {
  const [asked, right]: [Resource[], Resource[]] = [[], []];
  // Whatever the rules would say of it: permissions are asked before.
  const decide = () => [{ kind: 'wrongValue', path: [], expected: title(''), found: '' } as const];
  const ports = testCommands({ authorizer: recording(asked), readCase: async () => stored, decide });
  await recordEvents(ports, { caseId: 'river', expectedVersions: 'any', idempotencyKey: 'k', events, caller });
  const recorded = factsAfter(events, stored.facts, 'k');
  for (const [at, act] of recorded.entries()) {
    const known = [...stored.facts, ...recorded.slice(0, at)];
    const state = foldFacts(stored.caseId, known);
    const target = known.find(({ id }) => id === (act.payload as { readonly target?: string }).target);
    const resource = caseResource(state, unpublished);
    if (!decideAct(recording(right), { caller, resource, state, act, signedBy: [], target }).allowed) break;
  }
  expect(asked.map(asSets)).toEqual(right.map(asSets));
  return asked.map(asSets);
}

test('who owes a duty is told to the authoriser after each act that changes it', async () => {
  const amended = event('obligationAmended', { obligation: 'd', terms: { liable: ['610300'] }, by: '610100' });
  const acts = [
    drafted('e', { liable: ['610400'] }),
    drafted('d'),
    drafted('f'),
    amended,
    drafted('f', { liable: ['610400'] }),
    drafted('g'),
  ];
  const asked = await askedFor(storedOf(factsAfter([opened], [], 'open')), acts);
  const holders = ['[]', '["610400"]', '["610100","610400"]', '["610100","610400"]', '["610100","610300","610400"]', '["610300","610400"]'];
  expect(asked.map((own) => JSON.stringify((own as { dutyHolders: string[] }).dutyHolders.map((one) => JSON.parse(one))))).toEqual(holders);
});

test('whether somebody may record an act is asked of the case as it stands then', async () => {
  const cases = fc.record({ seed: fc.integer(), size: fc.integer({ min: 1, max: 60 }), isOfDuties: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(cases, async ({ seed, size, isOfDuties }) => {
      const any = generateHistory(seed, { size: size * 2, correctionShare: 0.05, years: 1 / 365, caseId: 'river' });
      const fresh = any.slice(size).filter(({ type }) => !isOfDuties || /^(obligation|progress|evidence|indicator|reminder)/.test(type));
      // Many actors, so that nobody is a party or owes a duty by chance.
      const random = randomOf(seed);
      const spread = (payload: unknown): unknown =>
        JSON.parse(JSON.stringify(payload).replaceAll(/"610[134]00"/g, () => `"6${100 + Math.floor(random() * 90)}00"`));
      const events = fresh.map(({ type, payload }) => ({ type, occurred, payload: spread(payload) }) as unknown as NewEvent);
      await askedFor(storedOf(any.slice(0, size)), events);
    }),
    { numRuns: 300 },
  );
}, 120_000);
