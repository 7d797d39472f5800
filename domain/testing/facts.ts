/**
 * Facts for tests, small to write and as strict as real ones: every fact is parsed by the schema of its type, so a
 * test cannot rest on a history that could never be recorded. Not for production code.
 */
import { inFoldOrder } from '../cases/order.ts';
import { fold } from '../cases/fold.ts';
import type { CaseState } from '../cases/state.ts';
import { type EventType, type Fact, factSchema, type FactOf, type payloadSchemas } from '../events/catalogue.ts';
import type { z } from 'zod';
import { intervalOf } from '../vocabulary/dates.ts';
import type { CaseId } from '../vocabulary/ids.ts';
import type { Bilingual } from '../vocabulary/text.ts';

export const testCaseId = 'test' as CaseId;

/** Plain text for a payload of the type: dates and ids as ordinary strings. */
export type PayloadInput<T extends EventType> = z.input<(typeof payloadSchemas)[T]>;

export interface FactOptions {
  /** Day, month (`2015-03`) or year (`2015`) on which it happened. Default: 2020-01-01. */
  readonly on?: string;
  /** Instead of `on`, for intervals and unknown dates. */
  readonly occurred?: {
    readonly first: string;
    readonly last: string;
    readonly precision?: 'day' | 'month' | 'year' | 'interval' | 'unknown';
    readonly setBy?: 'source' | 'coder';
  };
  /** Default: counted up, `f1`, `f2`, … within the process. */
  readonly id?: string;
  /** Default: counted up with the id. */
  readonly version?: number;
  /** Default: the last day of the occurrence. */
  readonly knownFrom?: string;
  /** Default: self. */
  readonly initiative?: 'self' | 'superior' | 'society';
  /** Default: live. */
  readonly origin?: 'live' | 'archive' | 'model';
  readonly verification?: Fact['verification'];
  /** Default: test. */
  readonly streamId?: string;
}

let counter = 0;

function occurredOf({ on = '2020-01-01', occurred }: FactOptions): Required<NonNullable<FactOptions['occurred']>> {
  if (occurred !== undefined) return { precision: 'interval', setBy: 'source', ...occurred };
  const interval = intervalOf(on);
  if (interval === undefined) throw new RangeError(`not a day, month or year: ${JSON.stringify(on)}`);
  const precision = on.length === 4 ? 'year' : on.length === 7 ? 'month' : 'day';
  return { ...interval, precision, setBy: 'source' };
}

/**
 * A fact of `type`. Throws with the schema's message where the payload or an option does not fit.
 * @example factOf('partyJoined', { party: '610100' }, { on: '2015-03', origin: 'archive' })
 */
export function factOf<T extends EventType>(type: T, payload: PayloadInput<T>, options: FactOptions = {}): FactOf<T> & Fact {
  counter += 1;
  const occurred = occurredOf(options);
  const id = options.id ?? `f${counter}`;
  const parsed = factSchema(type).safeParse({
    streamId: options.streamId ?? testCaseId,
    version: options.version ?? counter,
    id,
    schemaVersion: 1,
    occurred,
    knownFrom: options.knownFrom ?? occurred.last,
    recordedAt: `${occurred.last}T00:00:00Z`,
    recordedBy: { mode: options.origin === 'model' ? 'model' : options.origin === 'archive' ? 'import' : 'local' },
    initiative: options.initiative ?? 'self',
    origin: options.origin ?? 'live',
    sources: [],
    verification: options.verification ?? 'verified',
    idempotencyKey: id,
    signatures: [],
    type,
    payload,
  });
  if (!parsed.success) throw new TypeError(`${type} ${id} is not a valid fact: ${parsed.error.message}`);
  return parsed.data as FactOf<T> & Fact;
}

/** State of the facts, put into fold order first. */
export function stateOf(facts: readonly Fact[], streamId: string = testCaseId): CaseState {
  return fold(streamId as CaseId, inFoldOrder(facts));
}

/** The same word in both languages, where a test does not care about the wording. */
export function titled(text: string): Bilingual {
  return { zh: text, en: text };
}

/** A deadline with one reading, or several named ones of which the first is the default. */
export function deadlineOf(...dueOn: readonly string[]): {
  text: Bilingual;
  readings: { reading: string; dueOn: string }[];
  defaultReading: string;
} {
  const readings = dueOn.map((day, index) => ({ reading: index === 0 ? 'default' : `reading${index}`, dueOn: day }));
  return { text: titled(`by ${dueOn[0] ?? ''}`), readings, defaultReading: 'default' };
}
