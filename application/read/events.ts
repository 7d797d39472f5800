/** The recorded facts of a case in the order of their recording, page by page. */
import type { Fact } from '@gongze/domain/events/catalogue';
import { type Answer, answered } from '../answers.ts';
import type { Caller } from '../permissions/caller.ts';
import { badCursor, cursorOf, PAGE_DEFAULT, placeIn } from './list.ts';
import type { Sight } from './sight.ts';

export interface EventsRequest {
  readonly caseId: string;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export interface EventPage {
  readonly case: string;
  /** Without salts: whoever guessed a payload could confirm it by its hash. */
  readonly events: readonly Fact[];
  /** Version of the case. */
  readonly version: number;
  readonly withheld: number;
  readonly next?: string;
}

export async function readEvents(
  sights: Sight,
  { caseId, cursor, limit = PAGE_DEFAULT }: EventsRequest,
  caller: Caller,
): Promise<Answer<EventPage>> {
  const list = `events ${caseId}`;
  const place = cursor === undefined ? '0' : placeIn(list, cursor);
  if (place === undefined || !/^\d{1,15}$/.test(place)) return badCursor(cursor ?? '');
  const after = Number(place);
  const seen = await sights.see(caseId, caller);
  if (!seen.ok) return seen;
  const { facts, withheld, stored } = seen.value;
  const rest = facts.filter(({ version }) => version > after);
  const events = rest.slice(0, limit).map(({ payloadSalt: _salt, ...fact }) => fact as Fact);
  const last = events.at(-1)?.version;
  const isMore = rest.length > events.length && last !== undefined;
  return answered({ case: caseId, events, version: stored.size, withheld, ...(isMore && { next: cursorOf(list, String(last)) }) });
}
