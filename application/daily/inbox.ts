/** One list over all cases (待办): what a side owes, what waits for it, what it waits for; and the roll-up by whose it is. */
import { sideOf } from '@gongze/domain/decisions/context';
import { textOn } from '@gongze/domain/decisions/outlook';
import { actorIdSchema } from '@gongze/domain/events/schemas';
import { type Light, lightReasons, lights } from '@gongze/domain/stages/lights';
import { daysBetween, type IsoDate } from '@gongze/domain/vocabulary/dates';
import { type ActorId, type CaseId, governmentOf } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type Answer, answered, requestFault } from '../answers.ts';
import { isAnonymous, signInFirst } from '../commands/answers.ts';
import { requestTexts } from '../messages.ts';
import type { Authorizer, Caller } from '../permissions/caller.ts';
import { badCursor, cursorOf, PAGE_DEFAULT, placeIn } from '../read/list.ts';
import { excerptOf } from '../validation/faults.ts';
import { type DailyKind, type KeptCase, type KeptTask, type LightCounts, taskKinds, type TaskPlace } from './ports.ts';
import { refreshDaily, type RefreshPorts } from './refresh.ts';

/** Cases that one question reads again before it answers; more are left to the server's own round. */
const REFRESH_MAX = 20;

export interface InboxRequest {
  readonly actor?: string | undefined;
  readonly kind?: DailyKind | undefined;
  readonly case?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  readonly caller: Caller;
}

export interface InboxItem {
  readonly case: string;
  readonly caseTitle: Bilingual;
  readonly key: string;
  readonly kind: DailyKind;
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly command: string | null;
  readonly subject: string;
  readonly dueOn: IsoDate | null;
  /** Negative: days late. */
  readonly daysLeft: number | null;
  readonly light: Light | null;
  readonly since: IsoDate;
  readonly sinceDays: number;
  readonly because: readonly ActorId[];
}

export interface Inbox {
  readonly actor: ActorId;
  readonly asOf: IsoDate;
  /** Cases that have moved since they were read for this list. */
  readonly behind: number;
  readonly counts: Readonly<Record<DailyKind | 'late', number>> & { readonly lights: LightCounts };
  readonly names: Readonly<Record<string, Bilingual>>;
  readonly items: readonly InboxItem[];
  readonly next?: string;
}

export interface InboxPorts extends RefreshPorts {
  readonly authorizer: Authorizer;
}

export const noLights = (): LightCounts => Object.fromEntries(lights.map((light) => [light, 0])) as LightCounts;

export function lightIn(phase: string): Light {
  return phase.slice(0, phase.indexOf('/')) as Light;
}

/** Of the cases those that the caller may read whole. The same parties and duties are asked about once. */
export function readable(cases: readonly KeptCase[], authorizer: Authorizer, caller: Caller): KeptCase[] {
  const verdicts = new Map<string, boolean>();
  return cases.filter(({ resource, resourceText }) => {
    // No policy of reading looks at the name of a case.
    const shape = resourceText.replace(/"caseId":"[^"]*"/, '');
    const known = verdicts.get(shape) ?? authorizer.decide(caller, 'readCase', resource).allowed;
    verdicts.set(shape, known);
    return known;
  });
}

/** Reads again what moved; what comes back is how many cases are still behind. */
export async function caughtUp(ports: RefreshPorts): Promise<number> {
  const found = await refreshDaily(ports, REFRESH_MAX);
  if (found < REFRESH_MAX) return 0;
  return (await ports.daily.stale(ports.clock.today(), REFRESH_MAX)).length;
}

