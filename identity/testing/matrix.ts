/**
 * The matrix: role × command × relation in the hierarchy × state of the case. Each cell is one question, answered by the
 * oracle in words; whoever drives the matrix asks the product the same and counts the differences.
 */
import { otherActions } from '@gongze/application/permissions/caller';
import { caseResource, claimOf } from '@gongze/application/permissions/claims/claim';
import { type ActRequest, decideAct } from '@gongze/application/permissions/decide-act';
import type { Authorizer, Caller, Resource, Role, Verdict } from '@gongze/application/ports';
import type { CaseState } from '@gongze/domain/cases/state';
import { type EventType, eventTypes, type Fact } from '@gongze/domain/events/catalogue';
import { factOf, stateOf } from '@gongze/domain/testing/facts';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import { historyOf, type Payload, payloadsOf } from './acts.ts';
import { oracle, type Question } from './oracle.ts';
import { bodied, nested, type Place, places, siblings, strangers } from './places.ts';

/** Single roles, and those combinations in which one role must not lend the other what it lacks. */
export const roleSets: readonly (readonly Role[])[] = [
  ['registrar'],
  ['signer'],
  ['secretariat'],
  ['supervisor'],
  ['inspector'],
  ['assessor'],
  ['auditor'],
  ['operator'],
  [],
  ['registrar', 'signer'],
  ['registrar', 'signer', 'secretariat', 'supervisor', 'inspector', 'assessor'],
  ['registrar', 'signer', 'assessor', 'auditor'],
  ['registrar', 'signer', 'supervisor', 'operator'],
];

export const caseStates = [
  { name: 'open', closed: false, published: false },
  { name: 'closed', closed: true, published: false },
  { name: 'published', closed: false, published: true },
] as const;

export interface Cell extends Question {
  readonly caller: Caller;
  /** Whether the words allow it. */
  readonly expected: boolean;
  readonly targetFact?: Fact;
}

export interface World {
  readonly place: Place;
  readonly facts: readonly Fact[];
  readonly state: CaseState;
  readonly resource: Resource;
}

function worldOf(place: Place): World {
  const facts = historyOf(place).map(([type, payload], index) =>
    // Unsound for the compiler only: the schemas of the types check every payload.
    factOf(type as 'contextRecorded', payload as never, {
      streamId: place.name,
      id: `${place.name}-${index + 1}`,
      version: index + 1,
      on: '2026-01-01',
    }),
  );
  const state = stateOf(facts, place.name);
  if (state.unmatched.length > 0) throw new Error(`bug: the history of the matrix has loose facts: ${state.unmatched.join(', ')}`);
  return { place, facts, state, resource: caseResource(state, { published: false, closed: false }) };
}

export const worlds: readonly World[] = [siblings, strangers, nested, bodied].map(worldOf);

function callersOf(): readonly Caller[] {
  const inOffice = places.flatMap((actor) =>
    roleSets.map((roles) => {
      const office = `${actor}#${roles.join('+')}`;
      return { mode: 'server' as const, person: `p-${office}`, office, actor: actor as string as ActorId, roles };
    }),
  );
  return [...inOffice, { mode: 'server', roles: ['public'] }];
}

export const callers: readonly Caller[] = callersOf();

const everybody: readonly string[] = places;

function signerSets(me: string | undefined, binding: boolean): readonly (readonly string[])[] {
  const mine = me === undefined ? [] : [me];
  const all = [...new Set([...everybody, '610300', '610402'])];
  if (!binding) return [[], all];
  return [[], mine, all, all.filter((who) => who !== me)];
}

/** Facts whose correction is asked: one that does not bind and one that does, by this author. */
export const correctionTargets: readonly (readonly [EventType, (by: string) => Payload])[] = [
  ['positionStated', (by) => ({ topic: 't1', party: by, position: 'for' })],
  ['obligationAccepted', (by) => ({ obligation: 'agreed-one', by })],
  ['meetingHeld', () => ({ title: { zh: '会', en: 'meeting' }, topics: ['t1'], attendees: [] })],
];

function targetOf(author: string, type: EventType, payload: Payload): Fact {
  const fact = factOf(type as 'contextRecorded', payload as never, { streamId: 'siblings', id: 'target', version: 99, on: '2026-01-02' });
  return { ...fact, recordedBy: { mode: 'server', actor: author as string as ActorId } };
}

/** The smallest part of a cell that has no caller yet. */
interface Case {
  readonly action: Cell['action'];
  readonly payload?: Payload;
  readonly target?: { readonly by: string; readonly type: EventType; readonly payload: Payload };
}

function correctionsFor(me: string): Case[] {
  return ['factCorrected', 'factRetracted'].flatMap((type) =>
    correctionTargets.flatMap(([was, payload]) =>
      [...new Set([me, '610100', '610100/transport'])].flatMap((author): Case[] => {
        const target = { by: author, type: was, payload: payload(author) };
        const plain = { action: `record:${type}`, payload: payloadsOf(type as EventType, me, siblings)[0] ?? {}, target };
        if (type === 'factRetracted') return [plain];
        // Putting another's word into one's own fact.
        const replacement = { payload: payload('610400') };
        return [plain, { ...plain, payload: { ...plain.payload, replacement } }];
      }),
    ),
  );
}

