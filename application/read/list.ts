/** The cases that somebody may see, page by page, in the order of their ids. */
import { caseIdSchema } from '@gongze/domain/events/schemas';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type Answer, answered, requestFault } from '../answers.ts';
import { requestTexts } from '../messages.ts';
import type { Caller } from '../permissions/caller.ts';
import { editionNames, type EditionName, type Store } from '../ports.ts';
import { excerptOf } from '../validation/faults.ts';
import type { Sight } from './sight.ts';

export const PAGE_DEFAULT = 100;
export const PAGE_MAX = 500;
/** Letters of a cursor: two for each byte, and the longest ids that a place can be made of fit in twice. */
export const CURSOR_MAX = 4000;
const CASES = 'cases';
/** Cases that one request looks at: a page may come out short, and its cursor goes on from there. */
const LOOKED_AT_MAX = 2000;
const BATCH = 200;

export interface ListRequest {
  /** The `next` of the page before. */
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export interface ListedCase {
  readonly case: string;
  readonly title: Bilingual;
  readonly editions: readonly EditionName[];
  readonly size: number;
}

export interface CasePage {
  readonly cases: readonly ListedCase[];
  /** Absent on the last page. */
  readonly next?: string;
}

/**
 * Cursors are opaque to callers. One says of which list it is and where that was left, so that a cursor of another list, or of
 * another case, is told and not read as a place of this one.
 */
export function cursorOf(list: string, place: string): string {
  return [...new TextEncoder().encode(`${list} ${place}`)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The place in a cursor of this list; `undefined` for what `cursorOf` did not make of it. */
export function placeIn(list: string, cursor: string): string | undefined {
  if (cursor.length > CURSOR_MAX || !/^(?:[0-9a-f]{2})+$/.test(cursor)) return undefined;
  const text = new TextDecoder().decode(Uint8Array.from(cursor.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
  return text.startsWith(`${list} `) ? text.slice(list.length + 1) : undefined;
}

export function badCursor(cursor: string): Answer<never> {
  const faults = [requestFault('cursor', requestTexts.cursor, excerptOf(cursor))];
  return { ok: false, problem: { kind: 'badRequest', text: requestTexts.badRequest, faults } };
}

export async function listCases(
  store: Store,
  sights: Sight,
  { cursor, limit = PAGE_DEFAULT }: ListRequest,
  caller: Caller,
): Promise<Answer<CasePage>> {
  const after = cursor === undefined ? undefined : placeIn(CASES, cursor);
  if (cursor !== undefined && !caseIdSchema.safeParse(after).success) return badCursor(cursor);
  const cases: ListedCase[] = [];
  let last = after;
  for (let lookedAt = 0; lookedAt < LOOKED_AT_MAX; ) {
    const batch = await store.listCases({ limit: BATCH, ...(last !== undefined && { after: last as CaseId }) });
    for (const { caseId, title } of batch) {
      if (cases.length === limit) return answered({ cases, ...(last !== undefined && { next: cursorOf(CASES, last) }) });
      last = caseId;
      const seen = await sights.see(caseId, caller);
      if (seen.ok) cases.push({ case: caseId, title, editions: editionNames, size: seen.value.facts.length });
    }
    if (batch.length < BATCH) return answered({ cases });
    lookedAt += batch.length;
  }
  return answered({ cases, ...(last !== undefined && { next: cursorOf(CASES, last) }) });
}
