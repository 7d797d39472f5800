/** Hands decided events to the server, and asks for the receipt that the log holds them. */
import { factKeys } from '@gongze/application/commands/fact-keys';
import { isBinding } from '@gongze/application/ledger/binding';
import type { Signature } from '@gongze/identity/signatures/verify';
import { signActs } from '../account/passkey.ts';
import { NO_ANSWER, type OfficeHeld, type OfficeKey, unreachable } from '../account/send.ts';
import type { EventDraft } from '@gongze/domain/decisions/context';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Language } from '@gongze/domain/vocabulary/text';
import { commandHeaders, gongzeClient, type Problem, problemOf } from '@gongze/client';
import { workWords } from './words.ts';

export type Outcome =
  | { readonly kind: 'recorded'; readonly version: number }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Who records: nobody in particular in local mode; else the office, with its keys. */
export interface Recorder {
  readonly person: string;
  readonly office: OfficeHeld;
  readonly keys: readonly OfficeKey[];
}

/** What binds is signed with the office's passkey: one touch for all of it. Throws what the browser throws when it is not. */
async function signed(caseId: string, key: string, events: readonly NewEvent[], { person, office, keys }: Recorder): Promise<NewEvent[]> {
  const factKey = factKeys(key, events.length);
  const recordedBy = { mode: 'server', person, office: office.office, actor: office.actor } as never;
  const binding = events.flatMap(({ type, payload, occurred, initiative }, index) =>
    isBinding(type, payload)
      ? [
          {
            index,
            content: {
              streamId: caseId,
              type,
              schemaVersion: 1,
              idempotencyKey: factKey[index] as string,
              recordedBy,
              payload,
              occurred,
              sources: [],
              initiative,
            },
          },
        ]
      : [],
  );
  if (binding.length === 0) return [...events];
  const signatures = await signActs(
    binding.map(({ content }) => content),
    keys,
  );
  const byIndex = new Map(binding.map(({ index }, at) => [index, signatures?.[at]]));
  return events.map((event, index) => {
    const signature = byIndex.get(index);
    return signature === undefined ? event : { ...event, signatures: [signature] };
  });
}

export interface NewEvent extends EventOf {
  readonly occurred: object;
  readonly initiative: string;
  readonly signatures?: readonly Signature[];
}
type EventOf = Pick<EventDraft, 'type' | 'payload'>;

/**
 * Records the events on the version that the decision rests on. `key`: the same for every retry of the same act. An answer that
 * does not come, and a signature that is not given, are outcomes too: both may be tried again.
 */
export async function recordNew(...act: Act): Promise<Outcome> {
  try {
    return await sendNew(...act);
  } catch (cause) {
    const [, , , , lang] = act;
    const why = cause instanceof DOMException ? workWords.notSigned : unreachable;
    return { kind: 'failed', problem: { type: 'about:blank', title: why[lang], status: NO_ANSWER, detail: why[lang] } };
  }
}

type Act = readonly [
  caseId: string,
  version: number,
  key: string,
  events: readonly NewEvent[],
  lang: Language,
  recorder: Recorder | undefined,
];

async function sendNew(...[caseId, version, key, events, lang, recorder]: Act): Promise<Outcome> {
  const { data, error, response } = await gongzeClient({ language: lang }).POST('/api/cases/{caseId}/events', {
    params: { path: { caseId }, header: commandHeaders(version, key) },
    body: { events: recorder === undefined ? events : await signed(caseId, key, events, recorder) } as never,
  });
  if (data !== undefined) return { kind: 'recorded', version: data.version };
  return failedOutcome(response.status, error as Problem, () => problemOf(error, response));
}

/** The case has moved on, or what the server says against it. */
export function failedOutcome(status: number, told: Partial<Problem>, problem: () => Problem): Outcome {
  return status === 409 && told.type?.endsWith(':conflict') ? { kind: 'conflict' } : { kind: 'failed', problem: problem() };
}

/** As `recordNew`, for what `decide` made, all on one day. */
export async function recordDecided(
  caseId: string,
  version: number,
  key: string,
  events: readonly EventDraft[],
  on: IsoDate,
  lang: Language,
  recorder: Recorder | undefined,
): Promise<Outcome> {
  const occurred = { first: on, last: on, precision: 'day', setBy: 'source' };
  const dated = events.map(({ type, payload, initiative = 'self' }) => ({ type, payload, initiative, occurred }));
  return recordNew(caseId, version, key, dated, lang, recorder);
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