function itemOf(task: KeptTask, title: Bilingual, day: IsoDate): InboxItem {
  const { caseId, key, kind, subject, command, dueOn, since, because, phase, lateUntil } = task;
  const light = phase === null ? null : lightIn(phase);
  const reason = lightReasons.find((own) => phase?.endsWith(`/${own}`));
  const shown = light === null || reason === undefined ? undefined : { light, reason };
  const standing = reason === 'overdue' && lateUntil !== null ? lateUntil : day;
  return {
    case: caseId,
    caseTitle: title,
    key,
    kind,
    title: task.title,
    text: textOn({ kind, text: task.text, dueOn, since, phase: shown, lateUntil }, day),
    command,
    subject,
    dueOn,
    daysLeft: dueOn === null ? null : daysBetween(standing, dueOn),
    light,
    since,
    sinceDays: Math.max(0, daysBetween(since, day)),
    because,
  };
}

function placeOf({ kind, dueOn, since, caseId, key }: KeptTask): TaskPlace {
  return [taskKinds.indexOf(kind), dueOn ?? 'infinity', since, caseId, key];
}

/** A list is one side's: a place in another's is none in it. */
const listOf = (side: string): string => `inbox ${side}`;

function readPlace(side: string, cursor: string): TaskPlace | undefined {
  try {
    const place: unknown = JSON.parse(placeIn(listOf(side), cursor) ?? '');
    const dates = /^(?:\d{4}-\d{2}-\d{2}|infinity)$/;
    if (!Array.isArray(place) || place.length !== 5) return undefined;
    const [kind, due, since, ...rest] = place;
    const fits = [0, 1, 2].includes(kind) && dates.test(String(due)) && /^\d{4}-\d{2}-\d{2}$/.test(String(since));
    return fits && rest.every((one) => typeof one === 'string' && !one.includes('\0')) ? (place as unknown as TaskPlace) : undefined;
  } catch {
    return undefined;
  }
}

function badActor(found: string): Answer<never> {
  const faults = [requestFault('actor', requestTexts.actor, excerptOf(found))];
  return { ok: false, problem: { kind: 'badRequest', text: requestTexts.badRequest, faults } };
}

/** Whose list is asked for: the caller's own where nobody is named. */
function sideAsked({ actor, caller }: Pick<InboxRequest, 'actor' | 'caller'>): ActorId | undefined {
  const asked = actor ?? caller.actor;
  const parsed = actorIdSchema.safeParse(asked);
  return parsed.success ? sideOf(parsed.data as ActorId) : undefined;
}

export async function readInbox(ports: InboxPorts, request: InboxRequest): Promise<Answer<Inbox>> {
  const { caller, kind, cursor, limit = PAGE_DEFAULT } = request;
  const side = sideAsked(request);
  const after = cursor === undefined ? undefined : readPlace(side ?? '', cursor);
  if (cursor !== undefined && after === undefined) return badCursor(cursor);
  if (isAnonymous(caller)) return signInFirst();
  if (side === undefined) return badActor(request.actor ?? '');
  const { daily, authorizer, clock, governments } = ports;
  const behind = await caughtUp(ports);
  const day = clock.today();
  const cases = readable(await daily.cases({ side }), authorizer, caller).filter(({ caseId }) => caseId === (request.case ?? caseId));
  const titles = new Map(cases.map(({ caseId, title }) => [caseId, title]));
  const ids = [...titles.keys()];
  const [found, counted, names] = await Promise.all([
    daily.tasks({ side, day, cases: ids, kind, after, limit: limit + 1 }),
    daily.counts({ side, day, cases: ids }),
    daily.names(ids),
  ]);
  const tasks = found.slice(0, limit);
  const counts = { owe: 0, waiting: 0, held: 0, late: 0, lights: noLights() };
  for (const { kind: own, phase, count } of counted) {
    counts[own] += count;
    const light = phase === null ? undefined : lightIn(phase);
    if (own === 'owe' && light !== undefined) counts.lights[light] += count;
    if (own === 'owe' && light === 'red') counts.late += count;
  }
  const mentioned = new Set<string>([side, ...tasks.flatMap(({ because }) => because)]);
  const nameOf = (actor: string): Bilingual =>
    names[actor] ?? governments.get(governmentOf(actor as ActorId) ?? ('' as never))?.name ?? { zh: actor, en: actor };
  const last = tasks.at(-1);
  return answered({
    actor: side,
    asOf: day,
    behind,
    counts,
    names: Object.fromEntries([...mentioned].sort().map((actor) => [actor, nameOf(actor)])),
    items: tasks.map((task) => itemOf(task, titles.get(task.caseId) ?? { zh: task.caseId, en: task.caseId }, day)),
    ...(found.length > limit && last !== undefined && { next: cursorOf(listOf(side), JSON.stringify(placeOf(last))) }),
  });
}

