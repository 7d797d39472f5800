/** Hands decided events to the server, and asks for the receipt that the log holds them. */
import type { EventDraft } from '@gongze/domain/decisions/context';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Language } from '@gongze/domain/vocabulary/text';
import { commandHeaders, gongzeClient, type Problem, problemOf } from '@gongze/client';

export type Outcome =
  | { readonly kind: 'recorded'; readonly version: number }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Records the events on the version that the decision rests on. `key`: the same for every retry of the same act. */
export async function recordDecided(
  caseId: string,
  version: number,
  key: string,
  events: readonly EventDraft[],
  on: IsoDate,
  lang: Language,
): Promise<Outcome> {
  const { data, error, response } = await gongzeClient({ language: lang }).POST('/api/cases/{caseId}/events', {
    params: { path: { caseId }, header: commandHeaders(version, key) },
    body: { events: events.map((event) => ({ ...event, occurred: { first: on, last: on, precision: 'day', setBy: 'source' } })) } as never,
  });
  if (data !== undefined) return { kind: 'recorded', version: data.version };
  if (response.status === 409 && (error as Problem).type.endsWith(':conflict')) return { kind: 'conflict' };
  return { kind: 'failed', problem: problemOf(error, response) };
}

const RECEIPT_TRIES = 20;
const RECEIPT_EVERY_MS = 500;

/** True once the log has given a receipt for the fact; false if it did not within ten seconds. */
export async function awaitReceipt(caseId: string, version: number): Promise<boolean> {
  for (let tries = 0; tries < RECEIPT_TRIES; tries++) {
    const response = await fetch(`/api/cases/${encodeURIComponent(caseId)}/facts/${version}/receipt`);
    if (response.status === 200) return true;
    if (response.status !== 202) return false;
    await new Promise((resolve) => setTimeout(resolve, RECEIPT_EVERY_MS));
  }
  return false;
}
