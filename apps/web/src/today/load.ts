/** What the server says of today: the list over all cases, and the roll-up. */
import type { CommandName } from '@gongze/domain/decisions/decide';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { readOrTold, readSession, type SessionState } from '../account/send.ts';

export const lights = ['red', 'yellow', 'grey', 'green', 'blue'] as const;
export type Light = (typeof lights)[number];
export type LightCounts = Readonly<Record<Light, number>>;
export const kinds = ['owe', 'waiting', 'held'] as const;
type Kind = (typeof kinds)[number];

export interface InboxItem {
  readonly case: string;
  readonly caseTitle: Bilingual;
  readonly key: string;
  readonly kind: Kind;
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly command: CommandName | null;
  readonly subject: string;
  readonly dueOn: string | null;
  readonly daysLeft: number | null;
  readonly light: Light | null;
  readonly since: string;
  readonly sinceDays: number;
  readonly because: readonly string[];
}

export interface Inbox {
  readonly actor: string;
  readonly asOf: string;
  readonly behind: number;
  readonly counts: { readonly owe: number; readonly waiting: number; readonly held: number; readonly late: number };
  readonly names: Readonly<Record<string, Bilingual>>;
  readonly items: readonly InboxItem[];
  readonly next?: string;
}

export const rollupBys = ['unit', 'parent', 'body'] as const;
export type RollupBy = (typeof rollupBys)[number];
export interface RollupRow {
  readonly actor: string;
  readonly name: Bilingual;
  readonly duties: number;
  readonly lights: LightCounts;
}
export interface Rollup {
  readonly rows: readonly RollupRow[];
  readonly total: { readonly duties: number; readonly lights: LightCounts };
  readonly sides: readonly Side[];
}

function query(parts: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined);
  return new URLSearchParams(given).toString();
}

export function readInbox(actor: string | undefined, cursor: string | undefined, lang: Language): Promise<Inbox> {
  return readOrTold(`/api/inbox?${query({ actor, cursor })}`, lang);
}

export function readRollup(by: RollupBy, lang: Language): Promise<Rollup> {
  return readOrTold(`/api/rollup?${query({ by })}`, lang);
}

export interface Side {
  readonly actor: string;
  readonly name: Bilingual;
}

export interface Viewer {
  readonly session: SessionState;
  /** In local mode: for whom the one user may look. Else only the own side. */
  readonly sides: readonly Side[];
}

/** Who looks, and for whom that may be. Local mode offers everybody of whom the cases tell. */
export async function readViewer(lang: Language): Promise<Viewer> {
  const session = await readSession(lang);
  if (session.mode !== 'local') return { session, sides: [] };
  const all = await Promise.all(rollupBys.map((by) => readRollup(by, lang)));
  const sides = new Map<string, Side>();
  // Whoever is a party has a list before it owes anything: what it is asked to accept stands there.
  for (const { rows, sides: own } of all) for (const { actor, name } of [...own, ...rows]) sides.set(actor, { actor, name });
  return { session, sides: [...sides.values()] };
}