export type RollupBy = 'unit' | 'parent' | 'body';
export const rollupBys = ['unit', 'parent', 'body'] as const;

export interface RollupRow {
  readonly actor: string;
  readonly name: Bilingual;
  readonly duties: number;
  readonly lights: LightCounts;
}

export interface Rollup {
  readonly asOf: IsoDate;
  readonly by: RollupBy;
  readonly behind: number;
  readonly rows: readonly RollupRow[];
  readonly total: { readonly duties: number; readonly lights: LightCounts };
  /** Whose lists there are: parties, joint bodies, and who owes without being a party; also those who owe nothing yet. */
  readonly sides: readonly { readonly actor: string; readonly name: Bilingual }[];
}

/** Whose number a duty belongs to: every unit that owes it, every government directly above one, every body that decides. */
function groupsOf(by: RollupBy, sides: readonly ActorId[], bodies: readonly ActorId[], day: IsoDate, ports: InboxPorts): Iterable<string> {
  if (by === 'unit') return sides;
  if (by === 'body') return bodies;
  const above = new Set<string>();
  for (const side of sides) {
    const code = governmentOf(side);
    const parent = code === undefined ? undefined : ports.governments.parentOf(code, day);
    if (parent !== undefined) above.add(parent);
  }
  return above;
}

function sidesOf(cases: readonly KeptCase[]): readonly ActorId[] {
  const found = cases.flatMap(({ resource: { parties = [], dutyHolders = [], bodies = [] } }) => [
    ...parties.map(sideOf),
    ...dutyHolders.map(sideOf),
    ...bodies.map(({ body }) => body),
  ]);
  return [...new Set(found)].sort();
}

/** Counts by light; rows stand in the order of codes, so that nobody is ranked. A joint duty counts once in each row and in all. */
export async function readRollup(
  ports: InboxPorts,
  request: { readonly by?: RollupBy | undefined; readonly case?: string | undefined; readonly caller: Caller },
): Promise<Answer<Rollup>> {
  const { caller, by = 'unit' } = request;
  if (isAnonymous(caller)) return signInFirst();
  const { daily, authorizer, clock, governments } = ports;
  const behind = await caughtUp(ports);
  const day = clock.today();
  const cases = readable(await daily.cases(), authorizer, caller).filter(({ caseId }) => caseId === (request.case ?? caseId));
  const ids = cases.map(({ caseId }) => caseId as CaseId);
  const [counted, names] = await Promise.all([daily.duties(day, ids), daily.names(ids)]);
  const rows = new Map<string, { duties: number; lights: LightCounts }>();
  const total = { duties: 0, lights: noLights() };
  for (const { sides, bodies, phase, count } of counted) {
    const light = lightIn(phase);
    total.duties += count;
    total.lights[light] += count;
    for (const actor of groupsOf(by, sides, bodies, day, ports)) {
      const row = rows.get(actor) ?? { duties: 0, lights: noLights() };
      row.duties += count;
      row.lights[light] += count;
      rows.set(actor, row);
    }
  }
  const nameOf = (actor: string): Bilingual => names[actor] ?? governments.get(actor as never)?.name ?? { zh: actor, en: actor };
  const inOrder = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  return answered({
    asOf: day,
    by,
    behind,
    rows: inOrder.map(([actor, row]) => ({ actor, name: nameOf(actor), ...row })),
    total,
    sides: sidesOf(cases).map((actor) => ({ actor, name: nameOf(actor) })),
  });
}