const onCases = otherActions.filter((action) => /Case$/.test(action) || action === 'attachFile');

type Wanted = (action: string) => boolean;

function casesFor(me: string, place: Place, wanted: Wanted): Case[] {
  const acts = eventTypes.flatMap((type): Case[] =>
    type === 'factCorrected' || type === 'factRetracted' || !wanted(`record:${type}`)
      ? []
      : payloadsOf(type, me, place).map((payload) => ({ action: `record:${type}`, payload })),
  );
  const other = onCases
    .filter(wanted)
    .flatMap((action): Case[] =>
      action === 'createCase' ? payloadsOf('caseOpened', me, place).map((payload) => ({ action, payload })) : [{ action }],
    );
  // Of corrections the place does not matter.
  const corrections = place === siblings ? correctionsFor(me).filter(({ action }) => wanted(action)) : [];
  return [...acts, ...corrections, ...other];
}

/** Where one party is above the other, or is a body, only they and their neighbours have something new to ask. */
function isNew(place: Place, me: string | undefined): boolean {
  if (me === undefined) return true;
  if (place === nested) return /^6100|^6101|^body:joint/.test(me);
  return place !== bodied || me === '610000' || me === '610100' || me === 'body:elsewhere';
}

/** Every cell, or every one of certain actions, lazily: several hundred thousand. */
export function* cells(wanted: Wanted = () => true): Generator<Cell> {
  for (const { place } of worlds) {
    for (const caller of callers) {
      const me = caller.actor;
      if (!isNew(place, me)) continue;
      for (const { action, payload, target } of casesFor(me ?? '610100', place, wanted)) {
        for (const signers of signerSets(me, action.startsWith('record:') || action.endsWith('Case'))) {
          // A case that does not exist yet is neither closed nor published.
          for (const state of action === 'createCase' ? caseStates.slice(0, 1) : caseStates) {
            const question: Question = {
              place,
              closed: state.closed,
              published: state.published,
              roles: caller.roles,
              action,
              signers,
              ...(me === undefined ? {} : { actor: me }),
              ...(payload === undefined ? {} : { payload }),
              ...(target === undefined ? {} : { target }),
            };
            const targetFact = target === undefined ? {} : { targetFact: targetOf(target.by, target.type, target.payload) };
            yield { ...question, caller, expected: oracle(question), ...targetFact };
          }
        }
      }
    }
  }
}

/** One line that names the cell. */
export function keyOf({ place, closed, published, caller, action, payload, target, signers }: Cell): string {
  const state = closed ? 'closed' : published ? 'published' : 'open';
  const parts = [
    place.name,
    state,
    caller.office ?? 'public',
    action,
    JSON.stringify(payload),
    target?.type,
    target?.by,
    signers.join(','),
  ];
  return parts.join(' | ');
}

/** How much more a refused cell is worth asking: where one thing alone refuses, and in questions of which there are few kinds. */
function weightOf({ action, roles, target }: Cell): number {
  // With every role in one hand, only the place in the hierarchy can still refuse.
  const oneReason = roles.length >= 6 ? 8 : 1;
  const few = target !== undefined ? 12 : action.endsWith('Case') || action === 'record:caseOpened' ? 4 : 1;
  return oneReason * few;
}

/**
 * Part of the cells, the same every time: of those that are allowed one in `allowedEvery`, of the others one in
 * `refusedEvery`. Few questions are answered yes, so an even sample would hardly see them.
 */
export function* sampledCells(allowedEvery: number, refusedEvery: number, seed = 1): Generator<Cell> {
  let random = seed;
  for (const cell of cells()) {
    // Marsaglia's xorshift: an even spread, and nothing of the machine.
    random ^= random << 13;
    random ^= random >>> 17;
    random ^= random << 5;
    if ((random >>> 0) % Math.ceil(cell.expected ? allowedEvery : refusedEvery / weightOf(cell)) === 0) yield cell;
  }
}

/** What the product answers at the port. */
export function verdictAt(authorizer: Authorizer, cell: Cell): Verdict {
  const world = worlds.find(({ place }) => place === cell.place);
  if (world === undefined) throw new Error('bug: a cell of no world');
  const resource: Resource = { ...world.resource, published: cell.published, closed: cell.closed };
  const signedBy = cell.signers as readonly string[] as readonly ActorId[];
  if (cell.action.startsWith('record:')) {
    const act = { type: cell.action.slice('record:'.length), payload: cell.payload } as ActRequest['act'];
    return decideAct(authorizer, { caller: cell.caller, resource, state: world.state, act, signedBy, target: cell.targetFact });
  }
  const parties = resource.parties ?? [];
  const claim =
    cell.action === 'createCase'
      ? claimOf(world.state, { type: 'caseOpened', payload: cell.payload } as ActRequest['act'])
      : { inNameOf: [], among: parties, subjects: parties, holders: [], agreed: false, binds: false };
  return authorizer.decide(cell.caller, cell.action as 'readCase', { ...resource, claim, signedBy });
}
